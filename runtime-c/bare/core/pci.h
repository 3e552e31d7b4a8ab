/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
#ifndef BARE_PCI_H
#define BARE_PCI_H

#include "machine.h"

/**
 * struct vireo_pci_bus - a PCI domain and one way into its configuration space
 * @name: "ecam" or "ports"
 * @read: a value of @width bytes, all ones where nothing answers
 * @write: a value of @width bytes
 * @ecam: address of the configuration space of @first_bus, for ECAM
 * @first_bus: lowest bus number that can be reached
 * @last_bus: highest bus number that can be reached
 */
struct vireo_pci_bus {
	const char *name;
	u32 (*read)(const struct vireo_pci_bus *bus, u16 function, u16 offset,
		    u32 width);
	void (*write)(const struct vireo_pci_bus *bus, u16 function, u16 offset,
		      u32 width, u32 value);
	u64 ecam;
	u8 first_bus;
	u8 last_bus;
};

/** pci_ecam_open() - make @bus reach @first_bus to @last_bus through ECAM */
int __must_check pci_ecam_open(struct vireo_pci_bus *bus, u64 base,
			       u8 first_bus, u8 last_bus);

/**
 * pci_place_bars() - give every memory BAR of the first bus without an address
 *                    a place in @memory
 *
 * For platforms whose firmware leaves that to the kernel.
 */
void pci_place_bars(struct vireo_pci_bus *bus, struct machine_range memory);

#endif /* BARE_PCI_H */
