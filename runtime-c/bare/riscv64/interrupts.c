// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* The core's interrupts, by whichever controller there is, and the timer. */
#include "riscv.h"
#include "../core/fdt_pci.h"

enum {
	/* CLINT: the first CPU's time of interrupt */
	TIME_COMPARE = 0x4000,
	/* mstatus */
	INTERRUPTS_ON = 0x8,
	/* An entry of interrupts-extended: the CPU's controller, a number. */
	EXTENDED_BYTES = 8,
};

static const struct riscv_controller *controller;
static u8 __iomem *clint;

struct fdt_node riscv_machine_level(const u8 *fdt, const char *model,
				    u32 *index)
{
	struct fdt_node none = { NULL };
	struct fdt_node node = fdt_compatible(fdt, model);

	for (; node.at; node = fdt_compatible_after(fdt, node, model)) {
		struct fdt_bytes modes =
			fdt_value(fdt, node, "interrupts-extended");

		for (u32 i = 0; EXTENDED_BYTES * i < modes.length; i++) {
			if (fdt_number(modes, EXTENDED_BYTES * i + 4, 1) !=
			    RISCV_EXTERNAL)
				continue;
			*index = i;
			return node;
		}
	}
	return none;
}

u8 __iomem *riscv_registers(const u8 *fdt, struct fdt_node node)
{
	struct machine_range reg = fdt_reg(fdt, node, 0);

	if (reg.length == 0 || machine_map(reg.base, reg.length, true))
		bare_panic("a part of the interrupt controller at 0x%llx is "
			   "out of reach",
			   reg.base);
	return (u8 __iomem __force *)(uintptr_t)reg.base;
}

static void set_enabled(u64 bits)
{
	__asm__ __volatile__("csrs mie, %0" : : "r"(bits) : "memory");
}

static void clear_enabled(u64 bits)
{
	__asm__ __volatile__("csrc mie, %0" : : "r"(bits) : "memory");
}

void machine_interrupts_start(void)
{
	const u8 *fdt = riscv_device_tree();
	struct fdt_node timer = fdt_compatible(fdt, "riscv,clint0");

	if (!timer.at)
		bare_panic("the device tree has no CLINT");
	clint = riscv_registers(fdt, timer);
	controller = plic_start(fdt);
	if (!controller)
		controller = aia_start(fdt);
	if (!controller)
		bare_panic("the device tree has neither a PLIC nor APLIC and "
			   "IMSIC");
	set_enabled(1u << RISCV_EXTERNAL);
}

void riscv_interrupt(u64 cause)
{
	u32 number;

	if (cause == RISCV_TIMER) {
		machine_timer_at(~0ull);
		return;
	}
	number = controller->take();
	if (number == 0)
		return;
	core_interrupt(number);
	controller->end(number);
}

bool machine_interrupts_off(void)
{
	u64 status;

	__asm__ __volatile__("csrrci %0, mstatus, %1"
			     : "=r"(status)
			     : "i"(INTERRUPTS_ON)
			     : "memory");
	return status & INTERRUPTS_ON;
}

void machine_interrupts_restore(bool were_on)
{
	if (were_on)
		__asm__ __volatile__("csrsi mstatus, %0"
				     :
				     : "i"(INTERRUPTS_ON)
				     : "memory");
}

/* What is pending ends wfi, interrupts off; the write to mstatus takes it. */
void machine_sleep(void)
{
	__asm__ __volatile__("fence iorw, iorw\n\t"
			     "wfi\n\t"
			     "csrsi mstatus, %0\n\t"
			     "csrci mstatus, %0"
			     :
			     : "i"(INTERRUPTS_ON)
			     : "memory");
}

void machine_timer_at(u64 at)
{
	u64 frequency = riscv_clock_frequency();

	if (at == ~0ull) {
		clear_enabled(1u << RISCV_TIMER);
		return;
	}
	/* Rounded up: a timer that fires early would be set again and again. */
	vireo_write64(at / 1000000000 * frequency +
			      at % 1000000000 * frequency / 1000000000 + 1,
		      clint + TIME_COMPARE);
	set_enabled(1u << RISCV_TIMER);
}

int machine_interrupt_enable(u32 number)
{
	return controller->enable(number);
}

void machine_interrupt_disable(u32 number)
{
	controller->disable(number);
}

u32 machine_messages(u32 *first)
{
	*first = controller->first_message;
	return controller->messages;
}

void machine_message(u32 number, u64 *address, u32 *data)
{
	*address = controller->message_address;
	*data = number;
}

/* A PLIC's cell is the source; an APLIC's next one is the kind of trigger. */
int machine_pci_line(u32 device, u32 pin, u32 *number)
{
	struct fdt_bytes line = fdt_pci_line(device, pin);

	if (line.length == 0)
		return -ENXIO;
	*number = (u32)fdt_number(line, 0, 1);
	return 0;
}
