// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "rng.h"

enum {
	/* PCI configuration space */
	COMMAND = 0x04,
	COMMAND_MEMORY_AND_MASTER = 0x6,
	BAR4 = 0x20,
	/* QEMU's layout of BAR 4; VIRTIO 1.4, 4.1.4.3 for the registers */
	WINDOW_BYTES = 0x4000,
	DRIVER_FEATURE_SELECT = 0x08,
	DRIVER_FEATURE = 0x0c,
	DEVICE_STATUS = 0x14,
	QUEUE_SELECT = 0x16,
	QUEUE_SIZE = 0x18,
	QUEUE_ENABLE = 0x1c,
	QUEUE_DESCRIPTORS = 0x20,
	QUEUE_DRIVER = 0x28,
	QUEUE_DEVICE = 0x30,
	NOTIFY = 0x3000,
	ACKNOWLEDGE = 1,
	DRIVER = 2,
	DRIVER_OK = 4,
	FEATURES_OK = 8,
	VERSION_1_HIGH_WORD = 1,
	DESCRIPTOR_WRITE = 2,
	BUFFER_BYTES = 64,
};

/* A queue with one entry, its three parts and the buffer. */
struct memory {
	struct {
		__le64 address;
		__le32 length;
		__le16 flags;
		__le16 next;
	} descriptor;
	struct {
		__le16 flags;
		__le16 index;
		__le16 ring;
		__le16 unused;
	} available;
	struct {
		__le16 flags;
		__le16 index;
		__le32 id;
		__le32 length;
		__le32 unused;
	} used;
	u8 buffer[BUFFER_BYTES];
};

static bool find(struct vireo_pci_bus *bus, u16 *function)
{
	for (u16 at = 0; at < 256; at = (u16)(at + 8)) {
		u32 id = vireo_pci_read32(bus, at, 0);

		if (id == 0x10051af4 || id == 0x10441af4) {
			*function = at;
			return true;
		}
	}
	return false;
}

static void start(u8 __iomem *common, u64 physical)
{
	vireo_write8(0, common + DEVICE_STATUS);
	vireo_write8(ACKNOWLEDGE | DRIVER, common + DEVICE_STATUS);
	vireo_write32(1, common + DRIVER_FEATURE_SELECT);
	vireo_write32(VERSION_1_HIGH_WORD, common + DRIVER_FEATURE);
	vireo_write8(ACKNOWLEDGE | DRIVER | FEATURES_OK,
		     common + DEVICE_STATUS);
	vireo_write16(0, common + QUEUE_SELECT);
	vireo_write16(1, common + QUEUE_SIZE);
	vireo_write64_lo_hi(physical + offsetof(struct memory, descriptor),
			    common + QUEUE_DESCRIPTORS);
	vireo_write64_lo_hi(physical + offsetof(struct memory, available),
			    common + QUEUE_DRIVER);
	vireo_write64_lo_hi(physical + offsetof(struct memory, used),
			    common + QUEUE_DEVICE);
	vireo_write16(1, common + QUEUE_ENABLE);
	vireo_write8(ACKNOWLEDGE | DRIVER | FEATURES_OK | DRIVER_OK,
		     common + DEVICE_STATUS);
}

static u32 request(u8 __iomem *common, struct memory *memory, u64 physical)
{
	struct vireo_deadline deadline = vireo_deadline_after_ms(1000);
	u32 changed = 0;

	start(common, physical);
	WRITE_ONCE(memory->descriptor.address,
		   cpu_to_le64(physical + offsetof(struct memory, buffer)));
	WRITE_ONCE(memory->descriptor.length, cpu_to_le32(BUFFER_BYTES));
	WRITE_ONCE(memory->descriptor.flags, cpu_to_le16(DESCRIPTOR_WRITE));
	vireo_store_release(&memory->available.index, cpu_to_le16(1));
	vireo_write16(0, common + NOTIFY);
	while (le16_to_cpu(vireo_load_acquire(&memory->used.index)) != 1) {
		if (vireo_deadline_expired(deadline))
			return 0;
		vireo_relax();
	}
	for (u32 i = 0; i < BUFFER_BYTES; i++)
		changed += memory->buffer[i] != 0;
	vireo_write8(0, common + DEVICE_STATUS);
	/* Sixty-four random bytes of which most are zero do not happen. */
	return changed > BUFFER_BYTES / 2 ?
		       le32_to_cpu(READ_ONCE(memory->used.length)) :
		       0;
}

u32 rng_fill(struct vireo_pci_bus *bus)
{
	struct vireo_dma_memory memory;
	struct vireo_window window;
	u16 function;
	u64 bar;
	u32 filled;

	if (!find(bus, &function))
		return 0;
	bar = (u64)vireo_pci_read32(bus, function, BAR4 + 4) << 32 |
	      (vireo_pci_read32(bus, function, BAR4) & ~0xfu);
	vireo_pci_write16(bus, function, COMMAND, COMMAND_MEMORY_AND_MASTER);
	if (vireo_window_map(NULL, bar, WINDOW_BYTES, &window))
		return 0;
	if (vireo_dma_alloc(NULL, sizeof(struct memory), 16, &memory)) {
		vireo_window_unmap(NULL, window);
		return 0;
	}
	filled = request(window.base, memory.virt, memory.physical);
	vireo_dma_free(NULL, memory);
	vireo_window_unmap(NULL, window);
	return filled;
}
