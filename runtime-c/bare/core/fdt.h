/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* The flattened device tree, as QEMU's virt machines write it. */
#ifndef BARE_FDT_H
#define BARE_FDT_H

#include "machine.h"

/** struct fdt_bytes - the value of a property */
struct fdt_bytes {
	const u8 *data;
	u32 length;
};

/**
 * fdt_property() - a property of the first node whose name begins so
 * @fdt: the tree
 * @node: beginning of the node's name, such as "memory@"
 * @property: the property's whole name
 *
 * Return: the value; length 0 if there is none.
 */
struct fdt_bytes fdt_property(const u8 *fdt, const char *node,
			      const char *property);

/** fdt_number() - @cells numbers of 32 bits at an offset, as one; 0 beyond the end */
u64 fdt_number(struct fdt_bytes value, u32 offset, u32 cells);

/**
 * fdt_read() - turn the tree into a boot record
 * @fdt: the tree; it stays where it is
 * @image_end: RAM below, the kernel's image and firmware, is left alone
 * @boot: filled in
 */
void fdt_read(const u8 *fdt, u64 image_end, struct machine_boot *boot);

/** fdt_ecam() - machine_pci_ecam() of a machine that fdt_read() knows */
bool fdt_ecam(u64 *base, u8 *first_bus, u8 *last_bus);

#endif /* BARE_FDT_H */
