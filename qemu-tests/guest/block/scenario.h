/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * What the guest is asked to do. A scenario finds the disks started, gives its
 * results by tap_ok(), and leaves the disks running.
 */
#ifndef GUEST_SCENARIO_H
#define GUEST_SCENARIO_H

#include <vireo/port.h>

/* The most that a scenario transfers at once. */
enum { BUFFER = 64 * 1024 };

/** buffer() - BUFFER bytes for whoever runs, filled with 0xa5 by each call */
u8 *buffer(void);

/** seed_of() - the pattern on a disk at boot: the option seed=, plus its number */
u8 seed_of(u32 disk);

void scenario_list(u32 disks);
void scenario_read(u32 disks);
void scenario_read_many(u32 disks);
void scenario_write(u32 disks);
void scenario_flush(u32 disks);
void scenario_flush_error(u32 disks);
void scenario_limits(u32 disks);
void scenario_blocks(u32 disks);
void scenario_read_only(u32 disks);
void scenario_far(u32 disks);
void scenario_bad_sector(u32 disks);
void scenario_hang(u32 disks);
void scenario_wrap(u32 disks);
void scenario_flight(u32 disks);

#endif /* GUEST_SCENARIO_H */
