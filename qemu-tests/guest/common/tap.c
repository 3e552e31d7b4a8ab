// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "tap.h"

#include "bare.h"

static u32 results;
static u32 failures;

void tap_result(bool passed, const struct tap_line *line)
{
	results++;
	if (!passed)
		failures++;
	bare_print("%s %u - %s\n", passed ? "ok" : "not ok", results,
		   line->text);
}

void tap_equal(const char *description, s64 actual, s64 expected)
{
	if (actual != expected)
		bare_print("# %s: is %lld, should be %lld\n", description,
			   actual, expected);
	tap_ok(actual == expected, "%s", description);
}

int tap_end(void)
{
	bare_print("1..%u\n", results);
	return results > 0 && failures == 0 ? 0 : 1;
}
