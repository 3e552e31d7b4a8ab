/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * x0 and x1 hold the flag's address and value, the others a number of their own
 * that a handler does not leave there by chance.
 */
	.macro each instruction
	.irp number, 2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,30
	\instruction \number
	.endr
	.endm

	.macro fill number
	mov x\number, #0xa00 + \number
	.endm

	.macro check number
	mov x0, #0xa00 + \number
	cmp x\number, x0
	b.ne .Ldone
	.endm

	.macro spoil number
	.if \number != 30
	mov x\number, #-1
	.endif
	.endm

	.text
	.globl registers_keep
registers_keep:
	str x30, [sp, #-16]!
	each fill
.Lwait:
	ldr x1, [x0]
	cbz x1, .Lwait
	each check
	mov x0, #0
.Ldone:
	ldr x30, [sp], #16
	ret

	.globl registers_spoil
registers_spoil:
	mov x0, #-1
	mov x1, #-1
	each spoil
	ret

	.section .note.GNU-stack, "", @progbits
