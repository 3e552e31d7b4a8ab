// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A guest that ends in every wrong way, chosen by the option way=: the harness
 * has to call each one a failure.
 */
#include "bare.h"
#include "tap.h"
#include "words.h"

int bare_main(const char *command_line)
{
	char way[24];

	(void)command_line;
	if (!bare_option("way", way, sizeof(way)))
		bare_panic("the option way= is missing");
	if (equal(way, "silent"))
		return 0;
	if (equal(way, "empty"))
		return tap_end();
	tap_ok(true, "something");
	if (equal(way, "well"))
		return tap_end();
	if (equal(way, "failing")) {
		tap_ok(false, "something else");
		return tap_end();
	}
	if (equal(way, "no-plan"))
		return 0;
	if (equal(way, "wrong-status")) {
		tap_end();
		return 3;
	}
	if (equal(way, "panic")) {
		tap_end();
		bare_panic("as asked");
	}
	if (equal(way, "fault")) {
		tap_end();
		*(volatile u32 *)0x700000000000ull = 1;
	}
	if (equal(way, "hang")) {
		tap_end();
		for (;;)
			vireo_relax();
	}
	bare_panic("way=%s is unknown", way);
}
