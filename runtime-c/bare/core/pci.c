// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "acpi.h"
#include "bare.h"
#include "core.h"
#include "pci.h"

static struct vireo_pci_bus ecam_bus;
static struct vireo_pci_bus *ecam;
static struct vireo_pci_bus *ports;

void pci_start(const struct machine_boot *boot)
{
	u64 base;
	u8 first_bus;
	u8 last_bus;

	ports = machine_pci_ports();
	if (acpi_find_ecam(boot->rsdp, &base, &first_bus, &last_bus)) {
		/* MCFG names the place of bus 0, whatever its first bus is. */
		base += (u64)first_bus << 20;
		if (pci_ecam_open(&ecam_bus, base, first_bus, last_bus) == 0)
			ecam = &ecam_bus;
	} else if (machine_pci_ecam(&base, &first_bus, &last_bus)) {
		if (pci_ecam_open(&ecam_bus, base, first_bus, last_bus) == 0)
			ecam = &ecam_bus;
	}
	if (!bare_pci_bus())
		return;
	if (boot->pci_memory.length)
		pci_place(bare_pci_bus(),
			  (struct pci_room){ boot->pci_memory,
					     boot->pci_ports });
	pci_quiet_lines(bare_pci_bus());
}

static bool same(const char *left, const char *right)
{
	while (*left && *left == *right) {
		left++;
		right++;
	}
	return *left == *right;
}

struct vireo_pci_bus *bare_pci_bus_by(const char *mechanism)
{
	if (same(mechanism, "ecam"))
		return ecam;
	if (same(mechanism, "ports"))
		return ports;
	bare_panic("there is no way into PCI called %s: ecam, ports", mechanism);
}

struct vireo_pci_bus *bare_pci_bus(void)
{
	char mechanism[16];

	if (!bare_option("pci", mechanism, sizeof(mechanism)))
		return ecam ? ecam : ports;
	if (same(mechanism, "none"))
		return NULL;
	return bare_pci_bus_by(mechanism);
}

u8 bare_pci_last_bus(const struct vireo_pci_bus *bus)
{
	return bus->last_bus;
}

u8 vireo_pci_read8(struct vireo_pci_bus *bus, u16 function, u16 offset)
{
	return (u8)bus->read(bus, function, offset, 1);
}

u16 vireo_pci_read16(struct vireo_pci_bus *bus, u16 function, u16 offset)
{
	return (u16)bus->read(bus, function, offset, 2);
}

u32 vireo_pci_read32(struct vireo_pci_bus *bus, u16 function, u16 offset)
{
	return bus->read(bus, function, offset, 4);
}

void vireo_pci_write16(struct vireo_pci_bus *bus, u16 function, u16 offset,
		       u16 value)
{
	bus->write(bus, function, offset, 2, value);
}

void vireo_pci_write32(struct vireo_pci_bus *bus, u16 function, u16 offset,
		       u32 value)
{
	bus->write(bus, function, offset, 4, value);
}
