// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* The start info of Xen's x86/HVM direct boot ABI, all fields little-endian. */
#include "bare.h"
#include "x86.h"

#define PVH_MAGIC 0x336ec578u

enum { PVH_MEMORY_RAM = 1, FIRST_MEGABYTE = 0x100000 };

struct pvh_start_info {
	u32 magic;
	u32 version;
	u32 flags;
	u32 module_count;
	u64 modules;
	u64 command_line;
	u64 rsdp;
	/* version 1 */
	u64 memory_map;
	u32 memory_map_entries;
	u32 reserved;
};

struct pvh_memory {
	u64 base;
	u64 length;
	u32 type;
	u32 reserved;
};

extern const u8 image_end[];

static void add_range(struct machine_boot *boot, u64 base, u64 end)
{
	u64 low = (u64)(uintptr_t)image_end;

	/* Firmware data and the legacy holes live below the image. */
	if (base < low)
		base = low;
	if (base >= end)
		return;
	if (boot->range_count == MACHINE_MAX_RANGES)
		bare_panic("the memory map has more than %d usable ranges",
			   MACHINE_MAX_RANGES);
	boot->ranges[boot->range_count].base = base;
	boot->ranges[boot->range_count].length = end - base;
	boot->range_count++;
}

/* The root pointer of a firmware that does not pass it on. */
static u64 search_rsdp(void)
{
	static const char signature[] = "RSD PTR ";

	for (u64 at = 0xe0000; at < FIRST_MEGABYTE; at += 16) {
		if (!__builtin_memcmp((const void *)(uintptr_t)at, signature,
				      sizeof(signature) - 1))
			return at;
	}
	return 0;
}

void pvh_read(u64 start_info, struct machine_boot *boot)
{
	const struct pvh_start_info *info =
		(const struct pvh_start_info *)(uintptr_t)start_info;
	const struct pvh_memory *map;
	const char *words;
	u32 length = 0;

	if (info->magic != PVH_MAGIC)
		bare_panic("no PVH start info at 0x%llx", start_info);
	if (info->version < 1 || info->memory_map_entries == 0)
		bare_panic("the PVH start info has no memory map");

	words = (const char *)(uintptr_t)info->command_line;
	while (words && words[length]) {
		if (length + 1 == MACHINE_MAX_COMMAND_LINE)
			bare_panic("the command line is longer than %d bytes",
				   MACHINE_MAX_COMMAND_LINE - 1);
		boot->command_line[length] = words[length];
		length++;
	}
	boot->command_line[length] = '\0';

	map = (const struct pvh_memory *)(uintptr_t)info->memory_map;
	for (u32 i = 0; i < info->memory_map_entries; i++) {
		if (map[i].type == PVH_MEMORY_RAM)
			add_range(boot, map[i].base,
				  map[i].base + map[i].length);
	}
	boot->rsdp = info->rsdp ? info->rsdp : search_rsdp();
}
