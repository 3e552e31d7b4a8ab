// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * INTx. A function has one of four pins; each bridge on the way to the first
 * bus turns them by the device's number (PCI-to-PCI Bridge 1.2, table 9-1).
 */
#include "bare.h"
#include "pci.h"

enum { PINS = 4 };

struct search {
	u32 secondary;
	u16 bridge;
	bool found;
};

static void compare(struct vireo_pci_bus *bus, u16 function, void *context)
{
	struct search *search = context;

	if (pci_is_bridge(bus, function) &&
	    vireo_pci_read8(bus, function, PCI_SECONDARY_BUS) ==
		    search->secondary) {
		search->bridge = function;
		search->found = true;
	}
}

/* The bridge to a bus. */
static bool find_bridge(struct vireo_pci_bus *bus, u32 secondary, u16 *bridge)
{
	struct search search = { secondary, 0, false };

	pci_each_function(bus, bus->first_bus, compare, &search);
	*bridge = search.bridge;
	return search.found;
}

int vireo_pci_line_number(struct vireo_pci_bus *bus, u16 function, u32 *number)
{
	u32 pin = vireo_pci_read8(bus, function, PCI_INTERRUPT_PIN) - 1u;
	u16 at = function;
	u16 command;
	int err;

	if (pin >= PINS)
		return -ENXIO;
	while (at >> 8 != bus->first_bus) {
		pin = (pin + (at >> 3 & 31)) % PINS;
		if (!find_bridge(bus, at >> 8, &at))
			return -ENXIO;
	}
	err = machine_pci_line(at >> 3 & 31, pin, number);
	if (err)
		return err;

	/* From here on somebody listens. */
	command = vireo_pci_read16(bus, function, PCI_COMMAND);
	vireo_pci_write16(bus, function, PCI_COMMAND,
			  (u16)(command & ~PCI_COMMAND_NO_LINE));
	return 0;
}

static void quiet(struct vireo_pci_bus *bus, u16 function, void *context)
{
	(void)context;
	vireo_pci_write16(bus, function, PCI_COMMAND,
			  vireo_pci_read16(bus, function, PCI_COMMAND) |
				  PCI_COMMAND_NO_LINE);
}

void pci_quiet_lines(struct vireo_pci_bus *bus)
{
	pci_each_function(bus, bus->first_bus, quiet, NULL);
}
