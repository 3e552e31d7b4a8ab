/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
#ifndef BARE_PCI_H
#define BARE_PCI_H

#include "machine.h"

/* Configuration space, as far as more than one file looks at it. */
enum {
	PCI_COMMAND = 0x04,
	PCI_COMMAND_PORTS = 0x001,
	PCI_COMMAND_MEMORY = 0x002,
	PCI_COMMAND_MASTER = 0x004,
	PCI_COMMAND_NO_LINE = 0x400,
	PCI_STATUS = 0x06,
	PCI_HEADER_TYPE = 0x0e,
	PCI_BAR0 = 0x10,
	PCI_SECONDARY_BUS = 0x19,
	PCI_INTERRUPT_PIN = 0x3d,
	PCI_BAR_PORTS = 0x1,
	PCI_BAR_TYPE_64 = 0x4,
	PCI_BAR_TYPE_MASK = 0x6,
	PCI_BAR_FLAGS = 0xf,
	PCI_BUS_FUNCTIONS = 256,
};

/**
 * struct vireo_pci_bus - a PCI domain and one way into its configuration space
 * @name: "ecam" or "ports"
 * @read: a value of @width bytes, all ones where nothing answers
 * @write: a value of @width bytes
 * @ecam: address of the configuration space of @first_bus, for ECAM
 * @first_bus: lowest bus number that can be reached
 * @last_bus: highest bus number that can be reached
 */
struct vireo_pci_bus {
	const char *name;
	u32 (*read)(const struct vireo_pci_bus *bus, u16 function, u16 offset,
		    u32 width);
	void (*write)(const struct vireo_pci_bus *bus, u16 function, u16 offset,
		      u32 width, u32 value);
	u64 ecam;
	u8 first_bus;
	u8 last_bus;
};

/** pci_ecam_open() - make @bus reach @first_bus to @last_bus through ECAM */
int __must_check pci_ecam_open(struct vireo_pci_bus *bus, u64 base,
			       u8 first_bus, u8 last_bus);

/** pci_is_bridge() - whether another bus is behind the function */
bool pci_is_bridge(struct vireo_pci_bus *bus, u16 function);

/**
 * pci_next_function() - look for a function
 * @from: where to begin, as for vireo_pci_read8()
 * @end: where to stop
 *
 * Return: the first function that is there, @end without one.
 */
u32 pci_next_function(struct vireo_pci_bus *bus, u32 from, u32 end);

/**
 * pci_each_function() - visit the functions of a bus and of those behind it
 * @number: the bus's number; a bridge is visited before what is behind it
 */
void pci_each_function(struct vireo_pci_bus *bus, u32 number,
		       void (*visit)(struct vireo_pci_bus *bus, u16 function,
				     void *context),
		       void *context);

/**
 * pci_memory_bar() - the address in a memory BAR
 * @bar: 0 to 5
 *
 * Return: false for a BAR of I/O ports, or one without an address.
 */
bool pci_memory_bar(struct vireo_pci_bus *bus, u16 function, u32 bar,
		    u64 *address);

/**
 * pci_quiet_lines() - keep every function off its interrupt line
 *
 * A line is shared, and firmware leaves devices as they come. Whoever asks for
 * a function's line number lets it speak.
 */
void pci_quiet_lines(struct vireo_pci_bus *bus);

/** struct pci_room - what is left for BARs without an address */
struct pci_room {
	struct machine_range memory;
	struct machine_range ports;
};

/**
 * pci_place_bars() - give a function's BARs a place in @room
 * @count: 6, or 2 of a bridge
 *
 * A BAR that has an address keeps it. One of I/O ports stays without where
 * @room has no ports at all.
 */
void pci_place_bars(struct vireo_pci_bus *bus, u16 function, u32 count,
		    struct pci_room *room);

/**
 * pci_place() - number all buses, and place all BARs in @room
 *
 * For platforms whose firmware leaves that to the kernel.
 */
void pci_place(struct vireo_pci_bus *bus, struct pci_room room);

#endif /* BARE_PCI_H */
