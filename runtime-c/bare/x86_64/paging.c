// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Physical and virtual addresses are the same. The boot tables map 4 GiB; what
 * lies higher is added when it is wanted, in pages of 2 MiB, because not every
 * CPU has larger ones.
 */
#include "../core/memory.h"
#include "x86.h"

enum { ENTRIES = 512, PD_SHIFT = 21, PDPT_SHIFT = 30, PML4_SHIFT = 39 };

#define PRESENT 0x001ull
#define WRITABLE 0x002ull
#define UNCACHED 0x018ull /* PCD and PWT */
#define LARGE 0x080ull
#define LARGE_BYTES (1ull << PD_SHIFT)
#define ADDRESS_MASK 0x000ffffffffff000ull
#define BOOT_LIMIT (1ull << 32)
/* The lower canonical half: above it an identity mapping is impossible. */
#define CANONICAL_LIMIT (1ull << 47)

extern u64 boot_pml4[ENTRIES];
extern u64 boot_pt[ENTRIES];
extern u8 boot_stack_guard[];

/* The first address that no table entry can hold. */
static u64 limit;

static u64 physical_limit(void)
{
	u32 eax = 0x80000008;
	u32 ebx;
	u32 ecx = 0;
	u32 edx;
	u64 reach;

	__asm__ __volatile__("cpuid"
			     : "+a"(eax), "=b"(ebx), "+c"(ecx), "=d"(edx));
	reach = 1ull << (eax & 63);
	return reach < CANONICAL_LIMIT ? reach : CANONICAL_LIMIT;
}

static void forget(u64 address)
{
	__asm__ __volatile__("invlpg (%0)" : : "r"(address) : "memory");
}

void paging_start(void)
{
	u64 guard = (u64)(uintptr_t)boot_stack_guard;

	boot_pt[guard / PAGE_BYTES] = 0;
	boot_pt[0] = 0;
	forget(guard);
	forget(0);
	limit = physical_limit();
}

u64 machine_mapped_limit(void)
{
	return BOOT_LIMIT;
}

/* The table under an entry, made if there is none; NULL without memory. */
static u64 *descend(u64 *entry)
{
	u64 *table;

	if (*entry & PRESENT)
		return (u64 *)(uintptr_t)(*entry & ADDRESS_MASK);
	table = memory_take_pages(PAGE_BYTES, PAGE_BYTES, 0);
	if (!table)
		return NULL;
	vireo_memset(table, 0, PAGE_BYTES);
	*entry = (u64)(uintptr_t)table | WRITABLE | PRESENT;
	return table;
}

static int map_large(u64 address, u64 flags)
{
	u64 *pdpt = descend(&boot_pml4[address >> PML4_SHIFT & (ENTRIES - 1)]);
	u64 *pd;
	u64 *entry;

	if (!pdpt)
		return -ENOMEM;
	pd = descend(&pdpt[address >> PDPT_SHIFT & (ENTRIES - 1)]);
	if (!pd)
		return -ENOMEM;
	entry = &pd[address >> PD_SHIFT & (ENTRIES - 1)];
	/* The first 2 MiB, in small pages, are mapped since boot. */
	if ((*entry & PRESENT) && !(*entry & LARGE))
		return 0;
	*entry = address | flags | LARGE | WRITABLE | PRESENT;
	forget(address);
	return 0;
}

int machine_map(u64 physical, u64 length, bool device)
{
	u64 end = physical + length;
	u64 flags = device ? UNCACHED : 0;

	if (end < physical || end > limit)
		return -EINVAL;
	for (u64 at = physical & ~(LARGE_BYTES - 1); at < end;
	     at += LARGE_BYTES) {
		int err = map_large(at, flags);

		if (err)
			return err;
	}
	return 0;
}
