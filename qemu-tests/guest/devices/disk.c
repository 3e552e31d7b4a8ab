// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "bare.h"
#include "pattern.h"
#include "scenario.h"
#include "tap.h"

#include "virtio/virtio_blk_device.h"

enum {
	/* On the disk at boot, and what is written over it. */
	SEED = 1,
	WRITTEN_SEED = 101,
	AT_ONCE = 32,
};

static u8 data[AT_ONCE * SECTOR];

static bool reads(struct virtio_blk_device *disk, u64 first, u32 count, u8 seed)
{
	int err;

	for (u32 i = 0; i < sizeof(data); i++)
		data[i] = 0x5a;
	err = virtio_blk_device_read_bytes(disk, first, data, count * SECTOR);
	if (err)
		bare_print("# sector %llu: error %d\n", first, err);
	return err == 0 && pattern_matches(data, count * SECTOR, seed, first);
}

void exercise_disk(struct virtio_blk_device *disk)
{
	u64 sectors = virtio_blk_device_capacity(disk);
	u64 good = 0;

	bare_print("# fact blk.name=%s\n", virtio_blk_device_name(disk).s);
	tap_equal("blk: the disk has as many sectors as it was given",
		  (s64)sectors, (s64)bare_option_u64("sectors", 0));
	for (u64 sector = 0; sector < sectors; sector++)
		good += reads(disk, sector, 1, SEED);
	tap_equal("blk: each sector reads well by itself", (s64)good,
		  (s64)sectors);
	good = 0;
	for (u64 sector = 0; sector + AT_ONCE <= sectors; sector += AT_ONCE)
		good += reads(disk, sector, AT_ONCE, SEED);
	tap_equal("blk: they read well together", (s64)good,
		  (s64)(sectors / AT_ONCE));
	pattern_fill(data, 8 * SECTOR, WRITTEN_SEED, 16);
	tap_equal("blk: eight sectors are written",
		  virtio_blk_device_write_bytes(disk, 16, data, 8 * SECTOR), 0);
	tap_equal("blk: they are flushed", virtio_blk_device_flush(disk), 0);
	tap_ok(reads(disk, 16, 8, WRITTEN_SEED) && reads(disk, 8, 8, SEED) &&
		       reads(disk, 24, 8, SEED),
	       "blk: what was written is read, and the sectors around it are as before");
	tap_equal("blk: the sector behind the last is refused",
		  virtio_blk_device_read_bytes(disk, sectors, data, SECTOR),
		  -ERANGE);
}

/* The host makes the disk larger when it sees the fact "grow". */
void change_disk(struct virtio_blk_device *disk)
{
	u64 before = virtio_blk_device_capacity(disk);
	u64 interrupts = bare_interrupt_total();
	struct vireo_deadline deadline;
	bool changed = false;
	int err;

	tap_equal("blk: a disk that has not changed has not changed",
		  virtio_blk_device_refresh(disk, &changed), 0);
	tap_ok(!changed && reads(disk, 0, 1, SEED), "blk: it reads well");
	interrupts = bare_interrupt_total();
	bare_print("# fact grow=now\n");
	deadline = vireo_deadline_after_ms(PATIENCE);
	do {
		vireo_relax();
		err = virtio_blk_device_refresh(disk, &changed);
	} while (!err && !changed && !vireo_deadline_expired(deadline));
	tap_equal("blk: the change is looked at", err, 0);
	tap_ok(changed, "blk: the driver sees that the disk has changed");
	bare_print("# fact grow.interrupts=%llu\n",
		   bare_interrupt_total() - interrupts);
	bare_print("# fact sectors.before=%llu\n", before);
	bare_print("# fact sectors.after=%llu\n",
		   virtio_blk_device_capacity(disk));
	tap_ok(virtio_blk_device_capacity(disk) > before,
	       "blk: the disk has grown");
	tap_equal("blk: the new last sector reads",
		  virtio_blk_device_read_bytes(
			  disk, virtio_blk_device_capacity(disk) - 1, data,
			  SECTOR), 0);
}
