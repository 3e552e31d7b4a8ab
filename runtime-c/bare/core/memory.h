/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* Physical memory by the page; addresses and pointers are the same number. */
#ifndef BARE_MEMORY_H
#define BARE_MEMORY_H

#include "machine.h"

enum { PAGE_BYTES = 4096 };

/** memory_start() - take over the RAM that the boot record lists */
void memory_start(const struct machine_boot *boot);

/**
 * memory_take_pages() - contiguous pages, not zeroed
 * @bytes: a multiple of PAGE_BYTES
 * @align: a power of two, at least PAGE_BYTES
 * @from: take none below this address
 *
 * Return: the first page, or NULL.
 */
void *memory_take_pages(u64 bytes, u64 align, u64 from);
void memory_give_pages(void *start, u64 bytes);

/** memory_is_ram() - whether any byte of the range is RAM that we manage */
bool memory_is_ram(u64 base, u64 length);

u64 memory_free_bytes(void);

#endif /* BARE_MEMORY_H */
