// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "../reference_clock.h"

enum { PATIENCE = 100000000 };

/* The PL031 real-time clock counts seconds: wait from one edge to the next. */
static u32 read_seconds(void)
{
	return *(volatile const u32 *)(uintptr_t)0x09010000;
}

static bool wait_for_edge(void)
{
	u32 begin = read_seconds();

	for (u32 i = 0; i < PATIENCE; i++) {
		if (read_seconds() != begin)
			return true;
	}
	return false;
}

struct reference_wait reference_wait(void)
{
	struct reference_wait wait = { 0, 0 };

	if (!wait_for_edge())
		return wait;
	wait.measured_ns = vireo_clock_ns();
	if (wait_for_edge())
		wait.reference_ns = 1000000000ull;
	wait.measured_ns = vireo_clock_ns() - wait.measured_ns;
	return wait;
}
