// SPDX-License-Identifier: MIT OR GPL-2.0-only
/* Exceptions: every one is a bug in the program, told and ended. */
#include "../core/machine.h"

/* As entry.S saves them. */
struct trap_frame {
	u64 x[31];
	u64 sp;
};

enum {
	CLASS_UNKNOWN = 0x00,
	CLASS_INSTRUCTION_ABORT = 0x21,
	CLASS_DATA_ABORT = 0x25,
	CLASS_SP_ALIGNMENT = 0x26,
	CLASS_BREAKPOINT = 0x3c,
};

_Noreturn void trap_handle(const struct trap_frame *frame, u64 vector);

static const char *name_of(u64 class)
{
	switch (class) {
	case CLASS_UNKNOWN:
		return "undefined instruction";
	case CLASS_INSTRUCTION_ABORT:
		return "instruction abort";
	case CLASS_DATA_ABORT:
		return "data abort";
	case CLASS_SP_ALIGNMENT:
		return "stack alignment fault";
	case CLASS_BREAKPOINT:
		return "breakpoint";
	default:
		return "exception";
	}
}

void trap_handle(const struct trap_frame *frame, u64 vector)
{
	static bool trapped;
	u64 syndrome;
	u64 pc;
	u64 address;

	if (trapped)
		machine_exit(BARE_STATUS_PANIC);
	trapped = true;
	__asm__ __volatile__("mrs %0, esr_el1" : "=r"(syndrome));
	__asm__ __volatile__("mrs %0, elr_el1" : "=r"(pc));
	__asm__ __volatile__("mrs %0, far_el1" : "=r"(address));

	bare_print("\n# x30 %016llx sp %016llx", frame->x[30], frame->sp);
	for (u32 i = 0; i < 30; i++)
		bare_print("%sx%-2u %016llx", i % 4 ? " " : "\n# ", i,
			   frame->x[i]);
	bare_panic("%s, vector %llu at pc 0x%llx, syndrome 0x%llx, address 0x%llx",
		   name_of(syndrome >> 26 & 0x3f), vector, pc, syndrome,
		   address);
}
