/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* Test points on the console, in the Test Anything Protocol. */
#ifndef BARE_TEST_TAP_H
#define BARE_TEST_TAP_H

#include "bare.h"

/** tap_check() - one test point; the name is a sentence */
void tap_check(bool passed, const char *name);

/** tap_finish() - print the plan; returns the exit status, 0 if all passed */
int tap_finish(void);

#endif /* BARE_TEST_TAP_H */
