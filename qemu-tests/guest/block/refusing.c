// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "bare.h"
#include "disk.h"
#include "pattern.h"
#include "scenario.h"
#include "tap.h"

/* Requests that the driver has to refuse before the device sees them. */
void scenario_limits(u32 disks)
{
	u8 *data = buffer();
	u64 sectors;

	if (disks == 0)
		return;
	sectors = disk_sectors(0);
	tap_equal("the last sector reads", disk_read(0, sectors - 1, data, SECTOR),
		  0);
	tap_equal("a read past the end is refused",
		  disk_read(0, sectors, data, SECTOR), -ERANGE);
	tap_equal("a read across the end is refused",
		  disk_read(0, sectors - 1, data, 2 * SECTOR), -ERANGE);
	tap_equal("a read whose end wraps around is refused",
		  disk_read(0, ~0ull, data, 2 * SECTOR), -ERANGE);
	tap_equal("a read of half a sector is refused",
		  disk_read(0, 0, data, SECTOR / 2), -EINVAL);
	tap_equal("a read of nothing is refused", disk_read(0, 0, data, 0),
		  -EINVAL);
	tap_equal("a write past the end is refused",
		  disk_write(0, sectors, data, SECTOR), -ERANGE);
	tap_equal("a write of a sector and a half is refused",
		  disk_write(0, 0, data, SECTOR + SECTOR / 2), -EINVAL);
	data = buffer();
	tap_equal("the disk goes on", disk_read(0, 0, data, SECTOR), 0);
	tap_ok(pattern_matches(data, SECTOR, seed_of(0), 0),
	       "and reads the right content");
}

/* A disk of 4096-byte blocks takes whole blocks only, at their borders. */
void scenario_blocks(u32 disks)
{
	u8 *data = buffer();

	if (disks == 0)
		return;
	tap_equal("a block has 4096 bytes", disk_block_size(0), 4096);
	tap_equal("a part of a block is not read", disk_read(0, 0, data, SECTOR),
		  -EINVAL);
	tap_equal("nor from the middle of one",
		  disk_read(0, 4, data, 8 * SECTOR), -EINVAL);
	tap_equal("nor written", disk_write(0, 4, data, 8 * SECTOR), -EINVAL);
	data = buffer();
	tap_equal("two blocks are read", disk_read(0, 8, data, 16 * SECTOR), 0);
	tap_ok(pattern_matches(data, 16 * SECTOR, seed_of(0), 8),
	       "with the right content");
	pattern_fill(data, 8 * SECTOR, seed_of(0), 24);
	tap_equal("a block is written", disk_write(0, 16, data, 8 * SECTOR), 0);
}

/* A read-only disk is read, and a write never reaches it. */
void scenario_read_only(u32 disks)
{
	u8 *data = buffer();

	if (disks == 0)
		return;
	tap_ok(disk_read_only(0), "the disk says that it is read-only");
	tap_equal("a write is refused", disk_write(0, 0, data, SECTOR), -EROFS);
	tap_equal("it reads", disk_read(0, 5, data, SECTOR), 0);
	tap_ok(pattern_matches(data, SECTOR, seed_of(0), 5),
	       "the right content");
}

/* The host's storage cannot read sector 9. */
void scenario_bad_sector(u32 disks)
{
	u8 *data = buffer();

	if (disks == 0)
		return;
	tap_equal("a good sector reads", disk_read(0, 8, data, SECTOR), 0);
	tap_equal("a bad one is an input or output error",
		  disk_read(0, 9, data, SECTOR), -EIO);
	data = buffer();
	tap_equal("the disk goes on", disk_read(0, 10, data, SECTOR), 0);
	tap_ok(pattern_matches(data, SECTOR, seed_of(0), 10),
	       "and reads the right content");
}

/*
 * The device answers one request and then none: the driver gives up at its
 * deadline with an error, and the next request does not wait again for nothing.
 */
void scenario_hang(u32 disks)
{
	u8 *data = buffer();
	u64 begin;
	u64 waited;

	if (disks == 0)
		return;
	tap_equal("the first request is answered",
		  disk_read(0, 0, data, 8 * SECTOR), 0);
	begin = vireo_clock_ns();
	tap_equal("a request without an answer times out",
		  disk_read(0, 8, data, 8 * SECTOR), -ETIMEDOUT);
	waited = (vireo_clock_ns() - begin) / 1000000;
	bare_print("# fact waited.ms=%llu\n", waited);
	tap_ok(waited >= 4900 && waited <= 15000,
	       "at the deadline that the driver promises");
	begin = vireo_clock_ns();
	tap_equal("the next request finds the device stopped",
		  disk_read(0, 16, data, 8 * SECTOR), -ESHUTDOWN);
	waited = (vireo_clock_ns() - begin) / 1000000;
	tap_ok(waited < 1000, "at once");
}
