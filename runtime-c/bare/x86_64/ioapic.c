// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * I/O APICs, where interrupt lines end: global system interrupts, in ACPI's
 * words. ACPI's MADT tells where they are; a machine without ACPI has one, at
 * the usual place.
 */
#include "../core/acpi.h"
#include "apic.h"
#include "bare.h"
#include "x86.h"

enum {
	IOAPICS = 4,
	SELECT = 0x00,
	DATA = 0x10,
	REGISTER_VERSION = 1,
	VERSION_LAST_LINE = 16,
	REGISTER_LINES = 0x10,
	LINE_LEVEL = 0x8000,
	LINE_MASKED = 0x10000,
	LINE_CPU_SHIFT = 24,
};

#define USUAL_IOAPIC 0xfec00000u

struct ioapic {
	u64 base;
	u32 first;
	u32 lines;
};

static struct ioapic ioapics[IOAPICS];
static u32 ioapic_count;

static u32 ioapic_read(const struct ioapic *ioapic, u32 which)
{
	u8 __iomem *at = (u8 __iomem __force *)(uintptr_t)ioapic->base;

	vireo_write32(which, at + SELECT);
	return vireo_read32(at + DATA);
}

static void ioapic_write(const struct ioapic *ioapic, u32 which, u32 value)
{
	u8 __iomem *at = (u8 __iomem __force *)(uintptr_t)ioapic->base;

	vireo_write32(which, at + SELECT);
	vireo_write32(value, at + DATA);
}

/* Where a line's two registers are; NULL for a line that is not there. */
static const struct ioapic *find(u32 line, u32 *which)
{
	for (u32 i = 0; i < ioapic_count; i++) {
		const struct ioapic *ioapic = &ioapics[i];

		if (line >= ioapic->first &&
		    line - ioapic->first < ioapic->lines) {
			*which = REGISTER_LINES + 2 * (line - ioapic->first);
			return ioapic;
		}
	}
	return NULL;
}

static void add(u32 address, u32 first)
{
	struct ioapic *ioapic = &ioapics[ioapic_count];

	if (machine_map(address, 4096, true))
		bare_panic("no memory to map the I/O APIC at 0x%x", address);
	ioapic->base = address;
	ioapic->first = first;
	ioapic->lines = 1 + (ioapic_read(ioapic, REGISTER_VERSION) >>
				     VERSION_LAST_LINE & 0xff);
	for (u32 line = 0; line < ioapic->lines; line++)
		ioapic_write(ioapic, REGISTER_LINES + 2 * line, LINE_MASKED);
	ioapic_count++;
}

void ioapic_start(void)
{
	struct acpi_ioapic found[IOAPICS];
	u32 count = acpi_find_ioapics(x86_rsdp(), found, IOAPICS);

	for (u32 i = 0; i < count; i++)
		add(found[i].address, found[i].first);
	if (count == 0)
		add(USUAL_IOAPIC, 0);
}

int ioapic_unmask(u32 line)
{
	u32 which;
	const struct ioapic *ioapic = find(line, &which);

	if (!ioapic || line >= APIC_LINES)
		return -EINVAL;
	ioapic_write(ioapic, which + 1, lapic_id() << LINE_CPU_SHIFT);
	ioapic_write(ioapic, which, LINE_LEVEL | (line + APIC_FIRST_VECTOR));
	return 0;
}

void ioapic_mask(u32 line)
{
	u32 which;
	const struct ioapic *ioapic = find(line, &which);

	if (ioapic)
		ioapic_write(ioapic, which, LINE_MASKED);
}

bool ioapic_has(u32 line)
{
	u32 which;

	return find(line, &which) != NULL;
}
