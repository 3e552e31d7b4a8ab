/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * The line between the portable core and one architecture. A new architecture
 * supplies the machine_* functions and vireo_relax(), fills in a boot record
 * and calls core_start().
 */
#ifndef BARE_MACHINE_H
#define BARE_MACHINE_H

#include "bare.h"

enum { MACHINE_MAX_RANGES = 64, MACHINE_MAX_COMMAND_LINE = 2048 };

/** struct machine_range - physical memory, all of it RAM that is free to use */
struct machine_range {
	u64 base;
	u64 length;
};

/**
 * struct machine_boot - what the boot loader told
 * @command_line: copied, always ended
 * @ranges: usable RAM without the kernel's image, in no particular order
 * @range_count: entries of @ranges in use
 * @rsdp: physical address of the ACPI root pointer, 0 if unknown
 * @pci_memory: where BARs without an address may be placed, below 4 GiB;
 *              length 0 where firmware has placed them all
 * @pci_ports: the same for I/O ports, in numbers of ports; length 0 where
 *             there are none to give
 * @device_tree: the flattened device tree, NULL where there is none
 */
struct machine_boot {
	char command_line[MACHINE_MAX_COMMAND_LINE];
	struct machine_range ranges[MACHINE_MAX_RANGES];
	u32 range_count;
	u64 rsdp;
	struct machine_range pci_memory;
	struct machine_range pci_ports;
	const u8 *device_tree;
};

/** core_start() - run the program; called once, on the boot stack */
_Noreturn void core_start(const struct machine_boot *boot);

/* --- supplied by the architecture --- */

void machine_console_put(char c);

/**
 * machine_exit_code() - the exit code that QEMU shall end with
 *
 * QEMU exits with 1 when it cannot even start, and with 0 when the machine is
 * switched off: no status comes out as either.
 */
static inline u32 machine_exit_code(int status)
{
	return status == BARE_STATUS_PANIC ? 251 : 33 + 2 * (u32)status;
}

/** machine_exit() - end QEMU with machine_exit_code() */
_Noreturn void machine_exit(int status);

/** machine_clock_start() - make vireo_clock_ns() run */
void machine_clock_start(void);

/**
 * machine_map() - make physical memory reachable at the same virtual address
 * @device: device registers, not to be cached
 *
 * Page tables come from memory_take_pages(). What is mapped already may be
 * mapped again.
 *
 * Return: 0, -ENOMEM, or -EINVAL for a range that the CPU cannot reach.
 */
int __must_check machine_map(u64 physical, u64 length, bool device);

/** machine_mapped_limit() - RAM below this address is mapped at boot */
u64 machine_mapped_limit(void);

/**
 * machine_pci_ecam() - where ECAM is when ACPI does not tell
 *
 * Return: whether the platform has an ECAM region it can find by itself.
 */
bool machine_pci_ecam(u64 *base, u8 *first_bus, u8 *last_bus);

/** machine_pci_ports() - a domain through I/O ports, or NULL */
struct vireo_pci_bus *machine_pci_ports(void);

/**
 * machine_ports() - where PCI's I/O ports are
 * @ports: filled in: what vireo_read8() and its kin take as the address of port
 *         0, reachable at once, and how many ports there are
 *
 * Return: whether this machine has any.
 */
bool machine_ports(struct machine_range *ports);

/* --- interrupts ---
 *
 * An interrupt has a number below MACHINE_INTERRUPTS. A line's number is the
 * one that the machine's own description uses: x86's global system interrupt,
 * the GIC's INTID, the PLIC's source. Lines are level-triggered. A message
 * (MSI) has a number from a range of its own, which may be any that the machine
 * can tell apart.
 *
 * The program runs with interrupts on, on one CPU. Everything is masked until
 * machine_interrupt_enable().
 */

enum { MACHINE_INTERRUPTS = 1024, MACHINE_MAX_MESSAGES = 256 };

/**
 * core_interrupt() - an interrupt has arrived
 *
 * Called by the architecture with interrupts off, and before a level-triggered
 * interrupt is ended at its controller: the handlers make the device let go of
 * the line. Timer interrupts are the architecture's own and do not come here.
 */
void core_interrupt(u32 number);

/**
 * machine_interrupts_start() - set the controllers up, everything masked
 *
 * Called once with interrupts off, after the clock and memory; leaves them off.
 */
void machine_interrupts_start(void);

/** machine_interrupts_off() - returns whether they were on */
bool machine_interrupts_off(void);

/** machine_interrupts_restore() - turn them on if @were_on */
void machine_interrupts_restore(bool were_on);

/**
 * machine_sleep() - wait for an interrupt and have it handled
 *
 * Called with interrupts off, returns with interrupts off. One that is pending
 * at the call ends the wait at once (x86's "sti; hlt; cli"; elsewhere "wfi",
 * interrupts on for an instruction, off again). May return for no reason.
 */
void machine_sleep(void);

/**
 * machine_timer_at() - let one interrupt end machine_sleep() at a time
 * @at: on vireo_clock_ns(); in the past: at once; ~0: none is wanted any more,
 *      though one may still come. A timer may fire earlier, because it cannot
 *      reach so far or is set for an earlier time; none noticeably later.
 */
void machine_timer_at(u64 at);

/**
 * machine_interrupt_enable() - let an interrupt through to the CPU
 *
 * Return: 0, or -EINVAL for a number that this machine does not have.
 */
int __must_check machine_interrupt_enable(u32 number);

/** machine_interrupt_disable() - mask it again; none is delivered after it */
void machine_interrupt_disable(u32 number);

/**
 * machine_messages() - the numbers that are messages
 * @first: filled in
 *
 * Return: how many there are from @first on, at most MACHINE_MAX_MESSAGES; 0
 * where PCI functions cannot send any.
 */
u32 machine_messages(u32 *first);

/** machine_message() - what a function writes, and where, to raise a message */
void machine_message(u32 number, u64 *address, u32 *data);

/**
 * machine_pci_line() - where a pin of a device on the first bus ends
 * @device: 0 to 31
 * @pin: 0 for INTA to 3 for INTD, after the swizzles of bridges in between
 *
 * Return: 0, or -ENXIO where the machine does not know.
 */
int __must_check machine_pci_line(u32 device, u32 pin, u32 *number);

#endif /* BARE_MACHINE_H */
