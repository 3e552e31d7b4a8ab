// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Just enough ACPI to find MCFG and MADT. Tables lie in mapped memory. */
#include "acpi.h"
#include "machine.h"

enum {
	RSDP_REVISION = 15,
	RSDP_RSDT = 16,
	RSDP_LENGTH = 20,
	RSDP_XSDT = 24,
	TABLE_LENGTH = 4,
	TABLE_HEADER = 36,
	MCFG_SEGMENTS = 44,
	MCFG_FIRST_BUS = 10,
	MCFG_LAST_BUS = 11,
	MCFG_SEGMENT_BYTES = 16,
	MADT_ENTRIES = 44,
	MADT_ENTRY_HEADER = 2,
	MADT_IOAPIC = 1,
	MADT_IOAPIC_BYTES = 12,
	/* No table of a machine that we boot on comes close. */
	TABLE_MAX = 1 << 20,
};

static const u8 *bytes_at(u64 address)
{
	return (const u8 *)(uintptr_t)address;
}

static u64 number(const u8 *at, u32 width)
{
	u64 value = 0;

	while (width--)
		value = value << 8 | at[width];
	return value;
}

static bool sums_to_zero(const u8 *at, u64 length)
{
	u32 sum = 0;

	while (length--)
		sum += *at++;
	return (sum & 0xff) == 0;
}

static bool named(const u8 *table, const char *name)
{
	for (; *name; name++) {
		if (*table++ != (u8)*name)
			return false;
	}
	return true;
}

/* A table's length, or 0 for one that is damaged or out of reach. */
static u64 check_table(u64 address, const char *name)
{
	u64 length;

	if (address == 0 || address + TABLE_MAX > machine_mapped_limit())
		return 0;
	if (!named(bytes_at(address), name))
		return 0;
	length = number(bytes_at(address) + TABLE_LENGTH, 4);
	if (length < TABLE_HEADER || length > TABLE_MAX ||
	    !sums_to_zero(bytes_at(address), length))
		return 0;
	return length;
}

static u64 find_table(u64 root, const char *root_name, u32 width,
		      const char *name)
{
	u64 length = check_table(root, root_name);

	for (u64 at = TABLE_HEADER; at + width <= length; at += width) {
		u64 table = number(bytes_at(root + at), width);

		if (check_table(table, name))
			return table;
	}
	return 0;
}

static u64 find_by_root_pointer(u64 rsdp, const char *name)
{
	const u8 *root = bytes_at(rsdp);
	u64 table = 0;

	if (rsdp == 0 || rsdp + TABLE_MAX > machine_mapped_limit() ||
	    !named(root, "RSD PTR ") || !sums_to_zero(root, RSDP_LENGTH))
		return 0;
	if (root[RSDP_REVISION] >= 2)
		table = find_table(number(root + RSDP_XSDT, 8), "XSDT", 8,
				   name);
	if (!table)
		table = find_table(number(root + RSDP_RSDT, 4), "RSDT", 4,
				   name);
	return table;
}

bool acpi_find_ecam(u64 rsdp, u64 *base, u8 *first_bus, u8 *last_bus)
{
	u64 table = find_by_root_pointer(rsdp, "MCFG");
	const u8 *segment;

	if (!table || check_table(table, "MCFG") <
			      MCFG_SEGMENTS + MCFG_SEGMENT_BYTES)
		return false;

	segment = bytes_at(table) + MCFG_SEGMENTS;
	*base = number(segment, 8);
	*first_bus = segment[MCFG_FIRST_BUS];
	*last_bus = segment[MCFG_LAST_BUS];
	return *last_bus >= *first_bus;
}

u32 acpi_find_ioapics(u64 rsdp, struct acpi_ioapic *ioapics, u32 room)
{
	u64 table = find_by_root_pointer(rsdp, "APIC");
	u64 length = table ? check_table(table, "APIC") : 0;
	u64 at = MADT_ENTRIES;
	u32 count = 0;

	while (at + MADT_ENTRY_HEADER <= length && count < room) {
		const u8 *entry = bytes_at(table + at);
		u64 bytes = entry[1];

		if (bytes < MADT_ENTRY_HEADER || at + bytes > length)
			break;
		if (entry[0] == MADT_IOAPIC && bytes >= MADT_IOAPIC_BYTES) {
			ioapics[count].address = (u32)number(entry + 4, 4);
			ioapics[count].first = (u32)number(entry + 8, 4);
			count++;
		}
		at += bytes;
	}
	return count;
}
