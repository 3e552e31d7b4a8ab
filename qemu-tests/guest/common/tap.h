/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * Test results on the console: "ok 1 - description", "not ok 2 - description",
 * and the plan "1..2" at the end.
 */
#ifndef GUEST_TAP_H
#define GUEST_TAP_H

#include <vireo/port.h>

/**
 * tap_ok() - one result
 * @passed: whether it is as it should be
 * @format: the description, one line; the formats of vireo_log()
 */
#define tap_ok(passed, ...)                                              \
	do {                                                             \
		struct tap_line line_;                                   \
									 \
		vireo_format(line_.text, sizeof(line_.text), __VA_ARGS__); \
		tap_result((passed), &line_);                            \
	} while (0)

/** struct tap_line - a description of one result */
struct tap_line {
	char text[160];
};

/** tap_result() - one result, its description ready */
void tap_result(bool passed, const struct tap_line *line);

/** tap_equal() - one result: passed when @actual is @expected, both shown if not */
void tap_equal(const char *description, s64 actual, s64 expected);

/**
 * tap_end() - the plan
 *
 * Return: the program's exit status, 0 when there were results and all passed.
 */
int tap_end(void);

#endif /* GUEST_TAP_H */
