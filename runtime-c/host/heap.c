// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Private memory: the process's own, with the size in front for accounting. */
#include <stdlib.h>

#include "internal.h"

struct header {
	u64 size;
	u64 mark;
};

#define LIVE 0x76697265f0686561ull
#define FREED 0x76697265f0667265ull

void *vireo_alloc(size_t size)
{
	struct header *header;

	host_needs_thread("vireo_alloc()");
	if (size > SIZE_MAX / 2 || host_fails_private_now())
		return NULL;
	header = calloc(1, sizeof(*header) + size);
	if (!header)
		return NULL;
	header->size = size;
	header->mark = LIVE;
	host_usage.heap_bytes += size;
	host_usage.heap_blocks++;
	/* An index of -1 is as wrong as one beyond the end. */
	ASAN_POISON_MEMORY_REGION(header, sizeof(*header));
	return header + 1;
}

void vireo_free(void *memory)
{
	struct header *header;

	if (!memory)
		return;
	header = (struct header *)memory - 1;
	ASAN_UNPOISON_MEMORY_REGION(header, sizeof(*header));
	if (header->mark != LIVE)
		host_fatal("vireo_free(%p): no live allocation", memory);
	host_usage.heap_bytes -= header->size;
	host_usage.heap_blocks--;
	header->mark = FREED;
	free(header);
}
