/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
#ifndef BARE_TEST_REFERENCE_CLOCK_H
#define BARE_TEST_REFERENCE_CLOCK_H

#include <vireo/port.h>

/** struct reference_wait - one wait, on two clocks */
struct reference_wait {
	u64 reference_ns;
	u64 measured_ns;
};

/**
 * reference_wait() - wait for 20 ms to a second on a clock that
 *                    vireo_clock_ns() does not run on
 *
 * Return: how long it was by that clock, 0 if it stands still, and by
 * vireo_clock_ns().
 */
struct reference_wait reference_wait(void);

#endif /* BARE_TEST_REFERENCE_CLOCK_H */
