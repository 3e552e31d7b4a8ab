/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * What a test does with the port in a user process: play the machine through
 * callbacks, reach DMA memory as a device does, read the trace. One process is
 * one machine with one thread of driver code; every misuse by the driver
 * aborts the process with a message.
 */
#ifndef VIREO_HOST_H
#define VIREO_HOST_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** enum vireo_host_kind - what a trace record tells */
enum vireo_host_kind {
	VIREO_HOST_REGISTER_READ = 0,
	VIREO_HOST_REGISTER_WRITE = 1,
	VIREO_HOST_CONFIG_READ = 2,
	VIREO_HOST_CONFIG_WRITE = 3,
	/* 4 to 7, the accesses to memory: enum vireo_host_access */
	VIREO_HOST_FENCE = 8,
	VIREO_HOST_READ_BYTES = 9,
	VIREO_HOST_WRITE_BYTES = 10,
	VIREO_HOST_ZERO_BYTES = 11,
	VIREO_HOST_ALLOCATE = 12,
	VIREO_HOST_FREE = 13,
	VIREO_HOST_MAP = 14,
	VIREO_HOST_UNMAP = 15,
};

/**
 * struct vireo_host_record - one step of the driver
 * @kind: enum vireo_host_kind or enum vireo_host_access
 * @width: bytes of the access; the length of a copy; the alignment of an
 *         allocation; 0 for a fence, a free, a map and an unmap
 * @address: bus address of a register; function << 12 | offset in PCI
 *           configuration space; physical address of memory; 0 for a fence
 * @value: of a register in CPU byte order; of memory as its bytes read
 *         little-endian; FNV-1a (64 bits) of copied bytes; size of memory;
 *         length of a window; 0 for a fence and for zeroed bytes
 *
 * An allocation or a mapping that failed leaves no record.
 */
struct vireo_host_record {
	uint32_t kind;
	uint32_t width;
	uint64_t address;
	uint64_t value;
};

/**
 * struct vireo_host_callbacks - the machine around the driver
 * @mmio_read: a register of @width bytes at a bus address
 * @mmio_write: a register of @width bytes at a bus address
 * @pci_read: configuration space, function and offset as in port.h
 * @pci_write: configuration space
 * @map: says 0, or the negative errno with which vireo_window_map() fails
 * @unmap: of a window that @map agreed to
 * @clock: nanoseconds
 * @relax: the driver polls
 * @log: a line, its level as in port.h
 * @trace: optional; every record as it is made, before the access for what
 *         goes out to the device and after it for what comes back
 * @dma_place: optional; the physical address of a new allocation, 0 to let it
 *             fail; without it the arena places allocations by itself, as
 *             the JVM's does
 * @dma_release: optional; an allocation ends
 * @fatal: optional; the message with which the process is about to abort
 *
 * A callback that the driver needs and that is NULL aborts with its name.
 */
struct vireo_host_callbacks {
	uint64_t (*mmio_read)(uint64_t address, uint32_t width);
	void (*mmio_write)(uint64_t address, uint32_t width, uint64_t value);
	uint32_t (*pci_read)(uint32_t function, uint32_t offset, uint32_t width);
	void (*pci_write)(uint32_t function, uint32_t offset, uint32_t width,
			  uint32_t value);
	int32_t (*map)(uint64_t physical, uint64_t length);
	void (*unmap)(uint64_t physical, uint64_t length);
	uint64_t (*clock)(void);
	void (*relax)(void);
	void (*log)(int32_t level, const char *text);
	void (*trace)(const struct vireo_host_record *record);
	uint64_t (*dma_place)(uint64_t size, uint32_t align);
	void (*dma_release)(uint64_t physical);
	void (*fatal)(const char *message);
};

/** vireo_host_set_callbacks() - copied; NULL takes them all away */
void vireo_host_set_callbacks(const struct vireo_host_callbacks *callbacks);

/* ------------------------------------------------------------------------
 * DMA memory
 */

/**
 * vireo_host_open() - make the machine's DMA memory, empty; ends a former one
 * @bytes: a multiple of 65536
 * @physical: the device's address of the first byte, a multiple of 65536
 *
 * What is live of a former machine's memory, windows and heap is forgotten, so
 * ask vireo_host_usage() first. Without this call the first use opens 64 MiB at
 * 0x100000000.
 */
void vireo_host_open(uint64_t bytes, uint64_t physical);

/** vireo_host_arena() - the first byte of DMA memory in this process */
void *vireo_host_arena(void);

/** vireo_host_arena_bytes() - its length */
uint64_t vireo_host_arena_bytes(void);

/** vireo_host_arena_physical() - the device's address of its first byte */
uint64_t vireo_host_arena_physical(void);

/**
 * vireo_host_shared() - whether a device may touch these bytes now
 *
 * Return: 1 if they lie in one live allocation, else 0.
 */
int32_t vireo_host_shared(uint64_t physical, uint64_t bytes);

/** struct vireo_host_usage - what is outstanding now */
struct vireo_host_usage {
	uint64_t dma_bytes;
	uint64_t dma_blocks;
	uint64_t heap_bytes;
	uint64_t heap_blocks;
	uint64_t windows;
};

void vireo_host_usage(struct vireo_host_usage *usage);

/**
 * vireo_host_fail_after() - let an allocation fail, once
 * @successes: vireo_dma_alloc(), vireo_alloc() and vireo_window_map() calls
 *             that still succeed; UINT32_MAX takes the order back
 */
void vireo_host_fail_after(uint32_t successes);

/* ------------------------------------------------------------------------
 * Trace
 */

/**
 * vireo_host_trace_start() - forget what was recorded and record from now on
 * @capacity: records kept, 0 to stop recording
 */
void vireo_host_trace_start(uint32_t capacity);

/**
 * vireo_host_trace_take() - move the oldest records out
 * @records: room for @count
 *
 * Return: how many were moved.
 */
uint32_t vireo_host_trace_take(struct vireo_host_record *records, uint32_t count);

/** vireo_host_trace_lost() - records that found no room since the start */
uint64_t vireo_host_trace_lost(void);

#ifdef __cplusplus
}
#endif

#endif /* VIREO_HOST_H */
