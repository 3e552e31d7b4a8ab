// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* The first 16550 serial port, polled. */
#include "io.h"
#include "x86.h"

enum {
	SERIAL = 0x3f8,
	SERIAL_DATA = SERIAL,
	SERIAL_INTERRUPTS = SERIAL + 1,
	SERIAL_FIFO = SERIAL + 2,
	SERIAL_LINE_CONTROL = SERIAL + 3,
	SERIAL_LINE_STATUS = SERIAL + 5,
	DIVISOR_ACCESS = 0x80,
	EIGHT_BITS = 0x03,
	FIFO_ON_AND_EMPTY = 0x07,
	TRANSMITTER_READY = 0x20,
	/* A port that is not there reads as ones, one that is stuck as zeros. */
	PATIENCE = 100000,
};

void serial_start(void)
{
	io_write8(SERIAL_INTERRUPTS, 0);
	io_write8(SERIAL_LINE_CONTROL, DIVISOR_ACCESS | EIGHT_BITS);
	io_write8(SERIAL_DATA, 1);
	io_write8(SERIAL_INTERRUPTS, 0);
	io_write8(SERIAL_LINE_CONTROL, EIGHT_BITS);
	io_write8(SERIAL_FIFO, FIFO_ON_AND_EMPTY);
}

void machine_console_put(char c)
{
	for (u32 i = 0; i < PATIENCE; i++) {
		if (io_read8(SERIAL_LINE_STATUS) & TRANSMITTER_READY)
			break;
	}
	io_write8(SERIAL_DATA, (u8)c);
}
