// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Placing BARs, for machines that start without firmware that does. Only the
 * first bus: a bridge has no bus numbers on such a machine either.
 */
#include "bare.h"
#include "pci.h"

enum {
	PCI_COMMAND = 0x04,
	PCI_COMMAND_DECODE = 0x3,
	PCI_HEADER_TYPE = 0x0e,
	PCI_HEADER_MULTIFUNCTION = 0x80,
	PCI_BAR0 = 0x10,
	PCI_BARS = 6,
	BAR_IO = 0x1,
	BAR_TYPE_64 = 0x4,
	BAR_TYPE_MASK = 0x6,
	BAR_FLAGS = 0xf,
};

static u32 probe_bar(struct vireo_pci_bus *bus, u16 function, u16 bar)
{
	u32 before = vireo_pci_read32(bus, function, bar);
	u32 mask;

	vireo_pci_write32(bus, function, bar, ~0u);
	mask = vireo_pci_read32(bus, function, bar);
	vireo_pci_write32(bus, function, bar, before);
	return mask;
}

/* Returns how many BAR registers the BAR takes. */
static u32 place_bar(struct vireo_pci_bus *bus, u16 function, u16 bar,
		     struct machine_range *room)
{
	u32 flags = vireo_pci_read32(bus, function, bar);
	bool wide = !(flags & BAR_IO) && (flags & BAR_TYPE_MASK) == BAR_TYPE_64;
	u64 mask = probe_bar(bus, function, bar) & ~(u32)BAR_FLAGS;
	u64 address = flags & ~(u32)BAR_FLAGS;
	u64 size;
	u64 start;

	if (flags & BAR_IO || mask == 0)
		return wide ? 2 : 1;
	if (wide) {
		mask |= (u64)probe_bar(bus, function, (u16)(bar + 4)) << 32;
		address |= (u64)vireo_pci_read32(bus, function, (u16)(bar + 4))
			   << 32;
	} else {
		mask |= 0xffffffff00000000ull;
	}
	if (address)
		return wide ? 2 : 1;

	size = ~mask + 1;
	start = (room->base + size - 1) & mask;
	if (start + size > room->base + room->length)
		bare_panic("PCI %02x:%02x.%x: no room for a BAR of 0x%llx bytes",
			   function >> 8, function >> 3 & 31, function & 7, size);
	room->length -= start + size - room->base;
	room->base = start + size;
	vireo_pci_write32(bus, function, bar, (u32)start);
	if (wide)
		vireo_pci_write32(bus, function, (u16)(bar + 4),
				  (u32)(start >> 32));
	return wide ? 2 : 1;
}

static void place_function(struct vireo_pci_bus *bus, u16 function,
			   struct machine_range *room)
{
	u16 command = vireo_pci_read16(bus, function, PCI_COMMAND);
	u32 bar = 0;

	/* A bridge, or another header without six BARs, is left alone. */
	if ((vireo_pci_read8(bus, function, PCI_HEADER_TYPE) & 0x7f) != 0)
		return;
	vireo_pci_write16(bus, function, PCI_COMMAND,
			  (u16)(command & ~PCI_COMMAND_DECODE));
	while (bar < PCI_BARS)
		bar += place_bar(bus, function, (u16)(PCI_BAR0 + 4 * bar), room);
	vireo_pci_write16(bus, function, PCI_COMMAND, command);
}

void pci_place_bars(struct vireo_pci_bus *bus, struct machine_range memory)
{
	for (u32 device = 0; device < 32; device++) {
		u16 first = (u16)((u32)bus->first_bus << 8 | device << 3);
		u32 functions = 1;

		if (vireo_pci_read16(bus, first, 0) == 0xffff)
			continue;
		if (vireo_pci_read8(bus, first, PCI_HEADER_TYPE) &
		    PCI_HEADER_MULTIFUNCTION)
			functions = 8;
		for (u32 i = 0; i < functions; i++) {
			u16 function = (u16)(first + i);

			if (vireo_pci_read16(bus, function, 0) != 0xffff)
				place_function(bus, function, &memory);
		}
	}
}
