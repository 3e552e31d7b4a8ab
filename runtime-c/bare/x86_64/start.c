// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "x86.h"

/* Too large for the stack, and wanted for as long as the machine runs. */
static struct machine_boot boot;

void x86_start(u64 start_info)
{
	serial_start();
	traps_start();
	/* Some boot loaders leave the start info in page 0. */
	pvh_read(start_info, &boot);
	paging_start();
	boot.pci_memory = x86_pci_memory();
	core_start(&boot);
}

u64 x86_rsdp(void)
{
	return boot.rsdp;
}

void vireo_relax(void)
{
	__builtin_ia32_pause();
}
