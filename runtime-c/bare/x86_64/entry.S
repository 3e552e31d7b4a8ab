/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * The PVH entry: 32-bit protected mode, flat segments, no paging, %ebx points
 * to the start info. From here to long mode and C.
 */

#define CR0_PG_WP	0x80010000
#define CR4_PAE		0x20
#define EFER		0xc0000080
#define EFER_LME	0x100
#define PRESENT_WRITE	0x3
#define LARGE		0x80

/* The note that makes an ELF file bootable: Xen's type 18, physical entry. */
	.section .note.pvh, "a", @note
	.balign 4
	.long 4
	.long 8
	.long 18
	.asciz "Xen"
	.quad pvh_entry

	.section .text.entry, "ax"
	.code32
	.globl pvh_entry
pvh_entry:
	cli
	cld
	movl %ebx, %edi
	movl $boot_stack_end, %esp

	movl %cr4, %eax
	orl $CR4_PAE, %eax
	movl %eax, %cr4
	movl $boot_pml4, %eax
	movl %eax, %cr3
	movl $EFER, %ecx
	rdmsr
	orl $EFER_LME, %eax
	wrmsr
	movl %cr0, %eax
	orl $CR0_PG_WP, %eax
	movl %eax, %cr0

	lgdt boot_gdt_pointer
	ljmp $8, $long_mode

	.code64
long_mode:
	movl $16, %eax
	movl %eax, %ds
	movl %eax, %es
	movl %eax, %ss
	xorl %eax, %eax
	movl %eax, %fs
	movl %eax, %gs
	movl %edi, %edi
	xorl %ebp, %ebp
	call x86_start
	ud2

	.section .rodata.entry, "a"
	.balign 8
boot_gdt:
	.quad 0
	.quad 0x00af9b000000ffff	/* 8: 64-bit code */
	.quad 0x00cf93000000ffff	/* 16: data */
boot_gdt_end:
boot_gdt_pointer:
	.word boot_gdt_end - boot_gdt - 1
	.long boot_gdt

/*
 * The first 4 GiB as they are, in pages of 2 MiB; the first 2 MiB in pages of
 * 4 KiB, so that page 0 and the page under the stack can be taken away.
 */
	.section .data.paging, "aw"
	.balign 4096
	.globl boot_pml4
boot_pml4:
	.quad boot_pdpt + PRESENT_WRITE
	.fill 511, 8, 0
boot_pdpt:
	.quad boot_pd + PRESENT_WRITE
	.quad boot_pd + 0x1000 + PRESENT_WRITE
	.quad boot_pd + 0x2000 + PRESENT_WRITE
	.quad boot_pd + 0x3000 + PRESENT_WRITE
	.fill 508, 8, 0
boot_pd:
	.quad boot_pt + PRESENT_WRITE
	.set page, 1
	.rept 2047
	.quad (page << 21) + LARGE + PRESENT_WRITE
	.set page, page + 1
	.endr
	.globl boot_pt
boot_pt:
	.set page, 0
	.rept 512
	.quad (page << 12) + PRESENT_WRITE
	.set page, page + 1
	.endr

	.section .note.GNU-stack, "", @progbits
