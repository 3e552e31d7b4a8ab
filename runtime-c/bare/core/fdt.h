/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * The flattened device tree, for machines that are described by one. Addresses
 * and sizes take two cells each, as QEMU's virt machines have them; fdt_read()
 * refuses another tree.
 */
#ifndef BARE_FDT_H
#define BARE_FDT_H

#include "machine.h"

/** struct fdt_bytes - the value of a property; length 0 if there is none */
struct fdt_bytes {
	const u8 *data;
	u32 length;
};

/** struct fdt_node - a node, where its properties begin; NULL for no node */
struct fdt_node {
	const u8 *at;
};

/** fdt_named() - the first node whose name begins so, such as "memory@" */
struct fdt_node fdt_named(const u8 *fdt, const char *beginning);

/** fdt_compatible() - the first enabled node that is compatible with @model */
struct fdt_node fdt_compatible(const u8 *fdt, const char *model);

/** fdt_compatible_after() - the next one; @node is one that there is */
struct fdt_node fdt_compatible_after(const u8 *fdt, struct fdt_node node,
				     const char *model);

/** fdt_phandle() - the node that others refer to by this number */
struct fdt_node fdt_phandle(const u8 *fdt, u64 phandle);

/** fdt_value() - a property of a node, children left out */
struct fdt_bytes fdt_value(const u8 *fdt, struct fdt_node node,
			   const char *property);

/** fdt_number() - cells of 32 bits at an offset, as one; 0 beyond the end */
u64 fdt_number(struct fdt_bytes value, u32 offset, u32 cells);

/** fdt_cell() - a property of one cell; 0 if there is none */
u32 fdt_cell(const u8 *fdt, struct fdt_node node, const char *property);

/** fdt_reg() - a piece of the property reg; length 0 beyond the end */
struct machine_range fdt_reg(const u8 *fdt, struct fdt_node node, u32 index);

/**
 * fdt_read() - turn the tree into a boot record
 * @fdt: the tree; it stays where it is
 * @image_end: RAM below, the kernel's image and firmware, is left alone
 * @boot: filled in
 */
void fdt_read(const u8 *fdt, u64 image_end, struct machine_boot *boot);

#endif /* BARE_FDT_H */
