// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "bare.h"
#include "core.h"

static const char *words = "";

void options_start(const char *command_line)
{
	words = command_line;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* What follows the name at the start of a word, or NULL for another word. */
static const char *match(const char *word, const char *name)
{
	while (*name && *word == *name) {
		word++;
		name++;
	}
	if (*name || (*word && *word != '=' && !is_space(*word)))
		return NULL;
	return *word == '=' ? word + 1 : word;
}

static const char *find(const char *name)
{
	const char *found = NULL;

	for (const char *at = words; *at;) {
		const char *value;

		while (is_space(*at))
			at++;
		value = match(at, name);
		if (*at && value)
			found = value;
		while (*at && !is_space(*at))
			at++;
	}
	return found;
}

bool bare_option(const char *name, char *value, size_t size)
{
	const char *found = find(name);
	size_t length = 0;

	if (!found)
		return false;
	if (size == 0)
		return true;
	for (; *found && !is_space(*found); found++) {
		if (length + 1 == size)
			bare_panic("the option %s is longer than %u characters",
				   name, (u32)size - 1);
		value[length++] = *found;
	}
	value[length] = '\0';
	return true;
}

static u32 digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return (u32)(c - '0');
	if (c >= 'a' && c <= 'f')
		return (u32)(c - 'a') + 10;
	if (c >= 'A' && c <= 'F')
		return (u32)(c - 'A') + 10;
	return 16;
}

u64 bare_option_u64(const char *name, u64 otherwise)
{
	char text[24];
	const char *at = text;
	u32 base = 10;
	u64 value = 0;

	if (!bare_option(name, text, sizeof(text)))
		return otherwise;
	if (at[0] == '0' && (at[1] == 'x' || at[1] == 'X')) {
		base = 16;
		at += 2;
	}
	do {
		u32 digit = digit_of(*at);

		if (digit >= base || value > (~0ull - digit) / base)
			bare_panic("the option %s=%s is no number of 64 bits",
				   name, text);
		value = value * base + digit;
		at++;
	} while (*at);
	return value;
}
