// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Reads from a disk, requests=N times in the way that mode= names:
 *
 *   blocking  a read of 4 KiB into a buffer that the device can reach
 *   copying   a read of 4 KiB into private memory
 *   batch     16 such reads submitted together, then collected; N counts reads
 */
#include "modes.h"

#include "virtio/block_request.h"
#include "virtio/block_unit.h"
#include "virtio/device_handler.h"
#include "virtio/dma_region.h"
#include "virtio/kernel_phys_mapper.h"
#include "virtio/kernel_services.h"
#include "virtio/virtio_blk_device.h"
#include "virtio/virtio_pci.h"

enum { BYTES = 4096, SECTORS = BYTES / 512 };

static struct block_unit *found;
static struct virtio_blk_device *disk;
static struct dma_region buffers[DEPTH];
static u8 private_memory[BYTES];

static void attach(struct device_handler *handler, struct block_unit *unit)
{
	(void)handler;
	found = unit;
	disk = block_unit_disk(unit);
}

static void blocking(u64 requests)
{
	for (u64 i = 0; i < requests; i++)
		must(virtio_blk_device_read(disk, i % 1024 * SECTORS,
					    buffers[0], BYTES),
		     "read");
}

static void copying(u64 requests)
{
	for (u64 i = 0; i < requests; i++)
		must(virtio_blk_device_read_bytes(disk, i % 1024 * SECTORS,
						  private_memory, BYTES),
		     "read");
}

/* In the header it is small enough to be part of its caller. */
static noinline void kick(void)
{
	virtio_blk_device_kick(disk);
}

static void batch(u64 requests)
{
	static struct block_request pending[DEPTH];

	for (u64 i = 0; i < requests; i += DEPTH) {
		for (u32 slot = 0; slot < DEPTH; slot++)
			must(virtio_blk_device_submit_read(
				     disk, (i + slot) % 1024 * SECTORS,
				     buffers[slot], BYTES, &pending[slot]),
			     "submit");
		kick();
		for (u32 slot = 0; slot < DEPTH; slot++)
			must(virtio_blk_device_complete(disk, pending[slot],
							&buffers[slot]),
			     "complete");
	}
}

static const struct mode modes[] = {
	{ "blocking", blocking, false },
	{ "copying", copying, false },
	{ "batch", batch, false },
	{ NULL, NULL, false },
};

int bare_main(const char *command_line)
{
	static const struct device_handler_ops ops = {
		.attach_block = attach,
	};
	static struct kernel_phys_mapper mapper;
	struct device_handler handler = { .ops = &ops };
	struct kernel_services kernel = { .mapper = &mapper };

	(void)command_line;
	kernel_phys_mapper_init(&mapper, NULL);
	virtio_pci_probe_pci_devices(bare_pci_bus(), 0, kernel, &handler);
	if (!found)
		bare_panic("there is no disk");
	for (u32 i = 0; i < DEPTH; i++)
		must(virtio_blk_device_allocate_buffer(disk, BYTES,
						       &buffers[i]),
		     "allocate");
	run_mode(modes);
	for (u32 i = 0; i < DEPTH; i++)
		virtio_blk_device_release_buffer(disk, buffers[i]);
	block_unit_release(found);
	return 0;
}
