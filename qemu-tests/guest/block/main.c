// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * The block driver's guest: starts the disks, runs the scenario= that the
 * command line names, stops the disks and sees that nothing is left over.
 */
#include "bare.h"
#include "disk.h"
#include "pattern.h"
#include "scenario.h"
#include "tap.h"
#include "words.h"

static const struct {
	const char *name;
	void (*run)(u32 disks);
} scenarios[] = {
	{ "list", scenario_list },
	{ "read", scenario_read },
	{ "read-many", scenario_read_many },
	{ "write", scenario_write },
	{ "flush", scenario_flush },
	{ "flush-error", scenario_flush_error },
	{ "limits", scenario_limits },
	{ "blocks", scenario_blocks },
	{ "read-only", scenario_read_only },
	{ "far", scenario_far },
	{ "bad-sector", scenario_bad_sector },
	{ "hang", scenario_hang },
	{ "wrap", scenario_wrap },
	{ "flight", scenario_flight },
};

u8 *buffer(void)
{
	static u8 bytes[BUFFER];

	for (u32 i = 0; i < BUFFER; i++)
		bytes[i] = 0xa5;
	return bytes;
}

u8 seed_of(u32 disk)
{
	return (u8)(bare_option_u64("seed", 1) + disk);
}

static void run_scenario(u32 disks)
{
	char name[32];

	if (!bare_option("scenario", name, sizeof(name)))
		bare_panic("the option scenario= is missing");
	for (size_t i = 0; i < sizeof(scenarios) / sizeof(scenarios[0]); i++) {
		if (equal(name, scenarios[i].name)) {
			scenarios[i].run(disks);
			return;
		}
	}
	bare_panic("there is no scenario %s", name);
}

/* Facts, which the host compares with what it plugged in. */
static void report(u32 disks)
{
	bare_print("# fact disks=%u\n", disks);
	for (u32 disk = 0; disk < disks; disk++) {
		bare_print("# fact disk%u.name=%s\n", disk, disk_name(disk));
		bare_print("# fact disk%u.sectors=%llu\n", disk,
			   disk_sectors(disk));
		bare_print("# fact disk%u.block-size=%u\n", disk,
			   disk_block_size(disk));
		bare_print("# fact disk%u.read-only=%s\n", disk,
			   disk_read_only(disk) ? "yes" : "no");
	}
}

int bare_main(const char *command_line)
{
	struct bare_usage usage;
	u32 disks;

	(void)command_line;
	disks = disks_start();
	report(disks);
	tap_equal("the probe finds the disks that are plugged in", disks,
		  (s64)bare_option_u64("disks", 1));
	run_scenario(disks);
	disks_stop();
	bare_print("# fact interrupts=%llu\n", bare_interrupt_total());
	usage = bare_usage();
	tap_equal("no DMA memory is left over", (s64)usage.dma_blocks, 0);
	tap_equal("no private memory is left over", (s64)usage.heap_blocks, 0);
	tap_equal("no register window is left over", (s64)usage.windows, 0);
	tap_equal("no interrupt handler is left over", (s64)usage.handlers, 0);
	return tap_end();
}
