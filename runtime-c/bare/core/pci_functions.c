// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Which functions there are, and where their registers lie. */
#include "bare.h"
#include "pci.h"

enum {
	HEADER_MULTIFUNCTION = 0x80,
	HEADER_LAYOUT = 0x7f,
	HEADER_BRIDGE = 1,
	FUNCTIONS = 8,
};

bool pci_is_bridge(struct vireo_pci_bus *bus, u16 function)
{
	return (vireo_pci_read8(bus, function, PCI_HEADER_TYPE) &
		HEADER_LAYOUT) == HEADER_BRIDGE;
}

static bool present(struct vireo_pci_bus *bus, u16 function)
{
	return vireo_pci_read16(bus, function, 0) != 0xffff;
}

/* Functions 1 to 7 may answer for function 0 where there is only one. */
static bool has_more_functions(struct vireo_pci_bus *bus, u16 first)
{
	return present(bus, first) &&
	       (vireo_pci_read8(bus, first, PCI_HEADER_TYPE) &
		HEADER_MULTIFUNCTION);
}

u32 pci_next_function(struct vireo_pci_bus *bus, u32 from, u32 end)
{
	u32 at = from;

	while (at < end) {
		u32 first = at / FUNCTIONS * FUNCTIONS;

		if (at != first && !has_more_functions(bus, (u16)first))
			at = first + FUNCTIONS;
		else if (present(bus, (u16)at))
			return at;
		else
			at++;
	}
	return end;
}

void pci_each_function(struct vireo_pci_bus *bus, u32 number,
		       void (*visit)(struct vireo_pci_bus *bus, u16 function,
				     void *context),
		       void *context)
{
	u32 begin = number * PCI_BUS_FUNCTIONS;
	u32 end = begin + PCI_BUS_FUNCTIONS;

	for (u32 at = pci_next_function(bus, begin, end); at < end;
	     at = pci_next_function(bus, at + 1, end)) {
		u16 function = (u16)at;
		u32 behind;

		visit(bus, function, context);
		if (!pci_is_bridge(bus, function))
			continue;
		/* A bridge that is not set up has no bus behind it yet. */
		behind = vireo_pci_read8(bus, function, PCI_SECONDARY_BUS);
		if (behind > number)
			pci_each_function(bus, behind, visit, context);
	}
}

bool pci_memory_bar(struct vireo_pci_bus *bus, u16 function, u32 bar,
		    u64 *address)
{
	u16 at = (u16)(PCI_BAR0 + 4 * bar);
	u32 low;

	if (bar > 5)
		return false;
	low = vireo_pci_read32(bus, function, at);
	if (low & PCI_BAR_PORTS)
		return false;
	*address = low & ~(u32)PCI_BAR_FLAGS;
	if ((low & PCI_BAR_TYPE_MASK) == PCI_BAR_TYPE_64)
		*address |= (u64)vireo_pci_read32(bus, function, (u16)(at + 4))
			    << 32;
	return *address != 0;
}
