// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* What the driver did, step by step. */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

static struct vireo_host_record *ring;
static uint32_t capacity;
static uint32_t oldest;
static uint32_t kept;
static uint64_t lost;

void vireo_host_trace_start(uint32_t records)
{
	free(ring);
	ring = NULL;
	if (records) {
		ring = calloc(records, sizeof(*ring));
		if (!ring)
			host_fatal("no memory for a trace of %u records", records);
	}
	capacity = records;
	oldest = 0;
	kept = 0;
	lost = 0;
}

uint32_t vireo_host_trace_take(struct vireo_host_record *records, uint32_t count)
{
	uint32_t taken = 0;

	for (; taken < count && kept; taken++, kept--) {
		records[taken] = ring[oldest];
		oldest = (oldest + 1) % capacity;
	}
	return taken;
}

uint64_t vireo_host_trace_lost(void)
{
	return lost;
}

void host_trace(uint32_t kind, uint32_t width, uint64_t address, uint64_t value)
{
	struct vireo_host_record record = { kind, width, address, value };

	if (capacity && kept == capacity)
		lost++;
	else if (capacity)
		ring[(oldest + (uint64_t)kept++) % capacity] = record;
	if (host_callbacks.trace)
		host_callbacks.trace(&record);
}

static u64 little_endian(const u8 *bytes, size_t width)
{
	u64 value = 0;

	while (width--)
		value = value << 8 | bytes[width];
	return value;
}

void vireo_host_note(enum vireo_host_access kind, const volatile void *address,
		     const void *value, size_t width)
{
	host_trace((uint32_t)kind, (uint32_t)width, host_physical(address),
		   little_endian(value, width));
}

void vireo_host_fence(void)
{
	host_before_access();
	__atomic_thread_fence(__ATOMIC_SEQ_CST);
	host_trace(VIREO_HOST_FENCE, 0, 0, 0);
}

static u64 fnv1a(const u8 *bytes, size_t length)
{
	u64 hash = 0xcbf29ce484222325ull;

	while (length--)
		hash = (hash ^ *bytes++) * 0x100000001b3ull;
	return hash;
}

/* A copy may touch DMA memory on either side, or on none. */
static bool is_dma(const void *address, size_t length)
{
	if (!host_arena_holds(address, length))
		return false;
	if (!vireo_host_shared(host_physical(address), length))
		host_fatal("a copy of %zu bytes touches DMA memory at 0x%llx "
			   "that is not one live allocation",
			   length, (u64)host_physical(address));
	return true;
}

void *vireo_memcpy(void *to, const void *from, size_t length)
{
	bool into = is_dma(to, length);
	bool out = is_dma(from, length);

	if (into || out)
		host_before_access();
	if (out)
		host_trace(VIREO_HOST_READ_BYTES, (uint32_t)length,
			   host_physical(from), fnv1a(from, length));
	if (into)
		host_trace(VIREO_HOST_WRITE_BYTES, (uint32_t)length,
			   host_physical(to), fnv1a(from, length));
	return memcpy(to, from, length);
}

void *vireo_memset(void *to, int value, size_t length)
{
	bool dma = is_dma(to, length);

	if (dma)
		host_before_access();
	memset(to, value, length);
	if (dma && value == 0)
		host_trace(VIREO_HOST_ZERO_BYTES, (uint32_t)length,
			   host_physical(to), 0);
	else if (dma)
		host_trace(VIREO_HOST_WRITE_BYTES, (uint32_t)length,
			   host_physical(to), fnv1a(to, length));
	return to;
}
