/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
#ifndef BARE_TEST_INTERRUPTS_H
#define BARE_TEST_INTERRUPTS_H

/**
 * test_interrupts() - events, and interrupts of the entropy devices that
 *                     options name
 *
 * vectors=FUNCTION has MSI-X, and two vectors; line=FUNCTION and
 * shared=FUNCTION have none, and meet on one line; screams=FUNCTION is one of
 * them, where the interrupt controller repeats a line that stays up;
 * legacy=FUNCTION has I/O ports, and no MSI-X; behind=FUNCTION is behind a
 * bridge and has a line. A function's number is bus << 8 | device << 3 |
 * function. mmio=ADDRESS and interrupt=NUMBER are a virtio-mmio device. What is
 * not named is not tested.
 */
void test_interrupts(void);

#endif /* BARE_TEST_INTERRUPTS_H */
