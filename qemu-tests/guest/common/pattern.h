/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * The content of a sector as a function of its number and a seed, so that a
 * sector from the wrong place never looks right. The host has the same
 * functions: SectorPattern and DiskImage.
 */
#ifndef GUEST_PATTERN_H
#define GUEST_PATTERN_H

#include <vireo/port.h>

enum { SECTOR = 512 };

/** pattern_fill() - write the sectors' content; the last one may be cut */
void pattern_fill(u8 *data, u32 length, u8 seed, u64 sector);

/** pattern_matches() - whether the sectors' content is there; as above */
bool pattern_matches(const u8 *data, u32 length, u8 seed, u64 sector);

/* Where a checksum starts: FNV-1a of 64 bits. */
#define CHECKSUM_START 0xcbf29ce484222325ull

/** checksum() - @sum continued over more bytes */
u64 checksum(u64 sum, const u8 *data, u32 length);

#endif /* GUEST_PATTERN_H */
