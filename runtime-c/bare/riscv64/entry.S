/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * Machine mode, no translation; a1 points to the device tree. Only hart 0 goes
 * on: QEMU starts all of them here.
 */
	.section .text.entry, "ax"
	.globl riscv_entry
riscv_entry:
	csrw mie, zero
	bnez a0, halt
	la sp, boot_stack_end
	la t0, trap_entry
	csrw mtvec, t0
	la t0, trap_stack_end
	csrw mscratch, t0

	/*
	 * Physical memory protection holds in machine mode too when an entry
	 * is locked: entry 0 takes the first 4 KiB away, entry 1 the page under
	 * the stack. An address is in units of 4 bytes, 511 ones at its end
	 * mean 4 KiB; 0x98 is locked, naturally aligned, no access.
	 */
	li t0, 0x1ff
	csrw pmpaddr0, t0
	la t1, boot_stack_guard
	srli t1, t1, 2
	or t1, t1, t0
	csrw pmpaddr1, t1
	li t0, 0x9898
	csrw pmpcfg0, t0

	mv a0, a1
	call riscv_start
halt:
	wfi
	j halt

	.balign 4
trap_entry:
	csrrw sp, mscratch, sp
	addi sp, sp, -256
	sd ra, 8(sp)
	sd gp, 24(sp)
	sd tp, 32(sp)
	sd t0, 40(sp)
	sd t1, 48(sp)
	sd t2, 56(sp)
	sd s0, 64(sp)
	sd s1, 72(sp)
	sd a0, 80(sp)
	sd a1, 88(sp)
	sd a2, 96(sp)
	sd a3, 104(sp)
	sd a4, 112(sp)
	sd a5, 120(sp)
	sd a6, 128(sp)
	sd a7, 136(sp)
	sd t3, 224(sp)
	sd t4, 232(sp)
	sd t5, 240(sp)
	sd t6, 248(sp)
	csrr t0, mscratch
	sd t0, 16(sp)
	mv a0, sp
	call trap_handle

	/*
	 * Comes back from an interrupt. A conditional store that the interrupt
	 * parted from its load has to fail: this one ends the reservation.
	 */
	sc.d zero, zero, (sp)
	ld ra, 8(sp)
	ld t0, 40(sp)
	ld t1, 48(sp)
	ld t2, 56(sp)
	ld a0, 80(sp)
	ld a1, 88(sp)
	ld a2, 96(sp)
	ld a3, 104(sp)
	ld a4, 112(sp)
	ld a5, 120(sp)
	ld a6, 128(sp)
	ld a7, 136(sp)
	ld t3, 224(sp)
	ld t4, 232(sp)
	ld t5, 240(sp)
	ld t6, 248(sp)
	addi sp, sp, 256
	csrrw sp, mscratch, sp
	mret

	/* Exceptions, and handlers of interrupts. */
	.bss
	.balign 16
	.skip 16384
trap_stack_end:

	.section .note.GNU-stack, "", @progbits
