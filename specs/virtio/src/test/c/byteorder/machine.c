// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* The device's side of VIRTIO 1.4, 2.7, 4.2.2 and 5.2. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"
#include "machine.h"

#define ARENA_BYTES (1 << 20)
#define ARENA_PHYSICAL 0x100000000ull

/* VIRTIO_F_VERSION_1, VIRTIO_BLK_F_FLUSH, VIRTIO_BLK_F_BLK_SIZE */
#define FEATURES (1ull << 32 | 1ull << 9 | 1ull << 6)

enum { QUEUE_SIZE_MAX = 64, CONFIG = 0x100 };

struct machine machine;

static u64 now;
static u32 feature_word;
static u32 accepted_word;
static u32 queue_size;
static u32 queue_ready;
static u8 areas[0x30]; /* the registers from QueueDescLow on, as bytes */
static u32 available_seen;
static u32 used_index;
/* capacity, size_max, seg_max, geometry, blk_size */
static const u8 config[] = {
	MACHINE_SECTORS, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0x00, 0x02, 0x00, 0x00,
};

static u64 number(const u8 *bytes, u32 width)
{
	u64 value = 0;

	while (width--)
		value = value << 8 | bytes[width];
	return value;
}

static void put(u8 *bytes, u32 width, u64 value)
{
	for (u32 i = 0; i < width; i++)
		bytes[i] = (u8)(value >> 8 * i);
}

u8 *machine_memory(u64 physical)
{
	if (!vireo_host_shared(physical, 1)) {
		printf("# the device reaches for 0x%llx, where nothing is\n",
		       physical);
		exit(2);
	}
	return (u8 *)vireo_host_arena() + (physical - ARENA_PHYSICAL);
}

static const u8 *descriptor(u32 index)
{
	return machine_memory(number(areas, 8)) + 16 * index;
}

/* Between the header and the status: how many bytes were written. */
static u32 transfer(const u8 *data, u32 flags, u64 type, u64 sector)
{
	u8 *memory = machine_memory(number(data, 8));
	u32 length = (u32)number(data + 8, 4);

	if (length > sizeof(machine.sectors) - sector * 512) {
		printf("# %u bytes at sector %llu\n", length, sector);
		exit(2);
	}
	if (type == 0 && flags & 2) {
		memcpy(memory, machine.sectors + sector * 512, length);
		return length;
	}
	if (type == 1)
		memcpy(machine.sectors + sector * 512, memory, length);
	return 0;
}

static void serve(u32 head)
{
	const u8 *at = descriptor(head);
	u32 written = 1;
	u64 type;
	u64 sector;
	u8 *used;

	memcpy(machine.request, machine_memory(number(at, 8)), 16);
	type = number(machine.request, 4);
	sector = number(machine.request + 8, 8);
	at = descriptor((u32)number(at + 14, 2));
	while (number(at + 12, 2) & 1) {
		written += transfer(at, (u32)number(at + 12, 2), type, sector);
		at = descriptor((u32)number(at + 14, 2));
	}
	*machine_memory(number(at, 8)) = 0;

	used = machine_memory(number(areas + 0x20, 8));
	put(used + 4 + 8 * (used_index % queue_size), 4, head);
	put(used + 8 + 8 * (used_index % queue_size), 4, written);
	put(used + 2, 2, ++used_index);
	machine.served++;
}

static void notified(void)
{
	const u8 *available = machine_memory(number(areas + 0x10, 8));

	while (available_seen % 65536 != number(available + 2, 2)) {
		u32 entry = available_seen++ % queue_size;

		serve((u32)number(available + 4 + 2 * entry, 2));
	}
}

static uint64_t mmio_read(uint64_t address, uint32_t width)
{
	u32 offset = (u32)(address - MACHINE_DISK);

	if (offset >= CONFIG && offset + width <= CONFIG + sizeof(config))
		return number(config + (offset - CONFIG), width);
	switch (offset) {
	case 0x000:
		return 0x74726976;
	case 0x004:
		return machine.version;
	case 0x008:
		return 2;
	case 0x010:
		return (u32)(FEATURES >> 32 * feature_word);
	case 0x034:
		return QUEUE_SIZE_MAX;
	case 0x044:
		return queue_ready;
	case 0x070:
		return machine.status;
	default:
		return 0;
	}
}

static void reset(void)
{
	machine.features = 0;
	queue_ready = 0;
	available_seen = 0;
	used_index = 0;
}

static void mmio_write(uint64_t address, uint32_t width, uint64_t value)
{
	u32 offset = (u32)(address - MACHINE_DISK);

	if (offset >= 0x080 && offset < 0x080 + sizeof(areas)) {
		put(areas + (offset - 0x080), width, value);
		return;
	}
	switch (offset) {
	case 0x014:
		feature_word = (u32)value;
		break;
	case 0x020:
		machine.features |= value << 32 * accepted_word;
		break;
	case 0x024:
		accepted_word = (u32)value;
		break;
	case 0x038:
		queue_size = (u32)value;
		break;
	case 0x044:
		queue_ready = (u32)value;
		break;
	case 0x050:
		notified();
		break;
	case 0x070:
		machine.status = (u32)value;
		if (!value)
			reset();
		break;
	default:
		break;
	}
}

static int32_t map(uint64_t physical, uint64_t length)
{
	return physical < MACHINE_DISK || physical - MACHINE_DISK + length >
						  MACHINE_DISK_BYTES ?
		       -EINVAL :
		       0;
}

static void unmap(uint64_t physical, uint64_t length)
{
	(void)physical;
	(void)length;
}

static uint64_t clock_now(void)
{
	return now;
}

static void relax(void)
{
	now += 1000000;
}

static void log_line(int32_t level, const char *text)
{
	(void)level;
	snprintf(machine.log, sizeof(machine.log), "%s", text);
	printf("# %s\n", text);
}

void machine_start(u32 version)
{
	static const struct vireo_host_callbacks callbacks = {
		.mmio_read = mmio_read,
		.mmio_write = mmio_write,
		.map = map,
		.unmap = unmap,
		.clock = clock_now,
		.relax = relax,
		.log = log_line,
	};

	memset(&machine, 0, sizeof(machine));
	machine.version = version;
	reset();
	vireo_host_set_callbacks(&callbacks);
	vireo_host_open(ARENA_BYTES, ARENA_PHYSICAL);
}
