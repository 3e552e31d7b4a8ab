// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The time-stamp counter, measured once against the PIT's channel 2, whose
 * frequency never changes.
 */
#include "bare.h"
#include "io.h"
#include "x86.h"

enum {
	PIT_CHANNEL_2 = 0x42,
	PIT_COMMAND = 0x43,
	PIT_LATCH_2 = 0x80,
	PIT_CHANNEL_2_COUNT_DOWN = 0xb0, /* both bytes, mode 0, binary */
	PIT_LATCH_STATUS_2 = 0xe8,
	PIT_REACHED_0 = 0x80, /* the output of a channel in mode 0 */
	PIT_GATE = 0x61,
	PIT_GATE_ON = 0x01,
	PIT_SPEAKER = 0x02,
	PIT_HZ = 1193182,
	/* 10 ms; the counter itself reaches 55 ms. */
	CALIBRATION_TICKS = PIT_HZ / 100,
	PATIENCE = 200000,
	TRIES = 50,
};

__extension__ typedef unsigned __int128 wide;

/* Nanoseconds are (ticks * scale) >> 32. */
static u64 scale;
static u64 origin;

/* A moment on both clocks: the PIT's reading lies around the TSC's. */
struct moment {
	u64 tsc;
	u16 pit;
};

static u16 read_pit(void)
{
	u16 low;

	io_write8(PIT_COMMAND, PIT_LATCH_2);
	low = io_read8(PIT_CHANNEL_2);
	return (u16)(io_read8(PIT_CHANNEL_2) << 8 | low);
}

/*
 * The host may stop us between the two readings: of some tries the one that
 * took the least time is the truest.
 */
static struct moment read_both(void)
{
	struct moment best = { 0, 0 };
	u64 least = ~0ull;

	for (u32 i = 0; i < 5; i++) {
		u64 before = read_tsc();
		u16 pit = read_pit();
		u64 took = read_tsc() - before;

		if (took < least) {
			least = took;
			best.tsc = before + took / 2;
			best.pit = pit;
		}
	}
	return best;
}

/*
 * Lets channel 2 count down once, for CALIBRATION_TICKS or more. Returns false
 * when it reached 0 meanwhile, because the host was busy elsewhere: from there
 * on it starts over, and its readings mean nothing.
 */
static bool count_down(struct moment *begin, struct moment *end)
{
	u8 gate = (u8)(io_read8(PIT_GATE) & ~(PIT_SPEAKER | PIT_GATE_ON));
	u32 polls = 0;
	bool in_time;

	io_write8(PIT_GATE, gate);
	io_write8(PIT_COMMAND, PIT_CHANNEL_2_COUNT_DOWN);
	io_write8(PIT_CHANNEL_2, 0xff);
	io_write8(PIT_CHANNEL_2, 0xff);
	io_write8(PIT_GATE, (u8)(gate | PIT_GATE_ON));

	*begin = read_both();
	do {
		if (++polls == PATIENCE)
			bare_panic("the PIT stands still: start QEMU with pit=on");
		*end = read_both();
	} while ((u16)(begin->pit - end->pit) < CALIBRATION_TICKS);
	io_write8(PIT_COMMAND, PIT_LATCH_STATUS_2);
	in_time = !(io_read8(PIT_CHANNEL_2) & PIT_REACHED_0);
	io_write8(PIT_GATE, gate);
	return in_time;
}

void machine_clock_start(void)
{
	struct moment begin;
	struct moment end;
	u64 ticks;
	u64 nanoseconds;
	u32 tries = 0;

	while (!count_down(&begin, &end)) {
		if (++tries == TRIES)
			bare_panic("the host is too busy to measure the clock");
	}
	ticks = end.tsc - begin.tsc;
	nanoseconds = (u64)(u16)(begin.pit - end.pit) * 1000000000ull / PIT_HZ;
	if (ticks == 0)
		bare_panic("the time-stamp counter stands still");
	scale = (nanoseconds << 32) / ticks;
	origin = read_tsc();
}

u64 vireo_clock_ns(void)
{
	return (u64)((wide)(read_tsc() - origin) * scale >> 32);
}
