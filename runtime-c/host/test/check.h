/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/* What the tests of this port share: points, children that die, records. */
#ifndef VIREO_HOST_CHECK_H
#define VIREO_HOST_CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <vireo/port.h>

#include "host.h"

static unsigned int points;
static unsigned int failures;

static inline void check(bool passed, const char *name)
{
	points++;
	if (passed)
		return;
	failures++;
	printf("not ok %u - %s\n", points, name);
}

/* The exit status of a test program. */
static inline int finished(void)
{
	printf("1..%u\n", points);
	return failures ? 1 : 0;
}

/* Whether a child that misuses the port dies, saying @message on the way. */
static inline bool dies(void (*misuse)(void), const char *message)
{
	char said[65536];
	size_t length = 0;
	ssize_t got;
	int ends[2];
	int status;
	pid_t child;

	if (pipe(ends))
		return false;
	fflush(stdout);
	child = fork();
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		close(ends[0]);
		close(ends[1]);
		misuse();
		_exit(0);
	}
	close(ends[1]);
	while ((got = read(ends[0], said + length, sizeof(said) - 1 - length)) > 0)
		length += (size_t)got;
	close(ends[0]);
	said[length] = '\0';
	waitpid(child, &status, 0);
	if (status != 0 && strstr(said, message))
		return true;
	printf("# status %d, said: %.400s\n", status, said);
	return false;
}

static inline bool record_is(const struct vireo_host_record *record,
			     uint32_t kind, uint32_t width, uint64_t address,
			     uint64_t value)
{
	if (record->kind == kind && record->width == width &&
	    record->address == address && record->value == value)
		return true;
	printf("# record {%u, %u, 0x%llx, 0x%llx}, wanted {%u, %u, 0x%llx, 0x%llx}\n",
	       record->kind, record->width, (u64)record->address,
	       (u64)record->value, kind, width, (u64)address, (u64)value);
	return false;
}

#endif /* VIREO_HOST_CHECK_H */
