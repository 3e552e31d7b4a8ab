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
	VIREO_HOST_REQUEST_INTERRUPT = 16,
	VIREO_HOST_RELEASE_INTERRUPT = 17,
	VIREO_HOST_INTERRUPT = 18,
	VIREO_HOST_HANDLED = 19,
	VIREO_HOST_ENABLE_VECTORS = 20,
	VIREO_HOST_DISABLE_VECTORS = 21,
	VIREO_HOST_VECTOR_NUMBER = 22,
	VIREO_HOST_LINE_NUMBER = 23,
	VIREO_HOST_CREATE_EVENTS = 24,
	VIREO_HOST_DESTROY_EVENTS = 25,
	VIREO_HOST_SIGNAL = 26,
	VIREO_HOST_TAKE = 27,
	VIREO_HOST_AWAIT = 28,
};

/** VIREO_HOST_PORTS - the address of I/O port 0, in records and callbacks */
#define VIREO_HOST_PORTS 0x8000000000000000ull

/**
 * struct vireo_host_record - one step of the driver
 * @kind: enum vireo_host_kind or enum vireo_host_access
 * @width: bytes of the access; the length of a copy; the alignment of an
 *         allocation; how many vectors are wanted; the vector whose number is
 *         asked for; which events, in the order of their creation from 0; else 0
 * @address: bus address of a register; function << 12 | offset in PCI
 *           configuration space, offset 0 for vectors and lines; physical
 *           address of memory; the number of an interrupt; the flags that are
 *           taken or awaited; else 0
 * @value: of a register in CPU byte order; of memory as its bytes read
 *         little-endian; FNV-1a (64 bits) of copied bytes; size of memory;
 *         length of a window; the source of a handler that is requested or
 *         called; whether it was its own; how many requests a release ended;
 *         how many vectors there are now; the number of a vector or line; which
 *         events were created or destroyed; the flags that are raised, or were
 *         up; else 0
 *
 * What failed leaves no record. A wait is recorded when it ends.
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
 * @map_ports: says 0, or the negative errno with which vireo_window_map_ports()
 *             fails; @mmio_read, @mmio_write and @unmap get VIREO_HOST_PORTS
 *             plus the port
 * @before_access: optional; an interrupt may come now: the driver is about to
 *                 access memory, a register, or configuration space
 * @vectors_enable: how many vectors a function has now; 0 where it has none
 * @vectors_disable: of a function, which may have none
 * @vector_number: the interrupt number of a vector, or a negative errno
 * @line_number: the interrupt number of a function's line, or a negative errno
 * @interrupt_request: says 0, or the negative errno with which the request
 *                     fails; vireo_host_interrupt() calls @handler
 * @interrupt_release: @handler is not called any more
 * @sleep: lets the machine run until something happened, at the latest until a
 *         point in time on @clock; 0 when nothing has until then
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
	int32_t (*map_ports)(uint32_t port, uint32_t length);
	void (*before_access)(void);
	uint32_t (*vectors_enable)(uint32_t function, uint32_t wanted);
	void (*vectors_disable)(uint32_t function);
	int64_t (*vector_number)(uint32_t function, uint32_t vector);
	int64_t (*line_number)(uint32_t function);
	int32_t (*interrupt_request)(uint32_t number, void *handler,
				     uint32_t source);
	void (*interrupt_release)(void *handler);
	int32_t (*sleep)(uint64_t until);
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
	uint64_t handlers; /* requests that were not released */
	uint64_t events;
	uint64_t vectors; /* functions whose vectors are enabled */
};

void vireo_host_usage(struct vireo_host_usage *usage);

/**
 * vireo_host_fail_after() - let an allocation fail, once
 * @successes: calls that still succeed, of vireo_dma_alloc(), vireo_alloc(),
 *             vireo_window_map(), vireo_window_map_ports(),
 *             vireo_interrupt_request() and vireo_events_create(); UINT32_MAX
 *             takes the order back
 */
void vireo_host_fail_after(uint32_t successes);

/** vireo_host_refuse_after() - the same order for all calls but vireo_alloc() */
void vireo_host_refuse_after(uint32_t successes);

/* ------------------------------------------------------------------------
 * Interrupts
 */

/**
 * vireo_host_interrupt() - call a handler, as the machine does
 * @handler: of the callback interrupt_request, not released since
 * @number: with which it was requested
 *
 * To be called on the driver's thread, out of the callbacks relax, sleep and
 * before_access, and not while a handler runs.
 *
 * Return: whether the handler said that it was its own, 1 or 0.
 */
int32_t vireo_host_interrupt(void *handler, uint32_t number);

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
