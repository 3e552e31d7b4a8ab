// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "../reference_clock.h"

enum { PATIENCE = 10000000, WAIT_NS = 20000000 };

/* The Goldfish real-time clock: nanoseconds; the low half latches the high. */
static u64 read_clock(void)
{
	volatile const u32 *clock = (volatile const u32 *)(uintptr_t)0x101000;
	u64 low = clock[0];

	return (u64)clock[1] << 32 | low;
}

struct reference_wait reference_wait(void)
{
	struct reference_wait wait = { 0, 0 };
	u64 begin = read_clock();
	u64 measured = vireo_clock_ns();

	for (u32 i = 0; i < PATIENCE && wait.reference_ns < WAIT_NS; i++)
		wait.reference_ns = read_clock() - begin;
	wait.measured_ns = vireo_clock_ns() - measured;
	return wait;
}
