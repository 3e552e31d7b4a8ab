// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "../reference_clock.h"
#include "../../x86_64/io.h"

enum { PIT_HZ = 1193182, TICKS = PIT_HZ / 50, PATIENCE = 1000000 };

/* Channel 0 free-running with the largest count, unlike the kernel's use. */
static u16 read_counter(void)
{
	u16 low;

	io_write8(0x43, 0x00);
	low = io_read8(0x40);
	return (u16)(io_read8(0x40) << 8 | low);
}

struct reference_wait reference_wait(void)
{
	struct reference_wait wait;
	u16 begin;
	u16 passed = 0;

	io_write8(0x43, 0x34);
	io_write8(0x40, 0);
	io_write8(0x40, 0);
	begin = read_counter();
	wait.measured_ns = vireo_clock_ns();
	for (u32 i = 0; i < PATIENCE && passed < TICKS; i++)
		passed = (u16)(begin - read_counter());
	wait.measured_ns = vireo_clock_ns() - wait.measured_ns;
	wait.reference_ns = (u64)passed * 1000000000ull / PIT_HZ;
	return wait;
}
