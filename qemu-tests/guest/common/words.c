// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "words.h"

#include "bare.h"

bool equal(const char *a, const char *b)
{
	while (*a && *a == *b) {
		a++;
		b++;
	}
	return *a == *b;
}

bool option_is(const char *name, const char *value)
{
	char word[64];

	return bare_option(name, word, sizeof(word)) && equal(word, value);
}
