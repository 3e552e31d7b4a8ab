/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* What the parts of this architecture know of each other. */
#ifndef BARE_RISCV_H
#define BARE_RISCV_H

#include "../core/fdt.h"

/* Bits of mie, and numbers of mcause. */
enum { RISCV_TIMER = 7, RISCV_EXTERNAL = 11 };

/**
 * struct riscv_controller - an interrupt controller
 * @first_message: the first number that is a message
 * @messages: how many of them there are
 * @message_address: where a message's number is written to raise it
 * @enable: -EINVAL for a number that it does not have
 * @disable: none is delivered after it
 * @take: the interrupt to handle now, or 0
 * @end: it is handled; a level that is still up comes again
 */
struct riscv_controller {
	u32 first_message;
	u32 messages;
	u64 message_address;
	int (*enable)(u32 number);
	void (*disable)(u32 number);
	u32 (*take)(void);
	void (*end)(u32 number);
};

/** plic_start() - set the PLIC up; NULL where there is none */
const struct riscv_controller *plic_start(const u8 *fdt);

/** aia_start() - set APLIC and IMSIC up; NULL where they are missing */
const struct riscv_controller *aia_start(const u8 *fdt);

/** riscv_device_tree() - the tree that QEMU has left in memory */
const u8 *riscv_device_tree(void);

/** riscv_clock_frequency() - ticks a second of the clock and its timer */
u64 riscv_clock_frequency(void);

/**
 * riscv_machine_level() - the device of several that interrupts this mode
 * @model: what it is compatible with
 * @index: filled in with the place of the first CPU's machine mode among the
 *         modes of CPUs that the device interrupts
 *
 * Return: its node, or none.
 */
struct fdt_node riscv_machine_level(const u8 *fdt, const char *model,
				    u32 *index);

/** riscv_registers() - map the first piece of a node, or panic */
u8 __iomem *riscv_registers(const u8 *fdt, struct fdt_node node);

/** riscv_interrupt() - the CPU has been interrupted; called by the trap */
void riscv_interrupt(u64 cause);

#endif /* BARE_RISCV_H */
