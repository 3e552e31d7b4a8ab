/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
#ifndef BARE_ACPI_H
#define BARE_ACPI_H

#include <vireo/port.h>

/**
 * acpi_find_ecam() - the first PCI segment of the MCFG table
 * @rsdp: physical address of the root pointer
 * @base: where the configuration space of bus 0 would be
 * @first_bus: the first bus of the segment
 * @last_bus: the last bus of the segment
 *
 * Return: whether there is such a table; one that is damaged is not.
 */
bool acpi_find_ecam(u64 rsdp, u64 *base, u8 *first_bus, u8 *last_bus);

/**
 * struct acpi_ioapic - an I/O APIC of the MADT table
 * @address: of its registers
 * @first: the global system interrupt of its first line
 */
struct acpi_ioapic {
	u32 address;
	u32 first;
};

/**
 * acpi_find_ioapics() - the I/O APICs of the MADT table
 * @rsdp: physical address of the root pointer
 * @ioapics: filled in
 * @room: entries of @ioapics
 *
 * Return: how many there are, not more than @room; 0 without such a table.
 */
u32 acpi_find_ioapics(u64 rsdp, struct acpi_ioapic *ioapics, u32 room);

#endif /* BARE_ACPI_H */
