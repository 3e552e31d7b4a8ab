/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * QEMU's entropy device, by the shortest way from its registers to a completed
 * request, to show that windows, DMA memory and interrupts work. Its registers
 * are where QEMU has them, and nowhere else.
 */
#ifndef BARE_TEST_RNG_H
#define BARE_TEST_RNG_H

#include "bare.h"

enum { RNG_BYTES = 64, RNG_NO_VECTOR = 0xffff };

struct rng_interface;

/**
 * struct rng - a device that is in use
 * @interface: where its registers are
 * @window: the registers
 * @dma: the queue and a buffer
 * @requested: how many requests have been made
 */
struct rng {
	const struct rng_interface *interface;
	struct vireo_window window;
	struct vireo_dma_memory dma;
	u16 requested;
};

/** rng_find() - the first entropy device on the first bus; false without one */
bool rng_find(struct vireo_pci_bus *bus, u16 *function);

/**
 * rng_open_modern() - start the device through its memory BAR
 * @vector: for the queue, of MSI-X, or RNG_NO_VECTOR
 *
 * Return: whether it works, and took the vector.
 */
bool rng_open_modern(struct rng *rng, struct vireo_pci_bus *bus, u16 function,
		     u16 vector);

/** rng_open_legacy() - the same through its I/O BAR, as before version 1.0 */
bool rng_open_legacy(struct rng *rng, struct vireo_pci_bus *bus, u16 function,
		     u16 vector);

/** rng_open_mmio() - the same for a virtio-mmio device, of version 1 or 2 */
bool rng_open_mmio(struct rng *rng, u64 base);

/** rng_request() - ask for RNG_BYTES; one request at a time */
void rng_request(struct rng *rng);

/** rng_done() - whether the request has been answered, with random bytes */
bool rng_done(struct rng *rng);

/** rng_acknowledge() - why the device interrupts; ends a line's interrupt */
u32 rng_acknowledge(struct rng *rng);

/** rng_close() - reset the device and give everything back */
void rng_close(struct rng *rng);

/** rng_fill() - a whole life of the device, polled: bytes written, or 0 */
u32 rng_fill(struct vireo_pci_bus *bus);

#endif /* BARE_TEST_RNG_H */
