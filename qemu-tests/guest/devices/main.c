// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The guest of all drivers: finds the devices, runs the scenario= that the
 * command line names, stops the devices and sees that nothing is left over.
 */
#include "bare.h"
#include "devices.h"
#include "scenario.h"
#include "tap.h"
#include "words.h"

static const struct {
	const char *name;
	void (*run)(struct devices *devices);
} scenarios[] = {
	{ "matrix", scenario_matrix },
	{ "frames", scenario_frames },
	{ "changes", scenario_changes },
	{ "silent", scenario_silent },
};

static void run_scenario(struct devices *devices)
{
	for (size_t i = 0; i < sizeof(scenarios) / sizeof(scenarios[0]); i++) {
		if (option_is("scenario", scenarios[i].name)) {
			scenarios[i].run(devices);
			return;
		}
	}
	bare_panic("the option scenario= names no scenario");
}

int bare_main(const char *command_line)
{
	struct devices *devices = devices_start(command_line);
	struct bare_usage usage;

	tap_equal("the probe finds the devices that are plugged in",
		  devices->found, (s64)bare_option_u64("devices", 1));
	bare_print("# fact vectors=%llu\n", bare_usage().vectors);
	run_scenario(devices);
	devices_stop();
	bare_print("# fact interrupts=%llu\n", bare_interrupt_total());
	usage = bare_usage();
	tap_equal("no DMA memory is left over", (s64)usage.dma_blocks, 0);
	tap_equal("no private memory is left over", (s64)usage.heap_blocks, 0);
	tap_equal("no register window is left over", (s64)usage.windows, 0);
	tap_equal("no interrupt handler is left over", (s64)usage.handlers, 0);
	tap_equal("no events are left over", (s64)usage.events, 0);
	tap_equal("no vector is left over", (s64)usage.vectors, 0);
	return tap_end();
}
