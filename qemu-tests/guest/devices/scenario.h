/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * What the guest is asked to do. A scenario gives its results by tap_ok(), each
 * description begins with the device's type, and leaves the devices running.
 */
#ifndef GUEST_SCENARIO_H
#define GUEST_SCENARIO_H

#include "devices.h"

/* How long a scenario waits for the other side, in milliseconds. */
enum { PATIENCE = 10000 };

/* Each device that there is does what it is for. */
void scenario_matrix(struct devices *devices);
/* Frames of all sizes come in and go back changed. */
void scenario_frames(struct devices *devices);
/* The link goes down and up, and the disk grows. */
void scenario_changes(struct devices *devices);
/* The source never answers. */
void scenario_silent(struct devices *devices);

void exercise_disk(struct virtio_blk_device *disk);
void exercise_console(struct virtio_console_device *console);
void exercise_nic(struct virtio_net_device *nic);
void exercise_source(struct virtio_rng_device *source);

void outwait_source(struct virtio_rng_device *source);

void change_link(struct virtio_net_device *nic);
void change_disk(struct virtio_blk_device *disk);

#endif /* GUEST_SCENARIO_H */
