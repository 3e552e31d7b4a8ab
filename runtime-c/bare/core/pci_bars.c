// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* A BAR's size is found by writing ones; its place has to be aligned to it. */
#include "bare.h"
#include "pci.h"

enum { PORT_BAR_FLAGS = 0x3, COMMAND_DECODE = 0x3 };

static u32 probe_bar(struct vireo_pci_bus *bus, u16 function, u16 bar)
{
	u32 before = vireo_pci_read32(bus, function, bar);
	u32 mask;

	vireo_pci_write32(bus, function, bar, ~0u);
	mask = vireo_pci_read32(bus, function, bar);
	vireo_pci_write32(bus, function, bar, before);
	return mask;
}

static u64 take_room(struct machine_range *room, u64 size, u16 function,
		     const char *what)
{
	u64 start = (room->base + size - 1) & ~(size - 1);

	if (start + size > room->base + room->length)
		bare_panic("PCI %02x:%02x.%x: no room for a BAR of 0x%llx %s",
			   function >> 8, function >> 3 & 31, function & 7,
			   size, what);
	room->length -= start + size - room->base;
	room->base = start + size;
	return start;
}

static void place_ports(struct vireo_pci_bus *bus, u16 function, u16 bar,
			u32 value, struct machine_range *room)
{
	u32 mask = probe_bar(bus, function, bar) & ~(u32)PORT_BAR_FLAGS;

	if (mask == 0 || value & ~(u32)PORT_BAR_FLAGS || room->length == 0)
		return;
	/* The upper half of the register may be fixed at 0. */
	mask |= 0xffff0000u;
	vireo_pci_write32(bus, function, bar,
			  (u32)take_room(room, ~mask + 1u, function, "ports"));
}

/* Returns how many BAR registers the BAR takes. */
static u32 place_memory(struct vireo_pci_bus *bus, u16 function, u16 bar,
			u32 value, struct machine_range *room)
{
	bool wide = (value & PCI_BAR_TYPE_MASK) == PCI_BAR_TYPE_64;
	u64 mask = probe_bar(bus, function, bar) & ~(u32)PCI_BAR_FLAGS;
	u64 address = value & ~(u32)PCI_BAR_FLAGS;
	u64 start;

	if (mask == 0)
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

	start = take_room(room, ~mask + 1, function, "bytes");
	vireo_pci_write32(bus, function, bar, (u32)start);
	if (wide)
		vireo_pci_write32(bus, function, (u16)(bar + 4),
				  (u32)(start >> 32));
	return wide ? 2 : 1;
}

void pci_place_bars(struct vireo_pci_bus *bus, u16 function, u32 count,
		    struct pci_room *room)
{
	u16 command = vireo_pci_read16(bus, function, PCI_COMMAND);
	u32 bar = 0;

	vireo_pci_write16(bus, function, PCI_COMMAND,
			  (u16)(command & ~COMMAND_DECODE));
	while (bar < count) {
		u16 at = (u16)(PCI_BAR0 + 4 * bar);
		u32 value = vireo_pci_read32(bus, function, at);

		if (value & PCI_BAR_PORTS) {
			place_ports(bus, function, at, value, &room->ports);
			bar++;
		} else {
			bar += place_memory(bus, function, at, value,
					    &room->memory);
		}
	}
	vireo_pci_write16(bus, function, PCI_COMMAND, command);
}
