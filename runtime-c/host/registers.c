// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Windows and register accesses. A window's base is no address of this process:
 * code that goes around the port's access functions faults at once.
 */
#include "internal.h"

/*
 * Non-canonical on every 64-bit machine, also together with VIREO_HOST_PORTS,
 * and never a physical address.
 */
#define BASE_MARK 0x4000000000000000ull

enum { MAX_WINDOWS = 256 };

struct window {
	u64 physical;
	u64 length;
};

static struct window windows[MAX_WINDOWS];
static u32 window_count;

void host_windows_forget(void)
{
	window_count = 0;
	host_usage.windows = 0;
}

/* What the test said about a mapping, and what comes of it. */
static int mapped(const char *callback, int err, u64 physical, u64 length,
		  struct vireo_window *window)
{
	if (err > 0)
		host_fatal("the callback '%s' returned %d: 0 or a negative "
			   "errno is wanted", callback, err);
	if (err)
		return err;
	if (window_count == MAX_WINDOWS)
		host_fatal("more than %d windows are mapped", MAX_WINDOWS);
	windows[window_count++] = (struct window){ physical, length };
	host_usage.windows++;
	host_trace(VIREO_HOST_MAP, 0, physical, length);
	window->base = (void *)(uintptr_t)(physical | BASE_MARK);
	window->length = length;
	return 0;
}

int vireo_window_map(struct vireo_mapper *mapper, u64 physical, u64 length,
		     struct vireo_window *window)
{
	(void)mapper;
	HOST_NEED(map);
	host_needs_thread("vireo_window_map()");
	if (host_fails_now())
		return -ENOMEM;
	if (length == 0 || physical >= BASE_MARK ||
	    length > BASE_MARK - physical)
		return -EINVAL;
	return mapped("map", host_callbacks.map(physical, length), physical,
		      length, window);
}

int vireo_window_map_ports(struct vireo_mapper *mapper, u16 port, u32 length,
			   struct vireo_window *window)
{
	(void)mapper;
	HOST_NEED(map_ports);
	host_needs_thread("vireo_window_map_ports()");
	if (host_fails_now())
		return -ENOMEM;
	if (length == 0 || length > 65536u - port)
		return -EINVAL;
	return mapped("map_ports", host_callbacks.map_ports(port, length),
		      VIREO_HOST_PORTS | port, length, window);
}

void vireo_window_unmap(struct vireo_mapper *mapper, struct vireo_window window)
{
	u64 physical = (u64)(uintptr_t)window.base & ~BASE_MARK;
	u32 i;

	(void)mapper;
	for (i = 0; i < window_count; i++) {
		if (windows[i].physical == physical &&
		    windows[i].length == window.length)
			break;
	}
	if (i == window_count)
		host_fatal("a window at 0x%llx, 0x%llx bytes, is unmapped "
			   "but not mapped", physical, window.length);
	HOST_NEED(unmap);
	windows[i] = windows[--window_count];
	host_usage.windows--;
	host_trace(VIREO_HOST_UNMAP, 0, physical, window.length);
	host_callbacks.unmap(physical, window.length);
}

/* The bus address of a register, if some window holds it. */
static u64 register_at(const volatile void *address, u32 width, const char *what)
{
	u64 at = (u64)(uintptr_t)address;
	u64 physical = at & ~BASE_MARK;

	if (at % width)
		host_fatal("a register %s of %u bytes at 0x%llx is not aligned",
			   what, width, physical);
	if (width == 8 && physical & VIREO_HOST_PORTS)
		host_fatal("a register %s of 8 bytes at 0x%llx: ports have at "
			   "most 4", what, physical);
	if (at & BASE_MARK) {
		for (u32 i = 0; i < window_count; i++) {
			if (physical >= windows[i].physical &&
			    physical - windows[i].physical + width <=
				    windows[i].length)
				return physical;
		}
	}
	host_fatal("a register %s of %u bytes at 0x%llx lies in no mapped window",
		   what, width, physical);
}

static u64 read_register(const volatile void *address, u32 width)
{
	u64 physical = register_at(address, width, "read");
	u64 value;

	HOST_NEED(mmio_read);
	host_before_access();
	value = host_callbacks.mmio_read(physical, width);
	if (width < 8)
		value &= (1ull << width * 8) - 1;
	host_trace(VIREO_HOST_REGISTER_READ, width, physical, value);
	return value;
}

static void write_register(u64 value, volatile void *address, u32 width)
{
	u64 physical = register_at(address, width, "write");

	HOST_NEED(mmio_write);
	host_before_access();
	host_trace(VIREO_HOST_REGISTER_WRITE, width, physical, value);
	/* What the driver stored is there before the device is told. */
	__atomic_thread_fence(__ATOMIC_SEQ_CST);
	host_callbacks.mmio_write(physical, width, value);
}

u8 vireo_read8(const void *address)
{
	return (u8)read_register(address, 1);
}

u16 vireo_read16(const void *address)
{
	return (u16)read_register(address, 2);
}

u32 vireo_read32(const void *address)
{
	return (u32)read_register(address, 4);
}

u64 vireo_read64(const void *address)
{
	return read_register(address, 8);
}

void vireo_write8(u8 value, void *address)
{
	write_register(value, address, 1);
}

void vireo_write16(u16 value, void *address)
{
	write_register(value, address, 2);
}

void vireo_write32(u32 value, void *address)
{
	write_register(value, address, 4);
}

void vireo_write64(u64 value, void *address)
{
	write_register(value, address, 8);
}
