// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "bare.h"
#include "pattern.h"
#include "scenario.h"
#include "tap.h"

#include "virtio/virtio_console_device.h"

enum { SEED = 9, LINE = 64, LINES = 32, BURST = 40 * SECTOR };

/* Reads until @length bytes have come, or the other side is silent too long. */
static u32 read_all(struct virtio_console_device *console, u8 *to, u32 length)
{
	u32 done = 0;

	while (done < length) {
		bool there;
		u32 some;
		int err = virtio_console_device_await_input(console, PATIENCE,
							    &there);

		if (!err && !there)
			break;
		if (!err)
			err = virtio_console_device_read(console, to + done,
							 length - done, &some);
		if (err) {
			bare_print("# console: error %d\n", err);
			break;
		}
		done += some;
	}
	return done;
}

/* The host answers each byte with its complement. */
static bool answers(const u8 *sent, const u8 *received, u32 length)
{
	for (u32 i = 0; i < length; i++) {
		if ((received[i] ^ sent[i]) != 0xff)
			return false;
	}
	return true;
}

static bool exchange(struct virtio_console_device *console, u8 *sent,
		     u32 length)
{
	static u8 received[BURST];
	int err = virtio_console_device_write(console, sent, length, length);

	if (err)
		bare_print("# console: writing: error %d\n", err);
	return err == 0 && read_all(console, received, length) == length &&
	       answers(sent, received, length);
}

void exercise_console(struct virtio_console_device *console)
{
	static u8 sent[BURST];
	u32 more;
	u32 good = 0;

	bare_print("# fact console.name=%s\n",
		   virtio_console_device_name(console).s);
	pattern_fill(sent, BURST, SEED, 0);
	for (u32 i = 0; i < LINES; i++)
		good += exchange(console, sent + i * LINE, LINE);
	tap_equal("console: each line is answered", good, LINES);
	tap_ok(exchange(console, sent, BURST),
	       "console: a burst beyond the buffers comes back whole");
	tap_equal("console: then it is silent",
		  virtio_console_device_read(console, sent, LINE, &more), 0);
	tap_equal("console: nothing comes twice", more, 0);
}
