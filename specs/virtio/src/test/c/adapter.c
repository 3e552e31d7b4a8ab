// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* The kernel of the test: what it gives to the drivers, and what it gets. */
#include <stdlib.h>
#include <string.h>

#include "adapter.h"
#include "virtio/device_handler.h"
#include "virtio/kernel_phys_mapper.h"
#include "virtio/kernel_services.h"
#include "virtio/virtio_mmio.h"
#include "virtio/virtio_pci.h"

/* Called by name from the JVM. */
void adapter_reset(void);
void adapter_use_interrupts(void);
uint32_t adapter_probe(int32_t last_bus);
uint32_t adapter_probe_mmio(uint64_t base, uint64_t size, int64_t interrupt);

/* The port needs no object for it: what counts is that it is not NULL. */
static char interrupts;
static struct kernel_phys_mapper mapper;
static struct kernel_services services;

void adapter_units_add(struct adapter_units *units, void *unit)
{
	if (units->count == ADAPTER_MAX_UNITS)
		abort();
	units->unit[units->count++] = unit;
}

void *adapter_unit_at(const struct adapter_units *units, int number)
{
	if (number < 0 || number >= units->count || !units->unit[number])
		abort();
	return units->unit[number];
}

static void attach_block(struct device_handler *handler,
			 struct block_unit *unit)
{
	(void)handler;
	adapter_attach_block(unit);
}

static void attach_network(struct device_handler *handler,
			   struct network_unit *unit)
{
	(void)handler;
	adapter_attach_network(unit);
}

static void attach_console(struct device_handler *handler,
			   struct console_unit *unit)
{
	(void)handler;
	adapter_attach_console(unit);
}

static void attach_entropy(struct device_handler *handler,
			   struct entropy_unit *unit)
{
	(void)handler;
	adapter_attach_entropy(unit);
}

static const struct device_handler_ops handler_ops = {
	.attach_block = attach_block,
	.attach_network = attach_network,
	.attach_console = attach_console,
	.attach_entropy = attach_entropy,
};

static struct device_handler handler = { .ops = &handler_ops };

/* Forgets what a former machine had. */
void adapter_reset(void)
{
	kernel_phys_mapper_init(&mapper, NULL);
	services = (struct kernel_services){ .mapper = &mapper };
	adapter_disks_reset();
	adapter_networks_reset();
	adapter_consoles_reset();
	adapter_entropies_reset();
}

/* Devices that are probed from now on are not polled. */
void adapter_use_interrupts(void)
{
	services.interrupts = (struct vireo_interrupts *)&interrupts;
}

uint32_t adapter_probe(int32_t last_bus)
{
	return virtio_pci_probe_pci_devices(NULL, (u8)last_bus, services,
					    &handler);
}

/* @interrupt: the number, or -1 for a device without one */
uint32_t adapter_probe_mmio(uint64_t base, uint64_t size, int64_t interrupt)
{
	return virtio_mmio_probe_device(base, size, interrupt, services,
					&handler);
}
