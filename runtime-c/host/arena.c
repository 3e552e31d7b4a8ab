// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * DMA memory: a fixed piece of this process that devices know under other
 * addresses. Around every allocation lie guard bytes; what is not allocated is
 * out of bounds for code under AddressSanitizer, and for READ_ONCE() and its
 * kin always.
 */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

enum {
	GUARD = 64,
	/* As far apart as on the JVM, where the same driver gets the same. */
	GAP = 4096,
	GUARD_BYTE = 0xfd,
	FREED_BYTE = 0xdf,
	MAX_BLOCKS = 4096,
	MAX_ALIGN = 65536,
	DEFAULT_BYTES = 64 << 20,
};

#define DEFAULT_PHYSICAL 0x100000000ull

struct block {
	u64 offset;
	u64 size;
};

static u8 *arena;
static u64 arena_bytes;
static u64 arena_physical;
/* Live allocations in the order of their offsets. */
static struct block blocks[MAX_BLOCKS];
static u32 block_count;
/* Where the search begins: freed memory rests for as long as possible. */
static u64 cursor;

static void make_arena(u64 bytes, u64 physical)
{
	if (bytes == 0 || bytes % MAX_ALIGN || physical % MAX_ALIGN ||
	    physical + bytes < physical)
		host_fatal("vireo_host_open: 0x%llx bytes at 0x%llx: both have "
			   "to be multiples of %d", bytes, physical,
			   MAX_ALIGN);
	if (arena) {
		ASAN_UNPOISON_MEMORY_REGION(arena, arena_bytes);
		free(arena);
	}
	arena = aligned_alloc(MAX_ALIGN, bytes);
	if (!arena)
		host_fatal("no memory for an arena of 0x%llx bytes", bytes);
	ASAN_POISON_MEMORY_REGION(arena, bytes);
	arena_bytes = bytes;
	arena_physical = physical;
	block_count = 0;
	cursor = 0;
}

void vireo_host_open(uint64_t bytes, uint64_t physical)
{
	make_arena(bytes, physical);
	host_usage.dma_bytes = 0;
	host_usage.dma_blocks = 0;
	host_usage.heap_bytes = 0;
	host_usage.heap_blocks = 0;
	host_windows_forget();
	host_interrupts_forget();
}

/* Unlike vireo_host_open(): windows and private memory are in use already. */
static void open_by_default(void)
{
	if (!arena)
		make_arena(DEFAULT_BYTES, DEFAULT_PHYSICAL);
}

void *vireo_host_arena(void)
{
	open_by_default();
	return arena;
}

uint64_t vireo_host_arena_bytes(void)
{
	open_by_default();
	return arena_bytes;
}

uint64_t vireo_host_arena_physical(void)
{
	open_by_default();
	return arena_physical;
}

bool host_arena_holds(const volatile void *address, size_t bytes)
{
	uintptr_t at = (uintptr_t)address;
	uintptr_t base = (uintptr_t)arena;

	return arena && bytes && at < base + arena_bytes && base < at + bytes;
}

uint64_t host_physical(const volatile void *address)
{
	return (uintptr_t)address - (uintptr_t)arena + arena_physical;
}

/* The first block that ends beyond an offset; block_count if none does. */
static u32 block_beyond(u64 offset)
{
	u32 low = 0;
	u32 high = block_count;

	while (low < high) {
		u32 middle = (low + high) / 2;

		if (blocks[middle].offset + blocks[middle].size > offset)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

int32_t vireo_host_shared(uint64_t physical, uint64_t bytes)
{
	u64 offset = physical - arena_physical;
	u32 i;

	if (!arena || physical < arena_physical || bytes > arena_bytes)
		return 0;
	i = block_beyond(offset);
	return i < block_count && blocks[i].offset <= offset &&
	       offset + bytes <= blocks[i].offset + blocks[i].size;
}

void vireo_host_check(const volatile void *address, size_t width)
{
	if (!host_arena_holds(address, width))
		host_fatal("%zu bytes at %p are accessed as device-visible "
			   "memory, but are no DMA memory", width,
			   (const void *)(uintptr_t)address);
	if ((uintptr_t)address % width)
		host_fatal("%zu bytes of DMA memory at 0x%llx are accessed at "
			   "an address that is not aligned", width,
			   (u64)host_physical(address));
	if (!vireo_host_shared(host_physical(address), width))
		host_fatal("%zu bytes of DMA memory at 0x%llx are accessed, but "
			   "are not allocated (freed, or out of bounds)", width,
			   (u64)host_physical(address));
	host_before_access();
}

/*
 * The guards are out of bounds for AddressSanitizer, but not for these two;
 * volatile keeps the loops from becoming calls that it would see.
 */
static __attribute__((no_sanitize("address"))) void
fill(u64 offset, u64 bytes, u8 value)
{
	volatile u8 *at = arena + offset;

	while (bytes--)
		*at++ = value;
}

static __attribute__((no_sanitize("address"))) void
check_guard(const struct block *block, u64 offset)
{
	const volatile u8 *at = arena + offset;

	for (u32 i = 0; i < GUARD; i++) {
		if (at[i] != GUARD_BYTE)
			host_fatal("someone wrote 0x%02x at 0x%llx, outside of "
				   "the DMA memory at 0x%llx, 0x%llx bytes",
				   at[i], arena_physical + offset + i,
				   arena_physical + block->offset, block->size);
	}
}

static u64 round_up(u64 value, u64 unit)
{
	return (value + unit - 1) & ~(unit - 1);
}

/*
 * The first aligned offset at a distance from @end, and not aligned any better:
 * a driver that relies on more than it asked for is found out.
 */
static u64 next_offset(u64 end, u64 align)
{
	u64 physical = round_up(arena_physical + end + GAP, align);

	if (physical % (2 * align) == 0)
		physical += align;
	return physical - arena_physical;
}

/* The first place for @size bytes from @from on, or 0. */
static u64 search(u64 from, u64 size, u64 align)
{
	u64 offset = next_offset(from, align);

	for (u32 i = block_beyond(from); i < block_count; i++) {
		if (offset + size + GAP <= blocks[i].offset)
			return offset;
		offset = next_offset(blocks[i].offset + blocks[i].size, align);
	}
	return offset + size + GUARD <= arena_bytes ? offset : 0;
}

/* A place that the test chose. */
static u64 ask_for_place(u64 size, u32 align)
{
	u64 physical = host_callbacks.dma_place(size, align);
	u64 offset = physical - arena_physical;
	u32 i;

	if (physical == 0)
		return 0;
	i = block_beyond(offset < GUARD ? 0 : offset - GUARD);
	if (physical < arena_physical + GUARD || offset % align ||
	    size > arena_bytes || offset > arena_bytes - size ||
	    arena_bytes - size - offset < GUARD ||
	    (i < block_count && blocks[i].offset < offset + size + GUARD))
		host_fatal("the callback 'dma_place' put 0x%llx bytes, aligned "
			   "to %u, at 0x%llx: outside of the arena, not "
			   "aligned, or less than %d bytes from other memory",
			   size, align, physical, GUARD);
	return offset;
}

static u64 place(u64 size, u32 align)
{
	u64 boundary = align > GUARD ? align : GUARD;
	u64 offset;

	if (host_callbacks.dma_place)
		return ask_for_place(size, align);
	offset = search(cursor, size, boundary);
	if (!offset)
		offset = search(0, size, boundary);
	if (offset)
		cursor = offset + size;
	return offset;
}

int vireo_dma_alloc(struct vireo_dma *dma, u32 size, u32 align,
		    struct vireo_dma_memory *memory)
{
	u64 offset;
	u32 i;

	(void)dma;
	if (size == 0 || align == 0 || align > MAX_ALIGN || align & (align - 1))
		host_fatal("vireo_dma_alloc: %u bytes, aligned to %u: at least "
			   "1 byte and a power of two up to %d are wanted",
			   size, align, MAX_ALIGN);
	host_needs_thread("vireo_dma_alloc()");
	open_by_default();
	if (host_fails_now())
		return -ENOMEM;
	offset = place(size, align);
	if (!offset)
		return -ENOMEM;
	if (block_count == MAX_BLOCKS)
		host_fatal("more than %d pieces of DMA memory are live",
			   MAX_BLOCKS);

	i = block_beyond(offset);
	memmove(&blocks[i + 1], &blocks[i], (block_count - i) * sizeof(blocks[0]));
	blocks[i] = (struct block){ offset, size };
	block_count++;
	host_usage.dma_bytes += size;
	host_usage.dma_blocks++;

	fill(offset - GUARD, GUARD, GUARD_BYTE);
	fill(offset + size, GUARD, GUARD_BYTE);
	ASAN_UNPOISON_MEMORY_REGION(arena + offset, size);
	memset(arena + offset, 0, size);
	memory->virt = arena + offset;
	memory->physical = arena_physical + offset;
	memory->size = size;
	host_trace(VIREO_HOST_ALLOCATE, align, memory->physical, size);
	return 0;
}

void vireo_dma_free(struct vireo_dma *dma, struct vireo_dma_memory memory)
{
	u64 offset = memory.physical - arena_physical;
	u32 i = block_beyond(offset);

	(void)dma;
	if (i == block_count || blocks[i].offset != offset ||
	    blocks[i].size != memory.size || memory.virt != arena + offset)
		host_fatal("vireo_dma_free: 0x%llx, %u bytes, virtual %p, is no "
			   "live allocation", memory.physical, memory.size,
			   memory.virt);
	check_guard(&blocks[i], offset - GUARD);
	check_guard(&blocks[i], offset + memory.size);
	fill(offset, memory.size, FREED_BYTE);
	ASAN_POISON_MEMORY_REGION(arena + offset, memory.size);

	block_count--;
	memmove(&blocks[i], &blocks[i + 1], (block_count - i) * sizeof(blocks[0]));
	host_usage.dma_bytes -= memory.size;
	host_usage.dma_blocks--;
	host_trace(VIREO_HOST_FREE, 0, memory.physical, memory.size);
	if (host_callbacks.dma_release)
		host_callbacks.dma_release(memory.physical);
}
