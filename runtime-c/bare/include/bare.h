/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * What the bare kernel offers to the program it is linked with, beside
 * <vireo/port.h>. There is one CPU, and no second thread.
 */
#ifndef BARE_H
#define BARE_H

#include <vireo/port.h>

/* A program that panics, or takes a CPU exception, exits with this status. */
#define BARE_STATUS_PANIC 125

/* Larger statuses cannot pass through every exit device. */
#define BARE_STATUS_MAX 100

/**
 * bare_main() - the program; the kernel calls it once
 * @command_line: what QEMU's -append says, "" when it says nothing
 *
 * Return: the exit status, 0 to BARE_STATUS_MAX; anything else is reported as
 * BARE_STATUS_MAX.
 */
int bare_main(const char *command_line);

/** bare_exit() - end the machine with a status, as returning from bare_main() */
_Noreturn void bare_exit(int status);

/** bare_panic() - print "BARE PANIC: " and the message, and end the machine */
_Noreturn void __printf(1, 2) bare_panic(const char *format, ...);

/* ------------------------------------------------------------------------
 * Console
 */

/** bare_print() - formatted text on the console; the formats of vireo_log() */
void __printf(1, 2) bare_print(const char *format, ...);

/** bare_put() - text on the console, as it is */
void bare_put(const char *text);

/* ------------------------------------------------------------------------
 * Options: the command line's words, "name=value" or "name"
 */

/**
 * bare_option() - look an option up
 * @name: without the equals sign
 * @value: filled with the value, "" for a bare word; may be NULL if @size is 0
 * @size: of @value; a longer value is a panic, never cut in silence
 *
 * Return: whether the option is there; the last one counts.
 */
bool bare_option(const char *name, char *value, size_t size);

/**
 * bare_option_u64() - a number, decimal or with 0x
 *
 * Return: the number, or @otherwise when the option is absent. Text that is no
 * number is a panic.
 */
u64 bare_option_u64(const char *name, u64 otherwise);

/* ------------------------------------------------------------------------
 * Accounting
 */

/**
 * struct bare_usage - what is outstanding now
 * @dma_bytes: asked of vireo_dma_alloc() and not freed
 * @dma_blocks: how many such pieces
 * @heap_bytes: asked of vireo_alloc() and not freed
 * @heap_blocks: how many such pieces
 * @windows: mapped by vireo_window_map() and not unmapped
 * @handlers: requested by vireo_interrupt_request() and not released
 * @events: of vireo_events_create() and not destroyed
 * @vectors: that vireo_pci_vectors_enable() gave to PCI functions
 * @free_bytes: memory that no one holds
 */
struct bare_usage {
	u64 dma_bytes;
	u64 dma_blocks;
	u64 heap_bytes;
	u64 heap_blocks;
	u64 windows;
	u64 handlers;
	u64 events;
	u64 vectors;
	u64 free_bytes;
};

/** bare_usage() - a snapshot of the accounting */
struct bare_usage bare_usage(void);

/* ------------------------------------------------------------------------
 * PCI
 */

/**
 * bare_pci_bus() - the machine's PCI domain
 *
 * The option pci=ecam, pci=ports or pci=none chooses how configuration space
 * is reached; without it ECAM is taken where there is one.
 *
 * Return: the domain, or NULL when there is none.
 */
struct vireo_pci_bus *bare_pci_bus(void);

/**
 * bare_pci_bus_by() - the PCI domain through one mechanism, "ecam" or "ports"
 *
 * Return: the domain, or NULL when the machine has no such mechanism.
 */
struct vireo_pci_bus *bare_pci_bus_by(const char *mechanism);

/** bare_pci_last_bus() - the highest bus number worth scanning */
u8 bare_pci_last_bus(const struct vireo_pci_bus *bus);

/* ------------------------------------------------------------------------
 * The machine
 */

/**
 * bare_interrupts() - who delivers interrupts
 *
 * They are on while the program runs. A handler has a few KiB of stack.
 */
struct vireo_interrupts *bare_interrupts(void);

/** bare_interrupt_count() - how often an interrupt has been delivered so far */
u64 bare_interrupt_count(u32 number);

/** bare_interrupt_total() - the same for all numbers together; no timer's */
u64 bare_interrupt_total(void);

/**
 * bare_device_tree() - the flattened device tree, as the boot loader left it
 * @size: filled in, in bytes
 *
 * Return: the tree, or NULL and a size of 0 where there is none (x86).
 */
const void *bare_device_tree(size_t *size);

/* ------------------------------------------------------------------------
 * Measuring: a TCG plugin that knows these two addresses counts what runs in
 * between. They do nothing.
 */
void bare_mark_begin(void);
void bare_mark_end(void);

#endif /* BARE_H */
