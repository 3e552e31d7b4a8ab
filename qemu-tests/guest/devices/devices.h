/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * The machine's virtio devices, one of each type at most, found in whatever
 * way the command line says: probe=pci, probe=tree or probe=words, with
 * wait=interrupts or wait=polling.
 */
#ifndef GUEST_DEVICES_H
#define GUEST_DEVICES_H

#include <vireo/port.h>

struct virtio_blk_device;
struct virtio_console_device;
struct virtio_net_device;
struct virtio_rng_device;

/** struct devices - what there is; NULL for what is not */
struct devices {
	struct virtio_blk_device *disk;
	struct virtio_console_device *console;
	struct virtio_net_device *nic;
	struct virtio_rng_device *source;
	u32 found;
};

/**
 * devices_start() - probe, once
 * @command_line: where probe=words looks for devices
 */
struct devices *devices_start(const char *command_line);

/** devices_stop() - stop all devices and give back what they hold */
void devices_stop(void);

#endif /* GUEST_DEVICES_H */
