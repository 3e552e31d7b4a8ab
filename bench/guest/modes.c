// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "modes.h"

/* Once before, nothing counts, so that no first time is measured. */
static bool counting;

void count_begin(void)
{
	if (counting)
		bare_mark_begin();
}

void count_end(void)
{
	if (counting)
		bare_mark_end();
}

void must(int err, const char *what)
{
	if (err)
		bare_panic("%s: error %d", what, -err);
}

static bool equal(const char *a, const char *b)
{
	while (*a && *a == *b) {
		a++;
		b++;
	}
	return *a == *b;
}

static const struct mode *find(const struct mode *modes)
{
	char name[16];

	if (!bare_option("mode", name, sizeof(name)))
		bare_panic("mode= is needed");
	for (; modes->name; modes++) {
		if (equal(name, modes->name))
			return modes;
	}
	bare_panic("there is no mode %s", name);
}

void run_mode(const struct mode *modes)
{
	const struct mode *mode = find(modes);
	u64 requests = bare_option_u64("requests", 0);
	u64 interrupts;

	if (requests == 0 || requests % DEPTH)
		bare_panic("requests= is needed, a multiple of %d", DEPTH);
	mode->run(DEPTH);
	counting = true;
	interrupts = bare_interrupt_total();
	if (!mode->marks)
		count_begin();
	mode->run(requests);
	if (!mode->marks)
		count_end();
	bare_print("interrupts %llu\n", bare_interrupt_total() - interrupts);
}
