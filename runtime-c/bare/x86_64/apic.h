/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* The CPU's own interrupt controller, and those that lines end at. */
#ifndef BARE_X86_APIC_H
#define BARE_X86_APIC_H

#include <vireo/port.h>

enum {
	/* The vector of interrupt 0. Exceptions are below. */
	APIC_FIRST_VECTOR = 32,
	/* The numbers of messages follow those of all lines. */
	APIC_LINES = 64,
	APIC_MESSAGES = 128,
	APIC_TIMER_VECTOR = 254,
	APIC_SPURIOUS_VECTOR = 255,
};

/** lapic_start() - switch the local APIC on, all of its own sources masked */
void lapic_start(void);

/** lapic_id() - what names this CPU in a message */
u32 lapic_id(void);

/** lapic_end() - the interrupt that is being handled has been dealt with */
void lapic_end(void);

/** lapic_timer_fired() - the timer's interrupt has come */
void lapic_timer_fired(void);

/** ioapic_start() - find the I/O APICs and mask all of their lines */
void ioapic_start(void);

/** ioapic_unmask() - deliver a line, level-triggered; -EINVAL without such */
int __must_check ioapic_unmask(u32 line);

/** ioapic_mask() - deliver it no more */
void ioapic_mask(u32 line);

/** ioapic_has() - whether there is such a line */
bool ioapic_has(u32 line);

#endif /* BARE_X86_APIC_H */
