// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Where INTx pins end, without an interpreter for ACPI's bytecode: three
 * machines, three answers, each from the registers where there are any.
 *
 * q35: the chipset's eight lines PIRQA to PIRQH are global system interrupts 16
 * to 23. For devices 25 to 31 its registers DnIR say which pin drives which of
 * them (ICH9 datasheet, "Chipset Configuration Registers"); for all others
 * QEMU's wiring is PIRQE plus the sum of device and pin, modulo 4.
 * pc: the chipset's four lines PIRQA to PIRQD, found by one less than the sum
 * of device and pin, modulo 4, drive the ISA interrupts that firmware wrote into
 * its registers PIRQRCA to PIRQRCD (PIIX3 datasheet). These have the same
 * numbers at the I/O APIC.
 * microvm: four lines in a row, device and pin added up modulo 4. They begin at
 * 16 where there is a second I/O APIC for virtio-mmio, at 12 without.
 */
#include "../core/pci.h"
#include "apic.h"
#include "x86.h"

enum {
	PINS = 4,
	Q35_FIRST_LINE = 16,
	Q35_PIRQE = 4,
	Q35_LPC = 31 << 3,
	Q35_LPC_RCBA = 0xf0,
	Q35_RCBA_ENABLE = 1,
	Q35_FIRST_ROUTED = 25,
	MICROVM_SECOND_IOAPIC = 24,
	MICROVM_LINES = 16,
	MICROVM_LINES_ALONE = 12,
	PC_ISA_BRIDGE = 1 << 3,
	PC_PIRQ_ROUTES = 0x60,
	PC_PIRQ_OFF = 0x80,
};

static int q35_line(u32 device, u32 pin, u32 *number)
{
	/* D25IR to D31IR; device 30 is a bridge, its pins PIRQE to PIRQH. */
	static const u16 routes[] = { 0x3150, 0x314c, 0x3148, 0x3146,
				      0x3144, 0,      0x3140 };
	u32 rcba;
	u32 route;

	if (device < Q35_FIRST_ROUTED) {
		*number = Q35_FIRST_LINE + Q35_PIRQE + (device + pin) % PINS;
		return 0;
	}
	if (!routes[device - Q35_FIRST_ROUTED]) {
		*number = Q35_FIRST_LINE + Q35_PIRQE + pin;
		return 0;
	}
	rcba = vireo_pci_read32(machine_pci_ports(), Q35_LPC, Q35_LPC_RCBA);
	if (!(rcba & Q35_RCBA_ENABLE))
		return -ENXIO;
	route = vireo_read16((const u8 __iomem __force *)(uintptr_t)(
		(rcba & ~0x3fffu) + routes[device - Q35_FIRST_ROUTED]));
	*number = Q35_FIRST_LINE + (route >> 4 * pin & 7);
	return 0;
}

static int pc_line(u32 device, u32 pin, u32 *number)
{
	u16 at = (u16)(PC_PIRQ_ROUTES + (device + pin - 1) % PINS);
	u8 route = vireo_pci_read8(machine_pci_ports(), PC_ISA_BRIDGE, at);

	if (route & PC_PIRQ_OFF)
		return -ENXIO;
	*number = route & 0xf;
	return 0;
}

int machine_pci_line(u32 device, u32 pin, u32 *number)
{
	switch (x86_platform()) {
	case X86_Q35:
		return q35_line(device, pin, number);
	case X86_PC:
		return pc_line(device, pin, number);
	case X86_MICROVM:
		*number = (ioapic_has(MICROVM_SECOND_IOAPIC) ?
				   MICROVM_LINES :
				   MICROVM_LINES_ALONE) +
			  (device + pin) % PINS;
		return 0;
	default:
		return -ENXIO;
	}
}
