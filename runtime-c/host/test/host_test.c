// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* The port in a user process tests itself; misuse is tried in child processes. */
#include "check.h"

#if defined(__SANITIZE_ADDRESS__)
#define WITH_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WITH_ASAN 1
#endif
#endif

/* --- a small machine: one window of 64 registers, one PCI function --- */

static uint8_t registers[256];
static uint64_t now;
static int32_t last_level;
static char last_line[256];
static uint32_t relaxed;

static uint64_t mmio_read(uint64_t address, uint32_t width)
{
	uint64_t value = ~0ull;

	memcpy(&value, registers + (address - 0xfe000000u), width);
	return value;
}

static void mmio_write(uint64_t address, uint32_t width, uint64_t value)
{
	memcpy(registers + (address - 0xfe000000u), &value, width);
}

static uint32_t pci_read(uint32_t function, uint32_t offset, uint32_t width)
{
	(void)width;
	return function << 16 | offset;
}

static uint32_t pci_written;

static void pci_write(uint32_t function, uint32_t offset, uint32_t width,
		      uint32_t value)
{
	pci_written = function + offset + width + value;
}

static int32_t map(uint64_t physical, uint64_t length)
{
	return physical == 0xfe000000u && length <= 256 ? 0 : -EINVAL;
}

static void unmap(uint64_t physical, uint64_t length)
{
	(void)physical;
	(void)length;
}

static uint64_t clock_now(void)
{
	return now;
}

static void relax(void)
{
	relaxed++;
	now += 1000;
}

static void log_line(int32_t level, const char *text)
{
	last_level = level;
	snprintf(last_line, sizeof(last_line), "%s", text);
}

static const struct vireo_host_callbacks machine = {
	.mmio_read = mmio_read,
	.mmio_write = mmio_write,
	.pci_read = pci_read,
	.pci_write = pci_write,
	.map = map,
	.unmap = unmap,
	.clock = clock_now,
	.relax = relax,
	.log = log_line,
};

/* --- helpers --- */

struct entry {
	__le64 address;
	__le32 length;
	__le16 flags;
	__le16 next;
};

static struct vireo_dma_memory allocate(u32 size, u32 align)
{
	struct vireo_dma_memory memory;

	if (vireo_dma_alloc(NULL, size, align, &memory)) {
		printf("not ok - out of DMA memory\n");
		exit(1);
	}
	return memory;
}

static struct vireo_window window(void)
{
	struct vireo_window made;

	if (vireo_window_map(NULL, 0xfe000000u, 256, &made)) {
		printf("not ok - no window\n");
		exit(1);
	}
	return made;
}

/* --- what works --- */

/* First of all, before any vireo_host_open(). */
static void test_default_arena(void)
{
	struct vireo_window made = window();
	struct vireo_host_usage usage;
	struct vireo_dma_memory memory = allocate(64, 64);

	vireo_write8(9, made.base);
	vireo_host_usage(&usage);
	check(registers[0] == 9 && usage.windows == 1 && usage.dma_blocks == 1 &&
		      vireo_host_arena_physical() == 0x100000000ull &&
		      vireo_host_arena_bytes() == 64 << 20,
	      "the arena opens by itself and leaves windows alone");
	vireo_dma_free(NULL, memory);
	vireo_window_unmap(NULL, made);
}

static void test_dma_memory(void)
{
	struct vireo_host_usage usage;
	struct vireo_dma_memory first;
	struct vireo_dma_memory second;
	struct vireo_dma_memory memory;
	const u8 *bytes;
	bool zeroed = true;
	u64 rounds = 0;

	vireo_host_open(1 << 20, 0x180000000ull);
	first = allocate(100, 1);
	second = allocate(4096, 65536);
	bytes = first.virt;
	for (u32 i = 0; i < 100; i++)
		zeroed &= bytes[i] == 0;
	check(zeroed, "DMA memory is zeroed");
	check(first.physical == 0x180001040ull &&
		      second.physical == 0x180010000ull,
	      "DMA memory lies where the JVM's would, aligned as asked and no more");
	check(first.physical % 64 == 0 && second.physical % 65536 == 0 &&
		      (uintptr_t)second.virt % 65536 == 0,
	      "DMA memory is aligned, to a cache line at least");
	check(first.physical - 0x180000000ull ==
		      (u64)((u8 *)first.virt - (u8 *)vireo_host_arena()),
	      "physical addresses are offsets into the arena");
	check(vireo_host_shared(first.physical, 100) &&
		      !vireo_host_shared(first.physical, 101) &&
		      !vireo_host_shared(first.physical - 1, 2) &&
		      !vireo_host_shared(0, 1),
	      "a device may touch allocated memory only");
	vireo_host_usage(&usage);
	check(usage.dma_bytes == 4196 && usage.dma_blocks == 2,
	      "DMA memory is accounted");
	vireo_dma_free(NULL, first);
	check(!vireo_host_shared(first.physical, 1),
	      "freed memory is not the device's");
	while (vireo_dma_alloc(NULL, 60000, 4096, &memory) == 0 && rounds++ < 99)
		;
	check(rounds > 5 && rounds < 18, "a full arena is -ENOMEM");
	vireo_host_open(1 << 20, 0x180000000ull);
	for (rounds = 0; rounds < 1000; rounds++) {
		memory = allocate(60000, 64);
		vireo_memset(memory.virt, 0x5a, 60000);
		vireo_dma_free(NULL, memory);
	}
	vireo_host_usage(&usage);
	check(usage.dma_bytes == 0 && usage.dma_blocks == 0,
	      "freed DMA memory is used again");
}

static uint64_t placed_size;
static uint64_t released;

static uint64_t place_third_page(uint64_t size, uint32_t align)
{
	placed_size = size + align;
	return size > 1000 ? 0 : 0x100003000ull;
}

static void release(uint64_t physical)
{
	released = physical;
}

static void test_placement(void)
{
	struct vireo_host_callbacks placing = machine;
	struct vireo_dma_memory memory;

	placing.dma_place = place_third_page;
	placing.dma_release = release;
	vireo_host_open(1 << 20, 0x100000000ull);
	vireo_host_set_callbacks(&placing);
	memory = allocate(100, 16);
	check(memory.physical == 0x100003000ull && placed_size == 116,
	      "the test may place DMA memory");
	vireo_dma_free(NULL, memory);
	check(released == 0x100003000ull, "the test hears of freed DMA memory");
	check(vireo_dma_alloc(NULL, 2000, 16, &memory) == -ENOMEM,
	      "the test may refuse DMA memory");
	vireo_host_set_callbacks(&machine);
}

static void test_heap(void)
{
	struct vireo_host_usage usage;
	void *memory = vireo_alloc(1000);

	vireo_host_usage(&usage);
	check(memory && (uintptr_t)memory % 16 == 0 && *(u64 *)memory == 0 &&
		      usage.heap_bytes == 1000 && usage.heap_blocks == 1,
	      "private memory is zeroed, aligned and accounted");
	vireo_free(memory);
	vireo_free(NULL);
	vireo_host_usage(&usage);
	check(usage.heap_bytes == 0 && usage.heap_blocks == 0,
	      "private memory is freed");
	check(!vireo_alloc(~(size_t)0), "too much private memory is NULL");
}

static void test_failures(void)
{
	struct vireo_dma_memory memory;
	struct vireo_window made;
	void *private;

	vireo_host_fail_after(1);
	private = vireo_alloc(8);
	check(private && vireo_dma_alloc(NULL, 8, 8, &memory) == -ENOMEM,
	      "the ordered allocation fails, and none before");
	check(vireo_dma_alloc(NULL, 8, 8, &memory) == 0, "it fails once");
	vireo_dma_free(NULL, memory);
	vireo_free(private);
	vireo_host_fail_after(0);
	check(!vireo_alloc(8), "private memory fails on order");
	vireo_host_fail_after(0);
	check(vireo_window_map(NULL, 0xfe000000u, 16, &made) == -ENOMEM,
	      "a mapping fails on order");
	vireo_host_refuse_after(0);
	private = vireo_alloc(8);
	check(private && vireo_dma_alloc(NULL, 8, 8, &memory) == -ENOMEM,
	      "private memory can be left out of an order");
	vireo_free(private);
	vireo_host_fail_after(0);
	vireo_host_fail_after(UINT32_MAX);
	private = vireo_alloc(8);
	check(private != NULL, "an order can be taken back");
	vireo_free(private);
}

static void test_services(void)
{
	char text[8];

	vireo_log(VIREO_LOG_WARN, "%s %04x %llu", "queue", 10u, 1ull << 40);
	check(last_level == 4 && !strcmp(last_line, "queue 000a 1099511627776"),
	      "a log line arrives formatted");
	vireo_format(text, sizeof(text), "%s", "0123456789");
	check(!strcmp(text, "0123456"), "a short text is cut and ended");
	check(vireo_text_hash((struct vireo_text){ "" }) == 2166136261u &&
		      vireo_text_hash((struct vireo_text){ "foobar" }) ==
			      0xbf9cf968u,
	      "a text has the hash of its characters");
	check(!strcmp(vireo_errno_name(-ETIMEDOUT), "ETIMEDOUT") &&
		      !strcmp(vireo_errno_name(EIO), "EIO") &&
		      !strcmp(vireo_errno_name(-2147483647 - 1), "unknown"),
	      "status codes have names");
	now = 5;
	vireo_relax();
	check(vireo_clock_ns() == 1005 && relaxed == 1, "clock and relax arrive");
	check(vireo_pci_read32(NULL, 0x0108, 0x10) == 0x01080010u &&
		      vireo_pci_read16(NULL, 0x0108, 2) == 2 &&
		      vireo_pci_read8(NULL, 0x0108, 0x41) == 0x41,
	      "configuration reads arrive, cut to their width");
	vireo_pci_write16(NULL, 1, 4, 0x100);
	check(pci_written == 0x107, "16-bit configuration writes arrive");
	vireo_pci_write32(NULL, 1, 4, 0x1000);
	check(pci_written == 0x1009, "32-bit configuration writes arrive");
}

static void test_registers(void)
{
	struct vireo_host_usage usage;
	struct vireo_window made = window();
	u8 *base = made.base;

	vireo_write64(0x1122334455667788ull, base + 8);
	check(registers[8] == 0x88 && vireo_read8(base + 9) == 0x77 &&
		      vireo_read16(base + 10) == 0x5566 &&
		      vireo_read32(base + 12) == 0x11223344 &&
		      vireo_read64(base + 8) == 0x1122334455667788ull,
	      "registers are read and written by width");
	vireo_write8(1, base);
	vireo_write16(2, base + 2);
	vireo_write32(3, base + 4);
	check(registers[0] == 1 && registers[2] == 2 && registers[4] == 3,
	      "narrow writes arrive");
	vireo_host_usage(&usage);
	check(usage.windows == 1, "windows are accounted");
	vireo_window_unmap(NULL, made);
	vireo_host_usage(&usage);
	check(usage.windows == 0, "windows are unmapped");
	check(vireo_window_map(NULL, 0xdead0000u, 16, &made) == -EINVAL,
	      "the test may refuse a window");
}

static void test_trace(void)
{
	struct vireo_host_record records[32];
	struct vireo_dma_memory memory;
	struct vireo_window made;
	struct entry *entry;
	u8 private[4] = { 1, 2, 3, 4 };
	u64 base;
	uint32_t count;
	bool right;

	vireo_host_open(1 << 20, 0x100000000ull);
	vireo_host_trace_start(32);
	memory = allocate(64, 16);
	made = window();
	entry = memory.virt;
	base = memory.physical;
	WRITE_ONCE(entry->address, cpu_to_le64(0x1234567890abcdefull));
	WRITE_ONCE(entry->length, cpu_to_le32(512));
	vireo_store_release(&entry->flags, cpu_to_le16(3));
	vireo_mb();
	entry->next = cpu_to_le16(7);
	right = le16_to_cpu(vireo_load_acquire(&entry->next)) == 7;
	right &= le32_to_cpu(READ_ONCE(entry->length)) == 512;
	vireo_memcpy((u8 *)memory.virt + 16, private, 4);
	vireo_memcpy(private, (u8 *)memory.virt + 32, 2);
	vireo_memset((u8 *)memory.virt + 48, 0, 16);
	vireo_write64_lo_hi(0x100000002ull, (u8 *)made.base + 16);
	(void)vireo_read16((u8 *)made.base + 16);
	(void)vireo_pci_read16(NULL, 0x0108, 6);
	vireo_pci_write32(NULL, 0x0108, 8, 9);
	vireo_window_unmap(NULL, made);
	vireo_dma_free(NULL, memory);
	count = vireo_host_trace_take(records, 32);

	right &= count == 18;
	right &= record_is(&records[0], 12, 16, base, 64);
	right &= record_is(&records[1], 14, 0, 0xfe000000u, 256);
	right &= record_is(&records[2], 5, 8, base, 0x1234567890abcdefull);
	right &= record_is(&records[3], 5, 4, base + 8, 512);
	right &= record_is(&records[4], 7, 2, base + 12, 3);
	right &= record_is(&records[5], 8, 0, 0, 0);
	right &= record_is(&records[6], 6, 2, base + 14, 7);
	right &= record_is(&records[7], 4, 4, base + 8, 512);
	/* FNV-1a of 01 02 03 04 and of 00 00 */
	right &= record_is(&records[8], 10, 4, base + 16, 0xbe7a5e775165785dull);
	right &= record_is(&records[9], 9, 2, base + 32, 0x08328807b4eb6fedull);
	right &= record_is(&records[10], 11, 16, base + 48, 0);
	right &= record_is(&records[11], 1, 4, 0xfe000010u, 2);
	right &= record_is(&records[12], 1, 4, 0xfe000014u, 1);
	right &= record_is(&records[13], 0, 2, 0xfe000010u, 2);
	right &= record_is(&records[14], 2, 2, 0x108006, 6);
	right &= record_is(&records[15], 3, 4, 0x108008, 9);
	right &= record_is(&records[16], 15, 0, 0xfe000000u, 256);
	right &= record_is(&records[17], 13, 0, base, 64);
	check(right, "every step leaves its record, in order");

	vireo_host_trace_start(4);
	for (u32 i = 0; i < 6; i++)
		vireo_pci_write16(NULL, 0, 0, (u16)i);
	count = vireo_host_trace_take(records, 3);
	vireo_pci_write16(NULL, 0, 0, 6);
	count += vireo_host_trace_take(records + 3, 20);
	check(count == 5 && records[3].value == 3 && records[4].value == 6 &&
		      vireo_host_trace_lost() == 2,
	      "a full trace counts what it loses");
	vireo_host_trace_start(0);
	vireo_pci_write16(NULL, 0, 0, 7);
	check(vireo_host_trace_take(records, 1) == 0, "a trace can be stopped");
}

/* --- what must not work --- */

static void once_outside(void)
{
	static __le16 private;

	WRITE_ONCE(private, cpu_to_le16(1));
}

static void once_after_free(void)
{
	struct vireo_dma_memory memory = allocate(64, 64);
	__le16 *cell = memory.virt;

	vireo_dma_free(NULL, memory);
	(void)READ_ONCE(*cell);
}

static void once_beyond(void)
{
	struct vireo_dma_memory memory = allocate(64, 64);

	(void)READ_ONCE(((__le16 *)memory.virt)[32]);
}

static void once_unaligned(void)
{
	struct vireo_dma_memory memory = allocate(64, 64);

	vireo_host_check((u8 *)memory.virt + 1, 2);
}

static void copy_beyond(void)
{
	struct vireo_dma_memory memory = allocate(64, 64);
	u8 private[100];

	vireo_memcpy(private, memory.virt, 100);
}

static void write_beyond(void)
{
	struct vireo_dma_memory memory = allocate(61, 64);

	((volatile u8 *)memory.virt)[61] = 1;
	vireo_dma_free(NULL, memory);
}

static void free_twice(void)
{
	struct vireo_dma_memory memory = allocate(64, 64);

	vireo_dma_free(NULL, memory);
	vireo_dma_free(NULL, memory);
}

static void heap_free_twice(void)
{
	void *memory = vireo_alloc(64);

	vireo_free(memory);
	vireo_free(memory);
}

static void register_outside(void)
{
	struct vireo_window made = window();

	vireo_write32(1, (u8 *)made.base + 256);
}

static void register_across(void)
{
	struct vireo_window made;

	if (vireo_window_map(NULL, 0xfe000000u, 6, &made) == 0)
		(void)vireo_read32((u8 *)made.base + 4);
}

static void register_after_unmap(void)
{
	struct vireo_window made = window();

	vireo_window_unmap(NULL, made);
	(void)vireo_read32(made.base);
}

static void register_direct(void)
{
	struct vireo_window made = window();

	(void)*(volatile u32 *)made.base;
}

static void register_unaligned(void)
{
	struct vireo_window made = window();

	(void)vireo_read32((u8 *)made.base + 2);
}

static void config_unaligned(void)
{
	(void)vireo_pci_read32(NULL, 0, 2);
}

static void no_callback(void)
{
	vireo_host_set_callbacks(NULL);
	(void)vireo_clock_ns();
}

static void no_log(void)
{
	vireo_host_set_callbacks(NULL);
	vireo_log(VIREO_LOG_ERROR, "lost %d", 1);
}

static void bad_align(void)
{
	allocate(64, 3);
}

static uint64_t place_outside(uint64_t size, uint32_t align)
{
	(void)size;
	(void)align;
	return 0x1000;
}

static void bad_place(void)
{
	struct vireo_host_callbacks placing = machine;

	placing.dma_place = place_outside;
	vireo_host_set_callbacks(&placing);
	allocate(64, 64);
}

static void fatal_hook(const char *message)
{
	fprintf(stderr, "heard: %s\n", message);
}

static void hears_fatal(void)
{
	struct vireo_host_callbacks hooked = machine;

	hooked.fatal = fatal_hook;
	vireo_host_set_callbacks(&hooked);
	allocate(64, 3);
}

#ifdef WITH_ASAN
static void plain_beyond(void)
{
	struct vireo_dma_memory memory = allocate(61, 64);

	((volatile u8 *)memory.virt)[61] = 1;
}

static void plain_after_free(void)
{
	struct vireo_dma_memory memory = allocate(64, 64);

	vireo_dma_free(NULL, memory);
	(void)*(volatile u8 *)memory.virt;
}

static void heap_before(void)
{
	volatile u8 *memory = vireo_alloc(64);

	(void)memory[-1];
}
#endif

static void test_misuse(void)
{
	check(dies(once_outside, "but are no DMA memory"),
	      "READ_ONCE outside of DMA memory dies");
	check(dies(once_after_free, "are not allocated"),
	      "READ_ONCE of freed memory dies");
	check(dies(once_beyond, "are not allocated"),
	      "READ_ONCE beyond an allocation dies");
	check(dies(once_unaligned, "not aligned"), "an unaligned access dies");
	check(dies(copy_beyond, "not one live allocation"),
	      "a copy beyond an allocation dies");
#ifdef WITH_ASAN
	check(dies(write_beyond, "use-after-poison"),
	      "a plain write beyond an allocation dies at once");
	check(dies(plain_beyond, "use-after-poison"),
	      "AddressSanitizer sees the byte after an allocation");
	check(dies(plain_after_free, "use-after-poison"),
	      "AddressSanitizer sees freed DMA memory");
	check(dies(heap_before, "use-after-poison"),
	      "AddressSanitizer sees the byte before private memory");
#else
	check(dies(write_beyond, "someone wrote 0x01"),
	      "a plain write beyond an allocation dies when it is freed");
#endif
	check(dies(heap_free_twice, "no live allocation"),
	      "freeing private memory twice dies");
	check(dies(free_twice, "no live allocation"),
	      "freeing DMA memory twice dies");
	check(dies(register_outside, "lies in no mapped window"),
	      "a register beyond its window dies");
	check(dies(register_across, "lies in no mapped window"),
	      "a register across the end of its window dies");
	check(dies(register_after_unmap, "lies in no mapped window"),
	      "a register of an unmapped window dies");
	check(dies(register_direct, ""), "a direct register access dies");
	check(dies(register_unaligned, "is not aligned"),
	      "an unaligned register access dies");
	check(dies(config_unaligned, "no aligned access"),
	      "an unaligned configuration access dies");
	check(dies(no_callback, "needs the callback 'clock'"),
	      "a missing callback is named");
	check(dies(no_log, "logs \"lost 1\""), "a line without a log is told");
	check(dies(bad_align, "a power of two"), "a wrong alignment dies");
	check(dies(bad_place, "'dma_place'"), "a wrong placement dies");
	check(dies(hears_fatal, "heard: vireo_dma_alloc"),
	      "the test hears the last words");
}

int main(void)
{
	vireo_host_set_callbacks(&machine);
	test_default_arena();
	test_dma_memory();
	test_placement();
	test_heap();
	test_failures();
	test_services();
	test_registers();
	test_trace();
	test_misuse();
	return finished();
}
