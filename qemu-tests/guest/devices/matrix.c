// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "bare.h"
#include "scenario.h"

/*
 * What the host looks for in a cell of the matrix: how many interrupts came
 * while the device was at work, and that it went through all of it.
 */
static void report(const char *device, u64 interrupts_before)
{
	bare_print("# fact %s.interrupts=%llu\n", device,
		   bare_interrupt_total() - interrupts_before);
}

void scenario_matrix(struct devices *devices)
{
	u64 before;

	if (devices->disk) {
		before = bare_interrupt_total();
		exercise_disk(devices->disk);
		report("blk", before);
	}
	if (devices->nic) {
		before = bare_interrupt_total();
		exercise_nic(devices->nic);
		report("net", before);
	}
	if (devices->source) {
		before = bare_interrupt_total();
		exercise_source(devices->source);
		report("rng", before);
	}
	if (devices->console) {
		before = bare_interrupt_total();
		exercise_console(devices->console);
		report("console", before);
	}
}

void scenario_changes(struct devices *devices)
{
	change_link(devices->nic);
	change_disk(devices->disk);
}

void scenario_silent(struct devices *devices)
{
	outwait_source(devices->source);
}
