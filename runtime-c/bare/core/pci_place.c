// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * What firmware does for PCI, for machines that start without: buses get
 * numbers, BARs and the windows of bridges get places. Depth first, so that a
 * bridge's window is what the functions behind it took.
 */
#include "bare.h"
#include "pci.h"

enum {
	BUS_NUMBERS = 0x18,
	PORT_WINDOW = 0x1c,
	MEMORY_WINDOW = 0x20,
	PREFETCHABLE_WINDOW = 0x24,
	PORT_WINDOW_UPPER = 0x30,
	/* A window that begins behind its end is closed. */
	PORT_WINDOW_CLOSED = 0x00f0,
	MEMORY_WINDOW_CLOSED = 0x0000fff0,
	PORT_WINDOW_UNIT = 0x1000,
	MEMORY_WINDOW_UNIT = 0x100000,
	BRIDGE_BARS = 2,
	FUNCTION_BARS = 6,
};

struct placement {
	struct pci_room room;
	u32 last_bus;
};

static void place_bus(struct vireo_pci_bus *bus, u32 number,
		      struct placement *placement);

/* Windows have coarse units: the rest of one is lost. */
static void align_room(struct machine_range *room, u64 unit)
{
	u64 skipped = (0 - room->base) & (unit - 1);

	if (skipped > room->length)
		skipped = room->length;
	room->base += skipped;
	room->length -= skipped;
}

static void align_rooms(struct pci_room *room)
{
	align_room(&room->memory, MEMORY_WINDOW_UNIT);
	align_room(&room->ports, PORT_WINDOW_UNIT);
}

static void open_windows(struct vireo_pci_bus *bus, u16 bridge, u64 memory,
			 u64 memory_end, u64 port, u64 port_end)
{
	u32 memory_window = MEMORY_WINDOW_CLOSED;
	u32 port_window = PORT_WINDOW_CLOSED;

	if (memory_end > memory)
		memory_window = (u32)((memory >> 16 & 0xfff0) |
				      ((memory_end - 1) & 0xfff00000));
	if (port_end > port)
		port_window = (u32)((port >> 8 & 0xf0) |
				    ((port_end - 1) & 0xf000));
	vireo_pci_write32(bus, bridge, MEMORY_WINDOW, memory_window);
	vireo_pci_write32(bus, bridge, PREFETCHABLE_WINDOW,
			  MEMORY_WINDOW_CLOSED);
	vireo_pci_write16(bus, bridge, PORT_WINDOW, (u16)port_window);
	vireo_pci_write32(bus, bridge, PORT_WINDOW_UPPER, 0);
	vireo_pci_write16(bus, bridge, PCI_COMMAND,
			  PCI_COMMAND_PORTS | PCI_COMMAND_MEMORY |
				  PCI_COMMAND_MASTER);
}

static void place_bridge(struct vireo_pci_bus *bus, u16 bridge,
			 struct placement *placement)
{
	u32 primary = bridge >> 8;
	u32 secondary = ++placement->last_bus;
	struct pci_room begin;

	if (secondary > bus->last_bus)
		bare_panic("PCI %02x:%02x.%x: no bus number left for a bridge",
			   primary, bridge >> 3 & 31, bridge & 7);
	pci_place_bars(bus, bridge, BRIDGE_BARS, &placement->room);
	/* Until what is behind is known, everything may be. */
	vireo_pci_write32(bus, bridge, BUS_NUMBERS,
			  primary | secondary << 8 | 0xff0000u);
	align_rooms(&placement->room);
	begin = placement->room;
	place_bus(bus, secondary, placement);
	align_rooms(&placement->room);
	vireo_pci_write32(bus, bridge, BUS_NUMBERS,
			  primary | secondary << 8 | placement->last_bus << 16);
	open_windows(bus, bridge, begin.memory.base,
		     placement->room.memory.base, begin.ports.base,
		     placement->room.ports.base);
}

static void place_function(struct vireo_pci_bus *bus, u16 function,
			   struct placement *placement)
{
	if (pci_is_bridge(bus, function))
		place_bridge(bus, function, placement);
	else
		pci_place_bars(bus, function, FUNCTION_BARS, &placement->room);
}

static void place_bus(struct vireo_pci_bus *bus, u32 number,
		      struct placement *placement)
{
	u32 begin = number * PCI_BUS_FUNCTIONS;
	u32 end = begin + PCI_BUS_FUNCTIONS;

	for (u32 at = pci_next_function(bus, begin, end); at < end;
	     at = pci_next_function(bus, at + 1, end))
		place_function(bus, (u16)at, placement);
}

void pci_place(struct vireo_pci_bus *bus, struct pci_room room)
{
	struct placement placement = { room, bus->first_bus };

	/* A BAR at port 0 would look like one without a place. */
	align_room(&placement.room.ports, PORT_WINDOW_UNIT);
	if (placement.room.ports.base == 0 && placement.room.ports.length) {
		placement.room.ports.base = PORT_WINDOW_UNIT;
		placement.room.ports.length -= PORT_WINDOW_UNIT;
	}
	place_bus(bus, bus->first_bus, &placement);
}
