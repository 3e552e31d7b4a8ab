/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* What a measured guest does with its command line: mode= and requests=. */
#ifndef BENCH_MODES_H
#define BENCH_MODES_H

#include "bare.h"

/* Requests that are under way together, where several are. */
enum { DEPTH = 16 };

/**
 * struct mode - something that is measured
 * @name: as the option mode= says it
 * @run: does it @requests times, a multiple of DEPTH. The function of this name
 *       itself is not counted, so what it calls may not be inlined into it.
 * @marks: whether it calls count_begin() and count_end() itself, as often as it
 *         likes, around what counts
 */
struct mode {
	const char *name;
	void (*run)(u64 requests);
	bool marks;
};

/**
 * run_mode() - do what the options say, between two markers
 * @modes: ends with a name that is NULL
 *
 * The interrupts that come meanwhile are printed: "interrupts N".
 */
void run_mode(const struct mode *modes);

/** count_begin() - from here on it counts */
void count_begin(void);

/** count_end() - until here */
void count_end(void);

/** must() - panics where something failed */
void must(int err, const char *what);

#endif /* BENCH_MODES_H */
