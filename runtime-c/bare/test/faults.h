/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
#ifndef BARE_TEST_FAULTS_H
#define BARE_TEST_FAULTS_H

/**
 * fault_raise() - do something that has to end in a panic
 * @name: divide, opcode, null, page, stack, asked, free (DMA memory twice),
 *        heap (memory twice) or bad (an option that is no number)
 */
_Noreturn void fault_raise(const char *name);

#endif /* BARE_TEST_FAULTS_H */
