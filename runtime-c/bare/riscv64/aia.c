// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The advanced interrupt architecture: the CPU's IMSIC takes messages only, and
 * an APLIC makes messages of wires. Wire n becomes message n; the numbers above
 * the wires are left for PCI functions.
 */
#include "riscv.h"

enum {
	/* APLIC */
	DOMAIN = 0x0000,
	DOMAIN_ON_BY_MESSAGES = 0x104,
	SOURCE = 0x0000, /* of source 1 at 4 */
	SOURCE_LEVEL_HIGH = 6,
	MESSAGE_PAGE = 0x1bc0,
	MESSAGE_PAGE_HIGH = 0x1bc4,
	SET_PENDING = 0x1cdc,
	INPUT = 0x1d00,
	SET_ENABLE = 0x1edc,
	CLEAR_ENABLE = 0x1fdc,
	TARGET = 0x3000, /* of source 1 at 4; first CPU, a message's number */
	/* IMSIC, behind miselect and mireg */
	DELIVERY = 0x70,
	THRESHOLD = 0x72,
	ENABLES = 0xc0,
};

static u8 __iomem *aplic;
static u32 wires;
static struct riscv_controller controller;

/* miselect, mireg */
static void select(u64 indirect)
{
	__asm__ __volatile__("csrw 0x350, %0" : : "r"(indirect) : "memory");
}

static void write_register(u64 indirect, u64 value)
{
	select(indirect);
	__asm__ __volatile__("csrw 0x351, %0" : : "r"(value) : "memory");
}

/* Called with interrupts off: a handler would select another register. */
static void let_through(u32 number, bool enabled)
{
	u64 bit = 1ull << number % 64;

	select(ENABLES + number / 64 * 2);
	if (enabled)
		__asm__ __volatile__("csrs 0x351, %0" : : "r"(bit) : "memory");
	else
		__asm__ __volatile__("csrc 0x351, %0" : : "r"(bit) : "memory");
}

static bool is_wire(u32 number)
{
	return number <= wires;
}

static int aia_enable(u32 number)
{
	bool were_on;

	if (number == 0 ||
	    number >= controller.first_message + controller.messages)
		return -EINVAL;
	were_on = machine_interrupts_off();
	let_through(number, true);
	machine_interrupts_restore(were_on);
	if (is_wire(number)) {
		vireo_write32(SOURCE_LEVEL_HIGH, aplic + SOURCE + 4 * number);
		vireo_write32(number, aplic + TARGET + 4 * number);
		vireo_write32(number, aplic + SET_ENABLE);
	}
	return 0;
}

static void aia_disable(u32 number)
{
	bool were_on = machine_interrupts_off();

	if (is_wire(number))
		vireo_write32(number, aplic + CLEAR_ENABLE);
	let_through(number, false);
	machine_interrupts_restore(were_on);
}

/* mtopei: writing it takes what reading it told. */
static u32 aia_take(void)
{
	u64 top;

	__asm__ __volatile__("csrrw %0, 0x35c, zero\n\tfence iorw, iorw"
			     : "=r"(top)
			     :
			     : "memory");
	return (u32)(top >> 16 & 0x7ff);
}

/*
 * A level made one message when it rose. Where it is still up it has to make
 * another; some APLICs make one for a level that is down, too, if told to.
 */
static void aia_end(u32 number)
{
	if (!is_wire(number))
		return;
	__asm__ __volatile__("fence iorw, iorw" : : : "memory");
	if (vireo_read32(aplic + INPUT + number / 32 * 4) >> number % 32 & 1)
		vireo_write32(number, aplic + SET_PENDING);
}

const struct riscv_controller *aia_start(const u8 *fdt)
{
	u32 index;
	struct fdt_node imsic = riscv_machine_level(fdt, "riscv,imsics", &index);
	u64 wanted = fdt_cell(fdt, imsic, "phandle");
	struct fdt_node node = fdt_compatible(fdt, "riscv,aplic");
	u32 last;

	while (node.at && fdt_cell(fdt, node, "msi-parent") != wanted)
		node = fdt_compatible_after(fdt, node, "riscv,aplic");
	if (!imsic.at || !node.at)
		return NULL;

	controller.enable = aia_enable;
	controller.disable = aia_disable;
	controller.take = aia_take;
	controller.end = aia_end;
	aplic = riscv_registers(fdt, node);
	wires = fdt_cell(fdt, node, "riscv,num-sources");
	last = fdt_cell(fdt, imsic, "riscv,num-ids");
	controller.first_message = wires + 1;
	controller.messages = last > wires ? last - wires : 0;
	controller.message_address =
		(u64)(uintptr_t)(void __force *)riscv_registers(fdt, imsic);
	vireo_write32((u32)(controller.message_address >> 12),
		      aplic + MESSAGE_PAGE);
	vireo_write32(0, aplic + MESSAGE_PAGE_HIGH);
	vireo_write32(DOMAIN_ON_BY_MESSAGES, aplic + DOMAIN);
	write_register(THRESHOLD, 0);
	write_register(DELIVERY, 1);
	return &controller;
}
