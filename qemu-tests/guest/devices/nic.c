// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "nic.h"

#include "bare.h"
#include "scenario.h"
#include "tap.h"

#include "virtio/mac_address.h"

enum {
	/* QEMU's user network: the guest's own address, and its gateway's. */
	OWN_IP = 0x0a00020f,
	GATEWAY_IP = 0x0a000202,
};

static u8 request[MAX_FRAME];
static u8 answer[MAX_FRAME];

void nic_address(struct virtio_net_device *nic, u8 *address)
{
	u64 bits = virtio_net_device_address(nic).bits;

	for (u32 i = 0; i < ADDRESS; i++)
		address[i] = (u8)(bits >> 8 * (ADDRESS - 1 - i));
}

bool nic_receive(struct virtio_net_device *nic, u8 *frame, u32 *length)
{
	bool there;
	int err = virtio_net_device_await_frame(nic, PATIENCE, &there);

	if (!err && there)
		err = virtio_net_device_receive(nic, frame, MAX_FRAME, length);
	if (err)
		bare_print("# net: receiving: error %d\n", err);
	return !err && there;
}

bool nic_send(struct virtio_net_device *nic, u8 *frame, u32 length)
{
	int err = virtio_net_device_send(nic, frame, MAX_FRAME, length);

	if (err)
		bare_print("# net: sending %u bytes: error %d\n", length, err);
	return !err;
}

static bool find_gateway(struct virtio_net_device *nic, const u8 *own,
			 u8 *gateway)
{
	struct vireo_deadline deadline = vireo_deadline_after_ms(PATIENCE);
	u32 length;

	arp_request(request, own, OWN_IP, GATEWAY_IP);
	if (!nic_send(nic, request, ARP_FRAME))
		return false;
	while (!vireo_deadline_expired(deadline) &&
	       nic_receive(nic, answer, &length)) {
		if (arp_answer(answer, length, GATEWAY_IP, gateway))
			return true;
	}
	return false;
}

static bool ping(struct virtio_net_device *nic, const u8 *own,
		 const u8 *gateway, u32 payload, u16 number)
{
	struct vireo_deadline deadline = vireo_deadline_after_ms(PATIENCE);
	u32 length = ECHO_HEADER + payload;
	u32 received;

	for (u32 i = 0; i < payload; i++)
		request[ECHO_HEADER + i] = (u8)(i * 7 + number);
	echo_request(request, payload, own, gateway, OWN_IP, GATEWAY_IP,
		     number);
	if (!nic_send(nic, request, length))
		return false;
	/* Other frames may come in between: the network talks, too. */
	while (!vireo_deadline_expired(deadline) &&
	       nic_receive(nic, answer, &received)) {
		if (echo_answer(answer, received, request, length))
			return true;
	}
	return false;
}

void exercise_nic(struct virtio_net_device *nic)
{
	static const u16 payloads[] = { 0, 1, 17, 18, 19, 56, 500, 1000, 1471,
					MAX_FRAME - ECHO_HEADER };
	u8 own[ADDRESS];
	u8 gateway[ADDRESS];
	u32 good = 0;

	nic_address(nic, own);
	bare_print("# fact net.name=%s\n", virtio_net_device_name(nic).s);
	bare_print("# fact net.mac=%02x:%02x:%02x:%02x:%02x:%02x\n", own[0],
		   own[1], own[2], own[3], own[4], own[5]);
	tap_ok(virtio_net_device_is_link_up(nic), "net: the link is up");
	tap_ok(find_gateway(nic, own, gateway),
	       "net: ARP finds the gateway of QEMU's network");
	for (u16 i = 0; i < sizeof(payloads) / sizeof(payloads[0]); i++)
		good += ping(nic, own, gateway, payloads[i], i);
	tap_equal("net: pings of all lengths come back byte for byte", good,
		  sizeof(payloads) / sizeof(payloads[0]));
}

/* Tells the host, and looks until the link is as it should be. */
static void await_link(struct virtio_net_device *nic, const char *wanted,
		       bool up)
{
	struct vireo_deadline deadline = vireo_deadline_after_ms(PATIENCE);
	u64 interrupts = bare_interrupt_total();
	bool changed = false;
	int err;

	bare_print("# fact link=%s\n", wanted);
	do {
		vireo_relax();
		err = virtio_net_device_refresh(nic, &changed);
	} while (!err && !changed && !vireo_deadline_expired(deadline));
	tap_equal("net: the link is looked at", err, 0);
	tap_ok(changed && virtio_net_device_is_link_up(nic) == up,
	       "net: the driver sees the link go %s", wanted);
	bare_print("# fact link.%s.interrupts=%llu\n", wanted,
		   bare_interrupt_total() - interrupts);
}

/* The host takes the link down and up when it sees the facts. */
void change_link(struct virtio_net_device *nic)
{
	u8 own[ADDRESS];
	u8 gateway[ADDRESS];
	bool changed;

	nic_address(nic, own);
	tap_ok(virtio_net_device_is_link_up(nic), "net: the link is up");
	tap_ok(find_gateway(nic, own, gateway), "net: the network answers");
	tap_equal("net: a link that has not changed is looked at",
		  virtio_net_device_refresh(nic, &changed), 0);
	tap_ok(!changed, "net: it has not changed");
	await_link(nic, "down", false);
	await_link(nic, "up", true);
	tap_ok(find_gateway(nic, own, gateway),
	       "net: the network answers again");
}
