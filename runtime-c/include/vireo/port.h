/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * Vireo port: everything that generated drivers ask of a kernel.
 *
 * This header has two halves. The first is fixed: integer types, byte order,
 * single accesses to shared memory, the status code convention. The second is
 * the port: the functions that a kernel supplies, each described where it is
 * declared. A port that has its own notion of MMIO access, barriers or
 * single access provides <vireo_port_config.h> on the include path ahead of
 * this folder, defines the VIREO_PORT_HAS_* macro named at the group, and
 * declares the same names itself. That file is included before the types
 * below exist: a port without types of its own writes macros there, or asks
 * for VIREO_PORT_EXTERNAL_MMIO.
 */
#ifndef VIREO_PORT_H
#define VIREO_PORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__has_include)
#if __has_include(<vireo_port_config.h>)
#include <vireo_port_config.h>
#endif
#endif

/* ------------------------------------------------------------------------
 * Types
 */
#ifndef VIREO_PORT_HAS_TYPES
typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef unsigned long long u64; /* not uint64_t: %llu has to fit everywhere */
typedef int8_t s8;
typedef int16_t s16;
typedef int32_t s32;
typedef long long s64;

#ifdef __CHECKER__
#define __bitwise __attribute__((bitwise))
#define __force __attribute__((force))
#define __iomem __attribute__((noderef, address_space(__iomem)))
#else
#define __bitwise
#define __force
#define __iomem
#endif

typedef u16 __bitwise __le16;
typedef u32 __bitwise __le32;
typedef u64 __bitwise __le64;
typedef u16 __bitwise __be16;
typedef u32 __bitwise __be32;
typedef u64 __bitwise __be64;

#define container_of(ptr, type, member) \
	((type *)(void *)((char *)(ptr) - offsetof(type, member)))
#define __must_check __attribute__((warn_unused_result))
#define noinline __attribute__((noinline))
#define __printf(a, b) __attribute__((format(printf, a, b)))
#endif

#ifndef static_assert
#define static_assert _Static_assert
#endif

/* Status codes: 0 or a negative one of these, with Linux's numbers. */
#ifndef VIREO_PORT_HAS_ERRNO
#define EIO 5
#define ENXIO 6
#define EAGAIN 11
#define ENOMEM 12
#define EFAULT 14
#define EBUSY 16
#define ENODEV 19
#define EINVAL 22
#define ENOSPC 28
#define EROFS 30
#define ERANGE 34
#define ENODATA 61
#define EPROTO 71
#define EBADMSG 74
#define EOVERFLOW 75
#define EMSGSIZE 90
#define EOPNOTSUPP 95
#define ENOBUFS 105
#define ESHUTDOWN 108
#define ETIMEDOUT 110
#endif

/* ------------------------------------------------------------------------
 * Byte order
 */
#ifndef VIREO_PORT_HAS_BYTEORDER
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define VIREO_LE(bits, x) (x)
#define VIREO_BE(bits, x) __builtin_bswap##bits(x)
#else
#define VIREO_LE(bits, x) __builtin_bswap##bits(x)
#define VIREO_BE(bits, x) (x)
#endif

static inline __le16 cpu_to_le16(u16 x) { return (__force __le16)(u16)VIREO_LE(16, x); }
static inline __le32 cpu_to_le32(u32 x) { return (__force __le32)(u32)VIREO_LE(32, x); }
static inline __le64 cpu_to_le64(u64 x) { return (__force __le64)(u64)VIREO_LE(64, x); }
static inline u16 le16_to_cpu(__le16 x) { return (u16)VIREO_LE(16, (__force u16)x); }
static inline u32 le32_to_cpu(__le32 x) { return (u32)VIREO_LE(32, (__force u32)x); }
static inline u64 le64_to_cpu(__le64 x) { return (u64)VIREO_LE(64, (__force u64)x); }
static inline __be16 cpu_to_be16(u16 x) { return (__force __be16)(u16)VIREO_BE(16, x); }
static inline __be32 cpu_to_be32(u32 x) { return (__force __be32)(u32)VIREO_BE(32, x); }
static inline __be64 cpu_to_be64(u64 x) { return (__force __be64)(u64)VIREO_BE(64, x); }
static inline u16 be16_to_cpu(__be16 x) { return (u16)VIREO_BE(16, (__force u16)x); }
static inline u32 be32_to_cpu(__be32 x) { return (u32)VIREO_BE(32, (__force u32)x); }
static inline u64 be64_to_cpu(__be64 x) { return (u64)VIREO_BE(64, (__force u64)x); }
#endif

/**
 * vireo_cpu_is_little_endian() - the order of a number's bytes in this CPU
 *
 * Return: true for the least significant byte first; a constant.
 */
static inline bool vireo_cpu_is_little_endian(void)
{
	return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__;
}

/* ------------------------------------------------------------------------
 * Memory that a device sees
 *
 * READ_ONCE and WRITE_ONCE are one access of the object's width: never torn,
 * merged, repeated or invented. They order nothing.
 *
 * vireo_store_release(p, v): one store; every earlier access to device-visible
 * memory, loads included, is complete before it is seen. Loads matter when a
 * buffer that was just read is handed back to the device.
 * vireo_load_acquire(p): one load; no later access to device-visible memory,
 * stores included, happens before it.
 * vireo_mb(): every earlier load and store is complete before any later one.
 * vireo_rmb() and vireo_wmb() order loads among loads, stores among stores.
 */
#ifndef VIREO_PORT_HAS_ONCE
#define READ_ONCE(x) (*(const volatile __typeof__(x) *)&(x))
#define WRITE_ONCE(x, v) (*(volatile __typeof__(x) *)&(x) = (v))
#endif

#ifndef VIREO_PORT_HAS_BARRIERS
#define vireo_barrier() __asm__ __volatile__("" ::: "memory")
#if defined(__x86_64__)
#define vireo_mb() __asm__ __volatile__("mfence" ::: "memory")
#define vireo_rmb() vireo_barrier()
#define vireo_wmb() vireo_barrier()
#elif defined(__aarch64__)
#define vireo_mb() __asm__ __volatile__("dmb ish" ::: "memory")
#define vireo_rmb() __asm__ __volatile__("dmb ishld" ::: "memory")
#define vireo_wmb() __asm__ __volatile__("dmb ishst" ::: "memory")
#elif defined(__riscv)
#define vireo_mb() __asm__ __volatile__("fence rw, rw" ::: "memory")
#define vireo_rmb() __asm__ __volatile__("fence r, r" ::: "memory")
#define vireo_wmb() __asm__ __volatile__("fence w, w" ::: "memory")
#else
#define vireo_mb() __sync_synchronize()
#define vireo_rmb() __sync_synchronize()
#define vireo_wmb() __sync_synchronize()
#endif
#if defined(__CHECKER__)
#define vireo_store_release(p, v) WRITE_ONCE(*(p), (v))
#define vireo_load_acquire(p) READ_ONCE(*(p))
#else
/* The compiler knows the cheapest instruction: mov, stlr and ldar, fences. */
#define vireo_store_release(p, v)                                       \
	__atomic_store_n((volatile __typeof__(*(p)) *)(p), (v),         \
			 __ATOMIC_RELEASE)
#define vireo_load_acquire(p)                                           \
	__atomic_load_n((const volatile __typeof__(*(p)) *)(p), __ATOMIC_ACQUIRE)
#endif
#endif

/* ------------------------------------------------------------------------
 * Register access, by width
 *
 * One bus access of the width in the name, value in CPU byte order, the
 * register little-endian. A write is seen by the device after every earlier
 * store to DMA memory; a read is complete before any later access (Linux's
 * readl and writel, not their _relaxed kin).
 *
 * VIREO_PORT_EXTERNAL_MMIO: the port links these as functions of its own.
 * VIREO_PORT_HAS_MMIO: the port's configuration header brought them.
 */
#if defined(VIREO_PORT_EXTERNAL_MMIO)
u8 vireo_read8(const void __iomem *address);
u16 vireo_read16(const void __iomem *address);
u32 vireo_read32(const void __iomem *address);
u64 vireo_read64(const void __iomem *address);
void vireo_write8(u8 value, void __iomem *address);
void vireo_write16(u16 value, void __iomem *address);
void vireo_write32(u32 value, void __iomem *address);
void vireo_write64(u64 value, void __iomem *address);
#elif !defined(VIREO_PORT_HAS_MMIO)
#if defined(__x86_64__)
#define vireo_io_before_write() vireo_barrier()
#define vireo_io_after_read() vireo_barrier()
#elif defined(__aarch64__)
#define vireo_io_before_write() __asm__ __volatile__("dmb oshst" ::: "memory")
#define vireo_io_after_read() __asm__ __volatile__("dmb oshld" ::: "memory")
#elif defined(__riscv)
#define vireo_io_before_write() __asm__ __volatile__("fence w, o" ::: "memory")
#define vireo_io_after_read() __asm__ __volatile__("fence i, ir" ::: "memory")
#else
#define vireo_io_before_write() vireo_mb()
#define vireo_io_after_read() vireo_mb()
#endif

static inline u8 vireo_read8(const void __iomem *address)
{
	u8 value = *(const volatile u8 __force *)address;

	vireo_io_after_read();
	return value;
}

static inline u16 vireo_read16(const void __iomem *address)
{
	__le16 value = *(const volatile __le16 __force *)address;

	vireo_io_after_read();
	return le16_to_cpu(value);
}

static inline u32 vireo_read32(const void __iomem *address)
{
	__le32 value = *(const volatile __le32 __force *)address;

	vireo_io_after_read();
	return le32_to_cpu(value);
}

static inline u64 vireo_read64(const void __iomem *address)
{
	__le64 value = *(const volatile __le64 __force *)address;

	vireo_io_after_read();
	return le64_to_cpu(value);
}

static inline void vireo_write8(u8 value, void __iomem *address)
{
	vireo_io_before_write();
	*(volatile u8 __force *)address = value;
}

static inline void vireo_write16(u16 value, void __iomem *address)
{
	vireo_io_before_write();
	*(volatile __le16 __force *)address = cpu_to_le16(value);
}

static inline void vireo_write32(u32 value, void __iomem *address)
{
	vireo_io_before_write();
	*(volatile __le32 __force *)address = cpu_to_le32(value);
}

static inline void vireo_write64(u64 value, void __iomem *address)
{
	vireo_io_before_write();
	*(volatile __le64 __force *)address = cpu_to_le64(value);
}
#endif

/*
 * A 64-bit register that the bus carries as two 32-bit accesses, the low half
 * first (VIRTIO 1.4, 4.1.3.1).
 */
static inline u64 vireo_read64_lo_hi(const void __iomem *address)
{
	u64 low = vireo_read32(address);
	u64 high = vireo_read32((const u8 __iomem *)address + 4);

	return high << 32 | low;
}

static inline void vireo_write64_lo_hi(u64 value, void __iomem *address)
{
	vireo_write32((u32)value, address);
	vireo_write32((u32)(value >> 32), (u8 __iomem *)address + 4);
}

/* ------------------------------------------------------------------------
 * The port proper: what the kernel supplies
 */

/**
 * struct vireo_pci_bus - a PCI domain, defined by the port and opaque here
 */
struct vireo_pci_bus;

/**
 * vireo_pci_read8() - read PCI configuration space
 * @bus: the domain
 * @function: bus number << 8 | device << 3 | function
 * @offset: 0 to 4095, a multiple of the width
 *
 * Return: the value in CPU byte order; all ones where no function answers.
 */
u8 vireo_pci_read8(struct vireo_pci_bus *bus, u16 function, u16 offset);
u16 vireo_pci_read16(struct vireo_pci_bus *bus, u16 function, u16 offset);
u32 vireo_pci_read32(struct vireo_pci_bus *bus, u16 function, u16 offset);

/** vireo_pci_write16() - write PCI configuration space; see vireo_pci_read8() */
void vireo_pci_write16(struct vireo_pci_bus *bus, u16 function, u16 offset,
		       u16 value);
void vireo_pci_write32(struct vireo_pci_bus *bus, u16 function, u16 offset,
		       u32 value);

/**
 * vireo_pci_vectors_enable() - give a PCI function interrupts of its own (MSI-X)
 * @bus: the domain
 * @function: as for vireo_pci_read8(); none of its vectors is enabled
 * @wanted: 1 to 2048
 *
 * The kernel owns the function's MSI-X capability and table: a driver touches
 * neither. Messages need the bus master bit of the command register, which is
 * the driver's as before. Vectors that are not enabled stay masked. The message
 * of an enabled one that nobody has requested is kept back, or lost.
 *
 * Return: how many vectors there are now, 1 to @wanted: as many as the table,
 * and the kernel, have room for. 0, and nothing changed, where the function has
 * no MSI-X or the kernel has none to give.
 */
u16 __must_check vireo_pci_vectors_enable(struct vireo_pci_bus *bus,
					  u16 function, u16 wanted);

/**
 * vireo_pci_vectors_disable() - take the function's vectors away again
 * @bus: the domain
 * @function: of vireo_pci_vectors_enable(); nothing happens if it has none
 *
 * The handlers of the vectors' numbers have been released before.
 */
void vireo_pci_vectors_disable(struct vireo_pci_bus *bus, u16 function);

/**
 * vireo_pci_vector_number() - the interrupt number of an enabled vector
 * @bus: the domain
 * @function: of vireo_pci_vectors_enable()
 * @vector: index into the MSI-X table
 * @number: for vireo_interrupt_request(); filled in on success
 *
 * Return: 0, or -EINVAL for a vector that is not enabled.
 */
int __must_check vireo_pci_vector_number(struct vireo_pci_bus *bus,
					 u16 function, u16 vector, u32 *number);

/**
 * vireo_pci_line_number() - the interrupt number of the function's INTx line
 * @bus: the domain
 * @function: as for vireo_pci_read8()
 * @number: for vireo_interrupt_request(); filled in on success. Functions share
 *          lines
 *
 * Return: 0, or -ENXIO where the function has no line or the machine does not
 * say where it leads.
 */
int __must_check vireo_pci_line_number(struct vireo_pci_bus *bus, u16 function,
				       u32 *number);

/**
 * struct vireo_window - device registers mapped into the kernel's view
 * @base: where register offset 0 is
 * @length: bytes mapped
 */
struct vireo_window {
	void __iomem *base;
	u64 length;
};

/** struct vireo_mapper - who maps device windows; opaque, the port's own */
struct vireo_mapper;

/**
 * vireo_window_map() - map device registers
 * @mapper: the port's mapper, may be NULL where the port has only one
 * @physical: bus address of the first byte
 * @length: bytes, at least 1
 * @window: filled in on success, untouched otherwise
 *
 * The base has the alignment of @physical, up to 4096.
 *
 * Return: 0, -ENOMEM, or -EINVAL for a range that is no device memory.
 */
int __must_check vireo_window_map(struct vireo_mapper *mapper, u64 physical,
				  u64 length, struct vireo_window *window);

/**
 * vireo_window_map_ports() - map I/O ports
 * @mapper: as for vireo_window_map()
 * @port: the first port
 * @length: ports, at least 1; @port + @length is at most 65536
 * @window: filled in on success, untouched otherwise
 *
 * Ports are what x86 reaches by in and out, and other machines through a window
 * of their PCI host bridge. The base takes vireo_read8() to vireo_write32() as
 * that of any window, but no access of 64 bits. A port of this header for a CPU
 * with instructions for I/O tells them by a cookie in the base, and brings
 * register accesses of its own (VIREO_PORT_HAS_MMIO).
 *
 * Return: 0, -ENOMEM, -EINVAL for a range that is none, or -EOPNOTSUPP where
 * the machine has no I/O ports.
 */
int __must_check vireo_window_map_ports(struct vireo_mapper *mapper, u16 port,
					u32 length,
					struct vireo_window *window);

/** vireo_window_unmap() - end a mapping, of either kind; no access may follow */
void vireo_window_unmap(struct vireo_mapper *mapper, struct vireo_window window);

/**
 * struct vireo_dma_memory - physically contiguous memory that a device may use
 * @virt: the driver's view
 * @physical: the device's view
 * @size: bytes
 */
struct vireo_dma_memory {
	void *virt;
	u64 physical;
	u32 size;
};

/** struct vireo_dma - whose memory it is; opaque, the port's own */
struct vireo_dma;

/**
 * vireo_dma_alloc() - allocate zeroed memory that a device may use
 * @dma: the port's allocator, may be NULL where the port has only one
 * @size: bytes, at least 1
 * @align: a power of two, 1 to 65536, kept by both views; the port aligns at
 *         least to a cache line
 * @memory: filled in on success, untouched otherwise
 *
 * Return: 0 or -ENOMEM.
 */
int __must_check vireo_dma_alloc(struct vireo_dma *dma, u32 size, u32 align,
				 struct vireo_dma_memory *memory);

/** vireo_dma_free() - give back what vireo_dma_alloc() filled in, unchanged */
void vireo_dma_free(struct vireo_dma *dma, struct vireo_dma_memory memory);

/** vireo_alloc() - zeroed private memory aligned for any type, or NULL */
void *__must_check vireo_alloc(size_t size);

/** vireo_free() - give back what vireo_alloc() returned; NULL is ignored */
void vireo_free(void *memory);

/**
 * struct vireo_deadline - a point in time
 * @at: on vireo_clock_ns()
 */
struct vireo_deadline {
	u64 at;
};

/** struct vireo_interrupts - who delivers interrupts; opaque, the port's own */
struct vireo_interrupts;

struct vireo_interrupt_handler;

/**
 * struct vireo_interrupt_handler_ops - what an interrupt handler does
 * @interrupt: looks after the device and says whether it had interrupted: of
 *             the handlers that share a line, each is asked. @source is the
 *             number that the handler was requested with.
 *
 * It is called in interrupt context: it does not sleep, allocate, or call
 * anything of this header but register accesses, accesses to memory, barriers,
 * vireo_events_signal(), vireo_events_take(), vireo_clock_ns() and vireo_log().
 * Calls for one number do not overlap; calls of one handler for two numbers may,
 * on two CPUs. A line that stays up though every handler returned false would
 * interrupt for ever: the kernel may switch it off.
 */
struct vireo_interrupt_handler_ops {
	bool (*interrupt)(struct vireo_interrupt_handler *handler, u32 source);
};

/**
 * struct vireo_interrupt_handler - embedded in what a driver interrupts
 * @ops: its operations
 */
struct vireo_interrupt_handler {
	const struct vireo_interrupt_handler_ops *ops;
};

/**
 * vireo_interrupt_request() - have a handler called for an interrupt
 * @interrupts: the port's deliverer
 * @number: of vireo_pci_vector_number(), vireo_pci_line_number(), a device tree
 *          or the command line
 * @handler: stays where it is until it is released
 * @source: told to the handler at each call, so that one handler serves several
 *          numbers
 *
 * The handler may be called before this function returns. Handlers may share a
 * number; each is called.
 *
 * Return: 0, -EINVAL for a number that no interrupt has, -EBUSY for one that
 * another holder does not share or this handler has already, or -ENOMEM.
 */
int __must_check vireo_interrupt_request(struct vireo_interrupts *interrupts,
					 u32 number,
					 struct vireo_interrupt_handler *handler,
					 u32 source);

/**
 * vireo_interrupt_release() - end all requests of a handler
 * @interrupts: as in the requests
 * @handler: one without requests is fine
 *
 * After return no call of the handler is running, and none will come. Not for
 * interrupt context.
 */
void vireo_interrupt_release(struct vireo_interrupts *interrupts,
			     struct vireo_interrupt_handler *handler);

/** struct vireo_event_state - defined by the port and opaque here */
struct vireo_event_state;

/**
 * struct vireo_events - up to 32 flags that any context raises and one thread
 *                       waits for
 * @state: the port's own
 */
struct vireo_events {
	struct vireo_event_state *state;
};

/**
 * vireo_events_create() - flags, none of them up
 * @interrupts: the port's deliverer
 * @events: filled in on success, untouched otherwise
 *
 * Return: 0 or -ENOMEM.
 */
int __must_check vireo_events_create(struct vireo_interrupts *interrupts,
				     struct vireo_events *events);

/** vireo_events_destroy() - give back what vireo_events_create() filled in */
void vireo_events_destroy(struct vireo_interrupts *interrupts,
			  struct vireo_events events);

/**
 * vireo_events_signal() - raise flags, in any context
 * @events: where
 * @flags: which; those that are up already stay up
 *
 * Everything that was loaded and stored before is complete before a flag is
 * seen up.
 */
void vireo_events_signal(struct vireo_events events, u32 flags);

/**
 * vireo_events_take() - lower flags, in any context, without waiting
 * @events: where
 * @wanted: which of them, up or not
 *
 * Reads after it see what was stored before the signal that raised a returned
 * flag.
 *
 * Return: those of @wanted that were up, which are down now.
 */
u32 vireo_events_take(struct vireo_events events, u32 wanted);

/**
 * vireo_events_await() - sleep until a flag is up, and lower it
 * @events: where; nobody else waits there
 * @wanted: which flags, at least one
 * @deadline: when to give up
 *
 * No signal is lost: a flag that was raised before the call ends it at once.
 * Memory is ordered as by vireo_events_take().
 *
 * Return: those of @wanted that were up, which are down now; 0 when the
 * deadline has passed first.
 */
u32 vireo_events_await(struct vireo_events events, u32 wanted,
		       struct vireo_deadline deadline);

/** vireo_clock_ns() - nanoseconds since an arbitrary start, never backwards */
u64 vireo_clock_ns(void);

/** vireo_relax() - a breath in a polling loop (pause, yield, wfe) */
void vireo_relax(void);

enum vireo_log_level {
	VIREO_LOG_ERROR = 3,
	VIREO_LOG_WARN = 4,
	VIREO_LOG_INFO = 6,
	VIREO_LOG_DEBUG = 7,
};

/**
 * vireo_log() - one line for the kernel's log, without a line end
 *
 * The formats in use are %d %u %x %lld %llu %llx %s %%, with zero padding and
 * a width.
 */
void __printf(2, 3) vireo_log(enum vireo_log_level level, const char *format, ...);

/** vireo_format() - the same formats into @text, cut to @size, always ended */
void __printf(3, 4) vireo_format(char *text, size_t size, const char *format, ...);

/* ------------------------------------------------------------------------
 * What generated code builds on the above
 */

/**
 * vireo_errno_name() - a status code for a log line
 * @err: a status code, of either sign
 *
 * Return: "EIO" for EIO and -EIO, and so on; "unknown" for any other number.
 */
#ifndef VIREO_PORT_HAS_ERRNO_NAME
static inline const char *vireo_errno_name(int err)
{
	switch (err < 0 ? 0u - (unsigned int)err : (unsigned int)err) {
	case EIO:
		return "EIO";
	case ENXIO:
		return "ENXIO";
	case EAGAIN:
		return "EAGAIN";
	case ENOMEM:
		return "ENOMEM";
	case EFAULT:
		return "EFAULT";
	case EBUSY:
		return "EBUSY";
	case ENODEV:
		return "ENODEV";
	case EINVAL:
		return "EINVAL";
	case ENOSPC:
		return "ENOSPC";
	case EROFS:
		return "EROFS";
	case ERANGE:
		return "ERANGE";
	case ENODATA:
		return "ENODATA";
	case EPROTO:
		return "EPROTO";
	case EBADMSG:
		return "EBADMSG";
	case EOVERFLOW:
		return "EOVERFLOW";
	case EMSGSIZE:
		return "EMSGSIZE";
	case EOPNOTSUPP:
		return "EOPNOTSUPP";
	case ENOBUFS:
		return "ENOBUFS";
	case ESHUTDOWN:
		return "ESHUTDOWN";
	case ETIMEDOUT:
		return "ETIMEDOUT";
	default:
		return "unknown";
	}
}
#endif

/** struct vireo_text - a short name, formatted once */
struct vireo_text {
	char s[48];
};

/* vireo_text_hash() - a number that follows from the characters: FNV-1a */
static inline u32 vireo_text_hash(struct vireo_text text)
{
	u32 hash = 2166136261u;
	u32 i;

	for (i = 0; i < sizeof(text.s) && text.s[i]; i++)
		hash = (hash ^ (u8)text.s[i]) * 16777619u;
	return hash;
}

static inline struct vireo_deadline vireo_deadline_after_ms(u32 milliseconds)
{
	struct vireo_deadline deadline = {
		.at = vireo_clock_ns() + milliseconds * 1000000ull,
	};

	return deadline;
}

static inline bool vireo_deadline_expired(struct vireo_deadline deadline)
{
	return vireo_clock_ns() >= deadline.at;
}

/*
 * vireo_window_at() - registers at @offset of a window, for @size bytes
 *
 * Return: 0, or -ERANGE when they leave the window, or -EINVAL when @offset is
 * no multiple of @align.
 */
static inline int __must_check vireo_window_at(struct vireo_window window,
					       u64 offset, u64 size, u32 align,
					       void __iomem **registers)
{
	if (offset > window.length || size > window.length - offset)
		return -ERANGE;
	if (offset % align)
		return -EINVAL;
	*registers = (u8 __iomem *)window.base + offset;
	return 0;
}

/*
 * vireo_dma_at() - a structure of @size bytes at @offset of DMA memory
 *
 * Return: as vireo_window_at().
 */
static inline int __must_check vireo_dma_at(struct vireo_dma_memory memory,
					    u32 offset, u64 size, u32 align,
					    void **structure)
{
	if (offset > memory.size || size > memory.size - offset)
		return -ERANGE;
	if ((memory.physical + offset) % align)
		return -EINVAL;
	*structure = (u8 *)memory.virt + offset;
	return 0;
}

#ifndef VIREO_PORT_HAS_STRING
static inline void *vireo_memcpy(void *to, const void *from, size_t length)
{
	return __builtin_memcpy(to, from, length);
}

static inline void *vireo_memset(void *to, int value, size_t length)
{
	return __builtin_memset(to, value, length);
}
#endif

#endif /* VIREO_PORT_H */
