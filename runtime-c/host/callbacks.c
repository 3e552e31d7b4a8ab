// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* The port functions that the test answers, and the way out. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

struct vireo_host_callbacks host_callbacks;
struct vireo_host_usage host_usage;

/* UINT32_MAX is "no order". */
static uint32_t any_left = UINT32_MAX;
static uint32_t services_left = UINT32_MAX;

void vireo_host_set_callbacks(const struct vireo_host_callbacks *callbacks)
{
	static const struct vireo_host_callbacks none;

	host_callbacks = callbacks ? *callbacks : none;
}

void host_fatal(const char *format, ...)
{
	char message[512];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	fprintf(stderr, "vireo host: %s\n", message);
	fflush(stderr);
	if (host_callbacks.fatal)
		host_callbacks.fatal(message);
	abort();
}

void vireo_host_usage(struct vireo_host_usage *usage)
{
	*usage = host_usage;
}

void vireo_host_fail_after(uint32_t successes)
{
	any_left = successes;
}

void vireo_host_refuse_after(uint32_t successes)
{
	services_left = successes;
}

static bool carried_out(uint32_t *successes_left)
{
	if (*successes_left == UINT32_MAX)
		return false;
	/* Once it is carried out, 0 - 1 has become "no order". */
	return (*successes_left)-- == 0;
}

bool host_fails_private_now(void)
{
	return carried_out(&any_left);
}

bool host_fails_now(void)
{
	bool any = carried_out(&any_left);

	return carried_out(&services_left) || any;
}

u64 vireo_clock_ns(void)
{
	HOST_NEED(clock);
	return host_callbacks.clock();
}

void vireo_relax(void)
{
	HOST_NEED(relax);
	host_callbacks.relax();
}

void vireo_log(enum vireo_log_level level, const char *format, ...)
{
	char text[1024];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	if (!host_callbacks.log)
		host_fatal("the driver logs \"%s\", but the test set no callback "
			   "'log' with vireo_host_set_callbacks()", text);
	host_callbacks.log((int32_t)level, text);
}

void vireo_format(char *text, size_t size, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, size, format, arguments);
	va_end(arguments);
}

static u64 config_address(u16 function, u16 offset, u32 width)
{
	if (offset % width || offset >= 4096)
		host_fatal("PCI function %02x:%02x.%x: %u bytes at offset 0x%x "
			   "of configuration space is no aligned access",
			   function >> 8, function >> 3 & 31, function & 7,
			   width, offset);
	return (u64)function << 12 | offset;
}

static u32 config_read(u16 function, u16 offset, u32 width)
{
	u64 address = config_address(function, offset, width);
	u32 value;

	HOST_NEED(pci_read);
	host_before_access();
	value = host_callbacks.pci_read(function, offset, width);
	if (width < 4)
		value &= (1u << width * 8) - 1;
	host_trace(VIREO_HOST_CONFIG_READ, width, address, value);
	return value;
}

static void config_write(u16 function, u16 offset, u32 width, u32 value)
{
	u64 address = config_address(function, offset, width);

	HOST_NEED(pci_write);
	host_before_access();
	host_trace(VIREO_HOST_CONFIG_WRITE, width, address, value);
	host_callbacks.pci_write(function, offset, width, value);
}

u8 vireo_pci_read8(struct vireo_pci_bus *bus, u16 function, u16 offset)
{
	(void)bus;
	return (u8)config_read(function, offset, 1);
}

u16 vireo_pci_read16(struct vireo_pci_bus *bus, u16 function, u16 offset)
{
	(void)bus;
	return (u16)config_read(function, offset, 2);
}

u32 vireo_pci_read32(struct vireo_pci_bus *bus, u16 function, u16 offset)
{
	(void)bus;
	return config_read(function, offset, 4);
}

void vireo_pci_write16(struct vireo_pci_bus *bus, u16 function, u16 offset,
		       u16 value)
{
	(void)bus;
	config_write(function, offset, 2, value);
}

void vireo_pci_write32(struct vireo_pci_bus *bus, u16 function, u16 offset,
		       u32 value)
{
	(void)bus;
	config_write(function, offset, 4, value);
}
