/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * x86's own register access: an address with the topmost bit set is an I/O
 * port. No pointer looks like that here, as the kernel runs in the lower half of
 * the address space, and one that is dereferenced all the same faults.
 *
 * Memory takes two instructions more than it would without ports: a test and a
 * branch that is never taken.
 *
 * These are macros because <vireo/port.h> reads this file before it declares
 * the types in them.
 */
#ifndef BARE_X86_PORT_CONFIG_H
#define BARE_X86_PORT_CONFIG_H

#include <stdint.h>

#define VIREO_PORT_HAS_MMIO

#define X86_PORT_COOKIE 0x8000000000000000ull

#define X86_IS_PORT(address) \
	__builtin_expect((intptr_t)(const void __force *)(address) < 0, 0)

/*
 * x86_port_read() - in; @cookie is an address with a port's number in its low
 *                   16 bits, @width 1, 2 or 4
 */
unsigned int x86_port_read(uintptr_t cookie, unsigned int width)
	__attribute__((cold));

/* x86_port_write() - out */
void x86_port_write(unsigned int value, uintptr_t cookie, unsigned int width)
	__attribute__((cold));

#define X86_READ(type, address)                                             \
	__extension__({                                                     \
		const void __iomem *x86_from = (address);                   \
		type x86_loaded;                                            \
                                                                            \
		if (X86_IS_PORT(x86_from))                                  \
			x86_loaded = (type)x86_port_read(                   \
				(uintptr_t)(const void __force *)x86_from,  \
				sizeof(type));                              \
		else                                                        \
			x86_loaded = *(const volatile type __force *)       \
				x86_from;                                   \
		__asm__ __volatile__("" ::: "memory");                      \
		x86_loaded;                                                 \
	})

#define X86_WRITE(type, value, address)                                     \
	__extension__({                                                     \
		void __iomem *x86_to = (address);                           \
		type x86_stored = (value);                                  \
                                                                            \
		__asm__ __volatile__("" ::: "memory");                      \
		if (X86_IS_PORT(x86_to))                                    \
			x86_port_write((unsigned int)x86_stored,            \
				       (uintptr_t)(void __force *)x86_to,   \
				       sizeof(type));                       \
		else                                                        \
			*(volatile type __force *)x86_to = x86_stored;      \
	})

#define vireo_read8(address) X86_READ(u8, address)
#define vireo_read16(address) X86_READ(u16, address)
#define vireo_read32(address) X86_READ(u32, address)
#define vireo_read64(address) X86_READ(u64, address)
#define vireo_write8(value, address) X86_WRITE(u8, value, address)
#define vireo_write16(value, address) X86_WRITE(u16, value, address)
#define vireo_write32(value, address) X86_WRITE(u32, value, address)
#define vireo_write64(value, address) X86_WRITE(u64, value, address)

#endif /* BARE_X86_PORT_CONFIG_H */
