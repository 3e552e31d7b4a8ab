/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * One entry a vector, 16 bytes each. Vectors below 32 are CPU exceptions: each
 * leaves the same frame, struct trap_frame, and calls trap_handle(), which does
 * not return. The others are interrupts: they save what C may change, call
 * interrupt_handle() with the vector, and return.
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
	.rept 224
	.balign 16
	pushq $vector
	jmp interrupt_common
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

/*
 * On the stack of the program, which the CPU has aligned to 16 before it pushed
 * five words; with the vector, nine registers and one more it is aligned again.
 */
	.balign 16
interrupt_common:
	pushq %rax
	pushq %rcx
	pushq %rdx
	pushq %rsi
	pushq %rdi
	pushq %r8
	pushq %r9
	pushq %r10
	pushq %r11
	movq 72(%rsp), %rdi
	subq $8, %rsp
	cld
	call interrupt_handle
	addq $8, %rsp
	popq %r11
	popq %r10
	popq %r9
	popq %r8
	popq %rdi
	popq %rsi
	popq %rdx
	popq %rcx
	popq %rax
	addq $8, %rsp
	iretq

	.section .note.GNU-stack, "", @progbits
