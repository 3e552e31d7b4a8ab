/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
#ifndef BARE_TEST_REGISTERS_H
#define BARE_TEST_REGISTERS_H

#include <vireo/port.h>

/**
 * registers_keep() - fill what a call may change, wait, and look again
 * @flag: waited for; an interrupt handler makes it something else than 0
 *
 * Compiled code seldom has so many values alive at once.
 *
 * Return: 0, or the value that one of them had and has no more.
 */
u64 registers_keep(const volatile u64 *flag);

/** registers_spoil() - change all of them, in the handler */
void registers_spoil(void);

#endif /* BARE_TEST_REGISTERS_H */
