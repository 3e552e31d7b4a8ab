/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* x86's I/O ports. */
#ifndef BARE_X86_IO_H
#define BARE_X86_IO_H

#include <vireo/port.h>

static inline u8 io_read8(u16 port)
{
	u8 value;

	__asm__ __volatile__("inb %w1, %b0" : "=a"(value) : "Nd"(port) : "memory");
	return value;
}

static inline u16 io_read16(u16 port)
{
	u16 value;

	__asm__ __volatile__("inw %w1, %w0" : "=a"(value) : "Nd"(port) : "memory");
	return value;
}

static inline u32 io_read32(u16 port)
{
	u32 value;

	__asm__ __volatile__("inl %w1, %k0" : "=a"(value) : "Nd"(port) : "memory");
	return value;
}

static inline void io_write8(u16 port, u8 value)
{
	__asm__ __volatile__("outb %b0, %w1" : : "a"(value), "Nd"(port) : "memory");
}

static inline void io_write16(u16 port, u16 value)
{
	__asm__ __volatile__("outw %w0, %w1" : : "a"(value), "Nd"(port) : "memory");
}

static inline void io_write32(u16 port, u32 value)
{
	__asm__ __volatile__("outl %k0, %w1" : : "a"(value), "Nd"(port) : "memory");
}

static inline u64 read_tsc(void)
{
	u32 low;
	u32 high;

	__asm__ __volatile__("rdtsc" : "=a"(low), "=d"(high) : : "memory");
	return (u64)high << 32 | low;
}

#endif /* BARE_X86_IO_H */
