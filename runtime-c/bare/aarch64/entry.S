/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * Exception level 1 without translation, as QEMU starts an ELF file. From here
 * to an identity mapping and C: unaligned accesses need normal memory.
 */

/* Attribute 0 is device memory (nGnRE), 1 normal write-back memory. */
#define MAIR		0xff04
/* 39 bits of address, 4 KiB granule, write-back tables, inner shareable, no
 * upper half (EPD1), 40 bits of physical address. */
#define TCR		((2 << 32) | (1 << 23) | (3 << 12) | (1 << 10) | (1 << 8) | 25)
#define SCTLR_M_C_I	0x1005

#define TABLE		0x3
#define PAGE		0x3
#define BLOCK		0x1
#define ACCESSED	(1 << 10)
#define SHARED		(3 << 8)
#define NORMAL		(ACCESSED | SHARED | (1 << 2))
#define NO_EXECUTE	(1 << 53)
#define DEVICE		(ACCESSED | (1 << 54) | NO_EXECUTE)

/* The vector of an IRQ that finds the program on SP_EL0. */
#define INTERRUPT	1

	.section .text.entry, "ax"
	.globl arm_entry
arm_entry:
	msr daifset, #15
	/* Programs run on SP_EL0: an exception finds SP_EL1 as it was. */
	msr spsel, #1
	ldr x1, =trap_stack_end
	mov sp, x1
	msr spsel, #0
	ldr x1, =boot_stack_end
	mov sp, x1

	ldr x1, =vectors
	msr vbar_el1, x1
	ldr x1, =MAIR
	msr mair_el1, x1
	ldr x1, =TCR
	msr tcr_el1, x1
	ldr x1, =table_1
	msr ttbr0_el1, x1
	dsb ish
	isb
	tlbi vmalle1
	dsb ish
	isb
	mrs x1, sctlr_el1
	ldr x2, =SCTLR_M_C_I
	orr x1, x1, x2
	msr sctlr_el1, x1
	isb

	mov x29, xzr
	bl arm_start
	.ltorg

/* One entry an exception and source, 128 bytes each. */
	.balign 2048
vectors:
	.set vector, 0
	.rept 16
	.balign 128
	.if vector == INTERRUPT
	sub sp, sp, #160
	stp x0, x1, [sp]
	b interrupt
	.else
	sub sp, sp, #272
	stp x0, x1, [sp]
	mov x1, #vector
	b trap_common
	.endif
	.set vector, vector + 1
	.endr

	.balign 128
/* What C may change; it uses no vector registers. Interrupts stay off. */
interrupt:
	stp x2, x3, [sp, #16]
	stp x4, x5, [sp, #32]
	stp x6, x7, [sp, #48]
	stp x8, x9, [sp, #64]
	stp x10, x11, [sp, #80]
	stp x12, x13, [sp, #96]
	stp x14, x15, [sp, #112]
	stp x16, x17, [sp, #128]
	stp x18, x30, [sp, #144]
	bl arm_interrupt
	ldp x18, x30, [sp, #144]
	ldp x16, x17, [sp, #128]
	ldp x14, x15, [sp, #112]
	ldp x12, x13, [sp, #96]
	ldp x10, x11, [sp, #80]
	ldp x8, x9, [sp, #64]
	ldp x6, x7, [sp, #48]
	ldp x4, x5, [sp, #32]
	ldp x2, x3, [sp, #16]
	ldp x0, x1, [sp]
	add sp, sp, #160
	eret

trap_common:
	stp x2, x3, [sp, #16]
	stp x4, x5, [sp, #32]
	stp x6, x7, [sp, #48]
	stp x8, x9, [sp, #64]
	stp x10, x11, [sp, #80]
	stp x12, x13, [sp, #96]
	stp x14, x15, [sp, #112]
	stp x16, x17, [sp, #128]
	stp x18, x19, [sp, #144]
	stp x20, x21, [sp, #160]
	stp x22, x23, [sp, #176]
	stp x24, x25, [sp, #192]
	stp x26, x27, [sp, #208]
	stp x28, x29, [sp, #224]
	mrs x0, sp_el0
	stp x30, x0, [sp, #240]
	mov x0, sp
	bl trap_handle

/*
 * The map: devices below 1 GiB (the first 2 MiB are absent, so that NULL is no
 * address), RAM to 256 GiB, devices to 512 GiB. RAM's first 2 MiB in pages,
 * without the one under the stack.
 */
	.section .data.paging, "aw"
	.balign 4096
table_1:
	.quad table_2_low + TABLE
	.quad table_2_ram + TABLE
	.set at, 2
	.rept 254
	.quad (at << 30) + NORMAL + BLOCK
	.set at, at + 1
	.endr
	.rept 256
	.quad (at << 30) + DEVICE + BLOCK
	.set at, at + 1
	.endr
table_2_low:
	.quad 0
	.set at, 1
	.rept 511
	.quad (at << 21) + DEVICE + BLOCK
	.set at, at + 1
	.endr
table_2_ram:
	.quad table_3_ram + TABLE
	.set at, 513
	.rept 511
	.quad (at << 21) + NORMAL + BLOCK
	.set at, at + 1
	.endr
table_3_ram:
	.set at, 0x40000
	.rept 512
	.if at == 0x40100
	.quad 0
	.else
	.quad (at << 12) + NORMAL + PAGE
	.endif
	.set at, at + 1
	.endr

	/* Exceptions, and handlers of interrupts. */
	.bss
	.balign 16
	.skip 16384
trap_stack_end:

	.section .note.GNU-stack, "", @progbits
