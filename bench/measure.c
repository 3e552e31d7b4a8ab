// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * usage: measure COMMAND [ARGUMENT...]
 *
 * Runs a command and prints on standard error, in one line, its time from start
 * to end in milliseconds and the most memory it had resident, in MiB. Its exit
 * status is the command's.
 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

int main(int count, char **arguments)
{
	double begin = milliseconds();
	struct rusage usage;
	int status;
	pid_t child;

	if (count < 2)
		return 2;
	child = fork();
	if (child == 0) {
		execvp(arguments[1], arguments + 1);
		perror(arguments[1]);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &usage) != child) {
		perror("measure");
		return 1;
	}
	fprintf(stderr, "%.0f %ld\n", milliseconds() - begin,
		usage.ru_maxrss / 1024);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
