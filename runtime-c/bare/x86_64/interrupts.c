// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Interrupts of the CPU: vector = number + 32, lines first, then messages. */
#include "apic.h"
#include "bare.h"
#include "io.h"
#include "x86.h"

enum {
	PIC_MASTER_MASK = 0x21,
	PIC_SLAVE_MASK = 0xa1,
	MESSAGE_CPU_SHIFT = 12,
	RFLAGS_INTERRUPTS = 0x200,
};

#define MESSAGE_ADDRESS 0xfee00000u

void interrupt_handle(u64 vector);

void interrupt_handle(u64 vector)
{
	/* A spurious interrupt is none: there is nothing to end. */
	if (vector == APIC_SPURIOUS_VECTOR)
		return;
	if (vector == APIC_TIMER_VECTOR)
		lapic_timer_fired();
	else
		core_interrupt((u32)vector - APIC_FIRST_VECTOR);
	lapic_end();
}

void machine_interrupts_start(void)
{
	io_write8(PIC_MASTER_MASK, 0xff);
	io_write8(PIC_SLAVE_MASK, 0xff);
	lapic_start();
	ioapic_start();
}

bool machine_interrupts_off(void)
{
	u64 flags;

	__asm__ __volatile__("pushfq\n\tpopq %0\n\tcli"
			     : "=r"(flags)
			     :
			     : "memory");
	return flags & RFLAGS_INTERRUPTS;
}

void machine_interrupts_restore(bool were_on)
{
	if (were_on)
		__asm__ __volatile__("sti" : : : "memory");
}

void machine_sleep(void)
{
	/* Interrupts come on only after the instruction behind sti. */
	__asm__ __volatile__("sti\n\thlt\n\tcli" : : : "memory");
}

int machine_interrupt_enable(u32 number)
{
	if (number >= APIC_LINES)
		return number < APIC_LINES + APIC_MESSAGES ? 0 : -EINVAL;
	return ioapic_unmask(number);
}

void machine_interrupt_disable(u32 number)
{
	if (number < APIC_LINES)
		ioapic_mask(number);
}

u32 machine_messages(u32 *first)
{
	*first = APIC_LINES;
	return APIC_MESSAGES;
}

void machine_message(u32 number, u64 *address, u32 *data)
{
	*address = MESSAGE_ADDRESS | lapic_id() << MESSAGE_CPU_SHIFT;
	*data = number + APIC_FIRST_VECTOR;
}
