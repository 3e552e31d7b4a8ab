// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Device registers: memory by its address, I/O ports where the machine says. */
#include "bare.h"
#include "memory.h"
#include "windows.h"

static u64 mapped;

u64 windows_mapped(void)
{
	return mapped;
}

static void open_window(struct vireo_window *window, u64 base, u64 length)
{
	window->base = (void __iomem __force *)(uintptr_t)base;
	window->length = length;
	mapped++;
}

int vireo_window_map(struct vireo_mapper *mapper, u64 physical, u64 length,
		     struct vireo_window *window)
{
	int err;

	(void)mapper;
	if (length == 0 || physical + length < physical ||
	    memory_is_ram(physical, length))
		return -EINVAL;
	err = machine_map(physical, length, true);
	if (err)
		return err;
	open_window(window, physical, length);
	return 0;
}

int vireo_window_map_ports(struct vireo_mapper *mapper, u16 port, u32 length,
			   struct vireo_window *window)
{
	struct machine_range ports;

	(void)mapper;
	if (!machine_ports(&ports))
		return -EOPNOTSUPP;
	if (length == 0 || port + (u64)length > ports.length)
		return -EINVAL;
	open_window(window, ports.base + port, length);
	return 0;
}

void vireo_window_unmap(struct vireo_mapper *mapper, struct vireo_window window)
{
	/* Page tables stay: the view is the identity, nothing else wants it. */
	(void)mapper;
	(void)window;
	mapped--;
}
