// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The port's DMA memory and private memory. DMA memory is whole pages, so that
 * a device never shares a page with private data.
 */
#include "bare.h"
#include "memory.h"
#include "pool.h"

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
static struct bare_usage usage;

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
	usage.dma_bytes += size;
	usage.dma_blocks++;
	return 0;
}

void vireo_dma_free(struct vireo_dma *dma, struct vireo_dma_memory memory)
{
	(void)dma;
	memory_give_pages(memory.virt, round_up(memory.size, PAGE_BYTES));
	usage.dma_bytes -= memory.size;
	usage.dma_blocks--;
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
	usage.heap_bytes += size;
	usage.heap_blocks++;
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
	usage.heap_bytes -= header->size;
	usage.heap_blocks--;
	pool_give(&heap, header, round_up(header->size, sizeof(struct extent)) +
				 sizeof(*header));
}

int vireo_window_map(struct vireo_mapper *mapper, u64 physical, u64 length,
		     struct vireo_window *window)
{
	int err;

	(void)mapper;
	if (length == 0 || physical + length < physical ||
	    memory_is_ram(physical, length))
		return -EINVAL;
	err = machine_map(physical, length, true);
	if (err)
		return err;
	window->base = (void __iomem __force *)(uintptr_t)physical;
	window->length = length;
	usage.windows++;
	return 0;
}

void vireo_window_unmap(struct vireo_mapper *mapper, struct vireo_window window)
{
	/* Page tables stay: the view is the identity, nothing else wants it. */
	(void)mapper;
	(void)window;
	usage.windows--;
}

struct bare_usage bare_usage(void)
{
	usage.free_bytes = memory_free_bytes() + heap.free_bytes;
	return usage;
}
