// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "bare.h"
#include "disk.h"
#include "pattern.h"
#include "scenario.h"
#include "tap.h"

enum { PER_SLOT = DISK_SLOT_BYTES / SECTOR };

/* Reads of slot i and round r go to places that are out of order on purpose. */
static u64 place(u32 round, u32 slot)
{
	return (u64)((round * DISK_SLOTS + slot * 29 % DISK_SLOTS) * PER_SLOT);
}

static bool submit_all(u32 slots, u32 round)
{
	for (u32 slot = 0; slot < slots; slot++) {
		u8 *data = disk_slot_data(0, slot);

		for (u32 i = 0; i < DISK_SLOT_BYTES; i++)
			data[i] = 0x5a;
		if (disk_submit_read(0, slot, place(round, slot)))
			return false;
	}
	return true;
}

/* Collected from the last to the first: not the order in which they were asked. */
static u32 collect_all(u32 slots, u32 round)
{
	u32 good = 0;

	for (u32 slot = slots; slot-- > 0;) {
		if (disk_collect(0, slot) == 0 &&
		    pattern_matches(disk_slot_data(0, slot), DISK_SLOT_BYTES,
				    seed_of(0), place(round, slot)))
			good++;
	}
	return good;
}

/*
 * As many reads at once as the driver takes, four rounds; one too many; then
 * writes at once, which the host compares.
 */
void scenario_flight(u32 disks)
{
	u32 slots = (u32)bare_option_u64("slots", 16);
	u8 *data;
	u32 done;

	if (disks == 0)
		return;
	tap_equal("buffers are allocated", disk_slots_open(0, slots), 0);
	for (u32 round = 0; round < 4; round++) {
		tap_ok(submit_all(slots, round), "round %u: %u reads are submitted",
		       round, slots);
		disk_kick(0);
		tap_equal("all of them read well", collect_all(slots, round),
			  slots);
	}
	for (u32 slot = 0; slot < slots; slot++) {
		data = disk_slot_data(0, slot);
		pattern_fill(data, DISK_SLOT_BYTES, (u8)(seed_of(0) + 100),
			     place(0, slot));
		if (disk_submit_write(0, slot, place(0, slot)))
			tap_ok(false, "write %u is submitted", slot);
	}
	disk_kick(0);
	do {
		done = 0;
		for (u32 slot = 0; slot < slots; slot++)
			done += disk_slot_done(0, slot) == 1;
	} while (done < slots);
	done = 0;
	for (u32 slot = 0; slot < slots; slot++)
		done += disk_collect(0, slot) == 0;
	tap_equal("as many writes at once succeed", done, slots);
	tap_equal("what is written is flushed", disk_flush(0), 0);
	disk_slots_close(0);
}
