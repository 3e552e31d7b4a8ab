// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "bare.h"
#include "disk.h"
#include "pattern.h"
#include "scenario.h"
#include "tap.h"

/* Nothing but the probe. */
void scenario_list(u32 disks)
{
	(void)disks;
}

/* Whether @sectors of them from @first on read well in one request. */
static bool reads_well(u32 disk, u64 first, u32 sectors)
{
	u8 *data = buffer();
	int err = disk_read(disk, first, data, sectors * SECTOR);

	if (err) {
		bare_print("# disk %u, sector %llu: error %d\n", disk, first,
			   err);
		return false;
	}
	if (!pattern_matches(data, sectors * SECTOR, seed_of(disk), first)) {
		bare_print("# disk %u, sector %llu: wrong content\n", disk,
			   first);
		return false;
	}
	if (sectors * SECTOR < BUFFER && data[sectors * SECTOR] != 0xa5) {
		bare_print("# disk %u, sector %llu: written past the end\n",
			   disk, first);
		return false;
	}
	return true;
}

/* Every disk, every sector, one a request. */
void scenario_read(u32 disks)
{
	for (u32 disk = 0; disk < disks; disk++) {
		u64 sectors = disk_sectors(disk);
		u64 sum = CHECKSUM_START;
		u64 good = 0;

		for (u64 sector = 0; sector < sectors; sector++) {
			u8 *data = buffer();

			if (disk_read(disk, sector, data, SECTOR) == 0 &&
			    pattern_matches(data, SECTOR, seed_of(disk),
					    sector))
				good++;
			sum = checksum(sum, data, SECTOR);
		}
		tap_ok(good == sectors, "disk %u: %llu of %llu sectors read well one by one",
		       disk, good, sectors);
		bare_print("# fact disk%u.checksum=%08x%08x\n", disk,
			   (u32)(sum >> 32), (u32)sum);
	}
}

/* Every disk in requests of 1, 2, 3, ... sectors, and in the largest ones. */
void scenario_read_many(u32 disks)
{
	for (u32 disk = 0; disk < disks; disk++) {
		u64 sectors = disk_sectors(disk);
		u32 length = 1;
		u64 sector = 0;
		bool good = true;

		while (good && sector < sectors) {
			if (length > sectors - sector)
				length = (u32)(sectors - sector);
			good = reads_well(disk, sector, length);
			sector += length;
			if (length < BUFFER / SECTOR)
				length++;
		}
		tap_ok(good, "disk %u: requests of 1, 2, 3, ... sectors read well",
		       disk);
	}
}

/*
 * A disk with more sectors than 32 bits count. The host wrote these places
 * (LargeDiskTest): two of them differ from 7 above bit 31 of the byte's number
 * and of the sector's number only, two lie across those borders.
 */
void scenario_far(u32 disks)
{
	static const u64 places[] = {
		7, 0x7ffffc, 0x800007, 0xfffffffc, 0x100000007,
	};
	u8 *data;
	u64 last;

	if (disks == 0)
		return;
	for (u32 i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		tap_ok(reads_well(0, places[i], 8),
		       "8 sectors at %llu read well", places[i]);
	last = disk_sectors(0) - 1;
	data = buffer();
	pattern_fill(data, SECTOR, seed_of(0), last);
	tap_equal("the last sector can be written",
		  disk_write(0, last, data, SECTOR), 0);
	tap_ok(reads_well(0, last, 1), "the last sector reads well");
	data = buffer();
	pattern_fill(data, SECTOR, seed_of(0), 0x123456789);
	tap_equal("a sector beyond 2^32 can be written",
		  disk_write(0, 0x123456789, data, SECTOR), 0);
	tap_equal("what is written is flushed", disk_flush(0), 0);
}

/*
 * One sector more than two times as often as a 16-bit index counts, so that the
 * rings' indices wrap twice.
 */
void scenario_wrap(u32 disks)
{
	u64 requests = bare_option_u64("requests", 140000);
	u64 done = 0;
	u8 *data = buffer();

	if (disks == 0)
		return;
	while (done < requests && disk_read(0, done % 8, data, SECTOR) == 0 &&
	       pattern_matches(data, 8, seed_of(0), done % 8))
		done++;
	tap_ok(done == requests, "%llu of %llu requests read well", done,
	       requests);
}
