// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Frames with the host, which has the same functions: FramePeer. The guest asks
 * for a burst and lets it pile up; checks each frame; and sends as many back,
 * by turns one by one and as many at once as the card takes.
 */
#include "bare.h"
#include "nic.h"
#include "pattern.h"
#include "scenario.h"
#include "tap.h"

#include "virtio/received_frame.h"
#include "virtio/transmit_frame.h"

enum {
	TYPE = 12,
	TYPE_ASK = 0x88b5,
	TYPE_DATA = 0x88b6,
	NUMBER = ETHER_HEADER,
	COUNT = NUMBER + 4,
	PAYLOAD = NUMBER + 4,
	SIZES = MAX_FRAME - MIN_FRAME + 1,
	/* No divisor in common with SIZES: every length has its turn. */
	STRIDE = 611,
	/* A frame's payload is the content of so many sectors, cut. */
	SECTORS_OF_FRAME = 3,
	IN_SEED = 40,
	OUT_SEED = 41,
	/* How long a burst piles up, in milliseconds. */
	PILE_UP = 3,
};

static const u8 host[ADDRESS] = { 0x02, 0, 0, 0, 0, 0x01 };
static u8 own[ADDRESS];
static u8 frame[MAX_FRAME];

static u32 size_of(u32 number)
{
	return MIN_FRAME + number * STRIDE % SIZES;
}

static void put_header(u8 *to, u16 type, u32 number)
{
	for (u32 i = 0; i < ADDRESS; i++) {
		to[i] = host[i];
		to[ADDRESS + i] = own[i];
	}
	to[TYPE] = (u8)(type >> 8);
	to[TYPE + 1] = (u8)type;
	for (u32 i = 0; i < 4; i++)
		to[NUMBER + i] = (u8)(number >> (24 - 8 * i));
}

static void fill(u8 *to, u32 number)
{
	put_header(to, TYPE_DATA, number);
	pattern_fill(to + PAYLOAD, size_of(number) - PAYLOAD, OUT_SEED,
		     (u64)number * SECTORS_OF_FRAME);
}

static bool is_well(const u8 *data, u32 length, u32 number)
{
	u32 received = 0;
	bool to_me = true;

	for (u32 i = 0; i < 4; i++)
		received = received << 8 | data[NUMBER + i];
	for (u32 i = 0; i < ADDRESS; i++)
		to_me = to_me && data[i] == own[i] &&
			data[ADDRESS + i] == host[i];
	if (to_me && length == size_of(number) && received == number &&
	    pattern_matches(data + PAYLOAD, length - PAYLOAD, IN_SEED,
			    (u64)number * SECTORS_OF_FRAME))
		return true;
	bare_print("# net: frame %u of %u bytes instead of %u of %u\n",
		   received, length, number, size_of(number));
	return false;
}

static bool ask_for(struct virtio_net_device *nic, u32 first, u32 count)
{
	struct vireo_deadline piled_up;

	for (u32 i = 0; i < MIN_FRAME; i++)
		frame[i] = 0;
	put_header(frame, TYPE_ASK, first);
	for (u32 i = 0; i < 4; i++)
		frame[COUNT + i] = (u8)(count >> (24 - 8 * i));
	if (!nic_send(nic, frame, MIN_FRAME))
		return false;
	piled_up = vireo_deadline_after_ms(PILE_UP);
	while (!vireo_deadline_expired(piled_up))
		vireo_relax();
	return true;
}

/* Returns how many came well, one after the other. */
static u32 receive_burst(struct virtio_net_device *nic, u32 first, u32 count)
{
	for (u32 i = 0; i < count; i++) {
		u32 length;

		if (!nic_receive(nic, frame, &length) ||
		    !is_well(frame, length, first + i))
			return i;
	}
	return count;
}

/* The same in the driver's own buffers. */
static u32 take_burst(struct virtio_net_device *nic, u32 first, u32 count)
{
	for (u32 i = 0; i < count; i++) {
		struct received_frame taken;
		bool there;
		bool well;

		if (virtio_net_device_await_frame(nic, PATIENCE, &there) ||
		    !there || virtio_net_device_take(nic, &taken))
			return i;
		well = is_well(taken.bytes, taken.length, first + i);
		virtio_net_device_give_back(nic, taken);
		if (!well)
			return i;
	}
	virtio_net_device_kick(nic);
	return count;
}

static u32 send_burst(struct virtio_net_device *nic, u32 first, u32 count)
{
	for (u32 i = 0; i < count; i++) {
		fill(frame, first + i);
		if (!nic_send(nic, frame, size_of(first + i)))
			return i;
	}
	return count;
}

static u32 submit_burst(struct virtio_net_device *nic, u32 first, u32 count)
{
	u32 done = 0;

	while (done < count) {
		struct transmit_frame room;
		int err = virtio_net_device_acquire(nic, &room);

		if (err == -ENOBUFS)
			err = virtio_net_device_drain(nic);
		else if (!err) {
			fill(room.bytes, first + done);
			err = virtio_net_device_submit(nic, room,
						       size_of(first + done));
			done++;
		}
		if (err) {
			bare_print("# net: frame %u: error %d\n", first + done,
				   err);
			return done;
		}
	}
	if (virtio_net_device_drain(nic))
		return 0;
	return count;
}

void scenario_frames(struct devices *devices)
{
	struct virtio_net_device *nic = devices->nic;
	u32 frames = (u32)bare_option_u64("frames", 10000);
	u32 burst = (u32)bare_option_u64("burst", 640);
	u32 received = 0;
	u32 sent = 0;
	u32 count;

	nic_address(nic, own);
	for (u32 first = 0; first < frames; first += burst) {
		bool at_once = first / burst % 2 == 1;

		count = frames - first < burst ? frames - first : burst;
		if (!ask_for(nic, first, count))
			break;
		received += at_once ? take_burst(nic, first, count) :
				      receive_burst(nic, first, count);
		if (received < first + count)
			break;
		sent += at_once ? submit_burst(nic, first, count) :
				  send_burst(nic, first, count);
		if (sent < first + count)
			break;
	}
	tap_equal("net: all frames come in, in order, byte for byte", received,
		  frames);
	tap_equal("net: as many are sent", sent, frames);
}
