// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* QEMU's AArch64 virt machine, at exception level 1. */
#include "arm.h"
#include "../core/fdt_pci.h"

/* RAM's first byte, where QEMU puts the device tree for an ELF file. */
#define DEVICE_TREE 0x40000000ull

/* The serial port is a PL011; known before the tree, to tell what it lacks. */
#define SERIAL 0x09000000ull
#define SERIAL_FLAGS 0x18
#define TRANSMITTER_FULL 0x20

/* Semihosting: "the application ended", with an exit code. */
#define SEMIHOSTING_EXIT_EXTENDED 0x20
#define SEMIHOSTING_APPLICATION_EXIT 0x20026ull

/* Power off, by the firmware that QEMU plays (PSCI 0.2). */
#define PSCI_SYSTEM_OFF 0x84000008ull

/* The boot tables map this much, all but RAM_BEGIN to RAM_END as devices. */
#define LIMIT (1ull << 39)
#define RAM_BEGIN (1ull << 30)
#define RAM_END (1ull << 38)

_Noreturn void arm_start(void);

extern const u8 image_end[];

static struct machine_boot boot;

const u8 *arm_device_tree(void)
{
	return (const u8 *)(uintptr_t)DEVICE_TREE;
}

void arm_start(void)
{
	fdt_read(arm_device_tree(), (u64)(uintptr_t)image_end, &boot);
	core_start(&boot);
}

static volatile u32 *serial(u32 offset)
{
	return (volatile u32 *)(uintptr_t)(SERIAL + offset);
}

void machine_console_put(char c)
{
	while (*serial(SERIAL_FLAGS) & TRANSMITTER_FULL)
		vireo_relax();
	*serial(0) = (u8)c;
}

/* Without semihosting the call is an undefined instruction: comes back here. */
void machine_exit(int status)
{
	static bool tried;
	u64 block[2] = { SEMIHOSTING_APPLICATION_EXIT,
			 machine_exit_code(status) };
	register u64 operation __asm__("x0") = SEMIHOSTING_EXIT_EXTENDED;
	register u64 *argument __asm__("x1") = block;

	if (!tried) {
		tried = true;
		__asm__ __volatile__("hlt #0xf000"
				     : "+r"(operation)
				     : "r"(argument)
				     : "memory");
	}
	bare_put("\nBARE: no semihosting: start QEMU with "
		 "-semihosting-config enable=on,target=native\n");
	operation = PSCI_SYSTEM_OFF;
	for (;;)
		__asm__ __volatile__("hvc #0" : "+r"(operation) : : "memory");
}

u64 arm_clock_frequency(void)
{
	u64 frequency;

	__asm__ __volatile__("mrs %0, cntfrq_el0" : "=r"(frequency));
	return frequency;
}

void machine_clock_start(void)
{
	if (arm_clock_frequency() == 0)
		bare_panic("the generic timer tells no frequency");
}

u64 vireo_clock_ns(void)
{
	u64 frequency = arm_clock_frequency();
	u64 ticks;

	__asm__ __volatile__("isb\n\tmrs %0, cntvct_el0" : "=r"(ticks)::"memory");
	return ticks / frequency * 1000000000ull +
	       ticks % frequency * 1000000000ull / frequency;
}

void vireo_relax(void)
{
	__asm__ __volatile__("yield" ::: "memory");
}

int machine_map(u64 physical, u64 length, bool device)
{
	u64 end = physical + length;

	if (end < physical || end > LIMIT)
		return -EINVAL;
	if (device && physical < RAM_END && end > RAM_BEGIN)
		return -EINVAL;
	return 0;
}

u64 machine_mapped_limit(void)
{
	return LIMIT;
}

bool machine_pci_ecam(u64 *base, u8 *first_bus, u8 *last_bus)
{
	return fdt_pci_ecam(base, first_bus, last_bus);
}

struct vireo_pci_bus *machine_pci_ports(void)
{
	return NULL;
}

bool machine_ports(struct machine_range *ports)
{
	return fdt_pci_ports(ports);
}
