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
 */
struct machine_boot {
	char command_line[MACHINE_MAX_COMMAND_LINE];
	struct machine_range ranges[MACHINE_MAX_RANGES];
	u32 range_count;
	u64 rsdp;
	struct machine_range pci_memory;
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

#endif /* BARE_MACHINE_H */
