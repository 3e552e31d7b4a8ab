/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * As much of Ethernet, ARP and ICMP as it takes to ask QEMU's user network
 * whether it is there.
 */
#ifndef GUEST_ETHER_H
#define GUEST_ETHER_H

#include <vireo/port.h>

enum {
	ADDRESS = 6,
	ETHER_HEADER = 14,
	ARP_FRAME = ETHER_HEADER + 28,
	ECHO_HEADER = ETHER_HEADER + 20 + 8,
	MAX_FRAME = 1514,
	/* What a wire wants at least. */
	MIN_FRAME = 60,
};

/** arp_request() - "who has @target?", into @frame of ARP_FRAME bytes */
void arp_request(u8 *frame, const u8 *own, u32 own_ip, u32 target);

/**
 * arp_answer() - whether a frame says who has @target
 * @owner: filled in with its address
 */
bool arp_answer(const u8 *frame, u32 length, u32 target, u8 *owner);

/**
 * echo_request() - a ping
 * @frame: of ECHO_HEADER + @payload bytes; the payload is there already
 */
void echo_request(u8 *frame, u32 payload, const u8 *own, const u8 *to,
		  u32 own_ip, u32 to_ip, u16 number);

/** echo_answer() - whether a frame answers the ping @request of @length bytes */
bool echo_answer(const u8 *frame, u32 frame_length, const u8 *request,
		 u32 length);

#endif /* GUEST_ETHER_H */
