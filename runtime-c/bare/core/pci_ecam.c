// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* PCI Express configuration space as memory: 4096 bytes a function. */
#include "bare.h"
#include "pci.h"

static void __iomem *ecam_at(const struct vireo_pci_bus *bus, u16 function,
			     u16 offset)
{
	u64 address = bus->ecam + ((u64)function << 12) -
		      ((u64)bus->first_bus << 20) + offset;

	return (void __iomem __force *)(uintptr_t)address;
}

static bool reaches(const struct vireo_pci_bus *bus, u16 function, u16 offset,
		    u32 width)
{
	return function >> 8 >= bus->first_bus &&
	       function >> 8 <= bus->last_bus && offset + width <= 4096;
}

static u32 ecam_read(const struct vireo_pci_bus *bus, u16 function, u16 offset,
		     u32 width)
{
	if (!reaches(bus, function, offset, width))
		return ~0u;
	switch (width) {
	case 1:
		return vireo_read8(ecam_at(bus, function, offset));
	case 2:
		return vireo_read16(ecam_at(bus, function, offset));
	default:
		return vireo_read32(ecam_at(bus, function, offset));
	}
}

static void ecam_write(const struct vireo_pci_bus *bus, u16 function,
		       u16 offset, u32 width, u32 value)
{
	if (!reaches(bus, function, offset, width))
		return;
	switch (width) {
	case 1:
		vireo_write8((u8)value, ecam_at(bus, function, offset));
		break;
	case 2:
		vireo_write16((u16)value, ecam_at(bus, function, offset));
		break;
	default:
		vireo_write32(value, ecam_at(bus, function, offset));
		break;
	}
}

int pci_ecam_open(struct vireo_pci_bus *bus, u64 base, u8 first_bus, u8 last_bus)
{
	u64 length = ((u64)last_bus - first_bus + 1) << 20;
	int err = machine_map(base, length, true);

	if (err)
		return err;
	bus->name = "ecam";
	bus->read = ecam_read;
	bus->write = ecam_write;
	bus->ecam = base;
	bus->first_bus = first_bus;
	bus->last_bus = last_bus;
	return 0;
}
