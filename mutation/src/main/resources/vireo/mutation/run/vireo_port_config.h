/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * A port for the comparison of machine code: whatever differs from machine to
 * machine is a call of a function that the compiler knows nothing about. Two
 * texts that compile to the same code here mean the same on all of them: a
 * conversion that is none on a little-endian CPU, and an ordering that x86
 * keeps anyhow, still count.
 */
#ifndef VIREO_PORT_CONFIG_H
#define VIREO_PORT_CONFIG_H

#define VIREO_PORT_EXTERNAL_MMIO

#define VIREO_PORT_HAS_BYTEORDER
unsigned short opaque_le16(unsigned short x) __attribute__((const));
unsigned int opaque_le32(unsigned int x) __attribute__((const));
unsigned long long opaque_le64(unsigned long long x) __attribute__((const));
unsigned short opaque_be16(unsigned short x) __attribute__((const));
unsigned int opaque_be32(unsigned int x) __attribute__((const));
unsigned long long opaque_be64(unsigned long long x) __attribute__((const));

#define cpu_to_le16(x) opaque_le16(x)
#define cpu_to_le32(x) opaque_le32(x)
#define cpu_to_le64(x) opaque_le64(x)
#define le16_to_cpu(x) opaque_le16(x)
#define le32_to_cpu(x) opaque_le32(x)
#define le64_to_cpu(x) opaque_le64(x)
#define cpu_to_be16(x) opaque_be16(x)
#define cpu_to_be32(x) opaque_be32(x)
#define cpu_to_be64(x) opaque_be64(x)
#define be16_to_cpu(x) opaque_be16(x)
#define be32_to_cpu(x) opaque_be32(x)
#define be64_to_cpu(x) opaque_be64(x)

/* For vireo_cpu_is_little_endian(). */
int opaque_byte_order(void) __attribute__((const));
#undef __BYTE_ORDER__
#define __BYTE_ORDER__ opaque_byte_order()

#define VIREO_PORT_HAS_BARRIERS
void opaque_mb(void);
void opaque_rmb(void);
void opaque_wmb(void);
void opaque_release(void);
void opaque_acquire(void);

#define vireo_barrier() __asm__ __volatile__("" ::: "memory")
#define vireo_mb() opaque_mb()
#define vireo_rmb() opaque_rmb()
#define vireo_wmb() opaque_wmb()
#define vireo_store_release(p, v)                                            \
	do {                                                                 \
		opaque_release();                                            \
		*(volatile __typeof__(*(p)) *)(p) = (v);                     \
	} while (0)
#define vireo_load_acquire(p)                                                \
	__extension__({                                                      \
		const __typeof__(*(p)) observed_ =                           \
			*(const volatile __typeof__(*(p)) *)(p);             \
		opaque_acquire();                                            \
		observed_;                                                   \
	})

#endif /* VIREO_PORT_CONFIG_H */
