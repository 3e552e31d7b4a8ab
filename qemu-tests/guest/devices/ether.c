// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "ether.h"

enum {
	TYPE = 12,
	TYPE_IPV4 = 0x0800,
	TYPE_ARP = 0x0806,
	/* From the start of an ARP frame. */
	ARP_OPERATION = ETHER_HEADER + 6,
	ARP_SENDER = ETHER_HEADER + 8,
	ARP_SENDER_IP = ETHER_HEADER + 14,
	ARP_TARGET_IP = ETHER_HEADER + 24,
	ARP_REQUEST = 1,
	ARP_REPLY = 2,
	/* From the start of a frame with an IPv4 header without options. */
	IP = ETHER_HEADER,
	IP_LENGTH = IP + 2,
	IP_TIME_TO_LIVE = IP + 8,
	IP_PROTOCOL = IP + 9,
	IP_CHECKSUM = IP + 10,
	IP_FROM = IP + 12,
	IP_TO = IP + 16,
	IP_HEADER = 20,
	PROTOCOL_ICMP = 1,
	ICMP = IP + IP_HEADER,
	ICMP_CHECKSUM = ICMP + 2,
	ICMP_IDENTITY = ICMP + 4,
	ICMP_NUMBER = ICMP + 6,
	ICMP_ECHO_REPLY = 0,
	ICMP_ECHO_REQUEST = 8,
};

static void put16(u8 *at, u32 value)
{
	at[0] = (u8)(value >> 8);
	at[1] = (u8)value;
}

static void put32(u8 *at, u32 value)
{
	put16(at, value >> 16);
	put16(at + 2, value);
}

static u32 get16(const u8 *at)
{
	return (u32)at[0] << 8 | at[1];
}

static u32 get32(const u8 *at)
{
	return get16(at) << 16 | get16(at + 2);
}

static void put_address(u8 *at, const u8 *address)
{
	for (u32 i = 0; i < ADDRESS; i++)
		at[i] = address[i];
}

/* The Internet checksum: ones' complement of the ones' complement sum. */
static u16 checksum16(const u8 *data, u32 length)
{
	u32 sum = 0;

	for (u32 i = 0; i + 1 < length; i += 2)
		sum += get16(data + i);
	if (length % 2)
		sum += (u32)data[length - 1] << 8;
	while (sum >> 16)
		sum = (sum & 0xffff) + (sum >> 16);
	return (u16)~sum;
}

void arp_request(u8 *frame, const u8 *own, u32 own_ip, u32 target)
{
	static const u8 everybody[ADDRESS] = { 255, 255, 255, 255, 255, 255 };

	for (u32 i = 0; i < ARP_FRAME; i++)
		frame[i] = 0;
	put_address(frame, everybody);
	put_address(frame + ADDRESS, own);
	put16(frame + TYPE, TYPE_ARP);
	put16(frame + ETHER_HEADER, 1); /* Ethernet */
	put16(frame + ETHER_HEADER + 2, TYPE_IPV4);
	frame[ETHER_HEADER + 4] = ADDRESS;
	frame[ETHER_HEADER + 5] = 4;
	put16(frame + ARP_OPERATION, ARP_REQUEST);
	put_address(frame + ARP_SENDER, own);
	put32(frame + ARP_SENDER_IP, own_ip);
	put32(frame + ARP_TARGET_IP, target);
}

bool arp_answer(const u8 *frame, u32 length, u32 target, u8 *owner)
{
	if (length < ARP_FRAME || get16(frame + TYPE) != TYPE_ARP ||
	    get16(frame + ARP_OPERATION) != ARP_REPLY ||
	    get32(frame + ARP_SENDER_IP) != target)
		return false;
	put_address(owner, frame + ARP_SENDER);
	return true;
}

void echo_request(u8 *frame, u32 payload, const u8 *own, const u8 *to,
		  u32 own_ip, u32 to_ip, u16 number)
{
	for (u32 i = 0; i < ECHO_HEADER; i++)
		frame[i] = 0;
	put_address(frame, to);
	put_address(frame + ADDRESS, own);
	put16(frame + TYPE, TYPE_IPV4);
	frame[IP] = 0x45; /* version 4, a header of five words */
	put16(frame + IP_LENGTH, IP_HEADER + 8 + payload);
	frame[IP_TIME_TO_LIVE] = 64;
	frame[IP_PROTOCOL] = PROTOCOL_ICMP;
	put32(frame + IP_FROM, own_ip);
	put32(frame + IP_TO, to_ip);
	put16(frame + IP_CHECKSUM, checksum16(frame + IP, IP_HEADER));
	frame[ICMP] = ICMP_ECHO_REQUEST;
	put16(frame + ICMP_IDENTITY, 0x5643);
	put16(frame + ICMP_NUMBER, number);
	put16(frame + ICMP_CHECKSUM, checksum16(frame + ICMP, 8 + payload));
}

bool echo_answer(const u8 *frame, u32 frame_length, const u8 *request,
		 u32 length)
{
	/* A short frame comes padded. */
	if (frame_length < length || get16(frame + TYPE) != TYPE_IPV4 ||
	    frame[IP_PROTOCOL] != PROTOCOL_ICMP ||
	    frame[ICMP] != ICMP_ECHO_REPLY ||
	    get16(frame + IP_LENGTH) != length - ETHER_HEADER ||
	    get32(frame + IP_FROM) != get32(request + IP_TO) ||
	    get32(frame + IP_TO) != get32(request + IP_FROM) ||
	    checksum16(frame + ICMP, length - ICMP) != 0)
		return false;
	for (u32 i = ICMP_IDENTITY; i < length; i++) {
		if (frame[i] != request[i])
			return false;
	}
	return true;
}
