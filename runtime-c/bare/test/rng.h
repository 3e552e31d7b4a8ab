/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
#ifndef BARE_TEST_RNG_H
#define BARE_TEST_RNG_H

#include "bare.h"

/**
 * rng_fill() - let QEMU's virtio-rng-pci device write into DMA memory
 * @bus: the domain; the device is on its first bus
 *
 * The shortest way from a BAR to a completed request, with the register layout
 * that QEMU has and nothing else, to show that windows and DMA memory work.
 *
 * Return: bytes written by the device, all of them found in DMA memory, or 0.
 */
u32 rng_fill(struct vireo_pci_bus *bus);

#endif /* BARE_TEST_RNG_H */
