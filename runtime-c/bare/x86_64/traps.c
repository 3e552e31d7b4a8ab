// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The CPU's table of vectors, and its exceptions: every one of those is a bug
 * in the program, told and ended.
 */
#include "bare.h"
#include "x86.h"

enum {
	VECTORS = 256,
	EXCEPTIONS = 32,
	ENTRY_BYTES = 16,
	CODE_SELECTOR = 8,
	TASK_SELECTOR = 24,
	INTERRUPT_GATE = 0x8e,
	TRAP_STACK_BYTES = 8192,
	PAGE_FAULT = 14,
};

struct trap_frame {
	u64 r15, r14, r13, r12, r11, r10, r9, r8;
	u64 rbp, rdi, rsi, rdx, rcx, rbx, rax;
	u64 vector, error;
	u64 rip, cs, rflags, rsp, ss;
};

struct gate {
	u16 offset_low;
	u16 selector;
	u8 stack;
	u8 type;
	u16 offset_middle;
	u32 offset_high;
	u32 reserved;
};

struct task_state {
	u32 reserved0;
	u64 rsp[3];
	u64 reserved1;
	u64 stacks[7];
	u64 reserved2;
	u16 reserved3;
	u16 io_map;
} __attribute__((packed));

struct table_pointer {
	u16 limit;
	u64 base;
} __attribute__((packed));

static struct gate idt[VECTORS];
static struct task_state task;
static u64 gdt[5];
static u8 trap_stack[TRAP_STACK_BYTES] __attribute__((aligned(16)));

extern const u8 trap_entry_0[];

_Noreturn void trap_handle(const struct trap_frame *frame);

static const char *const names[EXCEPTIONS] = {
	[0] = "divide error",
	[1] = "debug",
	[2] = "non-maskable interrupt",
	[3] = "breakpoint",
	[4] = "overflow",
	[5] = "bound range",
	[6] = "invalid opcode",
	[7] = "device not available",
	[8] = "double fault",
	[10] = "invalid task state",
	[11] = "segment not present",
	[12] = "stack fault",
	[13] = "general protection",
	[14] = "page fault",
	[16] = "x87 error",
	[17] = "alignment check",
	[18] = "machine check",
	[19] = "SIMD error",
};

void trap_handle(const struct trap_frame *frame)
{
	static bool trapped;
	const char *name = names[frame->vector % EXCEPTIONS];
	u64 cr2;

	__asm__ __volatile__("movq %%cr2, %0" : "=r"(cr2));
	if (trapped)
		machine_exit(BARE_STATUS_PANIC);
	trapped = true;

	bare_print("\n# rax %016llx rbx %016llx rcx %016llx rdx %016llx\n",
		   frame->rax, frame->rbx, frame->rcx, frame->rdx);
	bare_print("# rsi %016llx rdi %016llx rbp %016llx rsp %016llx\n",
		   frame->rsi, frame->rdi, frame->rbp, frame->rsp);
	bare_print("# r8  %016llx r9  %016llx r10 %016llx r11 %016llx\n",
		   frame->r8, frame->r9, frame->r10, frame->r11);
	bare_print("# r12 %016llx r13 %016llx r14 %016llx r15 %016llx",
		   frame->r12, frame->r13, frame->r14, frame->r15);
	bare_panic("%s, vector %llu at rip 0x%llx, error 0x%llx, cr2 0x%llx",
		   name ? name : "reserved exception", frame->vector,
		   frame->rip, frame->error,
		   frame->vector == PAGE_FAULT ? cr2 : 0);
}

static void set_gate(u32 vector)
{
	u64 entry = (u64)(uintptr_t)trap_entry_0 + vector * ENTRY_BYTES;

	idt[vector] = (struct gate){
		.offset_low = (u16)entry,
		.selector = CODE_SELECTOR,
		/* An interrupt stays on the program's stack. */
		.stack = vector < EXCEPTIONS ? 1 : 0,
		.type = INTERRUPT_GATE,
		.offset_middle = (u16)(entry >> 16),
		.offset_high = (u32)(entry >> 32),
	};
}

void traps_start(void)
{
	u64 base = (u64)(uintptr_t)&task;
	u64 limit = sizeof(task) - 1;
	struct table_pointer gdtr = { sizeof(gdt) - 1, (u64)(uintptr_t)gdt };
	struct table_pointer idtr = { sizeof(idt) - 1, (u64)(uintptr_t)idt };

	/* The same selectors as at boot, and a task for the trap stack. */
	gdt[1] = 0x00af9b000000ffffull;
	gdt[2] = 0x00cf93000000ffffull;
	gdt[3] = limit | (base & 0xffffff) << 16 | 0x89ull << 40 |
		 (base >> 24 & 0xff) << 56;
	gdt[4] = base >> 32;
	task.stacks[0] = (u64)(uintptr_t)(trap_stack + sizeof(trap_stack));
	task.io_map = sizeof(task);
	for (u32 vector = 0; vector < VECTORS; vector++)
		set_gate(vector);

	__asm__ __volatile__("lgdt %0" : : "m"(gdtr));
	__asm__ __volatile__("ltr %w0" : : "r"((u16)TASK_SELECTOR));
	__asm__ __volatile__("lidt %0" : : "m"(idtr));
}
