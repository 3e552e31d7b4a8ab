// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "tap.h"

static u32 points;
static u32 failures;

void tap_check(bool passed, const char *name)
{
	points++;
	if (!passed)
		failures++;
	bare_print("%sok %u - %s\n", passed ? "" : "not ", points, name);
}

int tap_finish(void)
{
	bare_print("1..%u\n", points);
	return failures ? 1 : 0;
}
