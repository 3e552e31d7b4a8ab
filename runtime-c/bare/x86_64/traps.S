/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * One entry a CPU exception, 16 bytes each. Each leaves the same frame, struct trap_frame,
 * and calls trap_handle(), which does not return.
 */
	.text
	.globl trap_entry_0
	.balign 16
trap_entry_0:
	.set vector, 0
	.rept 32
	.balign 16
	/* 8, 10 to 14, 17, 21, 29 and 30 bring an error code of their own. */
	.if (0x60227d00 >> vector) & 1
	.else
	pushq $0
	.endif
	pushq $vector
	jmp trap_common
	.set vector, vector + 1
	.endr

	.balign 16
trap_common:
	pushq %rax
	pushq %rbx
	pushq %rcx
	pushq %rdx
	pushq %rsi
	pushq %rdi
	pushq %rbp
	pushq %r8
	pushq %r9
	pushq %r10
	pushq %r11
	pushq %r12
	pushq %r13
	pushq %r14
	pushq %r15
	cld
	movq %rsp, %rdi
	andq $-16, %rsp
	call trap_handle
	ud2

	.section .note.GNU-stack, "", @progbits
