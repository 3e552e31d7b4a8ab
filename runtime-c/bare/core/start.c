// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "bare.h"
#include "core.h"
#include "memory.h"

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
	pci_start(boot);
	bare_exit(bare_main(boot->command_line));
}
