// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "bare.h"
#include "core.h"
#include "memory.h"

static const u8 *device_tree;

const void *bare_device_tree(size_t *size)
{
	/* The second word of the header, in network order. */
	*size = device_tree ? (size_t)device_tree[4] << 24 |
				      (size_t)device_tree[5] << 16 |
				      (size_t)device_tree[6] << 8 |
				      device_tree[7] :
			      0;
	return device_tree;
}

void bare_exit(int status)
{
	if (status < 0 || status > BARE_STATUS_MAX)
		status = BARE_STATUS_MAX;
	machine_exit(status);
}

void core_start(const struct machine_boot *boot)
{
	options_start(boot->command_line);
	console_start();
	machine_clock_start();
	memory_start(boot);
	interrupts_start();
	pci_start(boot);
	device_tree = boot->device_tree;
	bare_exit(bare_main(boot->command_line));
}
