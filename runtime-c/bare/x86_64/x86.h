/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
#ifndef BARE_X86_H
#define BARE_X86_H

#include "../core/machine.h"

/** x86_start() - the C entry, on the boot stack; @start_info comes from PVH */
_Noreturn void x86_start(u64 start_info);

/**
 * traps_start() - catch CPU exceptions, on a stack of their own, and interrupts
 *                 by interrupt_handle()
 */
void traps_start(void);

/** paging_start() - take page 0 and the stack's guard page away */
void paging_start(void);

/** serial_start() - 115200 baud on the first serial port */
void serial_start(void);

/** x86_rsdp() - the physical address of ACPI's root pointer, 0 if unknown */
u64 x86_rsdp(void);

/** pvh_read() - turn the PVH start info into a boot record */
void pvh_read(u64 start_info, struct machine_boot *boot);

/** enum x86_platform - how PCI is wired */
enum x86_platform {
	X86_UNKNOWN,
	X86_PC,
	X86_Q35,
	X86_MICROVM,
};

/** x86_platform() - told by the host bridge */
enum x86_platform x86_platform(void);

/** x86_pci_memory() - where BARs may go, if firmware did not place them */
struct machine_range x86_pci_memory(void);

#endif /* BARE_X86_H */
