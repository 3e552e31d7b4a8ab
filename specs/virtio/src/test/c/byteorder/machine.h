/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * A machine in this process with one virtio disk in memory. The device works
 * on bytes alone, so that it does not matter which CPU plays it.
 */
#ifndef BYTEORDER_MACHINE_H
#define BYTEORDER_MACHINE_H

#include <vireo/port.h>

#define MACHINE_DISK 0x0a000000ull
#define MACHINE_DISK_BYTES 0x200
#define MACHINE_SECTORS 16

/**
 * struct machine - what there is to see of it
 * @version: of the device's registers, 1 or 2
 * @status: of the device
 * @features: that the driver accepted
 * @sectors: the disk's content
 * @request: header of the last request, as it lay in memory
 * @served: requests
 * @log: the last line
 */
struct machine {
	u32 version;
	u32 status;
	u64 features;
	u8 sectors[MACHINE_SECTORS * 512];
	u8 request[16];
	u32 served;
	char log[128];
};

extern struct machine machine;

/** machine_start() - an empty disk, and memory in which nothing is allocated */
void machine_start(u32 version);

/** machine_memory() - bytes of device-visible memory */
u8 *machine_memory(u64 physical);

#endif /* BYTEORDER_MACHINE_H */
