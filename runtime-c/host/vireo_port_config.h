/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * The port inside a user process: every access to device-visible memory and to
 * registers goes through host.h's checks and trace. port.h includes this file
 * before it declares its types, hence <stdint.h>'s names.
 */
#ifndef VIREO_PORT_CONFIG_H
#define VIREO_PORT_CONFIG_H

#include <stddef.h>
#include <stdint.h>

#define VIREO_PORT_EXTERNAL_MMIO
#define VIREO_PORT_HAS_ONCE
#define VIREO_PORT_HAS_BARRIERS
#define VIREO_PORT_HAS_STRING

/* What an access is; the numbers are those of struct vireo_host_record. */
enum vireo_host_access {
	VIREO_HOST_LOAD = 4,
	VIREO_HOST_STORE = 5,
	VIREO_HOST_OBSERVE = 6,
	VIREO_HOST_PUBLISH = 7,
};

/* Aborts unless the bytes lie, aligned, in one live piece of DMA memory. */
void vireo_host_check(const volatile void *address, size_t width);

/* Records an access whose value lies at @value. */
void vireo_host_note(enum vireo_host_access kind, const volatile void *address,
		     const void *value, size_t width);

void vireo_host_fence(void);
void *vireo_memcpy(void *to, const void *from, size_t length);
void *vireo_memset(void *to, int value, size_t length);

#define VIREO_HOST_GET(kind, order, x)                                       \
	__extension__({                                                      \
		const volatile __typeof__(x) *const vireo_at_ = &(x);        \
		vireo_host_check(vireo_at_, sizeof(*vireo_at_));             \
		const __typeof__(x) vireo_got_ =                             \
			__atomic_load_n(vireo_at_, order);                   \
		vireo_host_note(kind, vireo_at_, &vireo_got_,                \
				sizeof(vireo_got_));                         \
		vireo_got_;                                                  \
	})

#define VIREO_HOST_PUT(kind, order, x, v)                                    \
	do {                                                                 \
		volatile __typeof__(x) *const vireo_to_ = &(x);              \
		const __typeof__(x) vireo_put_ = (v);                        \
		vireo_host_check(vireo_to_, sizeof(*vireo_to_));             \
		vireo_host_note(kind, vireo_to_, &vireo_put_,                \
				sizeof(vireo_put_));                         \
		__atomic_store_n(vireo_to_, vireo_put_, order);              \
	} while (0)

#define READ_ONCE(x) VIREO_HOST_GET(VIREO_HOST_LOAD, __ATOMIC_RELAXED, x)
#define WRITE_ONCE(x, v) \
	VIREO_HOST_PUT(VIREO_HOST_STORE, __ATOMIC_RELAXED, x, v)
#define vireo_load_acquire(p) \
	VIREO_HOST_GET(VIREO_HOST_OBSERVE, __ATOMIC_ACQUIRE, *(p))
#define vireo_store_release(p, v) \
	VIREO_HOST_PUT(VIREO_HOST_PUBLISH, __ATOMIC_RELEASE, *(p), v)

#define vireo_barrier() __asm__ __volatile__("" ::: "memory")
#define vireo_mb() vireo_host_fence()
/* Orderings that no trace tells apart. */
#define vireo_rmb() __atomic_thread_fence(__ATOMIC_ACQUIRE)
#define vireo_wmb() __atomic_thread_fence(__ATOMIC_RELEASE)

#endif /* VIREO_PORT_CONFIG_H */
