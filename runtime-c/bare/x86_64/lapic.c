// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The local APIC: ends interrupts, receives messages, and counts down to the
 * next timer interrupt (Intel SDM volume 3, "Advanced Programmable Interrupt
 * Controller").
 */
#include "apic.h"
#include "bare.h"
#include "x86.h"

enum {
	MSR_APIC_BASE = 0x1b,
	APIC_BASE_X2APIC = 0x400,
	APIC_BASE_ENABLE = 0x800,
	CPUID_EDX_APIC = 1 << 9,
	LAPIC_ID = 0x20,
	LAPIC_TASK_PRIORITY = 0x80,
	LAPIC_END = 0xb0,
	LAPIC_SPURIOUS = 0xf0,
	LAPIC_TIMER = 0x320,
	LAPIC_LINE_0 = 0x350,
	LAPIC_LINE_1 = 0x360,
	LAPIC_ERROR = 0x370,
	LAPIC_TIMER_COUNT = 0x380,
	LAPIC_TIMER_LEFT = 0x390,
	LAPIC_TIMER_DIVIDER = 0x3e0,
	SPURIOUS_ENABLE = 0x100,
	ENTRY_MASKED = 0x10000,
	DIVIDE_BY_1 = 0xb,
	CALIBRATION_NS = 1000000,
};

#define LAPIC_BASE_MASK 0x000ffffffffff000ull
#define NEVER (~0ull)

__extension__ typedef unsigned __int128 wide;

static u64 base;
/* When the timer interrupts, or earlier. */
static u64 timer_at = NEVER;
/* The timer's ticks in a nanosecond, times 2^32; 0 until it is wanted. */
static u64 ticks_scale;

static u8 __iomem *lapic(u32 offset)
{
	return (u8 __iomem __force *)(uintptr_t)(base + offset);
}

static void lapic_write(u32 offset, u32 value)
{
	vireo_write32(value, lapic(offset));
}

static void check_cpu(void)
{
	u32 eax = 1;
	u32 ebx;
	u32 ecx = 0;
	u32 edx;

	__asm__ __volatile__("cpuid"
			     : "+a"(eax), "=b"(ebx), "+c"(ecx), "=d"(edx));
	if (!(edx & CPUID_EDX_APIC))
		bare_panic("the CPU has no local APIC");
}

void lapic_start(void)
{
	u32 low;
	u32 high;

	check_cpu();
	__asm__ __volatile__("rdmsr"
			     : "=a"(low), "=d"(high)
			     : "c"(MSR_APIC_BASE));
	if (low & APIC_BASE_X2APIC)
		bare_panic("the local APIC is in x2APIC mode already");
	base = ((u64)high << 32 | low) & LAPIC_BASE_MASK;
	low |= APIC_BASE_ENABLE;
	__asm__ __volatile__("wrmsr"
			     :
			     : "a"(low), "d"(high), "c"(MSR_APIC_BASE));
	if (machine_map(base, 4096, true))
		bare_panic("no memory to map the local APIC at 0x%llx", base);
	lapic_write(LAPIC_TASK_PRIORITY, 0);
	lapic_write(LAPIC_TIMER, ENTRY_MASKED);
	lapic_write(LAPIC_LINE_0, ENTRY_MASKED);
	lapic_write(LAPIC_LINE_1, ENTRY_MASKED);
	lapic_write(LAPIC_ERROR, ENTRY_MASKED);
	lapic_write(LAPIC_TIMER_DIVIDER, DIVIDE_BY_1);
	lapic_write(LAPIC_SPURIOUS, SPURIOUS_ENABLE | APIC_SPURIOUS_VECTOR);
}

u32 lapic_id(void)
{
	return vireo_read32(lapic(LAPIC_ID)) >> 24;
}

void lapic_end(void)
{
	lapic_write(LAPIC_END, 0);
}

/* A moment on both clocks; of some tries the one that took the least time. */
static u64 read_both(u32 *left)
{
	u64 best = 0;
	u64 least = ~0ull;

	for (u32 i = 0; i < 5; i++) {
		u64 before = vireo_clock_ns();
		u32 ticks = vireo_read32(lapic(LAPIC_TIMER_LEFT));
		u64 took = vireo_clock_ns() - before;

		if (took < least) {
			least = took;
			best = before + took / 2;
			*left = ticks;
		}
	}
	return best;
}

static void calibrate(void)
{
	u32 ticks_begin = 0;
	u32 ticks_end = 0;
	u64 begin;
	u64 end;

	lapic_write(LAPIC_TIMER, ENTRY_MASKED | APIC_TIMER_VECTOR);
	lapic_write(LAPIC_TIMER_COUNT, ~0u);
	begin = read_both(&ticks_begin);
	do {
		end = read_both(&ticks_end);
	} while (end - begin < CALIBRATION_NS);
	if (ticks_begin == ticks_end)
		bare_panic("the local APIC's timer stands still");
	ticks_scale = ((u64)(ticks_begin - ticks_end) << 32) / (end - begin);
}

/*
 * One-shot. A timer that is set for an earlier time is left as it is: most
 * waits end long before their deadlines, and registers are slow.
 */
void machine_timer_at(u64 at)
{
	u64 now;
	u64 ticks;

	if (at >= timer_at)
		return;
	if (!ticks_scale)
		calibrate();
	now = vireo_clock_ns();
	ticks = at > now ? (u64)((wide)(at - now) * ticks_scale >> 32) : 0;
	if (ticks == 0)
		ticks = 1;
	timer_at = at;
	lapic_write(LAPIC_TIMER, APIC_TIMER_VECTOR);
	lapic_write(LAPIC_TIMER_COUNT, ticks < ~0u ? (u32)ticks : ~0u);
}

void lapic_timer_fired(void)
{
	timer_at = NEVER;
}
