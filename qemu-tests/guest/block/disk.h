/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * The disks of the machine, through the generated driver. The one file that
 * knows the driver's functions is disk.c. Disks are numbered from 0 in the
 * order of the probe; sectors are of 512 bytes; status codes are 0 or a
 * negative errno.
 */
#ifndef GUEST_DISK_H
#define GUEST_DISK_H

#include <vireo/port.h>

/** disks_start() - probe the bus, once; returns how many disks were found */
u32 disks_start(void);

/** disks_stop() - stop all devices and give back what they hold */
void disks_stop(void);

const char *disk_name(u32 disk);
u64 disk_sectors(u32 disk);
u32 disk_block_size(u32 disk);
bool disk_read_only(u32 disk);

/* Blocking transfers of @length bytes from @sector on. */
int disk_read(u32 disk, u64 sector, u8 *data, u32 length);
int disk_write(u32 disk, u64 sector, u8 *data, u32 length);
int disk_flush(u32 disk);

/*
 * Pipelined transfers. Each disk has DISK_SLOTS slots, each with a buffer of
 * its own of DISK_SLOT_BYTES. A slot is filled, submitted, kicked off with all
 * others that were, collected, and looked at.
 */
enum { DISK_SLOTS = 64, DISK_SLOT_BYTES = 4096 };

/** disk_slots_open() - allocate the buffers of @slots slots */
int disk_slots_open(u32 disk, u32 slots);
/** disk_slots_close() - give them back; every one was collected */
void disk_slots_close(u32 disk);
/** disk_slot_data() - a slot's buffer, while it is not submitted */
u8 *disk_slot_data(u32 disk, u32 slot);
int disk_submit_read(u32 disk, u32 slot, u64 sector);
int disk_submit_write(u32 disk, u32 slot, u64 sector);
void disk_kick(u32 disk);
/** disk_slot_done() - 1 when it is complete, 0 when not, or a negative errno */
int disk_slot_done(u32 disk, u32 slot);
/** disk_collect() - wait for a slot; its outcome */
int disk_collect(u32 disk, u32 slot);

#endif /* GUEST_DISK_H */
