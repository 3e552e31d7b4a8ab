// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The core's interrupts by the GIC, PCI's messages by the message frame that
 * version 2 comes with, and the CPU's virtual timer: it counts the ticks that
 * vireo_clock_ns() is made of. Version 3 has messages translated by another
 * device, which is not used: functions keep to their lines there.
 */
#include "arm.h"
#include "gic.h"
#include "../core/fdt_pci.h"

enum {
	/* The kinds of interrupt in a device tree's first cell */
	KIND_SHARED = 0,
	FIRST_PRIVATE = 16,
	/* Of the timer's interrupts: the virtual one, after two physical ones */
	TIMER_CELLS_AT = 2 * 12,
	/* Message frame */
	MESSAGE_TYPE = 0x008,
	MESSAGE_SET = 0x040,
	IRQ_MASKED = 0x80,
};

static u32 timer;
static u64 message_frame;
static u32 first_message;
static u32 message_count;

/* Three cells: kind, number within it, and a trigger: all wires are levels. */
static u32 number_of(struct fdt_bytes interrupt, u32 at)
{
	u32 number = (u32)fdt_number(interrupt, at + 4, 1);

	return fdt_number(interrupt, at, 1) == KIND_SHARED ?
		       number + GIC_FIRST_SHARED :
		       number + FIRST_PRIVATE;
}

static void find_messages(const u8 *fdt)
{
	struct machine_range frame =
		fdt_reg(fdt, fdt_compatible(fdt, "arm,gic-v2m-frame"), 0);
	u32 type;

	if (frame.length == 0 || machine_map(frame.base, frame.length, true))
		return;
	message_frame = frame.base;
	type = vireo_read32((u8 __iomem __force *)(uintptr_t)frame.base +
			    MESSAGE_TYPE);
	first_message = type >> 16 & 0x3ff;
	message_count = type & 0x3ff;
	if (message_count > MACHINE_MAX_MESSAGES)
		message_count = MACHINE_MAX_MESSAGES;
}

void machine_interrupts_start(void)
{
	const u8 *fdt = arm_device_tree();
	struct fdt_node node = fdt_compatible(fdt, "arm,armv8-timer");

	gic_start(fdt);
	find_messages(fdt);
	timer = number_of(fdt_value(fdt, node, "interrupts"), TIMER_CELLS_AT);
	if (!node.at || gic_enable(timer, false))
		bare_panic("the device tree has no timer");
}

void arm_interrupt(void)
{
	u32 number = gic_take();

	if (number >= GIC_NONE)
		return;
	if (number == timer)
		machine_timer_at(~0ull);
	else
		core_interrupt(number);
	gic_end(number);
}

bool machine_interrupts_off(void)
{
	u64 mask;

	__asm__ __volatile__("mrs %0, daif\n\tmsr daifset, #2"
			     : "=r"(mask)
			     :
			     : "memory");
	return !(mask & IRQ_MASKED);
}

void machine_interrupts_restore(bool were_on)
{
	if (were_on)
		__asm__ __volatile__("msr daifclr, #2" : : : "memory");
}

/* An interrupt ends wfi although it is masked; the isb takes it. */
void machine_sleep(void)
{
	__asm__ __volatile__("dsb sy\n\t"
			     "wfi\n\t"
			     "msr daifclr, #2\n\t"
			     "isb\n\t"
			     "msr daifset, #2"
			     :
			     :
			     : "memory");
}

void machine_timer_at(u64 at)
{
	u64 frequency = arm_clock_frequency();
	u64 on = at != ~0ull;
	/* Rounded up: a timer that fires early would be set again and again. */
	u64 ticks = at / 1000000000 * frequency +
		    at % 1000000000 * frequency / 1000000000 + 1;

	__asm__ __volatile__("msr cntv_cval_el0, %0\n\t"
			     "msr cntv_ctl_el0, %1\n\t"
			     "isb"
			     :
			     : "r"(ticks), "r"(on));
}

int machine_interrupt_enable(u32 number)
{
	if (number == timer)
		return -EINVAL;
	return gic_enable(number, number - first_message < message_count);
}

void machine_interrupt_disable(u32 number)
{
	gic_disable(number);
}

u32 machine_messages(u32 *first)
{
	*first = first_message;
	return message_count;
}

void machine_message(u32 number, u64 *address, u32 *data)
{
	*address = message_frame + MESSAGE_SET;
	*data = number;
}

int machine_pci_line(u32 device, u32 pin, u32 *number)
{
	struct fdt_bytes line = fdt_pci_line(device, pin);

	if (line.length == 0)
		return -ENXIO;
	*number = number_of(line, 0);
	return 0;
}
