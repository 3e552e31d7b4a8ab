// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Disks, their buffers and their pipelined requests. */
#include <stdlib.h>
#include <string.h>

#include "adapter.h"
#include "virtio/block_unit.h"
#include "virtio/virtio_blk_device.h"

/* Called by name from the JVM. */
int32_t adapter_disks(void);
uint32_t adapter_regions_held(int32_t disk);
void adapter_release(int32_t disk);
void adapter_name(int32_t disk, char *text);
uint64_t adapter_capacity(int32_t disk);
uint32_t adapter_block_size(int32_t disk);
int32_t adapter_is_read_only(int32_t disk);
int32_t adapter_refresh(int32_t disk);
int32_t adapter_allocate_buffer(int32_t disk, uint32_t size);
void adapter_release_buffer(int32_t disk, int32_t buffer);
uint64_t adapter_buffer_physical(int32_t buffer);
int32_t adapter_read(int32_t disk, uint64_t sector, int32_t buffer,
		     uint32_t length);
int32_t adapter_write(int32_t disk, uint64_t sector, int32_t buffer,
		      uint32_t length);
int32_t adapter_read_bytes(int32_t disk, uint64_t sector, uint8_t *data,
			   uint32_t length);
int32_t adapter_write_bytes(int32_t disk, uint64_t sector, uint8_t *data,
			    uint32_t length);
int32_t adapter_flush(int32_t disk);
int32_t adapter_submit_read(int32_t disk, uint64_t sector, int32_t buffer,
			    uint32_t length);
int32_t adapter_submit_write(int32_t disk, uint64_t sector, int32_t buffer,
			     uint32_t length);
void adapter_kick(int32_t disk);
int32_t adapter_is_complete(int32_t disk, int32_t request);
int32_t adapter_complete(int32_t disk, int32_t request);
int32_t adapter_reclaim(int32_t disk, int32_t request);

enum { MAX_BUFFERS = 256, MAX_REQUESTS = 256 };

static struct adapter_units disks;

static struct dma_region buffers[MAX_BUFFERS];
static bool buffer_used[MAX_BUFFERS];

static struct block_request requests[MAX_REQUESTS];
static bool request_used[MAX_REQUESTS];

static struct virtio_blk_device *disk_at(int disk)
{
	return block_unit_disk(adapter_unit_at(&disks, disk));
}

static struct dma_region *buffer_at(int buffer)
{
	if (buffer < 0 || buffer >= MAX_BUFFERS || !buffer_used[buffer])
		abort();
	return &buffers[buffer];
}

static struct block_request *request_at(int request)
{
	if (request < 0 || request >= MAX_REQUESTS || !request_used[request])
		abort();
	return &requests[request];
}

static int first_unused(const bool *used, int count)
{
	for (int i = 0; i < count; i++) {
		if (!used[i])
			return i;
	}
	abort();
}

void adapter_disks_reset(void)
{
	memset(&disks, 0, sizeof(disks));
	memset(buffer_used, 0, sizeof(buffer_used));
	memset(request_used, 0, sizeof(request_used));
}

void adapter_attach_block(struct block_unit *unit)
{
	adapter_units_add(&disks, unit);
}

int32_t adapter_disks(void)
{
	return disks.count;
}

uint32_t adapter_regions_held(int32_t disk)
{
	return block_unit_regions_held(adapter_unit_at(&disks, disk));
}

/* Stops a disk; its number stands for nothing afterwards. */
void adapter_release(int32_t disk)
{
	block_unit_release(adapter_unit_at(&disks, disk));
	disks.unit[disk] = NULL;
}

/* @text: room for 48 characters */
void adapter_name(int32_t disk, char *text)
{
	struct vireo_text name = virtio_blk_device_name(disk_at(disk));

	memcpy(text, name.s, sizeof(name.s));
}

uint64_t adapter_capacity(int32_t disk)
{
	return virtio_blk_device_capacity(disk_at(disk));
}

uint32_t adapter_block_size(int32_t disk)
{
	return virtio_blk_device_block_size(disk_at(disk));
}

int32_t adapter_refresh(int32_t disk)
{
	bool changed;
	int err = virtio_blk_device_refresh(disk_at(disk), &changed);

	return err ? err : changed;
}

int32_t adapter_is_read_only(int32_t disk)
{
	return virtio_blk_device_is_read_only(disk_at(disk));
}

int32_t adapter_allocate_buffer(int32_t disk, uint32_t size)
{
	int buffer = first_unused(buffer_used, MAX_BUFFERS);
	int err;

	err = virtio_blk_device_allocate_buffer(disk_at(disk), size,
						&buffers[buffer]);
	if (err)
		return err;
	buffer_used[buffer] = true;
	return buffer;
}

void adapter_release_buffer(int32_t disk, int32_t buffer)
{
	virtio_blk_device_release_buffer(disk_at(disk), *buffer_at(buffer));
	buffer_used[buffer] = false;
}

uint64_t adapter_buffer_physical(int32_t buffer)
{
	return buffer_at(buffer)->memory.physical;
}

int32_t adapter_read(int32_t disk, uint64_t sector, int32_t buffer,
		     uint32_t length)
{
	return virtio_blk_device_read(disk_at(disk), sector, *buffer_at(buffer),
				      length);
}

int32_t adapter_write(int32_t disk, uint64_t sector, int32_t buffer,
		      uint32_t length)
{
	return virtio_blk_device_write(disk_at(disk), sector,
				       *buffer_at(buffer), length);
}

int32_t adapter_read_bytes(int32_t disk, uint64_t sector, uint8_t *data,
			   uint32_t length)
{
	return virtio_blk_device_read_bytes(disk_at(disk), sector, data, length);
}

int32_t adapter_write_bytes(int32_t disk, uint64_t sector, uint8_t *data,
			    uint32_t length)
{
	return virtio_blk_device_write_bytes(disk_at(disk), sector, data,
					     length);
}

int32_t adapter_flush(int32_t disk)
{
	return virtio_blk_device_flush(disk_at(disk));
}

/* The buffer's number stands for nothing until the request gives it back. */
static int32_t submitted(int err, int request, int buffer)
{
	if (err)
		return err;
	request_used[request] = true;
	buffer_used[buffer] = false;
	return request;
}

int32_t adapter_submit_read(int32_t disk, uint64_t sector, int32_t buffer,
			    uint32_t length)
{
	int request = first_unused(request_used, MAX_REQUESTS);
	int err;

	err = virtio_blk_device_submit_read(disk_at(disk), sector,
					    *buffer_at(buffer), length,
					    &requests[request]);
	return submitted(err, request, buffer);
}

int32_t adapter_submit_write(int32_t disk, uint64_t sector, int32_t buffer,
			     uint32_t length)
{
	int request = first_unused(request_used, MAX_REQUESTS);
	int err;

	err = virtio_blk_device_submit_write(disk_at(disk), sector,
					     *buffer_at(buffer), length,
					     &requests[request]);
	return submitted(err, request, buffer);
}

void adapter_kick(int32_t disk)
{
	virtio_blk_device_kick(disk_at(disk));
}

/* 1 or 0 */
int32_t adapter_is_complete(int32_t disk, int32_t request)
{
	bool complete;
	int err;

	err = virtio_blk_device_is_complete(disk_at(disk), *request_at(request),
					    &complete);
	return err ? err : complete;
}

/* The number of a buffer that a request gave back. */
static int32_t given_back(int err, int request, const struct dma_region *region)
{
	int buffer;

	if (err)
		return err;
	buffer = first_unused(buffer_used, MAX_BUFFERS);
	buffers[buffer] = *region;
	buffer_used[buffer] = true;
	request_used[request] = false;
	return buffer;
}

int32_t adapter_complete(int32_t disk, int32_t request)
{
	struct dma_region region;
	int err;

	err = virtio_blk_device_complete(disk_at(disk), *request_at(request),
					 &region);
	return given_back(err, request, &region);
}

int32_t adapter_reclaim(int32_t disk, int32_t request)
{
	struct dma_region region;
	int err;

	err = virtio_blk_device_reclaim(disk_at(disk), *request_at(request),
					&region);
	return given_back(err, request, &region);
}
