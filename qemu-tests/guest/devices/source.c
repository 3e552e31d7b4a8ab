// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "bare.h"
#include "pattern.h"
#include "scenario.h"
#include "tap.h"

#include "virtio/virtio_rng_device.h"

enum { SEED = 7, REQUESTS = 24, LENGTH = REQUESTS * SECTOR };

/*
 * The host's source of randomness is a file with a pattern, so that each byte
 * can be checked: none is lost, repeated, or made up by the driver.
 */
void exercise_source(struct virtio_rng_device *source)
{
	static u8 data[LENGTH];
	u32 good = 0;

	bare_print("# fact rng.name=%s\n", virtio_rng_device_name(source).s);
	for (u32 i = 0; i < REQUESTS; i++)
		good += virtio_rng_device_fill(source, data + i * SECTOR,
					       SECTOR) == 0;
	tap_equal("rng: many small requests are answered", good, REQUESTS);
	tap_ok(pattern_matches(data, LENGTH, SEED, 0),
	       "rng: the bytes are the host's, in order");
	tap_equal("rng: a request longer than the driver's buffer is answered",
		  virtio_rng_device_fill(source, data, LENGTH), 0);
	tap_ok(pattern_matches(data, LENGTH, SEED, REQUESTS),
	       "rng: the bytes are those that follow");
}

void outwait_source(struct virtio_rng_device *source)
{
	static u8 data[8];

	tap_equal("rng: a request that is not answered ends in time",
		  virtio_rng_device_fill(source, data, sizeof(data)),
		  -ETIMEDOUT);
	tap_equal("rng: the source is stopped",
		  virtio_rng_device_fill(source, data, sizeof(data)),
		  -ESHUTDOWN);
}
