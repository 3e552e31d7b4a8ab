// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The generated driver as a kernel uses it: the kernel hands in its bus, its
 * mapper and its allocator, and takes the disks that the probe brings up.
 */
#include "disk.h"

#include "bare.h"
#include "words.h"

#include "virtio/block_request.h"
#include "virtio/block_unit.h"
#include "virtio/console_unit.h"
#include "virtio/device_handler.h"
#include "virtio/dma_region.h"
#include "virtio/entropy_unit.h"
#include "virtio/kernel_phys_mapper.h"
#include "virtio/kernel_services.h"
#include "virtio/network_unit.h"
#include "virtio/virtio_blk_device.h"
#include "virtio/virtio_pci.h"

enum { MAX_DISKS = 8 };

struct slot {
	struct dma_region buffer;
	struct block_request request;
};

struct disk {
	struct block_unit *unit;
	struct virtio_blk_device *block;
	struct vireo_text name;
	struct slot slots[DISK_SLOTS];
	u32 open_slots;
};

static struct disk disks[MAX_DISKS];
static u32 attached;
static u32 unwanted;

static void attach(struct device_handler *handler, struct block_unit *unit)
{
	struct disk *disk = &disks[attached];

	(void)handler;
	if (attached == MAX_DISKS)
		bare_panic("more than %u disks", (u32)MAX_DISKS);
	disk->unit = unit;
	disk->block = block_unit_disk(unit);
	disk->name = virtio_blk_device_name(disk->block);
	attached++;
}

/* What is no disk is given back at once. */
static void refuse_console(struct device_handler *handler,
			   struct console_unit *unit)
{
	(void)handler;
	console_unit_release(unit);
	unwanted++;
}

static void refuse_entropy(struct device_handler *handler,
			   struct entropy_unit *unit)
{
	(void)handler;
	entropy_unit_release(unit);
	unwanted++;
}

static void refuse_network(struct device_handler *handler,
			   struct network_unit *unit)
{
	(void)handler;
	network_unit_release(unit);
	unwanted++;
}

u32 disks_start(void)
{
	static const struct device_handler_ops ops = {
		.attach_block = attach,
		.attach_console = refuse_console,
		.attach_entropy = refuse_entropy,
		.attach_network = refuse_network,
	};
	static struct kernel_phys_mapper mapper;
	struct device_handler handler = { .ops = &ops };
	struct kernel_services kernel = { .mapper = &mapper };
	struct vireo_pci_bus *bus = bare_pci_bus();
	u32 found;

	if (!bus)
		return 0;
	kernel_phys_mapper_init(&mapper, NULL);
	if (option_is("wait", "interrupts"))
		kernel.interrupts = bare_interrupts();
	found = virtio_pci_probe_pci_devices(bus, bare_pci_last_bus(bus),
					     kernel, &handler);
	if (found != attached + unwanted)
		bare_panic("the probe counts %u devices and handed over %u",
			   found, attached + unwanted);
	return attached;
}

void disks_stop(void)
{
	for (u32 i = 0; i < attached; i++)
		block_unit_release(disks[i].unit);
	attached = 0;
}

const char *disk_name(u32 disk)
{
	return disks[disk].name.s;
}

u64 disk_sectors(u32 disk)
{
	return virtio_blk_device_capacity(disks[disk].block);
}

u32 disk_block_size(u32 disk)
{
	return virtio_blk_device_block_size(disks[disk].block);
}

bool disk_read_only(u32 disk)
{
	return virtio_blk_device_is_read_only(disks[disk].block);
}

int disk_read(u32 disk, u64 sector, u8 *data, u32 length)
{
	return virtio_blk_device_read_bytes(disks[disk].block, sector, data,
					    length);
}

int disk_write(u32 disk, u64 sector, u8 *data, u32 length)
{
	return virtio_blk_device_write_bytes(disks[disk].block, sector, data,
					     length);
}

int disk_flush(u32 disk)
{
	return virtio_blk_device_flush(disks[disk].block);
}

int disk_slots_open(u32 disk, u32 slots)
{
	struct disk *d = &disks[disk];

	if (slots > DISK_SLOTS)
		return -EINVAL;
	for (u32 i = 0; i < slots; i++) {
		int err = virtio_blk_device_allocate_buffer(
			d->block, DISK_SLOT_BYTES, &d->slots[i].buffer);

		if (err) {
			disk_slots_close(disk);
			return err;
		}
		d->open_slots++;
	}
	return 0;
}

void disk_slots_close(u32 disk)
{
	struct disk *d = &disks[disk];

	while (d->open_slots > 0)
		virtio_blk_device_release_buffer(
			d->block, d->slots[--d->open_slots].buffer);
}

u8 *disk_slot_data(u32 disk, u32 slot)
{
	return disks[disk].slots[slot].buffer.memory.virt;
}

int disk_submit_read(u32 disk, u32 slot, u64 sector)
{
	struct slot *s = &disks[disk].slots[slot];

	return virtio_blk_device_submit_read(disks[disk].block, sector,
					     s->buffer, DISK_SLOT_BYTES,
					     &s->request);
}

int disk_submit_write(u32 disk, u32 slot, u64 sector)
{
	struct slot *s = &disks[disk].slots[slot];

	return virtio_blk_device_submit_write(disks[disk].block, sector,
					      s->buffer, DISK_SLOT_BYTES,
					      &s->request);
}

void disk_kick(u32 disk)
{
	virtio_blk_device_kick(disks[disk].block);
}

int disk_slot_done(u32 disk, u32 slot)
{
	bool done;
	int err = virtio_blk_device_is_complete(
		disks[disk].block, disks[disk].slots[slot].request, &done);

	return err ? err : done;
}

/* A request that failed gives its buffer back another way. */
int disk_collect(u32 disk, u32 slot)
{
	struct virtio_blk_device *block = disks[disk].block;
	struct slot *s = &disks[disk].slots[slot];
	int err = virtio_blk_device_complete(block, s->request, &s->buffer);

	if (err && virtio_blk_device_reclaim(block, s->request, &s->buffer))
		bare_panic("a failed request does not give its buffer back");
	return err;
}
