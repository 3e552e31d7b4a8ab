// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Does requests=N times the thing that mode= names, between two markers:
 *
 *   blocking  a read of 4 KiB into a buffer that the device can reach
 *   copying   a read of 4 KiB into private memory
 *   batch     16 such reads submitted together, then collected; N counts reads
 */
#include "bare.h"

#include "virtio/block_device_handler.h"
#include "virtio/block_request.h"
#include "virtio/dma_region.h"
#include "virtio/pci_block_device.h"
#include "virtio/virtio_blk_device.h"
#include "virtio/virtio_pci.h"

enum { BYTES = 4096, SECTORS = BYTES / 512, DEPTH = 16 };

static struct pci_block_device *found;
static struct virtio_blk_device *disk;
static struct dma_region buffers[DEPTH];
static u8 private_memory[BYTES];

static void attach(struct block_device_handler *handler,
		   struct pci_block_device *device)
{
	(void)handler;
	found = device;
	disk = pci_block_device_disk(device);
}

static void must(int err, const char *what)
{
	if (err)
		bare_panic("%s: error %d", what, -err);
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

static void batch(u64 requests)
{
	static struct block_request pending[DEPTH];

	for (u64 i = 0; i < requests; i += DEPTH) {
		for (u32 slot = 0; slot < DEPTH; slot++)
			must(virtio_blk_device_submit_read(
				     disk, (i + slot) % 1024 * SECTORS,
				     buffers[slot], BYTES, &pending[slot]),
			     "submit");
		virtio_blk_device_kick(disk);
		for (u32 slot = 0; slot < DEPTH; slot++)
			must(virtio_blk_device_complete(disk, pending[slot],
							&buffers[slot]),
			     "complete");
	}
}

static const struct {
	const char *name;
	void (*run)(u64 requests);
} modes[] = {
	{ "blocking", blocking },
	{ "copying", copying },
	{ "batch", batch },
};

static bool equal(const char *a, const char *b)
{
	while (*a && *a == *b) {
		a++;
		b++;
	}
	return *a == *b;
}

static void measure(const char *mode, u64 requests)
{
	for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
		if (!equal(mode, modes[i].name))
			continue;
		/* Once without counting, so that no first time is measured. */
		modes[i].run(DEPTH);
		bare_mark_begin();
		modes[i].run(requests);
		bare_mark_end();
		return;
	}
	bare_panic("there is no mode %s", mode);
}

int bare_main(const char *command_line)
{
	static const struct block_device_handler_ops ops = {
		.attach = attach,
	};
	struct block_device_handler handler = { .ops = &ops };
	u64 requests = bare_option_u64("requests", 0);
	char mode[16];

	(void)command_line;
	if (!bare_option("mode", mode, sizeof(mode)) || requests % DEPTH)
		bare_panic("mode= and requests=, a multiple of 16, are needed");
	virtio_pci_probe_pci_devices(bare_pci_bus(), 0, NULL, NULL, &handler);
	if (!found)
		bare_panic("there is no disk");
	for (u32 i = 0; i < DEPTH; i++)
		must(virtio_blk_device_allocate_buffer(disk, BYTES, &buffers[i]),
		     "allocate");
	measure(mode, requests);
	for (u32 i = 0; i < DEPTH; i++)
		virtio_blk_device_release_buffer(disk, buffers[i]);
	pci_block_device_release(found);
	vireo_free(found);
	return 0;
}
