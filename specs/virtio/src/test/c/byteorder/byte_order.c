// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The generated driver on this CPU: what lies in memory has the bytes that the
 * specification wants, whatever the CPU's own order is.
 */
#include <string.h>

#include "host.h"
#include "machine.h"
#include "tap.h"
#include "virtio/block_unit.h"
#include "virtio/descriptor.h"
#include "virtio/device_handler.h"
#include "virtio/kernel_dma.h"
#include "virtio/kernel_phys_mapper.h"
#include "virtio/kernel_services.h"
#include "virtio/mmio_place.h"
#include "virtio/used_buffer.h"
#include "virtio/virt_queue.h"
#include "virtio/virtio_blk_device.h"
#include "virtio/virtio_mmio.h"

static struct block_unit *attached;

static void attach_block(struct device_handler *handler,
			 struct block_unit *unit)
{
	(void)handler;
	attached = unit;
}

static const struct device_handler_ops handler_ops = {
	.attach_block = attach_block,
};

static u32 probe(void)
{
	static struct device_handler handler = { .ops = &handler_ops };
	static struct kernel_phys_mapper mapper;
	struct kernel_services services = { .mapper = &mapper };

	attached = NULL;
	kernel_phys_mapper_init(&mapper, NULL);
	return virtio_mmio_probe_device(MACHINE_DISK, MACHINE_DISK_BYTES,
					MMIO_PLACE_NO_INTERRUPT, services,
					&handler);
}

/* VIRTIO 1.4, 2.7.5, 2.7.6 and 2.7.8. */
static void test_queue(void)
{
	static struct virt_queue queue;
	struct used_buffer buffer;
	struct kernel_dma dma;
	u8 *descriptors;
	u8 *available;
	u8 *used;
	u8 head;
	int err;

	machine_start(2);
	kernel_dma_init(&dma, NULL);
	if (virt_queue_init(&queue, &dma, 8, false, false)) {
		tap(false, "a queue has memory");
		return;
	}
	descriptors = machine_memory(virt_queue_descriptor_area(&queue));
	available = machine_memory(virt_queue_driver_area(&queue));
	used = machine_memory(virt_queue_device_area(&queue));

	err = virt_queue_add_command(&queue, 0x1122334455667788ull, 0x10,
				     0x99aabbccddeeff00ull, 0x12345678, &head);
	tap(!err && head == 0, "a chain is added");
	tap_bytes(descriptors, "8877665544332211 10000000 0100 0100",
		  "a readable descriptor with a successor");
	tap_bytes(descriptors + 16, "00ffeeddccbbaa99 78563412 0200",
		  "a writable descriptor");
	virt_queue_publish(&queue);
	tap_bytes(available, "0100 0100 0000",
		  "the available ring: no interrupts, one chain, head 0");

	/* Used ring: element 0 is head 0 with 0x01020304 bytes; index 1. */
	memcpy(used + 4, "\0\0\0\0\x04\x03\x02\x01", 8);
	memcpy(used + 2, "\x01\0", 2);
	tap(virt_queue_has_used(&queue), "a used index is understood");
	err = virt_queue_take_used(&queue, &buffer);
	tap(!err && buffer.head == 0 && buffer.length == 0x01020304,
	    "a used element is understood");
	tap(!virt_queue_has_used(&queue), "a used index is new only once");
	tap(!virt_queue_let_interrupt(&queue), "interrupts are let through");
	tap_bytes(available, "0000 0100", "interrupts are wanted");
	virt_queue_suppress_interrupts(&queue);
	tap_bytes(available, "0100 0100", "interrupts are not wanted");
	memcpy(used, "\x01\0", 2);
	err = virt_queue_add_readable(&queue, 1, 2, &head);
	tap(!err && !virt_queue_publish(&queue),
	    "the device's wish for no notifications is understood");
	memcpy(used, "\0\x01", 2);
	err = virt_queue_add_readable(&queue, 1, 2, &head);
	tap(!err && virt_queue_publish(&queue),
	    "other bits of the used ring's flags are no such wish");
	tap_bytes(available + 2, "0300", "the available index counts on");
	virt_queue_release(&queue, &dma);
}

/* A queue of buffers that are described once. */
static void test_buffers(void)
{
	static struct virt_queue queue;
	struct kernel_dma dma;
	const u8 *descriptors;
	int err;

	machine_start(2);
	kernel_dma_init(&dma, NULL);
	if (virt_queue_init(&queue, &dma, 4, false, false)) {
		tap(false, "a queue has memory");
		return;
	}
	descriptors = machine_memory(virt_queue_descriptor_area(&queue));
	err = virt_queue_prepare_buffers(&queue, 0x1020304050607080ull, 0x100,
					 2, DESCRIPTOR_WRITE);
	tap(!err, "buffers are prepared");
	virt_queue_offer_buffer(&queue, 1, 0x01020304, 0x01020304);
	tap_bytes(descriptors + 16, "8071605040302010 04030201 0200",
		  "a prepared buffer that is offered");
	virt_queue_release(&queue, &dma);
}

static void test_disk(void)
{
	struct virtio_blk_device *disk;
	u8 data[1024];
	u8 back[1024];
	struct vireo_host_usage usage;

	machine_start(2);
	tap(probe() == 1 && attached, "a disk is found");
	if (!attached)
		return;
	disk = block_unit_disk(attached);
	tap(machine.status == 15, "the device status is 15");
	tap(machine.features == (1ull << 32 | 1ull << 9 | 1ull << 6),
	    "both words of the features are accepted");
	tap(virtio_blk_device_capacity(disk) == MACHINE_SECTORS &&
		    virtio_blk_device_block_size(disk) == 512,
	    "the configuration is understood");

	for (u32 i = 0; i < sizeof(data); i++)
		data[i] = (u8)(i * 7 + 3);
	tap(virtio_blk_device_write_bytes(disk, 5, data, sizeof(data)) == 0,
	    "a write succeeds");
	tap_bytes(machine.request, "01000000 00000000 0500000000000000",
		  "the header of a write");
	tap(!memcmp(machine.sectors + 5 * 512, data, sizeof(data)),
	    "the data arrive as they are");
	tap(virtio_blk_device_read_bytes(disk, 5, back, sizeof(back)) == 0 &&
		    !memcmp(back, data, sizeof(data)),
	    "a read brings them back");
	tap_bytes(machine.request, "00000000 00000000 0500000000000000",
		  "the header of a read");
	tap(virtio_blk_device_flush(disk) == 0, "a flush succeeds");
	tap_bytes(machine.request, "04000000 00000000 0000000000000000",
		  "the header of a flush");
	for (u32 i = 0; i < 300; i++) {
		if (virtio_blk_device_read_bytes(disk, i % 15, back, 512))
			break;
	}
	tap(machine.served == 303, "the rings go round");
	block_unit_release(attached);
	vireo_host_usage(&usage);
	tap(usage.dma_bytes == 0 && usage.windows == 0 && usage.heap_blocks == 0,
	    "everything is given back");
}

/* Legacy devices have the CPU's order, which the driver does not speak. */
static void test_legacy_is_refused(void)
{
	struct vireo_host_usage usage;

	machine_start(1);
	tap(probe() == 0 && strstr(machine.log, "EOPNOTSUPP"),
	    "a legacy device is refused on a big-endian CPU");
	vireo_host_usage(&usage);
	tap(usage.dma_bytes == 0 && usage.windows == 0 && usage.heap_blocks == 0,
	    "nothing is left of it");
}

int main(void)
{
	test_queue();
	test_buffers();
	test_disk();
	if (!vireo_cpu_is_little_endian())
		test_legacy_is_refused();
	return tap_finished();
}
