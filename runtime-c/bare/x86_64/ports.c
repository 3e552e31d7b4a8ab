// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Register access to I/O ports, out of the way of that to memory. */
#include "bare.h"
#include "io.h"

unsigned int x86_port_read(uintptr_t cookie, unsigned int width)
{
	u16 port = (u16)cookie;

	switch (width) {
	case 1:
		return io_read8(port);
	case 2:
		return io_read16(port);
	case 4:
		return io_read32(port);
	default:
		bare_panic("I/O port 0x%x: a read of %u bits", port, 8 * width);
	}
}

void x86_port_write(unsigned int value, uintptr_t cookie, unsigned int width)
{
	u16 port = (u16)cookie;

	switch (width) {
	case 1:
		io_write8(port, (u8)value);
		break;
	case 2:
		io_write16(port, (u16)value);
		break;
	case 4:
		io_write32(port, value);
		break;
	default:
		bare_panic("I/O port 0x%x: a write of %u bits", port,
			   8 * width);
	}
}
