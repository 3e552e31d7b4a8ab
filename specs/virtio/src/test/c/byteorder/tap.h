/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* Checks whose outcome a test on the JVM reads, one line each. */
#ifndef BYTEORDER_TAP_H
#define BYTEORDER_TAP_H

#include <vireo/port.h>

/** tap() - one check: "ok 1 - name" or "not ok 1 - name" */
void tap(bool passed, const char *name);

/** tap_bytes() - whether memory holds exactly these bytes; tells both if not */
void tap_bytes(const volatile void *memory, const char *hexadecimal,
	       const char *name);

/** tap_finished() - the number of checks; the program's exit status */
int tap_finished(void);

#endif /* BYTEORDER_TAP_H */
