// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* QEMU's RISC-V virt machine, in machine mode. */
#include "riscv.h"
#include "../core/fdt_pci.h"

/* The serial port is a 16550; known before the tree, to tell what it lacks. */
#define SERIAL 0x10000000ull
#define SERIAL_LINE_STATUS 5
#define TRANSMITTER_READY 0x20

/* The exit device: a code in the upper half, 0x3333 for "ends with it". */
#define EXIT_DEVICE 0x100000ull
#define EXIT_WITH_CODE 0x3333u

/* As far as any machine's physical addresses reach. */
#define LIMIT (1ull << 56)

_Noreturn void riscv_start(const u8 *fdt);

extern const u8 image_end[];

static struct machine_boot boot;
static u64 ticks_per_second;

const u8 *riscv_device_tree(void)
{
	return boot.device_tree;
}

u64 riscv_clock_frequency(void)
{
	return ticks_per_second;
}

void riscv_start(const u8 *fdt)
{
	ticks_per_second =
		fdt_cell(fdt, fdt_named(fdt, "cpus"), "timebase-frequency");
	fdt_read(fdt, (u64)(uintptr_t)image_end, &boot);
	core_start(&boot);
}

static volatile u8 *serial(u32 offset)
{
	return (volatile u8 *)(uintptr_t)(SERIAL + offset);
}

void machine_console_put(char c)
{
	while (!(*serial(SERIAL_LINE_STATUS) & TRANSMITTER_READY))
		vireo_relax();
	*serial(0) = (u8)c;
}

void machine_exit(int status)
{
	*(volatile u32 *)(uintptr_t)EXIT_DEVICE =
		machine_exit_code(status) << 16 | EXIT_WITH_CODE;
	for (;;)
		__asm__ __volatile__("wfi");
}

void machine_clock_start(void)
{
	if (ticks_per_second == 0)
		bare_panic("the device tree tells no timebase-frequency");
}

u64 vireo_clock_ns(void)
{
	u64 ticks;

	__asm__ __volatile__("rdtime %0" : "=r"(ticks));
	return ticks / ticks_per_second * 1000000000ull +
	       ticks % ticks_per_second * 1000000000ull / ticks_per_second;
}

void vireo_relax(void)
{
	/* The hint "pause", for assemblers that do not know it. */
	__asm__ __volatile__(".4byte 0x0100000f" ::: "memory");
}

int machine_map(u64 physical, u64 length, bool device)
{
	(void)device;
	return physical + length < physical || physical + length > LIMIT ?
		       -EINVAL :
		       0;
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
