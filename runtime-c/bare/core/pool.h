/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * A pool of memory: free pieces in the order of their addresses, each
 * described by a header inside itself, neighbours joined. First fit.
 */
#ifndef BARE_POOL_H
#define BARE_POOL_H

#include <vireo/port.h>

/** struct extent - the header of a free piece; the smallest piece is its size */
struct extent {
	u64 size;
	struct extent *next;
};

struct pool {
	struct extent *first;
	u64 free_bytes;
};

/**
 * pool_take() - a piece of the pool
 * @size: a multiple of sizeof(struct extent), not 0
 * @align: a power of two, at least sizeof(struct extent)
 * @from: take nothing below this address
 *
 * Return: the piece, its content undefined, or NULL.
 */
void *pool_take(struct pool *pool, u64 size, u64 align, u64 from);

/** pool_give() - add a piece; one that overlaps a free piece is a panic */
void pool_give(struct pool *pool, void *start, u64 size);

#endif /* BARE_POOL_H */
