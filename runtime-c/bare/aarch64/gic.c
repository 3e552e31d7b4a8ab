// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Every interrupt has the same priority and goes to the first CPU. All of them
 * are in group 1 for version 3, which takes those through system registers; in
 * version 2 without a secure world there is one group, which is enough.
 */
#include "gic.h"

enum {
	/* Distributor, and a redistributor's second frame for numbers below 32 */
	CONTROL = 0x000,
	CONTROL_ENABLE_V2 = 0x01,
	CONTROL_ENABLE_V3 = 0x12, /* group 1, affinity routing */
	TYPE = 0x004,
	TYPE_LINES = 0x1f,
	GROUP = 0x080,
	SET_ENABLE = 0x100,
	CLEAR_ENABLE = 0x180,
	PRIORITY = 0x400,
	TARGETS = 0x800,
	TRIGGER = 0xc00,
	TRIGGER_EDGE = 0x2,
	ROUTE = 0x6000,
	/* A redistributor's first frame */
	WAKER = 0x0014,
	WAKER_SLEEP = 0x2,
	WAKER_ASLEEP = 0x4,
	SECOND_FRAME = 0x10000,
	/* The CPU's interface of version 2 */
	CPU_CONTROL = 0x00,
	CPU_PRIORITY_MASK = 0x04,
	CPU_TAKE = 0x0c,
	CPU_TAKE_NUMBER = 0x3ff,
	CPU_END = 0x10,
	PRIORITY_MIDDLE = 0xa0,
	PRIORITY_LOWEST = 0xff,
};

/* A write that masks has not reached all CPUs; never set in version 2. */
#define CONTROL_PENDING (1u << 31)

static u8 __iomem *distributor;
static u8 __iomem *redistributor; /* of the first CPU; NULL in version 2 */
static u8 __iomem *cpu; /* version 2 */
static u32 numbers;

static u8 __iomem *map(struct machine_range range)
{
	if (range.length == 0 || machine_map(range.base, range.length, true))
		bare_panic("the interrupt controller at 0x%llx is out of reach",
			   range.base);
	return (u8 __iomem __force *)(uintptr_t)range.base;
}

/* Where the registers are that have a bit or byte for this number. */
static u8 __iomem *registers_of(u32 number)
{
	return redistributor && number < GIC_FIRST_SHARED ?
		       redistributor + SECOND_FRAME :
		       distributor;
}

static void set_bit(u32 array, u32 number)
{
	vireo_write32(1u << number % 32,
		      registers_of(number) + array + number / 32 * 4);
}

static void start_version_2(void)
{
	vireo_write32(CONTROL_ENABLE_V2, distributor + CONTROL);
	vireo_write32(PRIORITY_LOWEST, cpu + CPU_PRIORITY_MASK);
	vireo_write32(1, cpu + CPU_CONTROL);
}

static void start_version_3(void)
{
	u64 one = 1;
	u64 mask = PRIORITY_LOWEST;

	vireo_write32(CONTROL_ENABLE_V3, distributor + CONTROL);
	vireo_write32(vireo_read32(redistributor + WAKER) & ~(u32)WAKER_SLEEP,
		      redistributor + WAKER);
	while (vireo_read32(redistributor + WAKER) & WAKER_ASLEEP)
		vireo_relax();
	/* ICC_SRE_EL1, ICC_PMR_EL1, ICC_IGRPEN1_EL1 */
	__asm__ __volatile__("msr s3_0_c12_c12_5, %0\n\tisb" : : "r"(one));
	__asm__ __volatile__("msr s3_0_c4_c6_0, %0" : : "r"(mask));
	__asm__ __volatile__("msr s3_0_c12_c12_7, %0\n\tisb" : : "r"(one));
}

void gic_start(const u8 *fdt)
{
	struct fdt_node two = fdt_compatible(fdt, "arm,cortex-a15-gic");
	struct fdt_node three = fdt_compatible(fdt, "arm,gic-v3");

	if (!two.at && !three.at)
		bare_panic("the device tree has no interrupt controller of "
			   "version 2 or 3");
	distributor = map(fdt_reg(fdt, three.at ? three : two, 0));
	numbers = ((vireo_read32(distributor + TYPE) & TYPE_LINES) + 1) * 32;
	if (three.at) {
		redistributor = map(fdt_reg(fdt, three, 1));
		start_version_3();
	} else {
		cpu = map(fdt_reg(fdt, two, 1));
		start_version_2();
	}
}

int gic_enable(u32 number, bool edge)
{
	u8 __iomem *registers = registers_of(number);
	u32 shift = number % 16 * 2;
	u8 __iomem *trigger = registers + TRIGGER + number / 16 * 4;
	u32 value;

	if (number >= numbers || number >= GIC_NONE)
		return -EINVAL;
	gic_disable(number);
	vireo_write8(PRIORITY_MIDDLE, registers + PRIORITY + number);
	value = vireo_read32(trigger) & ~((u32)TRIGGER_EDGE << shift);
	vireo_write32(value | (edge ? (u32)TRIGGER_EDGE << shift : 0), trigger);
	if (redistributor) {
		u8 __iomem *group = registers + GROUP + number / 32 * 4;

		vireo_write32(vireo_read32(group) | 1u << number % 32, group);
		if (number >= GIC_FIRST_SHARED)
			vireo_write64(0, registers + ROUTE + 8ull * number);
	} else if (number >= GIC_FIRST_SHARED) {
		vireo_write8(1, registers + TARGETS + number);
	}
	set_bit(SET_ENABLE, number);
	return 0;
}

void gic_disable(u32 number)
{
	set_bit(CLEAR_ENABLE, number);
	while (vireo_read32(distributor + CONTROL) & CONTROL_PENDING)
		vireo_relax();
}

/* What the device stored before it interrupted is read after this. */
u32 gic_take(void)
{
	u64 number;

	if (cpu)
		return vireo_read32(cpu + CPU_TAKE) & CPU_TAKE_NUMBER;
	/* ICC_IAR1_EL1 */
	__asm__ __volatile__("mrs %0, s3_0_c12_c12_0\n\tdsb sy"
			     : "=r"(number)
			     :
			     : "memory");
	return (u32)number;
}

/* What the handler wrote to the device arrives before this. */
void gic_end(u32 number)
{
	u64 value = number;

	__asm__ __volatile__("dsb sy" : : : "memory");
	if (cpu)
		vireo_write32(number, cpu + CPU_END);
	else /* ICC_EOIR1_EL1 */
		__asm__ __volatile__("msr s3_0_c12_c12_1, %0\n\tisb"
				     :
				     : "r"(value)
				     : "memory");
}
