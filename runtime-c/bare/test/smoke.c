// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The bare kernel tests itself. Options: fault=NAME ends in the named panic;
 * expect=ecam,ports (or ecam, ports, none) are the ways into PCI that this
 * machine has; high=1 says that there is RAM above 4 GiB, far=ADDRESS that reading
 * there does no harm; interrupts.h has more. A machine with PCI has a
 * virtio-rng-pci device.
 */
#include "faults.h"
#include "interrupts.h"
#include "reference_clock.h"
#include "rng.h"
#include "tap.h"

void *memmove(void *to, const void *from, size_t length);
int memcmp(const void *left, const void *right, size_t length);

static bool same(const char *left, const char *right)
{
	while (*left && *left == *right) {
		left++;
		right++;
	}
	return *left == *right;
}

static bool all_zero(const void *memory, u64 length)
{
	const u8 *bytes = memory;

	while (length--) {
		if (*bytes++)
			return false;
	}
	return true;
}

#define FORMATS(expected, ...)                                          \
	do {                                                            \
		vireo_format(text, sizeof(text), __VA_ARGS__);          \
		tap_check(same(text, expected), "prints " expected);    \
	} while (0)

static void test_formats(void)
{
	char text[80];
	char cut[6];

	FORMATS("-2147483648 4294967295", "%d %u", (s32)-2147483647 - 1, ~0u);
	FORMATS("[   -7][-007][-7   ]", "[%5d][%04d][%-5d]", -7, -7, -7);
	FORMATS("beef 0000BEEF", "%x %08X", 0xbeefu, 0xbeefu);
	FORMATS("18446744073709551615 ffffffffffffffff", "%llu %llx", ~0ull,
		~0ull);
	FORMATS("-9223372036854775808", "%lld", -9223372036854775807ll - 1);
	FORMATS("100% [  ab][ab  ] c", "100%% [%4s][%-4s] %c", "ab", "ab", 'c');
	vireo_format(cut, sizeof(cut), "%s", "abcdefgh");
	tap_check(same(cut, "abcde"), "cuts text to its room and ends it");
}

static void test_memory_functions(void)
{
	static u8 bytes[200];
	static u8 copy[200];
	bool equal = true;

	for (u32 length = 0; length < 100; length++) {
		for (u32 shift = 0; shift < 40; shift++) {
			for (u32 i = 0; i < 200; i++)
				bytes[i] = copy[i] = (u8)(i * 7 + 1);
			memmove(bytes + 20 + shift, bytes + 40, length);
			for (u32 i = 0; i < length; i++)
				equal &= bytes[20 + shift + i] == copy[40 + i];
			for (u32 i = 0; i < 20 + shift; i++)
				equal &= bytes[i] == copy[i];
			for (u32 i = 20 + shift + length; i < 200; i++)
				equal &= bytes[i] == copy[i];
		}
	}
	tap_check(equal, "moves overlapping memory both ways");

	for (u32 length = 0; length < 100; length++) {
		vireo_memset(bytes, 0xee, sizeof(bytes));
		vireo_memset(bytes + 3, 0x51, length);
		equal &= bytes[2] == 0xee && bytes[3 + length] == 0xee;
		for (u32 i = 0; i < length; i++)
			equal &= bytes[3 + i] == 0x51;
		vireo_memcpy(copy, bytes, sizeof(copy));
		equal &= memcmp(copy, bytes, sizeof(copy)) == 0;
	}
	tap_check(equal, "fills and copies every length");
	copy[150] = 1;
	bytes[150] = 2;
	tap_check(memcmp(copy, bytes, 200) < 0 && memcmp(bytes, copy, 200) > 0,
		  "compares bytes as unsigned numbers, first difference first");
}

static void test_dma(void)
{
	struct bare_usage before = bare_usage();
	struct vireo_dma_memory pieces[8];
	struct vireo_dma_memory again;
	bool aligned = true;
	bool zeroed = true;
	bool apart = true;
	u32 count = 0;

	for (u32 align = 1; count < 8; align *= 8, count++) {
		if (align > 65536)
			align = 65536;
		if (vireo_dma_alloc(NULL, 5000, align, &pieces[count]))
			break;
		aligned &= pieces[count].physical % align == 0;
		aligned &= pieces[count].physical % 64 == 0;
		zeroed &= all_zero(pieces[count].virt, 5000);
		vireo_memset(pieces[count].virt, 0xa5, 5000);
		for (u32 i = 0; i < count; i++)
			apart &= pieces[i].physical + 5000 <=
					 pieces[count].physical ||
				 pieces[count].physical + 5000 <=
					 pieces[i].physical;
	}
	tap_check(count == 8, "allocates DMA memory");
	tap_check(aligned, "aligns DMA memory");
	tap_check(zeroed, "zeroes DMA memory");
	tap_check(apart, "keeps DMA memory apart");
	tap_check(bare_usage().dma_bytes == before.dma_bytes + 40000 &&
			  bare_usage().dma_blocks == before.dma_blocks + 8,
		  "accounts for DMA memory");

	for (u32 i = 0; i < count; i += 2)
		vireo_dma_free(NULL, pieces[i]);
	if (vireo_dma_alloc(NULL, 5000, 1, &again))
		bare_panic("no DMA memory left");
	tap_check(again.physical == pieces[0].physical,
		  "uses freed DMA memory again");
	tap_check(all_zero(again.virt, 5000), "zeroes reused DMA memory");
	vireo_dma_free(NULL, again);
	for (u32 i = 1; i < count; i += 2)
		vireo_dma_free(NULL, pieces[i]);
	tap_check(bare_usage().dma_bytes == before.dma_bytes &&
			  bare_usage().dma_blocks == before.dma_blocks &&
			  bare_usage().free_bytes == before.free_bytes,
		  "gets all DMA memory back");

	/* A machine with more would have to clear it all. */
	if (before.free_bytes < 0xffffffffu)
		tap_check(vireo_dma_alloc(NULL, 0xffffffffu, 4096, &again) ==
				  -ENOMEM,
			  "refuses more DMA memory than there is");
}

static void test_many_times(void)
{
	struct bare_usage before = bare_usage();
	struct vireo_dma_memory memory;
	bool steady = true;

	/* More in sum than the machine has. */
	for (u32 i = 0; i < 4000 && steady; i++) {
		void *private = vireo_alloc(100000);

		steady = private && !vireo_dma_alloc(NULL, 8192, 8192, &memory);
		if (steady)
			vireo_dma_free(NULL, memory);
		vireo_free(private);
	}
	tap_check(steady && bare_usage().free_bytes == before.free_bytes,
		  "leaks nothing in 4000 rounds");
}

static void test_high_memory(void)
{
	struct vireo_dma_memory memory;
	u64 *words;

	if (!bare_option("high", NULL, 0))
		return;
	/* The option dma=high goes with high=1. */
	if (vireo_dma_alloc(NULL, 65536, 65536, &memory))
		bare_panic("no DMA memory left");
	words = memory.virt;
	words[8191] = 0x1122334455667788ull;
	tap_check(memory.physical >= 0x100000000ull &&
			  words[8191] == 0x1122334455667788ull,
		  "gives DMA memory above 4 GiB when asked to");
	vireo_dma_free(NULL, memory);
}

static void test_heap(void)
{
	struct bare_usage before = bare_usage();
	void *pieces[20];
	void *again;
	bool fine = true;

	for (u32 i = 0; i < 20; i++) {
		size_t size = (size_t)1 << i;

		pieces[i] = vireo_alloc(size);
		if (!pieces[i])
			bare_panic("no private memory left");
		fine &= (uintptr_t)pieces[i] % 16 == 0;
		fine &= all_zero(pieces[i], size);
		vireo_memset(pieces[i], 0x5a, size);
	}
	for (u32 i = 0; i < 20; i++)
		fine &= *(const u8 *)pieces[i] == 0x5a;
	tap_check(fine, "gives aligned, zeroed, separate private memory");
	tap_check(bare_usage().heap_bytes == before.heap_bytes + 0xfffff &&
			  bare_usage().heap_blocks == before.heap_blocks + 20,
		  "accounts for private memory");
	vireo_free(pieces[10]);
	again = vireo_alloc(1024);
	tap_check(again == pieces[10] && all_zero(again, 1024),
		  "uses freed private memory again, zeroed");
	pieces[10] = again;
	for (u32 i = 0; i < 20; i++)
		vireo_free(pieces[i]);
	vireo_free(NULL);
	tap_check(bare_usage().heap_bytes == before.heap_bytes &&
			  bare_usage().heap_blocks == before.heap_blocks &&
			  bare_usage().free_bytes == before.free_bytes,
		  "gets all private memory back");
	tap_check(!vireo_alloc(~(size_t)0) && !vireo_alloc((size_t)1 << 46),
		  "refuses more private memory than there is");
}

static void test_clock(void)
{
	u64 last = vireo_clock_ns();
	struct reference_wait wait = { 0, 0 };
	bool monotonic = true;
	bool right = false;

	for (u32 i = 0; i < 100000; i++) {
		u64 now = vireo_clock_ns();

		monotonic &= now >= last;
		last = now;
		vireo_relax();
	}
	tap_check(monotonic, "never turns the clock back");

	/* A busy host may stop us in between, but not every time. */
	for (u32 i = 0; i < 5 && !right; i++) {
		wait = reference_wait();
		right = wait.reference_ns &&
			wait.measured_ns > wait.reference_ns / 100 * 97 &&
			wait.measured_ns < wait.reference_ns / 100 * 103;
	}
	tap_check(right, "runs the clock within 3 % of another one");
	if (!right)
		bare_print("# the clock says %llu ns instead of %llu ns\n",
			   wait.measured_ns, wait.reference_ns);
}

static void test_options(void)
{
	char value[8];

	tap_check(bare_option("word", value, sizeof(value)) && !value[0],
		  "finds an option without a value");
	tap_check(bare_option("n", value, sizeof(value)) && same(value, "0x1F"),
		  "finds the last of two values");
	tap_check(bare_option_u64("n", 0) == 31 &&
			  bare_option_u64("absent", 9) == 9 &&
			  bare_option_u64("big", 0) == ~0ull,
		  "reads numbers from options");
	tap_check(!bare_option("wor", NULL, 0) && !bare_option("words", NULL, 0),
		  "does not take part of a name for the name");
}

static void test_pci(void)
{
	struct vireo_pci_bus *ecam = bare_pci_bus_by("ecam");
	struct vireo_pci_bus *ports = bare_pci_bus_by("ports");
	const char *found = ecam && ports ? "ecam,ports" :
			    ecam	  ? "ecam" :
			    ports	  ? "ports" :
					    "none";
	char expected[16];
	bool equal = true;
	u32 functions = 0;
	struct vireo_pci_bus *bus = bare_pci_bus();

	if (!bare_option("expect", expected, sizeof(expected)))
		bare_panic("expect= says which ways into PCI there are");
	tap_check(same(found, expected), "finds the expected ways into PCI");
	if (!bus)
		return;

	tap_check(vireo_pci_read16(bus, 0, 0) != 0xffff &&
			  vireo_pci_read8(bus, 0, 0x0b) == 0x06,
		  "finds the host bridge");
	tap_check(vireo_pci_read32(bus, 0x00fe, 0) == ~0u &&
			  vireo_pci_read16(bus, 0x00fe, 2) == 0xffff,
		  "reads ones where there is no function");
	for (u32 function = 0; function < 256; function++) {
		if (vireo_pci_read16(bus, (u16)function, 0) == 0xffff)
			continue;
		functions++;
		for (u16 at = 0; ecam && ports && at < 256; at += 4) {
			u32 word = vireo_pci_read32(ecam, (u16)function, at);

			equal &= word ==
				 vireo_pci_read32(ports, (u16)function, at);
			equal &= (word >> 16) ==
				 vireo_pci_read16(ports, (u16)function,
						  (u16)(at + 2));
			equal &= (word >> 8 & 0xff) ==
				 vireo_pci_read8(ports, (u16)function,
						 (u16)(at + 1));
		}
	}
	tap_check(functions >= 1, "scans bus 0");
	tap_check(equal, "reads the same through every mechanism and width");
	if (ports)
		tap_check(vireo_pci_read32(ports, 0, 256) == ~0u,
			  "reads ones beyond what ports reach");
}

static void test_windows(void)
{
	struct vireo_window window = { NULL, 0 };
	struct vireo_dma_memory memory;
	struct vireo_pci_bus *bus = bare_pci_bus();
	u64 windows = bare_usage().windows;
	u64 far = bare_option_u64("far", 0);

	if (vireo_dma_alloc(NULL, 4096, 1, &memory))
		bare_panic("no DMA memory left");
	tap_check(vireo_window_map(NULL, memory.physical, 64, &window) ==
				  -EINVAL &&
			  vireo_window_map(NULL, 1ull << 60, 4096, &window) ==
				  -EINVAL &&
			  vireo_window_map(NULL, ~0xfffull, 8192, &window) ==
				  -EINVAL &&
			  vireo_window_map(NULL, 0xfe000000, 0, &window) ==
				  -EINVAL &&
			  window.base == NULL,
		  "maps neither RAM nor what the CPU cannot reach");
	vireo_dma_free(NULL, memory);

	if (far) {
		if (vireo_window_map(NULL, far + 64, 8192, &window))
			bare_panic("no window at far=");
		tap_check((vireo_read32(window.base), true) &&
				  (uintptr_t)(void __force *)window.base % 4096
					  == 64 &&
				  bare_usage().windows == windows + 1,
			  "maps device memory far above 4 GiB");
		vireo_window_unmap(NULL, window);
	}
	if (bus)
		tap_check(rng_fill(bus) == 64,
			  "lets a device write into DMA memory");
	tap_check(bare_usage().windows == windows, "accounts for windows");
}

int bare_main(const char *command_line)
{
	char fault[16];

	(void)command_line;
	if (bare_option("status", NULL, 0))
		return (int)bare_option_u64("status", 0);
	if (bare_option("fault", fault, sizeof(fault)))
		fault_raise(fault);

	bare_mark_begin();
	test_formats();
	test_memory_functions();
	test_dma();
	test_high_memory();
	test_heap();
	test_many_times();
	test_clock();
	test_options();
	test_pci();
	test_windows();
	test_interrupts();
	bare_mark_end();
	return tap_finish();
}
