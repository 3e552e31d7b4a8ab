// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The end. QEMU's isa-debug-exit device turns a value v into its own exit code
 * (v << 1) | 1. Without the device the machine is reset, which QEMU with
 * -no-reboot turns into exit code 0.
 */
#include "io.h"
#include "x86.h"

enum {
	EXIT_DEVICE = 0xf4,
	KEYBOARD_COMMAND = 0x64,
	KEYBOARD_RESET = 0xfe,
};

void machine_exit(int status)
{
	struct {
		u16 limit;
		u64 base;
	} __attribute__((packed)) no_idt = { 0, 0 };

	io_write32(EXIT_DEVICE, machine_exit_code(status) >> 1);
	for (const char *at = "\nBARE: no isa-debug-exit device at port 0xf4\n";
	     *at; at++)
		machine_console_put(*at);
	io_write8(KEYBOARD_COMMAND, KEYBOARD_RESET);

	/* A machine without a keyboard controller: a triple fault resets. */
	__asm__ __volatile__("lidt %0" : : "m"(no_idt));
	for (;;)
		__asm__ __volatile__("ud2");
}
