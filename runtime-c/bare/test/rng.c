// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "rng.h"

enum {
	/* PCI configuration space */
	COMMAND = 0x04,
	COMMAND_PORTS_MEMORY_MASTER = 0x7,
	BAR0 = 0x10,
	BAR4 = 0x20,
	/* QEMU's layout of BAR 4; VIRTIO 1.4, 4.1.4.3 for the registers */
	MODERN_BYTES = 0x4000,
	MODERN_FEATURE_SELECT = 0x08,
	MODERN_FEATURE = 0x0c,
	MODERN_STATUS = 0x14,
	MODERN_QUEUE_SELECT = 0x16,
	MODERN_QUEUE_SIZE = 0x18,
	MODERN_QUEUE_VECTOR = 0x1a,
	MODERN_QUEUE_ENABLE = 0x1c,
	MODERN_DESCRIPTORS = 0x20,
	MODERN_DRIVER = 0x28,
	MODERN_DEVICE = 0x30,
	MODERN_INTERRUPT = 0x1000,
	MODERN_NOTIFY = 0x3000,
	/* 4.1.4.8 */
	LEGACY_BYTES = 0x18,
	LEGACY_FEATURE = 0x04,
	LEGACY_QUEUE_PAGE = 0x08,
	LEGACY_QUEUE_SIZE = 0x0c,
	LEGACY_QUEUE_SELECT = 0x0e,
	LEGACY_NOTIFY = 0x10,
	LEGACY_STATUS = 0x12,
	LEGACY_INTERRUPT = 0x13,
	LEGACY_QUEUE_VECTOR = 0x16,
	/* 4.2.2 and 4.2.4 */
	MMIO_BYTES = 0x200,
	MMIO_VERSION = 0x04,
	MMIO_DEVICE = 0x08,
	MMIO_FEATURE = 0x20,
	MMIO_FEATURE_SELECT = 0x24,
	MMIO_PAGE_SIZE = 0x28,
	MMIO_QUEUE_SELECT = 0x30,
	MMIO_QUEUE_SIZE = 0x38,
	MMIO_QUEUE_ALIGN = 0x3c,
	MMIO_QUEUE_PAGE = 0x40,
	MMIO_QUEUE_READY = 0x44,
	MMIO_NOTIFY = 0x50,
	MMIO_INTERRUPT = 0x60,
	MMIO_ACKNOWLEDGE = 0x64,
	MMIO_STATUS = 0x70,
	MMIO_DESCRIPTORS = 0x80,
	MMIO_DRIVER = 0x90,
	MMIO_DEVICE_AREA = 0xa0,
	ENTROPY_DEVICE = 4,
	ACKNOWLEDGE = 1,
	DRIVER = 2,
	DRIVER_OK = 4,
	FEATURES_OK = 8,
	VERSION_1_HIGH_WORD = 1,
	DESCRIPTOR_WRITE = 2,
	/* As many as a legacy device has: there it cannot be chosen. */
	QUEUE_SIZE = 8,
	PAGE = 4096,
};

/* A queue in the layout of legacy devices, which fits the others too. */
struct rng_memory {
	struct {
		__le64 address;
		__le32 length;
		__le16 flags;
		__le16 next;
	} descriptors[QUEUE_SIZE];
	struct {
		__le16 flags;
		__le16 index;
		__le16 ring[QUEUE_SIZE];
	} available;
	u8 before_used[PAGE - 16 * QUEUE_SIZE - 4 - 2 * QUEUE_SIZE];
	struct {
		__le16 flags;
		__le16 index;
		struct {
			__le32 id;
			__le32 length;
		} ring[QUEUE_SIZE];
	} used;
	u8 buffer[RNG_BYTES];
};

static_assert(offsetof(struct rng_memory, used) == PAGE,
	      "a page to the used ring");

struct rng_interface {
	u32 status;
	bool wide_status;
	u32 notify;
	bool wide_notify;
	u32 interrupt;
	u32 acknowledge;
};

static const struct rng_interface modern = {
	MODERN_STATUS, false, MODERN_NOTIFY, false, MODERN_INTERRUPT, 0
};
static const struct rng_interface legacy = {
	LEGACY_STATUS, false, LEGACY_NOTIFY, false, LEGACY_INTERRUPT, 0
};
static const struct rng_interface mmio = { MMIO_STATUS, true,
					   MMIO_NOTIFY, true,
					   MMIO_INTERRUPT, MMIO_ACKNOWLEDGE };

static u8 __iomem *at(const struct rng *rng, u32 offset)
{
	return (u8 __iomem *)rng->window.base + offset;
}

static void set_status(const struct rng *rng, u32 status)
{
	if (rng->interface->wide_status)
		vireo_write32(status, at(rng, rng->interface->status));
	else
		vireo_write8((u8)status, at(rng, rng->interface->status));
}

static struct rng_memory *memory_of(const struct rng *rng)
{
	return rng->dma.virt;
}

static u64 part(const struct rng *rng, size_t offset)
{
	return rng->dma.physical + offset;
}

bool rng_find(struct vireo_pci_bus *bus, u16 *function)
{
	for (u16 i = 0; i < 256; i = (u16)(i + 8)) {
		u32 id = vireo_pci_read32(bus, i, 0);

		if (id == 0x10051af4 || id == 0x10441af4) {
			*function = i;
			return true;
		}
	}
	return false;
}

/* The device's memory, and the one descriptor that is ever used. */
static bool prepare(struct rng *rng)
{
	struct rng_memory *memory;

	rng->requested = 0;
	if (vireo_dma_alloc(NULL, sizeof(struct rng_memory), PAGE, &rng->dma)) {
		vireo_window_unmap(NULL, rng->window);
		return false;
	}
	memory = memory_of(rng);
	memory->descriptors[0].address =
		cpu_to_le64(part(rng, offsetof(struct rng_memory, buffer)));
	memory->descriptors[0].length = cpu_to_le32(RNG_BYTES);
	memory->descriptors[0].flags = cpu_to_le16(DESCRIPTOR_WRITE);
	set_status(rng, 0);
	set_status(rng, ACKNOWLEDGE | DRIVER);
	return true;
}

static bool finish(struct rng *rng, bool works)
{
	if (!works)
		rng_close(rng);
	return works;
}

bool rng_open_modern(struct rng *rng, struct vireo_pci_bus *bus, u16 function,
		     u16 vector)
{
	u64 bar = (u64)vireo_pci_read32(bus, function, BAR4 + 4) << 32 |
		  (vireo_pci_read32(bus, function, BAR4) & ~0xfu);
	bool works;

	vireo_pci_write16(bus, function, COMMAND,
			  vireo_pci_read16(bus, function, COMMAND) |
				  COMMAND_PORTS_MEMORY_MASTER);
	rng->interface = &modern;
	if (vireo_window_map(NULL, bar, MODERN_BYTES, &rng->window) ||
	    !prepare(rng))
		return false;
	vireo_write32(1, at(rng, MODERN_FEATURE_SELECT));
	vireo_write32(VERSION_1_HIGH_WORD, at(rng, MODERN_FEATURE));
	set_status(rng, ACKNOWLEDGE | DRIVER | FEATURES_OK);
	vireo_write16(0, at(rng, MODERN_QUEUE_SELECT));
	vireo_write16(QUEUE_SIZE, at(rng, MODERN_QUEUE_SIZE));
	vireo_write16(vector, at(rng, MODERN_QUEUE_VECTOR));
	works = vireo_read16(at(rng, MODERN_QUEUE_VECTOR)) == vector;
	vireo_write64_lo_hi(part(rng, 0), at(rng, MODERN_DESCRIPTORS));
	vireo_write64_lo_hi(part(rng, offsetof(struct rng_memory, available)),
			    at(rng, MODERN_DRIVER));
	vireo_write64_lo_hi(part(rng, offsetof(struct rng_memory, used)),
			    at(rng, MODERN_DEVICE));
	vireo_write16(1, at(rng, MODERN_QUEUE_ENABLE));
	set_status(rng, ACKNOWLEDGE | DRIVER | FEATURES_OK | DRIVER_OK);
	return finish(rng, works);
}

bool rng_open_legacy(struct rng *rng, struct vireo_pci_bus *bus, u16 function,
		     u16 vector)
{
	u32 bar = vireo_pci_read32(bus, function, BAR0);
	bool works;

	if (!(bar & 1) || !(bar & 0xfffc))
		return false;
	vireo_pci_write16(bus, function, COMMAND,
			  vireo_pci_read16(bus, function, COMMAND) |
				  COMMAND_PORTS_MEMORY_MASTER);
	rng->interface = &legacy;
	if (vireo_window_map_ports(NULL, (u16)(bar & 0xfffc), LEGACY_BYTES,
				   &rng->window) ||
	    !prepare(rng))
		return false;
	vireo_write32(0, at(rng, LEGACY_FEATURE));
	vireo_write16(0, at(rng, LEGACY_QUEUE_SELECT));
	works = vireo_read16(at(rng, LEGACY_QUEUE_SIZE)) == QUEUE_SIZE;
	vireo_write32((u32)(part(rng, 0) / PAGE), at(rng, LEGACY_QUEUE_PAGE));
	if (vector != RNG_NO_VECTOR) {
		vireo_write16(vector, at(rng, LEGACY_QUEUE_VECTOR));
		works &= vireo_read16(at(rng, LEGACY_QUEUE_VECTOR)) == vector;
	}
	set_status(rng, ACKNOWLEDGE | DRIVER | DRIVER_OK);
	return finish(rng, works);
}

static void start_mmio_1(struct rng *rng)
{
	vireo_write32(PAGE, at(rng, MMIO_PAGE_SIZE));
	vireo_write32(QUEUE_SIZE, at(rng, MMIO_QUEUE_SIZE));
	vireo_write32(PAGE, at(rng, MMIO_QUEUE_ALIGN));
	vireo_write32((u32)(part(rng, 0) / PAGE), at(rng, MMIO_QUEUE_PAGE));
	set_status(rng, ACKNOWLEDGE | DRIVER | DRIVER_OK);
}

static void start_mmio_2(struct rng *rng)
{
	vireo_write32(1, at(rng, MMIO_FEATURE_SELECT));
	vireo_write32(VERSION_1_HIGH_WORD, at(rng, MMIO_FEATURE));
	set_status(rng, ACKNOWLEDGE | DRIVER | FEATURES_OK);
	vireo_write32(QUEUE_SIZE, at(rng, MMIO_QUEUE_SIZE));
	vireo_write64_lo_hi(part(rng, 0), at(rng, MMIO_DESCRIPTORS));
	vireo_write64_lo_hi(part(rng, offsetof(struct rng_memory, available)),
			    at(rng, MMIO_DRIVER));
	vireo_write64_lo_hi(part(rng, offsetof(struct rng_memory, used)),
			    at(rng, MMIO_DEVICE_AREA));
	vireo_write32(1, at(rng, MMIO_QUEUE_READY));
	set_status(rng, ACKNOWLEDGE | DRIVER | FEATURES_OK | DRIVER_OK);
}

bool rng_open_mmio(struct rng *rng, u64 base)
{
	rng->interface = &mmio;
	if (vireo_window_map(NULL, base, MMIO_BYTES, &rng->window))
		return false;
	if (vireo_read32(at(rng, MMIO_DEVICE)) != ENTROPY_DEVICE) {
		vireo_window_unmap(NULL, rng->window);
		return false;
	}
	if (!prepare(rng))
		return false;
	vireo_write32(0, at(rng, MMIO_QUEUE_SELECT));
	if (vireo_read32(at(rng, MMIO_VERSION)) == 1)
		start_mmio_1(rng);
	else
		start_mmio_2(rng);
	return true;
}

void rng_request(struct rng *rng)
{
	struct rng_memory *memory = memory_of(rng);

	vireo_memset(memory->buffer, 0, RNG_BYTES);
	rng->requested++;
	vireo_store_release(&memory->available.index,
			    cpu_to_le16(rng->requested));
	if (rng->interface->wide_notify)
		vireo_write32(0, at(rng, rng->interface->notify));
	else
		vireo_write16(0, at(rng, rng->interface->notify));
}

bool rng_done(struct rng *rng)
{
	struct rng_memory *memory = memory_of(rng);
	u32 changed = 0;

	if (le16_to_cpu(vireo_load_acquire(&memory->used.index)) !=
	    rng->requested)
		return false;
	for (u32 i = 0; i < RNG_BYTES; i++)
		changed += memory->buffer[i] != 0;
	/* Sixty-four random bytes of which most are zero do not happen. */
	return changed > RNG_BYTES / 2;
}

u32 rng_acknowledge(struct rng *rng)
{
	u32 reasons;

	if (!rng->interface->acknowledge)
		return vireo_read8(at(rng, rng->interface->interrupt));
	reasons = vireo_read32(at(rng, rng->interface->interrupt));
	vireo_write32(reasons, at(rng, rng->interface->acknowledge));
	return reasons;
}

void rng_close(struct rng *rng)
{
	set_status(rng, 0);
	vireo_dma_free(NULL, rng->dma);
	vireo_window_unmap(NULL, rng->window);
}

u32 rng_fill(struct vireo_pci_bus *bus)
{
	struct vireo_deadline deadline = vireo_deadline_after_ms(1000);
	struct rng rng;
	u16 function;
	bool done = false;

	if (!rng_find(bus, &function) ||
	    !rng_open_modern(&rng, bus, function, RNG_NO_VECTOR))
		return 0;
	rng_request(&rng);
	while (!done && !vireo_deadline_expired(deadline))
		done = rng_done(&rng);
	rng_close(&rng);
	return done ? RNG_BYTES : 0;
}
