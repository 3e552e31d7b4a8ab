// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "devices.h"

#include "bare.h"
#include "words.h"

#include "virtio/block_unit.h"
#include "virtio/console_unit.h"
#include "virtio/device_handler.h"
#include "virtio/entropy_unit.h"
#include "virtio/kernel_phys_mapper.h"
#include "virtio/kernel_services.h"
#include "virtio/network_unit.h"
#include "virtio/virtio_mmio.h"
#include "virtio/virtio_pci.h"

static struct devices devices;
static struct block_unit *block;
static struct console_unit *console;
static struct entropy_unit *entropy;
static struct network_unit *network;

static void attach_block(struct device_handler *handler,
			 struct block_unit *unit)
{
	(void)handler;
	if (block)
		bare_panic("a second disk");
	block = unit;
	devices.disk = block_unit_disk(unit);
}

static void attach_console(struct device_handler *handler,
			   struct console_unit *unit)
{
	(void)handler;
	if (console)
		bare_panic("a second console");
	console = unit;
	devices.console = console_unit_console(unit);
}

static void attach_entropy(struct device_handler *handler,
			   struct entropy_unit *unit)
{
	(void)handler;
	if (entropy)
		bare_panic("a second source of random bytes");
	entropy = unit;
	devices.source = entropy_unit_entropy(unit);
}

static void attach_network(struct device_handler *handler,
			   struct network_unit *unit)
{
	(void)handler;
	if (network)
		bare_panic("a second network card");
	network = unit;
	devices.nic = network_unit_network(unit);
}

static u32 probe_pci(struct kernel_services kernel,
		     struct device_handler *handler)
{
	struct vireo_pci_bus *bus = bare_pci_bus();

	if (!bus)
		bare_panic("the machine has no PCI");
	return virtio_pci_probe_pci_devices(bus, bare_pci_last_bus(bus),
					    kernel, handler);
}

static u32 probe_tree(struct kernel_services kernel,
		      struct device_handler *handler)
{
	size_t size;
	const void *tree = bare_device_tree(&size);

	if (!tree)
		bare_panic("the machine has no device tree");
	return virtio_mmio_probe_device_tree((u8 *)(uintptr_t)tree, (u32)size,
					     kernel, handler);
}

static u32 probe_words(struct kernel_services kernel,
		       struct device_handler *handler, const char *words)
{
	u32 length = 0;

	while (words[length])
		length++;
	return virtio_mmio_probe_command_line((u8 *)(uintptr_t)words, length,
					      kernel, handler);
}

struct devices *devices_start(const char *command_line)
{
	static const struct device_handler_ops ops = {
		.attach_block = attach_block,
		.attach_console = attach_console,
		.attach_entropy = attach_entropy,
		.attach_network = attach_network,
	};
	static struct kernel_phys_mapper mapper;
	struct device_handler handler = { .ops = &ops };
	struct kernel_services kernel = { .mapper = &mapper };

	kernel_phys_mapper_init(&mapper, NULL);
	if (option_is("wait", "interrupts"))
		kernel.interrupts = bare_interrupts();
	if (option_is("probe", "pci"))
		devices.found = probe_pci(kernel, &handler);
	else if (option_is("probe", "tree"))
		devices.found = probe_tree(kernel, &handler);
	else if (option_is("probe", "words"))
		devices.found = probe_words(kernel, &handler, command_line);
	else
		bare_panic("the option probe= is missing");
	return &devices;
}

void devices_stop(void)
{
	if (block)
		block_unit_release(block);
	if (console)
		console_unit_release(console);
	if (entropy)
		entropy_unit_release(entropy);
	if (network)
		network_unit_release(network);
}
