// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The port's DMA memory and private memory. DMA memory is whole pages, so that
 * a device never shares a page with private data.
 */
#include "bare.h"
#include "interrupts.h"
#include "memory.h"
#include "pool.h"
#include "windows.h"

/* Private memory carries its size in front, and says whether it is live. */
struct heap_header {
	u64 size;
	u64 mark;
};

enum { HEAP_GROWTH = 65536 };

#define HEAP_LIVE 0x6c6976652d686561ull
#define HEAP_FREED 0x66726565642d6865ull
#define HIGH_MEMORY 0x100000000ull

static struct pool heap;
static u64 dma_bytes;
static u64 dma_blocks;
static u64 heap_bytes;
static u64 heap_blocks;

static u64 round_up(u64 value, u64 unit)
{
	return (value + unit - 1) & ~(unit - 1);
}

int vireo_dma_alloc(struct vireo_dma *dma, u32 size, u32 align,
		    struct vireo_dma_memory *memory)
{
	u64 bytes = round_up(size, PAGE_BYTES);
	u64 boundary = align > PAGE_BYTES ? align : PAGE_BYTES;
	void *start = NULL;

	(void)dma;
	if (size == 0 || align == 0 || (align & (align - 1)) != 0)
		bare_panic("vireo_dma_alloc: size %u, align %u", size, align);

	/* dma=high shows whether a driver passes all 64 bits of an address. */
	if (bare_option("dma", NULL, 0)) {
		char where[8];

		bare_option("dma", where, sizeof(where));
		if (where[0] == 'h')
			start = memory_take_pages(bytes, boundary, HIGH_MEMORY);
	}
	if (!start)
		start = memory_take_pages(bytes, boundary, 0);
	if (!start)
		return -ENOMEM;

	vireo_memset(start, 0, (size_t)bytes);
	memory->virt = start;
	memory->physical = (u64)(uintptr_t)start;
	memory->size = size;
	dma_bytes += size;
	dma_blocks++;
	return 0;
}

void vireo_dma_free(struct vireo_dma *dma, struct vireo_dma_memory memory)
{
	(void)dma;
	memory_give_pages(memory.virt, round_up(memory.size, PAGE_BYTES));
	dma_bytes -= memory.size;
	dma_blocks--;
}

static void *heap_take(u64 bytes)
{
	void *start = pool_take(&heap, bytes, sizeof(struct extent), 0);
	u64 growth;

	if (start)
		return start;
	growth = round_up(bytes, HEAP_GROWTH);
	start = memory_take_pages(growth, PAGE_BYTES, 0);
	if (!start)
		return NULL;
	pool_give(&heap, start, growth);
	return pool_take(&heap, bytes, sizeof(struct extent), 0);
}

void *vireo_alloc(size_t size)
{
	u64 bytes = round_up((u64)size, sizeof(struct extent));
	struct heap_header *header;

	if (bytes < size || bytes > ~0ull - HEAP_GROWTH - sizeof(*header))
		return NULL;
	header = heap_take(bytes + sizeof(*header));
	if (!header)
		return NULL;
	header->size = size;
	header->mark = HEAP_LIVE;
	vireo_memset(header + 1, 0, (size_t)bytes);
	heap_bytes += size;
	heap_blocks++;
	return header + 1;
}

void vireo_free(void *memory)
{
	struct heap_header *header;

	if (!memory)
		return;
	header = (struct heap_header *)memory - 1;
	if (header->mark != HEAP_LIVE)
		bare_panic("vireo_free: 0x%llx is no live allocation",
			   (u64)(uintptr_t)memory);
	header->mark = HEAP_FREED;
	heap_bytes -= header->size;
	heap_blocks--;
	pool_give(&heap, header, round_up(header->size, sizeof(struct extent)) +
				 sizeof(*header));
}

struct bare_usage bare_usage(void)
{
	/* Field by field: a compiler may copy it by a string instruction. */
	return (struct bare_usage){
		.dma_bytes = dma_bytes,
		.dma_blocks = dma_blocks,
		.heap_bytes = heap_bytes,
		.heap_blocks = heap_blocks,
		.windows = windows_mapped(),
		.handlers = interrupts_handlers(),
		.events = events_live(),
		.vectors = messages_in_use(),
		.free_bytes = memory_free_bytes() + heap.free_bytes,
	};
}
