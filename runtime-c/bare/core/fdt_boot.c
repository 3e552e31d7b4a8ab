// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* The boot record of a machine that a device tree describes. */
#include "fdt_pci.h"

enum { FDT_TOTAL_SIZE = 4 };

#define FDT_MAGIC 0xd00dfeedull

static u64 header_word(const u8 *fdt, u32 offset)
{
	struct fdt_bytes header = { fdt, 8 };

	return fdt_number(header, offset, 1);
}

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
	struct fdt_node memory = fdt_named(fdt, "memory@");
	u64 tree = (u64)(uintptr_t)fdt;
	u64 tree_end = tree + header_word(fdt, FDT_TOTAL_SIZE);
	struct machine_range piece;

	for (u32 i = 0; (piece = fdt_reg(fdt, memory, i)).length; i++) {
		u64 base = piece.base;
		u64 end = piece.base + piece.length;

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
	struct fdt_bytes words =
		fdt_value(fdt, fdt_named(fdt, "chosen"), "bootargs");

	if (words.length > MACHINE_MAX_COMMAND_LINE)
		bare_panic("the command line is longer than %d bytes",
			   MACHINE_MAX_COMMAND_LINE - 1);
	for (u32 i = 0; i < words.length; i++)
		boot->command_line[i] = (char)words.data[i];
}

void fdt_read(const u8 *fdt, u64 image_end, struct machine_boot *boot)
{
	struct fdt_node root;

	if (header_word(fdt, 0) != FDT_MAGIC)
		bare_panic("no device tree at 0x%llx", (u64)(uintptr_t)fdt);
	root = fdt_named(fdt, "");
	if (fdt_cell(fdt, root, "#address-cells") != 2 ||
	    fdt_cell(fdt, root, "#size-cells") != 2)
		bare_panic("the device tree's addresses and sizes take %u and "
			   "%u cells, two each are known",
			   fdt_cell(fdt, root, "#address-cells"),
			   fdt_cell(fdt, root, "#size-cells"));
	read_memory(fdt, image_end, boot);
	read_command_line(fdt, boot);
	fdt_pci_read(fdt, boot);
	boot->device_tree = fdt;
}
