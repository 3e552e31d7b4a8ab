// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Sends and receives frames, requests=N times in the way that mode= names.
 * There are two cards, and what the first one sends the second one receives.
 *
 *   transmit  a frame in a buffer of the driver is sent, and waited for
 *   copying   a frame of the caller's is copied, sent and waited for
 *   pipeline  16 frames in buffers of the driver are sent together
 *   receive   16 frames that are there are looked at in the driver's buffers
 *   taking    16 frames that are there are copied to the caller, one by one
 *   asleep    16 frames are waited for, then looked at in the driver's buffers
 *
 * Only the receiving card's share is counted of the last three. With the word
 * interrupts the drivers sleep while they wait, otherwise they poll.
 */
#include "modes.h"

#include "virtio/device_handler.h"
#include "virtio/kernel_phys_mapper.h"
#include "virtio/kernel_services.h"
#include "virtio/network_unit.h"
#include "virtio/virtio_net_device.h"
#include "virtio/virtio_pci.h"

enum { CARDS = 2, FRAME = 60, PATIENCE = 5000 };

static struct network_unit *units[CARDS];
static u32 found;
static struct virtio_net_device *sender;
static struct virtio_net_device *receiver;
static u8 private_frame[FRAME];

static void attach(struct device_handler *handler, struct network_unit *unit)
{
	(void)handler;
	if (found == CARDS)
		bare_panic("there are more than two cards");
	units[found++] = unit;
}

/*
 * What a driver's caller calls. Much of it is in headers and would become part
 * of its caller here, where it would not be counted.
 */
static noinline int acquire(struct transmit_frame *frame)
{
	return virtio_net_device_acquire(sender, frame);
}

static noinline int transmit_one(struct transmit_frame frame)
{
	return virtio_net_device_transmit(sender, frame, FRAME);
}

static noinline int submit(struct transmit_frame frame)
{
	return virtio_net_device_submit(sender, frame, FRAME);
}

static noinline void kick(struct virtio_net_device *card)
{
	virtio_net_device_kick(card);
}

static noinline int drain(void)
{
	return virtio_net_device_drain(sender);
}

static noinline int take(struct received_frame *frame)
{
	return virtio_net_device_take(receiver, frame);
}

static noinline int receive_one(u32 *length)
{
	return virtio_net_device_receive(receiver, private_frame, FRAME,
					 length);
}

static noinline void give_back(struct received_frame frame)
{
	virtio_net_device_give_back(receiver, frame);
}

static noinline int await_frame(bool *there)
{
	return virtio_net_device_await_frame(receiver, PATIENCE, there);
}

static void transmit(u64 requests)
{
	for (u64 i = 0; i < requests; i++) {
		struct transmit_frame frame;

		must(acquire(&frame), "acquire");
		must(transmit_one(frame), "transmit");
	}
}

static void copying(u64 requests)
{
	for (u64 i = 0; i < requests; i++)
		must(virtio_net_device_send(sender, private_frame, FRAME,
					    FRAME),
		     "send");
}

static void start_sixteen(void)
{
	for (u32 slot = 0; slot < DEPTH; slot++) {
		struct transmit_frame frame;

		must(acquire(&frame), "acquire");
		must(submit(frame), "submit");
	}
	kick(sender);
}

static void pipeline(u64 requests)
{
	for (u64 i = 0; i < requests; i += DEPTH) {
		for (u32 slot = 0; slot < DEPTH; slot++) {
			struct transmit_frame frame;

			must(acquire(&frame), "acquire");
			must(submit(frame), "submit");
		}
		kick(sender);
		must(drain(), "drain");
	}
}

static void look_at_sixteen(void)
{
	for (u32 slot = 0; slot < DEPTH; slot++) {
		struct received_frame frame;

		must(take(&frame), "take");
		if (frame.length != FRAME)
			bare_panic("a frame of %u bytes", frame.length);
		give_back(frame);
	}
	kick(receiver);
}

static void receive(u64 requests)
{
	for (u64 i = 0; i < requests; i += DEPTH) {
		start_sixteen();
		must(drain(), "drain");
		count_begin();
		look_at_sixteen();
		count_end();
	}
}

static void taking(u64 requests)
{
	for (u64 i = 0; i < requests; i += DEPTH) {
		start_sixteen();
		must(drain(), "drain");
		count_begin();
		for (u32 slot = 0; slot < DEPTH; slot++) {
			u32 length;

			must(receive_one(&length), "receive");
		}
		count_end();
	}
}

static void asleep(u64 requests)
{
	for (u64 i = 0; i < requests; i += DEPTH) {
		bool there = false;

		start_sixteen();
		count_begin();
		must(await_frame(&there), "await_frame");
		if (!there)
			bare_panic("no frame comes");
		look_at_sixteen();
		count_end();
		must(drain(), "drain");
	}
}

static const struct mode modes[] = {
	{ "transmit", transmit, false },
	{ "copying", copying, false },
	{ "pipeline", pipeline, false },
	{ "receive", receive, true },
	{ "taking", taking, true },
	{ "asleep", asleep, true },
	{ NULL, NULL, false },
};

int bare_main(const char *command_line)
{
	static const struct device_handler_ops ops = {
		.attach_network = attach,
	};
	static struct kernel_phys_mapper mapper;
	struct device_handler handler = { .ops = &ops };
	struct kernel_services kernel = {
		.mapper = &mapper,
		.interrupts = bare_option("interrupts", NULL, 0) ?
				      bare_interrupts() :
				      NULL,
	};

	(void)command_line;
	kernel_phys_mapper_init(&mapper, NULL);
	virtio_pci_probe_pci_devices(bare_pci_bus(), 0, kernel, &handler);
	if (found != CARDS)
		bare_panic("there are %u cards, not two", found);
	sender = network_unit_network(units[0]);
	receiver = network_unit_network(units[1]);
	run_mode(modes);
	for (u32 i = 0; i < CARDS; i++)
		network_unit_release(units[i]);
	return 0;
}
