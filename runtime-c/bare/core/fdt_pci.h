/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* The PCI host bridge with ECAM that a device tree describes. */
#ifndef BARE_FDT_PCI_H
#define BARE_FDT_PCI_H

#include "fdt.h"

/** fdt_pci_read() - find the bridge; tell @boot where BARs may be placed */
void fdt_pci_read(const u8 *fdt, struct machine_boot *boot);

/** fdt_pci_ecam() - machine_pci_ecam() of such a machine */
bool fdt_pci_ecam(u64 *base, u8 *first_bus, u8 *last_bus);

/** fdt_pci_ports() - machine_ports() of such a machine */
bool fdt_pci_ports(struct machine_range *ports);

/**
 * fdt_pci_line() - where the wire of an interrupt pin ends
 * @device: 0 to 31, on the first bus
 * @pin: 0 for INTA to 3 for INTD
 *
 * Return: what the interrupt controller at the wire's end calls it, in as many
 * cells as it likes; length 0 if the wire goes nowhere.
 */
struct fdt_bytes fdt_pci_line(u32 device, u32 pin);

#endif /* BARE_FDT_PCI_H */
