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

#endif /* BARE_ACPI_H */
