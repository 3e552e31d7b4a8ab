/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* What the parts of this architecture know of each other. */
#ifndef BARE_ARM_H
#define BARE_ARM_H

#include <vireo/port.h>

/** arm_device_tree() - the tree that QEMU has left in memory */
const u8 *arm_device_tree(void);

/** arm_clock_frequency() - of the generic timer, ticks a second */
u64 arm_clock_frequency(void);

/** arm_interrupt() - the CPU has been interrupted; called by entry.S */
void arm_interrupt(void);

#endif /* BARE_ARM_H */
