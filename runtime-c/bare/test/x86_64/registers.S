/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * rdi and rax hold the flag's address and value, the others a number of their
 * own that a handler does not leave there by chance.
 */
	.macro each instruction
	.set number, 0
	.irp name, rcx,rdx,rsi,r8,r9,r10,r11
	.set number, number + 1
	\instruction \name
	.endr
	.endm

	.macro fill name
	mov $0x5a00 + number, %\name
	.endm

	.macro check name
	mov $0x5a00 + number, %eax
	cmp %rax, %\name
	jne .Ldone
	.endm

	.macro spoil name
	mov $-1, %\name
	.endm

	.text
	.globl registers_keep
registers_keep:
	each fill
.Lwait:
	mov (%rdi), %rax
	test %rax, %rax
	jz .Lwait
	each check
	xor %eax, %eax
.Ldone:
	ret

	.globl registers_spoil
registers_spoil:
	mov $-1, %rax
	mov $-1, %rdi
	each spoil
	ret

	.section .note.GNU-stack, "", @progbits
