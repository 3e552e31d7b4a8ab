// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Numbers in memory and in registers: what port.h itself brings, without any
 * port's configuration. Registers are little-endian, whatever the CPU is.
 */
#include "tap.h"

static u64 room[2];

static void test_numbers(void)
{
	__le16 le16 = cpu_to_le16(0x1234);
	__le32 le32 = cpu_to_le32(0x12345678);
	__le64 le64 = cpu_to_le64(0x123456789abcdef0ull);
	__be16 be16 = cpu_to_be16(0x1234);
	__be32 be32 = cpu_to_be32(0x12345678);
	__be64 be64 = cpu_to_be64(0x123456789abcdef0ull);
	const u32 one = 1;

	tap_bytes(&le16, "34 12", "a little-endian number of 16 bits");
	tap_bytes(&le32, "78 56 34 12", "a little-endian number of 32 bits");
	tap_bytes(&le64, "f0 de bc 9a 78 56 34 12",
		  "a little-endian number of 64 bits");
	tap_bytes(&be16, "12 34", "a big-endian number of 16 bits");
	tap_bytes(&be32, "12 34 56 78", "a big-endian number of 32 bits");
	tap_bytes(&be64, "12 34 56 78 9a bc de f0",
		  "a big-endian number of 64 bits");
	tap(le16_to_cpu(le16) == 0x1234 && le32_to_cpu(le32) == 0x12345678 &&
		    le64_to_cpu(le64) == 0x123456789abcdef0ull,
	    "little-endian numbers are read back");
	tap(be16_to_cpu(be16) == 0x1234 && be32_to_cpu(be32) == 0x12345678 &&
		    be64_to_cpu(be64) == 0x123456789abcdef0ull,
	    "big-endian numbers are read back");
	tap(vireo_cpu_is_little_endian() == (*(const u8 *)&one == 1),
	    "the CPU's order is known");
}

static void test_registers(void)
{
	u8 *at = (u8 *)room;

	vireo_write8(0x12, at);
	vireo_write16(0x3456, at + 2);
	vireo_write32(0x789abcde, at + 4);
	vireo_write64(0x1122334455667788ull, at + 8);
	tap_bytes(at, "12 00 5634 debc9a78 8877665544332211",
		  "registers are written little-endian");
	tap(vireo_read8(at) == 0x12 && vireo_read16(at + 2) == 0x3456 &&
		    vireo_read32(at + 4) == 0x789abcde &&
		    vireo_read64(at + 8) == 0x1122334455667788ull,
	    "registers are read little-endian");
	vireo_write64_lo_hi(0x0102030405060708ull, at);
	tap_bytes(at, "08070605 04030201",
		  "a register in two halves is written low half first");
	tap(vireo_read64_lo_hi(at) == 0x0102030405060708ull,
	    "a register in two halves is read");
}

static void test_order(void)
{
	__le16 index = cpu_to_le16(1);

	vireo_store_release(&index, cpu_to_le16(0xabcd));
	vireo_mb();
	tap(le16_to_cpu(vireo_load_acquire(&index)) == 0xabcd &&
		    le16_to_cpu(READ_ONCE(index)) == 0xabcd,
	    "an index is published and observed");
	tap_bytes(&index, "cd ab", "a published index is little-endian");
}

int main(void)
{
	test_numbers();
	test_registers();
	test_order();
	return tap_finished();
}
