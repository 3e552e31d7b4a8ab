/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* How the parts of the core are started, in this order, by core_start(). */
#ifndef BARE_CORE_H
#define BARE_CORE_H

#include "machine.h"

/** options_start() - @command_line stays in use */
void options_start(const char *command_line);

/** console_start() - obey the option log=LEVEL, Linux's numbers, 6 without it */
void console_start(void);

/** interrupts_start() - from here on interrupts arrive, once requested */
void interrupts_start(void);

/** pci_start() - find the ways into configuration space, place BARs */
void pci_start(const struct machine_boot *boot);

#endif /* BARE_CORE_H */
