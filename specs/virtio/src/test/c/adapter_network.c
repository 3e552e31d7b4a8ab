// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Network cards. A frame that is acquired or taken is known by its buffer. */
#include <stdlib.h>
#include <string.h>

#include "adapter.h"
#include "virtio/network_unit.h"
#include "virtio/virtio_net_device.h"

/* Called by name from the JVM. */
int32_t adapter_networks(void);
void adapter_network_release(int32_t network);
uint32_t adapter_network_regions_held(int32_t network);
void adapter_network_name(int32_t network, char *text);
uint64_t adapter_network_address(int32_t network);
int32_t adapter_network_is_link_up(int32_t network);
int32_t adapter_network_refresh(int32_t network);
uint64_t adapter_network_statistic(int32_t network, int32_t which);
int32_t adapter_network_send(int32_t network, uint8_t *frame, uint32_t length);
int32_t adapter_network_receive(int32_t network, uint8_t *frame,
				uint32_t length);
int32_t adapter_network_await_frame(int32_t network, uint32_t milliseconds);
int32_t adapter_network_submit(int32_t network, uint8_t *frame,
			       uint32_t length);
int32_t adapter_network_transmit(int32_t network, uint8_t *frame,
				 uint32_t length);
int32_t adapter_network_abandon(int32_t network);
void adapter_network_kick(int32_t network);
int32_t adapter_network_complete(int32_t network);
int32_t adapter_network_drain(int32_t network);
int32_t adapter_network_take(int32_t network, uint8_t *frame);

static struct adapter_units networks;

static struct virtio_net_device *network_at(int network)
{
	return network_unit_network(adapter_unit_at(&networks, network));
}

void adapter_networks_reset(void)
{
	memset(&networks, 0, sizeof(networks));
}

void adapter_attach_network(struct network_unit *unit)
{
	adapter_units_add(&networks, unit);
}

int32_t adapter_networks(void)
{
	return networks.count;
}

/* Stops a card; its number stands for nothing afterwards. */
void adapter_network_release(int32_t network)
{
	network_unit_release(adapter_unit_at(&networks, network));
	networks.unit[network] = NULL;
}

uint32_t adapter_network_regions_held(int32_t network)
{
	return network_unit_regions_held(adapter_unit_at(&networks, network));
}

/* @text: room for 48 characters */
void adapter_network_name(int32_t network, char *text)
{
	struct vireo_text name = virtio_net_device_name(network_at(network));

	memcpy(text, name.s, sizeof(name.s));
}

uint64_t adapter_network_address(int32_t network)
{
	return virtio_net_device_address(network_at(network)).bits;
}

int32_t adapter_network_is_link_up(int32_t network)
{
	return virtio_net_device_is_link_up(network_at(network));
}

int32_t adapter_network_refresh(int32_t network)
{
	bool changed;
	int err = virtio_net_device_refresh(network_at(network), &changed);

	return err ? err : changed;
}

/* @which: in the order of the structure's members */
uint64_t adapter_network_statistic(int32_t network, int32_t which)
{
	struct network_statistics *statistics =
		virtio_net_device_statistics(network_at(network));

	switch (which) {
	case 0:
		return network_statistics_sent_frames(statistics);
	case 1:
		return network_statistics_sent_bytes(statistics);
	case 2:
		return network_statistics_received_frames(statistics);
	case 3:
		return network_statistics_received_bytes(statistics);
	case 4:
		return network_statistics_received_runts(statistics);
	case 5:
		return network_statistics_received_unusable(statistics);
	default:
		abort();
	}
}

int32_t adapter_network_send(int32_t network, uint8_t *frame, uint32_t length)
{
	return virtio_net_device_send(network_at(network), frame, length,
				      length);
}

/* The frame's length. */
int32_t adapter_network_receive(int32_t network, uint8_t *frame,
				uint32_t length)
{
	u32 received;
	int err = virtio_net_device_receive(network_at(network), frame, length,
					    &received);

	return err ? err : (int32_t)received;
}

int32_t adapter_network_await_frame(int32_t network, uint32_t milliseconds)
{
	bool come;
	int err = virtio_net_device_await_frame(network_at(network),
						milliseconds, &come);

	return err ? err : come;
}

/* A buffer of the card with a frame in it. */
static int filled(int network, const uint8_t *frame, uint32_t length,
		  struct transmit_frame *buffer)
{
	int err = virtio_net_device_acquire(network_at(network), buffer);

	if (!err && length <= TRANSMIT_FRAME_SIZE)
		vireo_memcpy(buffer->bytes, frame, length);
	return err;
}

int32_t adapter_network_submit(int32_t network, uint8_t *frame, uint32_t length)
{
	struct transmit_frame buffer;
	int err = filled(network, frame, length, &buffer);

	if (err)
		return err;
	return virtio_net_device_submit(network_at(network), buffer, length);
}

int32_t adapter_network_transmit(int32_t network, uint8_t *frame,
				 uint32_t length)
{
	struct transmit_frame buffer;
	int err = filled(network, frame, length, &buffer);

	if (err)
		return err;
	return virtio_net_device_transmit(network_at(network), buffer, length);
}

/* Acquires a buffer and thinks better of it. */
int32_t adapter_network_abandon(int32_t network)
{
	struct transmit_frame buffer;
	int err = virtio_net_device_acquire(network_at(network), &buffer);

	if (err)
		return err;
	virtio_net_device_abandon(network_at(network), buffer);
	return buffer.buffer;
}

void adapter_network_kick(int32_t network)
{
	virtio_net_device_kick(network_at(network));
}

/* How many frames were sent since. */
int32_t adapter_network_complete(int32_t network)
{
	u32 count;
	int err = virtio_net_device_complete(network_at(network), &count);

	return err ? err : (int32_t)count;
}

int32_t adapter_network_drain(int32_t network)
{
	return virtio_net_device_drain(network_at(network));
}

/* @frame: room for the longest one. The frame's length. */
int32_t adapter_network_take(int32_t network, uint8_t *frame)
{
	struct received_frame received;
	int err = virtio_net_device_take(network_at(network), &received);

	if (err)
		return err;
	vireo_memcpy(frame, received.bytes, received.length);
	virtio_net_device_give_back(network_at(network), received);
	return received.length;
}
