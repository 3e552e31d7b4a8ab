// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "bare.h"
#include "pool.h"

static u64 address_of(const void *pointer)
{
	return (u64)(uintptr_t)pointer;
}

static struct extent *extent_at(u64 address)
{
	return (struct extent *)(uintptr_t)address;
}

void *pool_take(struct pool *pool, u64 size, u64 align, u64 from)
{
	struct extent **link = &pool->first;

	for (struct extent *piece = *link; piece;
	     link = &piece->next, piece = *link) {
		u64 base = address_of(piece);
		u64 end = base + piece->size;
		u64 start = base > from ? base : from;
		struct extent *next = piece->next;

		start = (start + align - 1) & ~(align - 1);
		if (start >= end || end - start < size)
			continue;

		if (start + size < end) {
			struct extent *tail = extent_at(start + size);

			tail->size = end - (start + size);
			tail->next = next;
			next = tail;
		}
		if (start > base) {
			piece->size = start - base;
			piece->next = next;
		} else {
			*link = next;
		}
		pool->free_bytes -= size;
		return (void *)extent_at(start);
	}
	return NULL;
}

void pool_give(struct pool *pool, void *start, u64 size)
{
	u64 base = address_of(start);
	struct extent *piece = start;
	struct extent *before = NULL;
	struct extent *after = pool->first;

	while (after && address_of(after) < base) {
		before = after;
		after = after->next;
	}
	if ((after && base + size > address_of(after)) ||
	    (before && address_of(before) + before->size > base))
		bare_panic("memory at 0x%llx, 0x%llx bytes, is freed twice",
			   base, size);

	piece->size = size;
	piece->next = after;
	if (after && base + size == address_of(after)) {
		piece->size += after->size;
		piece->next = after->next;
	}
	if (before && address_of(before) + before->size == base) {
		before->size += piece->size;
		before->next = piece->next;
	} else if (before) {
		before->next = piece;
	} else {
		pool->first = piece;
	}
	pool->free_bytes += size;
}
