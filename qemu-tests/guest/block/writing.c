// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "bare.h"
#include "disk.h"
#include "pattern.h"
#include "scenario.h"
#include "tap.h"

/* The pattern of what the guest writes, which the host expects to find. */
static u8 new_seed(u32 disk)
{
	return (u8)(seed_of(disk) + 100);
}

static bool writes_well(u32 disk, u64 first, u32 sectors)
{
	u8 *data = buffer();
	int err;

	pattern_fill(data, sectors * SECTOR, new_seed(disk), first);
	err = disk_write(disk, first, data, sectors * SECTOR);
	if (err)
		bare_print("# disk %u, sector %llu: error %d\n", disk, first,
			   err);
	return err == 0;
}

static bool reads_back(u32 disk, u64 first, u32 sectors)
{
	u8 *data = buffer();

	return disk_read(disk, first, data, sectors * SECTOR) == 0 &&
	       pattern_matches(data, sectors * SECTOR, new_seed(disk), first);
}

/*
 * Writes the first sector, the last, and runs of several in between; the host
 * has the same list (WritingTest).
 */
void scenario_write(u32 disks)
{
	for (u32 disk = 0; disk < disks; disk++) {
		u64 last = disk_sectors(disk) - 1;
		const struct {
			u64 first;
			u32 sectors;
		} runs[] = {
			{ 0, 1 }, { 3, 2 }, { 100, 64 }, { 301, 7 },
			{ 512, BUFFER / SECTOR }, { last, 1 },
		};
		u32 count = sizeof(runs) / sizeof(runs[0]);

		for (u32 i = 0; i < count; i++)
			tap_ok(writes_well(disk, runs[i].first, runs[i].sectors),
			       "disk %u: %u sectors written at %llu", disk,
			       runs[i].sectors, runs[i].first);
		for (u32 i = 0; i < count; i++)
			tap_ok(reads_back(disk, runs[i].first, runs[i].sectors),
			       "disk %u: %u sectors read back at %llu", disk,
			       runs[i].sectors, runs[i].first);
		tap_equal("what is written is flushed", disk_flush(disk), 0);
	}
}

/* As many flushes as asked for, each after a write; the host counts them. */
void scenario_flush(u32 disks)
{
	u64 flushes = bare_option_u64("flushes", 3);

	if (disks == 0)
		return;
	for (u64 i = 0; i < flushes; i++) {
		tap_ok(writes_well(0, i, 1), "sector %llu is written", i);
		tap_equal("it is flushed", disk_flush(0), 0);
	}
}

/* The host's storage fails to flush: the driver must not report success. */
void scenario_flush_error(u32 disks)
{
	if (disks == 0)
		return;
	tap_ok(writes_well(0, 0, 1), "a sector is written");
	tap_equal("a flush that failed is an input or output error",
		  disk_flush(0), -EIO);
	tap_ok(reads_back(0, 0, 1), "the disk goes on");
}
