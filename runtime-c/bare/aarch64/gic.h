/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * The generic interrupt controller, version 2 or 3. Numbers are its interrupt
 * ids: below 32 the CPU's own, from 32 on those of the machine.
 */
#ifndef BARE_GIC_H
#define BARE_GIC_H

#include "../core/fdt.h"

enum { GIC_FIRST_SHARED = 32, GIC_NONE = 1020 };

/** gic_start() - find the controller and set it up, everything masked */
void gic_start(const u8 *fdt);

/** gic_enable() - unmask; @edge: it is a message, otherwise a level */
int __must_check gic_enable(u32 number, bool edge);
void gic_disable(u32 number);

/** gic_take() - the interrupt to handle now, or GIC_NONE and above for none */
u32 gic_take(void);

/** gic_end() - it is handled; a level that is still up comes again */
void gic_end(u32 number);

#endif /* BARE_GIC_H */
