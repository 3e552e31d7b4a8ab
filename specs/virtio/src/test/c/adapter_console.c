// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Consoles. */
#include <string.h>

#include "adapter.h"
#include "virtio/console_unit.h"
#include "virtio/virtio_console_device.h"

/* Called by name from the JVM. */
int32_t adapter_consoles(void);
void adapter_console_release(int32_t console);
uint32_t adapter_console_regions_held(int32_t console);
void adapter_console_name(int32_t console, char *text);
int32_t adapter_console_write(int32_t console, uint8_t *data, uint32_t length);
int32_t adapter_console_read(int32_t console, uint8_t *data, uint32_t length);
int32_t adapter_console_await_input(int32_t console, uint32_t milliseconds);
uint32_t adapter_console_size(int32_t console);
int32_t adapter_console_refresh(int32_t console);

static struct adapter_units consoles;

static struct virtio_console_device *console_at(int console)
{
	return console_unit_console(adapter_unit_at(&consoles, console));
}

void adapter_consoles_reset(void)
{
	memset(&consoles, 0, sizeof(consoles));
}

void adapter_attach_console(struct console_unit *unit)
{
	adapter_units_add(&consoles, unit);
}

int32_t adapter_consoles(void)
{
	return consoles.count;
}

/* Stops a console; its number stands for nothing afterwards. */
void adapter_console_release(int32_t console)
{
	console_unit_release(adapter_unit_at(&consoles, console));
	consoles.unit[console] = NULL;
}

uint32_t adapter_console_regions_held(int32_t console)
{
	return console_unit_regions_held(adapter_unit_at(&consoles, console));
}

/* @text: room for 48 characters */
void adapter_console_name(int32_t console, char *text)
{
	struct vireo_text name = virtio_console_device_name(console_at(console));

	memcpy(text, name.s, sizeof(name.s));
}

int32_t adapter_console_write(int32_t console, uint8_t *data, uint32_t length)
{
	return virtio_console_device_write(console_at(console), data, length,
					   length);
}

/* How many bytes came in. */
int32_t adapter_console_read(int32_t console, uint8_t *data, uint32_t length)
{
	u32 count;
	int err = virtio_console_device_read(console_at(console), data, length,
					     &count);

	return err ? err : (int32_t)count;
}

int32_t adapter_console_await_input(int32_t console, uint32_t milliseconds)
{
	bool come;
	int err = virtio_console_device_await_input(console_at(console),
						    milliseconds, &come);

	return err ? err : come;
}

/* Columns in the upper half, rows in the lower. */
uint32_t adapter_console_size(int32_t console)
{
	struct console_size size = virtio_console_device_size(console_at(console));

	return (u32)size.columns << 16 | size.rows;
}

int32_t adapter_console_refresh(int32_t console)
{
	bool changed;
	int err = virtio_console_device_refresh(console_at(console), &changed);

	return err ? err : changed;
}
