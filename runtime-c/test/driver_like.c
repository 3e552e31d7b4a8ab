// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Every macro and inline function of port.h once, the way drivers use them. */
#include <vireo/port.h>

struct registers {
	struct vireo_window window;
	void __iomem *common;
};

struct entry {
	__le64 address;
	__le32 length;
	__le16 flags;
	__le16 next;
};

struct network_header {
	__be16 type;
	__be32 source;
	__be64 rest;
};

struct child {
	u32 value;
};

struct parent {
	u64 first;
	struct child child;
};

struct interrupted {
	void __iomem *registers;
	struct vireo_interrupt_handler handler;
	struct vireo_events events;
};

static_assert(sizeof(struct entry) == 16, "an entry is 16 bytes");
static_assert(offsetof(struct entry, flags) == 12, "flags lie at 12");
static_assert(sizeof(u8) == 1 && sizeof(u16) == 2 && sizeof(u32) == 4 &&
		      sizeof(u64) == 8,
	      "the types have the widths of their names");

int driver_like_bind(struct registers *registers, struct vireo_mapper *mapper,
		     u64 physical);
int driver_like_post(struct registers *registers, struct vireo_dma *dma,
		     struct vireo_dma_memory *memory);
int driver_like_poll(struct registers *registers, struct entry *entry,
		     const struct network_header *header, u8 data[512]);
u64 driver_like_parent(struct child *child);
int driver_like_await(struct interrupted *own,
		      struct vireo_interrupts *interrupts,
		      struct vireo_pci_bus *bus, u16 function);
int driver_like_ports(struct vireo_mapper *mapper);

int driver_like_bind(struct registers *registers, struct vireo_mapper *mapper,
		     u64 physical)
{
	int err;

	err = vireo_window_map(mapper, physical, 256, &registers->window);
	if (err)
		return err;
	err = vireo_window_at(registers->window, 64, 64, 4, &registers->common);
	if (err) {
		vireo_window_unmap(mapper, registers->window);
		return err;
	}
	vireo_write8(vireo_read8(registers->common), registers->common);
	vireo_write16(vireo_read16(registers->common + 2), registers->common);
	vireo_write32(vireo_read32(registers->common + 4), registers->common);
	vireo_write64(vireo_read64(registers->common + 8), registers->common);
	vireo_write64_lo_hi(vireo_read64_lo_hi(registers->common),
			    registers->common + 16);
	return 0;
}

int driver_like_post(struct registers *registers, struct vireo_dma *dma,
		     struct vireo_dma_memory *memory)
{
	struct entry *entry;
	void *at;
	int err;

	err = vireo_dma_alloc(dma, 4096, 4096, memory);
	if (err)
		return err;
	err = vireo_dma_at(*memory, 16, sizeof(*entry), 16, &at);
	if (err)
		goto err_free;
	entry = at;
	vireo_memset(entry, 0, sizeof(*entry));
	WRITE_ONCE(entry->address, cpu_to_le64(memory->physical));
	WRITE_ONCE(entry->length, cpu_to_le32(512));
	vireo_wmb();
	vireo_store_release(&entry->flags, cpu_to_le16(2));
	vireo_mb();
	if (le16_to_cpu(READ_ONCE(entry->next)) == 0)
		vireo_write16(0, registers->common + 22);
	return 0;

err_free:
	vireo_dma_free(dma, *memory);
	return err;
}

int driver_like_poll(struct registers *registers, struct entry *entry,
		     const struct network_header *header, u8 data[512])
{
	struct vireo_deadline deadline = vireo_deadline_after_ms(100);
	struct vireo_text name;
	u16 flags = 0;

	while (!(flags & 1)) {
		flags = le16_to_cpu(vireo_load_acquire(&entry->flags));
		if (vireo_deadline_expired(deadline))
			return -ETIMEDOUT;
		vireo_relax();
	}
	vireo_rmb();
	vireo_memcpy(data, entry, sizeof(*entry));
	vireo_format(name.s, sizeof(name.s), "queue%u", (u32)flags);
	vireo_log(VIREO_LOG_INFO, "%s: %llu %llx %lld %d %04x %%", name.s,
		  le64_to_cpu(entry->address), vireo_clock_ns(), (s64)-1, -1,
		  le32_to_cpu(entry->length));
	vireo_log(VIREO_LOG_DEBUG, "%s %u %u %llu", vireo_errno_name(-EIO),
		  (u32)be16_to_cpu(header->type), be32_to_cpu(header->source),
		  be64_to_cpu(header->rest));
	data[0] = (u8)(cpu_to_be16(1) == header->type) |
		  (u8)(cpu_to_be32(1) == header->source) |
		  (u8)(cpu_to_be64(1) == header->rest);
	return registers->common ? 0 : -EIO;
}

static bool driver_like_interrupt(struct vireo_interrupt_handler *handler,
				  u32 source)
{
	struct interrupted *own =
		container_of(handler, struct interrupted, handler);

	if (!vireo_read8(own->registers))
		return false;
	vireo_events_signal(own->events, 1u << source);
	return true;
}

static const struct vireo_interrupt_handler_ops driver_like_handler_ops = {
	.interrupt = driver_like_interrupt,
};

int driver_like_await(struct interrupted *own,
		      struct vireo_interrupts *interrupts,
		      struct vireo_pci_bus *bus, u16 function)
{
	u32 number;
	int err;

	own->handler.ops = &driver_like_handler_ops;
	err = vireo_events_create(interrupts, &own->events);
	if (err)
		return err;
	if (vireo_pci_vectors_enable(bus, function, 2))
		err = vireo_pci_vector_number(bus, function, 0, &number);
	else
		err = vireo_pci_line_number(bus, function, &number);
	if (err)
		goto err_vectors;
	err = vireo_interrupt_request(interrupts, number, &own->handler, 0);
	if (err)
		goto err_vectors;
	if (!vireo_events_await(own->events, 1, vireo_deadline_after_ms(10)) &&
	    !vireo_events_take(own->events, 1))
		err = vireo_cpu_is_little_endian() ? -ETIMEDOUT : -EIO;
	vireo_interrupt_release(interrupts, &own->handler);

err_vectors:
	vireo_pci_vectors_disable(bus, function);
	vireo_events_destroy(interrupts, own->events);
	return err;
}

int driver_like_ports(struct vireo_mapper *mapper)
{
	struct vireo_window window;
	int err;

	err = vireo_window_map_ports(mapper, 0xc000, 32, &window);
	if (err)
		return err;
	err = vireo_read8(window.base);
	vireo_window_unmap(mapper, window);
	return err;
}

u64 driver_like_parent(struct child *child)
{
	struct parent *parent = container_of(child, struct parent, child);

	return parent->first;
}
