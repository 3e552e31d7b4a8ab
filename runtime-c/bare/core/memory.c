// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "bare.h"
#include "memory.h"
#include "pool.h"

static struct pool pages;
static struct machine_range ram[MACHINE_MAX_RANGES];
static u32 ram_count;

/* The part of a range between two addresses, in whole pages. */
static struct machine_range clip(struct machine_range range, u64 low, u64 high)
{
	u64 base = range.base > low ? range.base : low;
	u64 end = range.base + range.length;
	struct machine_range part = { 0, 0 };

	if (end > high)
		end = high;
	base = (base + PAGE_BYTES - 1) & ~(u64)(PAGE_BYTES - 1);
	end &= ~(u64)(PAGE_BYTES - 1);
	if (base < end) {
		part.base = base;
		part.length = end - base;
	}
	return part;
}

static void give(struct machine_range part)
{
	if (part.length)
		pool_give(&pages, (void *)(uintptr_t)part.base, part.length);
}

void memory_start(const struct machine_boot *boot)
{
	u64 limit = machine_mapped_limit();

	for (u32 i = 0; i < boot->range_count; i++) {
		ram[i] = boot->ranges[i];
		give(clip(ram[i], PAGE_BYTES, limit));
	}
	ram_count = boot->range_count;

	/* Page tables for the rest come out of what is mapped already. */
	for (u32 i = 0; i < ram_count; i++) {
		struct machine_range high = clip(ram[i], limit, ~0ull);

		if (!high.length)
			continue;
		if (machine_map(high.base, high.length, false) == 0)
			give(high);
	}
	if (!pages.first)
		bare_panic("the boot loader lists no usable memory");
}

void *memory_take_pages(u64 bytes, u64 align, u64 from)
{
	return pool_take(&pages, bytes, align, from);
}

void memory_give_pages(void *start, u64 bytes)
{
	pool_give(&pages, start, bytes);
}

bool memory_is_ram(u64 base, u64 length)
{
	for (u32 i = 0; i < ram_count; i++) {
		if (base < ram[i].base + ram[i].length &&
		    ram[i].base < base + length)
			return true;
	}
	return false;
}

u64 memory_free_bytes(void)
{
	return pages.free_bytes;
}
