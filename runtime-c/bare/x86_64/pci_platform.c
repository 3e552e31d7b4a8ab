// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What ACPI does not tell about PCI on QEMU's machines. q35's host bridge knows
 * its ECAM region. microvm has one at a fixed address, mentions it in no MCFG
 * table, and its firmware leaves the BARs without addresses.
 */
#include "../core/pci.h"
#include "x86.h"

enum { Q35_PCIEXBAR = 0x60 };

#define PC_HOST_BRIDGE 0x12378086u
#define Q35_HOST_BRIDGE 0x29c08086u
#define PCIEXBAR_ENABLE 1u
#define MICROVM_ECAM 0xe0000000ull
#define MICROVM_HOST_BRIDGE 0x00081b36u
#define MICROVM_PCI_MEMORY 0xc0000000ull
#define MICROVM_PCI_MEMORY_BYTES 0x20000000ull

enum x86_platform x86_platform(void)
{
	const void __iomem *bridge =
		(const void __iomem __force *)(uintptr_t)MICROVM_ECAM;
	struct vireo_pci_bus *ports = machine_pci_ports();

	/* A pc or a q35 has other things where microvm has its ECAM. */
	if (!ports)
		return vireo_read32(bridge) == MICROVM_HOST_BRIDGE ?
			       X86_MICROVM :
			       X86_UNKNOWN;
	switch (vireo_pci_read32(ports, 0, 0)) {
	case PC_HOST_BRIDGE:
		return X86_PC;
	case Q35_HOST_BRIDGE:
		return X86_Q35;
	default:
		return X86_UNKNOWN;
	}
}

static bool q35_ecam(u64 *base, u8 *last_bus)
{
	struct vireo_pci_bus *ports = machine_pci_ports();
	u32 low;

	if (x86_platform() != X86_Q35)
		return false;
	low = vireo_pci_read32(ports, 0, Q35_PCIEXBAR);
	if (!(low & PCIEXBAR_ENABLE))
		return false;
	/* Bits 2:1 of the register say 256, 128 or 64 buses. */
	*base = (u64)vireo_pci_read32(ports, 0, Q35_PCIEXBAR + 4) << 32 |
		(low & 0xfc000000u);
	*last_bus = (u8)((256u >> (low >> 1 & 3u)) - 1);
	return true;
}

bool machine_pci_ecam(u64 *base, u8 *first_bus, u8 *last_bus)
{
	*first_bus = 0;
	if (q35_ecam(base, last_bus))
		return true;
	if (x86_platform() != X86_MICROVM)
		return false;
	*base = MICROVM_ECAM;
	*last_bus = 255;
	return true;
}

struct machine_range x86_pci_memory(void)
{
	struct machine_range memory = { 0, 0 };

	if (x86_platform() == X86_MICROVM) {
		memory.base = MICROVM_PCI_MEMORY;
		memory.length = MICROVM_PCI_MEMORY_BYTES;
	}
	return memory;
}

bool machine_ports(struct machine_range *ports)
{
	ports->base = X86_PORT_COOKIE;
	ports->length = 65536;
	return true;
}
