// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* PCI configuration space through the ports 0xCF8 and 0xCFC. */
#include "../core/pci.h"
#include "io.h"
#include "x86.h"

enum {
	CONFIG_ADDRESS = 0xcf8,
	CONFIG_DATA = 0xcfc,
	CONFIG_BYTES = 256,
};

#define CONFIG_ENABLE 0x80000000u

static u16 select(u16 function, u16 offset)
{
	io_write32(CONFIG_ADDRESS, CONFIG_ENABLE | (u32)function << 8 |
				   (offset & 0xfcu));
	return (u16)(CONFIG_DATA + (offset & 3));
}

static u32 ports_read(const struct vireo_pci_bus *bus, u16 function, u16 offset,
		      u32 width)
{
	u16 port;

	(void)bus;
	if (offset + width > CONFIG_BYTES)
		return ~0u;
	port = select(function, offset);
	switch (width) {
	case 1:
		return io_read8(port);
	case 2:
		return io_read16(port);
	default:
		return io_read32(port);
	}
}

static void ports_write(const struct vireo_pci_bus *bus, u16 function,
			u16 offset, u32 width, u32 value)
{
	u16 port;

	(void)bus;
	if (offset + width > CONFIG_BYTES)
		return;
	port = select(function, offset);
	switch (width) {
	case 1:
		io_write8(port, (u8)value);
		break;
	case 2:
		io_write16(port, (u16)value);
		break;
	default:
		io_write32(port, value);
		break;
	}
}

static struct vireo_pci_bus ports = {
	.name = "ports",
	.read = ports_read,
	.write = ports_write,
	.first_bus = 0,
	.last_bus = 255,
};

struct vireo_pci_bus *machine_pci_ports(void)
{
	/* The address register keeps what is written where there is one. */
	io_write32(CONFIG_ADDRESS, CONFIG_ENABLE);
	return io_read32(CONFIG_ADDRESS) == CONFIG_ENABLE ? &ports : NULL;
}
