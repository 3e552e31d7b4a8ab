// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "pattern.h"

/* SplitMix64's output function: neighbouring numbers become unrelated ones. */
static u64 mixed(u64 number)
{
	u64 z = number + 0x9e3779b97f4a7c15ull;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
	return z ^ (z >> 31);
}

static u8 pattern_byte(u64 word, u32 index)
{
	return (u8)(word >> (index % 8 * 8));
}

static u64 pattern_word(u8 seed, u64 sector, u32 index)
{
	return mixed((u64)seed << 56 ^ (sector * (SECTOR / 8) + index / 8));
}

void pattern_fill(u8 *data, u32 length, u8 seed, u64 sector)
{
	u64 word = 0;

	for (u32 i = 0; i < length; i++) {
		if (i % 8 == 0)
			word = pattern_word(seed, sector, i);
		data[i] = pattern_byte(word, i);
	}
}

bool pattern_matches(const u8 *data, u32 length, u8 seed, u64 sector)
{
	u64 word = 0;

	for (u32 i = 0; i < length; i++) {
		if (i % 8 == 0)
			word = pattern_word(seed, sector, i);
		if (data[i] != pattern_byte(word, i))
			return false;
	}
	return true;
}

u64 checksum(u64 sum, const u8 *data, u32 length)
{
	for (u32 i = 0; i < length; i++)
		sum = (sum ^ data[i]) * 0x100000001b3ull;
	return sum;
}
