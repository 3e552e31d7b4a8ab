// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "fdt.h"

enum {
	FDT_TOTAL_SIZE = 4,
	FDT_STRUCTURE = 8,
	FDT_STRINGS = 12,
	FDT_BEGIN_NODE = 1,
	FDT_END_NODE = 2,
	FDT_PROPERTY = 3,
	FDT_NOP = 4,
};

#define FDT_MAGIC 0xd00dfeedu

static u32 word_at(const u8 *at)
{
	return (u32)at[0] << 24 | (u32)at[1] << 16 | (u32)at[2] << 8 | at[3];
}

static bool begins(const char *text, const char *start)
{
	while (*start && *text == *start) {
		text++;
		start++;
	}
	return !*start;
}

static bool same(const char *left, const char *right)
{
	while (*left && *left == *right) {
		left++;
		right++;
	}
	return *left == *right;
}

static u32 length_of(const char *text)
{
	u32 length = 0;

	while (text[length])
		length++;
	return length;
}

static u32 aligned(u32 bytes)
{
	return (bytes + 3) & ~3u;
}

struct fdt_bytes fdt_property(const u8 *fdt, const char *node,
			      const char *property)
{
	struct fdt_bytes value = { NULL, 0 };
	const u8 *at = fdt + word_at(fdt + FDT_STRUCTURE);
	const char *strings = (const char *)fdt + word_at(fdt + FDT_STRINGS);
	bool inside = false;

	for (;;) {
		u32 token = word_at(at);
		const char *name;

		at += 4;
		switch (token) {
		case FDT_BEGIN_NODE:
			/* Properties come before children: one flag will do. */
			name = (const char *)at;
			inside = begins(name, node);
			at += aligned(length_of(name) + 1);
			break;
		case FDT_PROPERTY:
			name = strings + word_at(at + 4);
			if (inside && same(name, property)) {
				value.length = word_at(at);
				value.data = at + 8;
				return value;
			}
			at += 8 + aligned(word_at(at));
			break;
		case FDT_END_NODE:
			inside = false;
			break;
		case FDT_NOP:
			break;
		default:
			return value;
		}
	}
}

u64 fdt_number(struct fdt_bytes value, u32 offset, u32 cells)
{
	u64 number = 0;

	if (offset + 4 * cells > value.length)
		return 0;
	for (u32 i = 0; i < cells; i++)
		number = number << 32 | word_at(value.data + offset + 4 * i);
	return number;
}

/* --- the boot record --- */

enum {
	/* Addresses and sizes of QEMU's virt machines take two cells each. */
	REG_BYTES = 16,
	/* PCI's address of three cells, the CPU's of two, a size of two. */
	PCI_RANGE_BYTES = 28,
	PCI_SPACE_MASK = 0x03000000,
	PCI_SPACE_MEMORY_32 = 0x02000000,
};

static struct machine_range ecam;

static void add_range(struct machine_boot *boot, u64 base, u64 end)
{
	if (base >= end)
		return;
	if (boot->range_count == MACHINE_MAX_RANGES)
		bare_panic("the device tree has more than %d pieces of memory",
			   MACHINE_MAX_RANGES);
	boot->ranges[boot->range_count].base = base;
	boot->ranges[boot->range_count].length = end - base;
	boot->range_count++;
}

static void read_memory(const u8 *fdt, u64 image_end, struct machine_boot *boot)
{
	struct fdt_bytes reg = fdt_property(fdt, "memory@", "reg");
	u64 tree = (u64)(uintptr_t)fdt;
	u64 tree_end = tree + word_at(fdt + FDT_TOTAL_SIZE);

	for (u32 at = 0; at + REG_BYTES <= reg.length; at += REG_BYTES) {
		u64 base = fdt_number(reg, at, 2);
		u64 end = base + fdt_number(reg, at + 8, 2);

		if (base < image_end)
			base = image_end;
		if (tree >= base && tree < end) {
			add_range(boot, base, tree);
			base = tree_end;
		}
		add_range(boot, base, end);
	}
}

static void read_command_line(const u8 *fdt, struct machine_boot *boot)
{
	struct fdt_bytes words = fdt_property(fdt, "chosen", "bootargs");

	if (words.length > MACHINE_MAX_COMMAND_LINE)
		bare_panic("the command line is longer than %d bytes",
			   MACHINE_MAX_COMMAND_LINE - 1);
	for (u32 i = 0; i < words.length; i++)
		boot->command_line[i] = (char)words.data[i];
}

static void read_pci(const u8 *fdt, struct machine_boot *boot)
{
	struct fdt_bytes reg = fdt_property(fdt, "pci", "reg");
	struct fdt_bytes ranges = fdt_property(fdt, "pci", "ranges");

	ecam.base = fdt_number(reg, 0, 2);
	ecam.length = fdt_number(reg, 8, 2);
	for (u32 at = 0; at + PCI_RANGE_BYTES <= ranges.length;
	     at += PCI_RANGE_BYTES) {
		u64 space = fdt_number(ranges, at, 1) & PCI_SPACE_MASK;

		if (space != PCI_SPACE_MEMORY_32)
			continue;
		boot->pci_memory.base = fdt_number(ranges, at + 12, 2);
		boot->pci_memory.length = fdt_number(ranges, at + 20, 2);
	}
}

void fdt_read(const u8 *fdt, u64 image_end, struct machine_boot *boot)
{
	if (word_at(fdt) != FDT_MAGIC)
		bare_panic("no device tree at 0x%llx", (u64)(uintptr_t)fdt);
	read_memory(fdt, image_end, boot);
	read_command_line(fdt, boot);
	read_pci(fdt, boot);
}

bool fdt_ecam(u64 *base, u8 *first_bus, u8 *last_bus)
{
	if (ecam.length == 0)
		return false;
	*base = ecam.base;
	*first_bus = 0;
	*last_bus = (u8)((ecam.length >> 20) - 1);
	return true;
}
