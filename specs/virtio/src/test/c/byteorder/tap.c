// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include <stdio.h>
#include <string.h>

#include "tap.h"

static unsigned int points;
static unsigned int failures;

void tap(bool passed, const char *name)
{
	points++;
	if (!passed)
		failures++;
	printf("%sok %u - %s\n", passed ? "" : "not ", points, name);
}

void tap_bytes(const volatile void *memory, const char *hexadecimal,
	       const char *name)
{
	const volatile u8 *bytes = memory;
	char found[256];
	size_t digits = 0;
	size_t at = 0;

	/* A space between groups of digits is for the reader. */
	while (hexadecimal[at] && at + 2 < sizeof(found)) {
		if (hexadecimal[at] == ' ') {
			found[at++] = ' ';
			continue;
		}
		snprintf(found + at, 3, "%02x", bytes[digits++]);
		at += 2;
	}
	found[at] = '\0';
	tap(!strcmp(found, hexadecimal), name);
	if (strcmp(found, hexadecimal))
		printf("# found  %s\n# wanted %s\n", found, hexadecimal);
}

int tap_finished(void)
{
	printf("1..%u\n", points);
	return failures ? 1 : 0;
}
