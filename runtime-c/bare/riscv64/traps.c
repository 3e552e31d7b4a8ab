// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Interrupts; and exceptions, each a bug in the program, told and ended. */
#include "riscv.h"

#define CAUSE_INTERRUPT (1ull << 63)

/*
 * Registers x0 to x17 and x28 to x31 at eight times their number, as entry.S
 * saves them.
 */
struct trap_frame {
	u64 x[32];
};

void trap_handle(const struct trap_frame *frame);

static const char *const names[16] = {
	[0] = "misaligned jump",
	[1] = "instruction access fault",
	[2] = "illegal instruction",
	[3] = "breakpoint",
	[4] = "misaligned load",
	[5] = "load access fault",
	[6] = "misaligned store",
	[7] = "store access fault",
};

void trap_handle(const struct trap_frame *frame)
{
	static bool trapped;
	u64 cause;
	u64 pc;
	u64 address;

	__asm__ __volatile__("csrr %0, mcause" : "=r"(cause));
	if (cause & CAUSE_INTERRUPT) {
		riscv_interrupt(cause & ~CAUSE_INTERRUPT);
		return;
	}
	if (trapped)
		machine_exit(BARE_STATUS_PANIC);
	trapped = true;
	__asm__ __volatile__("csrr %0, mepc" : "=r"(pc));
	__asm__ __volatile__("csrr %0, mtval" : "=r"(address));

	bare_print("\n# ra %016llx sp %016llx s0 %016llx s1 %016llx\n",
		   frame->x[1], frame->x[2], frame->x[8], frame->x[9]);
	bare_print("# a0 %016llx a1 %016llx a2 %016llx a3 %016llx\n",
		   frame->x[10], frame->x[11], frame->x[12], frame->x[13]);
	bare_print("# a4 %016llx a5 %016llx a6 %016llx a7 %016llx",
		   frame->x[14], frame->x[15], frame->x[16], frame->x[17]);
	bare_panic("%s, cause %llu at pc 0x%llx, address 0x%llx",
		   cause < 16 && names[cause] ? names[cause] : "exception",
		   cause, pc, address);
}
