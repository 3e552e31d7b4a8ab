/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * The generated drivers as flat functions for a test on the JVM, one file for
 * each type of device: devices, buffers and requests are known by number,
 * results that may be an error are negative errnos. Numbers that nothing stands
 * for are mistakes of the test and abort. No memory is allocated here, so that
 * the host port's accounting is the driver's alone.
 */
#ifndef ADAPTER_H
#define ADAPTER_H

#include <vireo/port.h>

struct block_unit;
struct console_unit;
struct entropy_unit;
struct network_unit;

enum { ADAPTER_MAX_UNITS = 64 };

/**
 * struct adapter_units - the devices of one type that the driver handed over
 * @unit: by number, NULL once released
 * @count: numbers in use
 */
struct adapter_units {
	void *unit[ADAPTER_MAX_UNITS];
	int count;
};

/** adapter_units_add() - the next number stands for this device */
void adapter_units_add(struct adapter_units *units, void *unit);

/** adapter_unit_at() - the device that a number stands for */
void *adapter_unit_at(const struct adapter_units *units, int number);

/** adapter_disks_reset() - forget the disks, buffers and requests */
void adapter_disks_reset(void);
void adapter_attach_block(struct block_unit *unit);

/** adapter_networks_reset() - forget the network cards */
void adapter_networks_reset(void);
void adapter_attach_network(struct network_unit *unit);

/** adapter_consoles_reset() - forget the consoles */
void adapter_consoles_reset(void);
void adapter_attach_console(struct console_unit *unit);

/** adapter_entropies_reset() - forget the sources of random bytes */
void adapter_entropies_reset(void);
void adapter_attach_entropy(struct entropy_unit *unit);

#endif /* ADAPTER_H */
