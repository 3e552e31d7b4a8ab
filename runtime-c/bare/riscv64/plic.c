// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The platform-level interrupt controller: wires only, no messages. A source is
 * masked by priority 0 and always enabled: the end of an interrupt that is not
 * enabled would be ignored, and no other would follow it.
 */
#include "riscv.h"

enum {
	PRIORITY = 0x0,
	ENABLE = 0x2000,
	ENABLE_CONTEXT_BYTES = 0x80,
	CONTEXT = 0x200000,
	CONTEXT_BYTES = 0x1000,
	THRESHOLD = 0x0,
	CLAIM = 0x4,
};

static u8 __iomem *plic;
static u8 __iomem *context;
static u32 sources;

static void set_priority(u32 number, u32 priority)
{
	vireo_write32(priority, plic + PRIORITY + 4 * number);
}

static int plic_enable(u32 number)
{
	if (number == 0 || number > sources)
		return -EINVAL;
	set_priority(number, 1);
	return 0;
}

static void plic_disable(u32 number)
{
	set_priority(number, 0);
}

static u32 plic_take(void)
{
	return vireo_read32(context + CLAIM);
}

/* The fence keeps what a handler wrote to its device ahead of this. */
static void plic_end(u32 number)
{
	__asm__ __volatile__("fence iorw, iorw" : : : "memory");
	vireo_write32(number, context + CLAIM);
}

const struct riscv_controller *plic_start(const u8 *fdt)
{
	static const struct riscv_controller controller = {
		.enable = plic_enable,
		.disable = plic_disable,
		.take = plic_take,
		.end = plic_end,
	};
	u32 index;
	struct fdt_node node =
		riscv_machine_level(fdt, "sifive,plic-1.0.0", &index);

	if (!node.at)
		return NULL;
	sources = fdt_cell(fdt, node, "riscv,ndev");
	plic = riscv_registers(fdt, node);
	context = plic + CONTEXT + CONTEXT_BYTES * index;
	for (u32 number = 1; number <= sources; number++)
		set_priority(number, 0);
	for (u32 number = 0; number <= sources; number += 32)
		vireo_write32(~0u, plic + ENABLE + ENABLE_CONTEXT_BYTES * index +
					   number / 32 * 4);
	vireo_write32(0, context + THRESHOLD);
	return &controller;
}
