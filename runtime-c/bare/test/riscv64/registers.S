/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * a0 and t0 hold the flag's address and value, the others a number of their own
 * that a handler does not leave there by chance.
 */
	.macro each instruction
	.set number, 0
	.irp name, ra,t1,t2,t3,t4,t5,t6,a1,a2,a3,a4,a5,a6,a7
	.set number, number + 1
	\instruction \name
	.endr
	.endm

	.macro fill name
	addi \name, zero, 0x500 + number
	.endm

	.macro check name
	addi a0, zero, 0x500 + number
	bne \name, a0, .Ldone
	.endm

	.macro spoil name
	.ifnc \name, ra
	li \name, -1
	.endif
	.endm

	.text
	.globl registers_keep
registers_keep:
	addi sp, sp, -16
	sd ra, 0(sp)
	each fill
.Lwait:
	ld t0, 0(a0)
	beqz t0, .Lwait
	each check
	li a0, 0
.Ldone:
	ld ra, 0(sp)
	addi sp, sp, 16
	ret

	.globl registers_spoil
registers_spoil:
	li a0, -1
	li t0, -1
	each spoil
	ret

	.section .note.GNU-stack, "", @progbits
