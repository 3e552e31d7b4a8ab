// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* MSI-X: a function's table of messages in one of its BARs (PCI 3.0, 6.8.2). */
#include "bare.h"
#include "interrupts.h"
#include "pci.h"

enum {
	STATUS_CAPABILITIES = 0x10,
	CAPABILITY_POINTER = 0x34,
	CAPABILITY_MSIX = 0x11,
	/* A longer list would not fit: it goes round in circles. */
	CAPABILITIES_MAX = 48,
	CONTROL = 2,
	CONTROL_SIZE = 0x07ff,
	CONTROL_MASKED = 0x4000,
	CONTROL_ENABLED = 0x8000,
	TABLE = 4,
	TABLE_BAR = 0x7,
	ENTRY_BYTES = 16,
	ENTRY_ADDRESS = 0,
	ENTRY_DATA = 8,
	ENTRY_CONTROL = 12,
	ENTRY_MASKED = 1,
};

/* Whose a message is. */
struct owner {
	bool used;
	u16 function;
	u16 vector;
};

/* A function's capability, and its table at an address that is mapped. */
struct msix {
	struct vireo_pci_bus *bus;
	u16 function;
	u16 capability;
	u16 entries;
	u64 table;
};

static struct owner owners[MACHINE_MAX_MESSAGES];

bool messages_owned(u32 number)
{
	u32 first;
	u32 count = machine_messages(&first);

	return number >= first && number - first < count &&
	       owners[number - first].used;
}

u64 messages_in_use(void)
{
	u64 used = 0;

	for (u32 i = 0; i < MACHINE_MAX_MESSAGES; i++)
		used += owners[i].used;
	return used;
}

static u32 free_messages(void)
{
	u32 first;
	u32 count = machine_messages(&first);
	u32 unused = 0;

	for (u32 i = 0; i < count; i++)
		unused += !owners[i].used;
	return unused;
}

static u16 find_capability(struct vireo_pci_bus *bus, u16 function)
{
	u16 at = CAPABILITY_POINTER;

	if (!(vireo_pci_read16(bus, function, PCI_STATUS) &
	      STATUS_CAPABILITIES))
		return 0;
	at = vireo_pci_read8(bus, function, at) & 0xfc;
	for (u32 i = 0; at && i < CAPABILITIES_MAX; i++) {
		if (vireo_pci_read8(bus, function, at) == CAPABILITY_MSIX)
			return at;
		at = vireo_pci_read8(bus, function, (u16)(at + 1)) & 0xfc;
	}
	return 0;
}

/* Whether the function has MSI-X, and a table within the CPU's reach. */
static bool find_msix(struct vireo_pci_bus *bus, u16 function,
		      struct msix *msix)
{
	u16 capability = find_capability(bus, function);
	u32 table;
	u64 bar;

	if (!capability)
		return false;
	msix->bus = bus;
	msix->function = function;
	msix->capability = capability;
	msix->entries = (u16)((vireo_pci_read16(bus, function,
						(u16)(capability + CONTROL)) &
			       CONTROL_SIZE) + 1);
	table = vireo_pci_read32(bus, function, (u16)(capability + TABLE));
	if (!pci_memory_bar(bus, function, table & TABLE_BAR, &bar))
		return false;
	msix->table = bar + (table & ~(u32)TABLE_BAR);
	return machine_map(msix->table, (u64)msix->entries * ENTRY_BYTES,
			   true) == 0;
}

static void set_control(const struct msix *msix, u16 bits)
{
	vireo_pci_write16(msix->bus, msix->function,
			  (u16)(msix->capability + CONTROL), bits);
}

static u8 __iomem *entry_at(const struct msix *msix, u32 vector)
{
	return (u8 __iomem __force *)(uintptr_t)(msix->table +
						 vector * ENTRY_BYTES);
}

static void mask_all(const struct msix *msix)
{
	for (u32 vector = 0; vector < msix->entries; vector++)
		vireo_write32(ENTRY_MASKED,
			      entry_at(msix, vector) + ENTRY_CONTROL);
}

/* Returns whether the table took the message. */
static bool write_entry(const struct msix *msix, u16 vector, u32 number)
{
	u8 __iomem *entry = entry_at(msix, vector);
	u64 address;
	u32 data;

	machine_message(number, &address, &data);
	vireo_write64_lo_hi(address, entry + ENTRY_ADDRESS);
	vireo_write32(data, entry + ENTRY_DATA);
	vireo_write32(0, entry + ENTRY_CONTROL);
	return vireo_read64_lo_hi(entry + ENTRY_ADDRESS) == address &&
	       vireo_read32(entry + ENTRY_DATA) == data &&
	       !(vireo_read32(entry + ENTRY_CONTROL) & ENTRY_MASKED);
}

/* Gives the function up to @wanted messages; returns how many. */
static u16 assign(const struct msix *msix, u16 wanted)
{
	u32 first;
	u32 count = machine_messages(&first);
	u16 vector = 0;

	for (u32 i = 0; i < count && vector < wanted; i++) {
		if (owners[i].used)
			continue;
		if (!write_entry(msix, vector, first + i))
			break;
		owners[i].used = true;
		owners[i].function = msix->function;
		owners[i].vector = vector++;
	}
	return vector;
}

static bool has_vectors(u16 function)
{
	for (u32 i = 0; i < MACHINE_MAX_MESSAGES; i++) {
		if (owners[i].used && owners[i].function == function)
			return true;
	}
	return false;
}

u16 vireo_pci_vectors_enable(struct vireo_pci_bus *bus, u16 function,
			     u16 wanted)
{
	struct msix msix;
	u16 command;
	u16 vectors;

	if (has_vectors(function))
		bare_panic("PCI %04x: vireo_pci_vectors_enable: it has vectors",
			   function);
	if (free_messages() == 0 || !find_msix(bus, function, &msix))
		return 0;

	/* The table lies in memory space; a message is a device's write. */
	command = vireo_pci_read16(bus, function, PCI_COMMAND);
	vireo_pci_write16(bus, function, PCI_COMMAND,
			  command | PCI_COMMAND_MEMORY | PCI_COMMAND_MASTER);
	set_control(&msix, CONTROL_ENABLED | CONTROL_MASKED);
	mask_all(&msix);
	vectors = assign(&msix, wanted < msix.entries ? wanted : msix.entries);
	if (vectors) {
		set_control(&msix, CONTROL_ENABLED);
	} else {
		set_control(&msix, 0);
		vireo_pci_write16(bus, function, PCI_COMMAND, command);
	}
	return vectors;
}

void vireo_pci_vectors_disable(struct vireo_pci_bus *bus, u16 function)
{
	struct msix msix;
	u32 first;

	if (!has_vectors(function))
		return;
	if (find_msix(bus, function, &msix)) {
		set_control(&msix, CONTROL_ENABLED | CONTROL_MASKED);
		mask_all(&msix);
		set_control(&msix, 0);
	}
	machine_messages(&first);
	for (u32 i = 0; i < MACHINE_MAX_MESSAGES; i++) {
		if (!owners[i].used || owners[i].function != function)
			continue;
		if (interrupts_requested(first + i))
			bare_panic("PCI %04x: interrupt %u still has a handler",
				   function, first + i);
		owners[i].used = false;
	}
}

int vireo_pci_vector_number(struct vireo_pci_bus *bus, u16 function, u16 vector,
			    u32 *number)
{
	u32 first;

	(void)bus;
	machine_messages(&first);
	for (u32 i = 0; i < MACHINE_MAX_MESSAGES; i++) {
		if (owners[i].used && owners[i].function == function &&
		    owners[i].vector == vector) {
			*number = first + i;
			return 0;
		}
	}
	return -EINVAL;
}
