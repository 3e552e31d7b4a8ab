// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Mistakes that sparse has to see. Every line with one says "sees:" and a part
 * of the message; no other line may bring one.
 */
#include <vireo/port.h>

struct cell {
	__le16 flags;
	__be32 source;
};

u32 mistakes(struct cell *cell, void __iomem *registers, void *memory);

u32 mistakes(struct cell *cell, void __iomem *registers, void *memory)
{
	struct vireo_window window = { NULL, 0 };
	void *plain = NULL;
	u16 value;

	WRITE_ONCE(cell->flags, (u16)3); /* sees: different base types */
	vireo_store_release(&cell->flags, (u16)3); /* sees: different base types */
	value = READ_ONCE(cell->flags); /* sees: different base types */
	value = vireo_load_acquire(&cell->flags); /* sees: different base types */
	value = le16_to_cpu(cell->source); /* sees: different base types */
	cell->flags = cpu_to_be16(value); /* sees: different base types */
	vireo_write8(1, memory); /* sees: different address spaces */
	plain = registers; /* sees: different address spaces */
	value = *(u16 *)registers; /* sees: removes address space */
	value = *(u16 __iomem *)registers; /* sees: dereference of noderef */
	if (vireo_window_at(window, 0, 1, 1, &plain)) /* sees: different address spaces */
		return value;
	return cell->flags + 1u; /* sees: degrades to integer */
}
