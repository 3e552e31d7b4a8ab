// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "fdt_pci.h"

enum {
	/* PCI's address of three cells, the CPU's of two, a size of two. */
	RANGE_BYTES = 28,
	RANGE_PCI = 4,
	RANGE_CPU = 12,
	RANGE_SIZE = 20,
	SPACE_MASK = 0x03000000,
	SPACE_PORTS = 0x01000000,
	SPACE_MEMORY_32 = 0x02000000,
	/* Interrupt map: PCI's address, a pin, then the controller's phandle. */
	MAP_PIN = 12,
	MAP_PHANDLE = 16,
	MAP_PARENT = 20,
};

static const u8 *tree;
static struct fdt_node bridge;
static struct machine_range port_window;

static void read_range(struct fdt_bytes ranges, u32 at,
		       struct machine_boot *boot)
{
	u64 pci = fdt_number(ranges, at + RANGE_PCI, 2);
	struct machine_range cpu = {
		fdt_number(ranges, at + RANGE_CPU, 2),
		fdt_number(ranges, at + RANGE_SIZE, 2),
	};

	switch (fdt_number(ranges, at, 1) & SPACE_MASK) {
	case SPACE_PORTS:
		boot->pci_ports.base = pci;
		boot->pci_ports.length = cpu.length;
		port_window.base = cpu.base - pci;
		port_window.length = pci + cpu.length;
		break;
	case SPACE_MEMORY_32:
		/* A BAR's content is used as the CPU's address. */
		if (pci == cpu.base)
			boot->pci_memory = cpu;
		break;
	default:
		break;
	}
}

void fdt_pci_read(const u8 *fdt, struct machine_boot *boot)
{
	struct fdt_bytes ranges;

	tree = fdt;
	bridge = fdt_compatible(fdt, "pci-host-ecam-generic");
	ranges = fdt_value(fdt, bridge, "ranges");
	for (u32 at = 0; at + RANGE_BYTES <= ranges.length; at += RANGE_BYTES)
		read_range(ranges, at, boot);
}

bool fdt_pci_ecam(u64 *base, u8 *first_bus, u8 *last_bus)
{
	struct machine_range reg = fdt_reg(tree, bridge, 0);
	struct fdt_bytes buses = fdt_value(tree, bridge, "bus-range");

	if (reg.length == 0)
		return false;
	*base = reg.base;
	*first_bus = (u8)fdt_number(buses, 0, 1);
	*last_bus = buses.length ? (u8)fdt_number(buses, 4, 1) :
				   (u8)((reg.length >> 20) - 1);
	return true;
}

bool fdt_pci_ports(struct machine_range *ports)
{
	if (port_window.length == 0 ||
	    machine_map(port_window.base, port_window.length, true))
		return false;
	*ports = port_window;
	return true;
}

/* Without a mask everything counts. */
static u64 masked(struct fdt_bytes mask, u32 at, u64 value)
{
	return mask.length ? value & fdt_number(mask, at, 1) : value;
}

struct fdt_bytes fdt_pci_line(u32 device, u32 pin)
{
	struct fdt_bytes map = fdt_value(tree, bridge, "interrupt-map");
	struct fdt_bytes mask = fdt_value(tree, bridge, "interrupt-map-mask");
	u64 wanted_address = masked(mask, 0, device << 11);
	u64 wanted_pin = masked(mask, MAP_PIN, pin + 1);
	struct fdt_bytes nowhere = { NULL, 0 };
	u32 at = 0;

	while (at + MAP_PARENT <= map.length) {
		struct fdt_node controller =
			fdt_phandle(tree, fdt_number(map, at + MAP_PHANDLE, 1));
		struct fdt_bytes line = {
			map.data + at + MAP_PARENT +
				4 * fdt_cell(tree, controller, "#address-cells"),
			4 * fdt_cell(tree, controller, "#interrupt-cells"),
		};
		u32 next = (u32)(line.data + line.length - map.data);

		if (next > map.length)
			break;
		if (fdt_number(map, at, 1) == wanted_address &&
		    fdt_number(map, at + MAP_PIN, 1) == wanted_pin)
			return line;
		at = next;
	}
	return nowhere;
}
