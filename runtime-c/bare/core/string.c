// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The memory functions that compilers call by themselves. Plain loops of eight
 * bytes at a time: a loop of known length counts the same in every emulator,
 * which x86's repeated string instructions do not.
 */
#include <stddef.h>
#include <stdint.h>

/* Eight bytes at any address, of any type. */
struct word {
	uint64_t value;
} __attribute__((packed, may_alias));

void *memcpy(void *restrict to, const void *restrict from, size_t length);
void *memmove(void *to, const void *from, size_t length);
void *memset(void *to, int value, size_t length);
int memcmp(const void *left, const void *right, size_t length);

/* Upwards a word at a time: right too where the target starts first. */
static inline void copy_up(unsigned char *out, const unsigned char *in,
			   size_t length)
{
	for (; length >= 32; length -= 32, out += 32, in += 32) {
		const struct word *source = (const struct word *)in;
		struct word *target = (struct word *)out;

		target[0] = source[0];
		target[1] = source[1];
		target[2] = source[2];
		target[3] = source[3];
	}
	for (; length >= 8; length -= 8, out += 8, in += 8)
		*(struct word *)out = *(const struct word *)in;
	while (length--)
		*out++ = *in++;
}

void *memcpy(void *restrict to, const void *restrict from, size_t length)
{
	copy_up(to, from, length);
	return to;
}

void *memmove(void *to, const void *from, size_t length)
{
	unsigned char *out = to;
	const unsigned char *in = from;

	/* Unsigned: also true when the target lies below the source. */
	if ((uintptr_t)to - (uintptr_t)from >= length) {
		copy_up(out, in, length);
		return to;
	}
	for (; length >= 8; length -= 8)
		*(struct word *)(out + length - 8) =
			*(const struct word *)(in + length - 8);
	while (length--)
		out[length] = in[length];
	return to;
}

void *memset(void *to, int value, size_t length)
{
	unsigned char *out = to;
	struct word filled = { (unsigned char)value * 0x0101010101010101ull };

	for (; length >= 32; length -= 32, out += 32) {
		struct word *target = (struct word *)out;

		target[0] = filled;
		target[1] = filled;
		target[2] = filled;
		target[3] = filled;
	}
	for (; length >= 8; length -= 8, out += 8)
		*(struct word *)out = filled;
	while (length--)
		*out++ = (unsigned char)value;
	return to;
}

int memcmp(const void *left, const void *right, size_t length)
{
	const unsigned char *a = left;
	const unsigned char *b = right;

	for (; length >= 8; length -= 8, a += 8, b += 8) {
		if (((const struct word *)a)->value !=
		    ((const struct word *)b)->value)
			break;
	}
	for (; length; length--, a++, b++) {
		if (*a != *b)
			return *a - *b;
	}
	return 0;
}
