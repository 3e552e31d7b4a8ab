// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * A TCG plugin that counts, between two markers in the guest, how often each
 * instruction is executed and how often it reaches a device's registers. The
 * guest may come by the pair of markers several times.
 *
 *   -plugin count.so,text=0x100000,size=0x10000,begin=0x...,end=0x...,out=FILE,settle=300
 *
 * text, size   where the guest's code lies
 * begin, end   addresses of the two markers
 * out          a line for each address that was executed: address, executions,
 *              register reads, register writes
 * settle       microseconds for which the guest stands still after each write to
 *              a device's register. The device runs on meanwhile, and is done
 *              when the driver looks for the first time: a polling loop is passed
 *              through once, and counts do not depend on how fast the host is.
 */
#include "qemu_plugin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

__attribute__((visibility("default"))) int qemu_plugin_version = 1;

struct counts {
	uint64_t executed;
	uint64_t reads;
	uint64_t writes;
};

static uint64_t text, size, begin, end, settle;
static const char *out;
static struct counts *now;    /* of each address of the text, ever */
static struct counts *before; /* a copy, taken at the first marker */
static struct counts *total;  /* between the markers, all times together */

static void at_begin(unsigned int vcpu, void *context)
{
	(void)vcpu;
	(void)context;
	memcpy(before, now, size * sizeof(*now));
}

static void at_end(unsigned int vcpu, void *context)
{
	FILE *file = fopen(out, "w");

	(void)vcpu;
	(void)context;
	if (!file) {
		perror(out);
		exit(1);
	}
	for (uint64_t i = 0; i < size; i++) {
		struct counts *count = &total[i];

		count->executed += now[i].executed - before[i].executed;
		count->reads += now[i].reads - before[i].reads;
		count->writes += now[i].writes - before[i].writes;
		if (count->executed)
			fprintf(file, "%016llx %llu %llu %llu\n",
				(unsigned long long)(text + i),
				(unsigned long long)count->executed,
				(unsigned long long)count->reads,
				(unsigned long long)count->writes);
	}
	fclose(file);
}

static void accessed(unsigned int vcpu, plugin_access access, uint64_t address,
		     void *context)
{
	struct qemu_plugin_hwaddr *physical =
		qemu_plugin_get_hwaddr(access, address);
	struct timespec pause = { 0, (long)(settle * 1000) };
	struct counts *count = context;

	(void)vcpu;
	if (!physical || !qemu_plugin_hwaddr_is_io(physical))
		return;
	if (!qemu_plugin_mem_is_store(access)) {
		count->reads++;
		return;
	}
	count->writes++;
	if (settle)
		nanosleep(&pause, NULL);
}

static void translated(plugin_id id, struct qemu_plugin_tb *block)
{
	size_t count = qemu_plugin_tb_n_insns(block);

	(void)id;
	for (size_t i = 0; i < count; i++) {
		struct qemu_plugin_insn *instruction =
			qemu_plugin_tb_get_insn(block, i);
		uint64_t address = qemu_plugin_insn_vaddr(instruction);

		if (address < text || address - text >= size)
			continue;
		qemu_plugin_register_vcpu_insn_exec_inline(
			instruction, PLUGIN_ADD_U64,
			&now[address - text].executed, 1);
		qemu_plugin_register_vcpu_mem_cb(
			instruction, accessed, PLUGIN_NO_REGISTERS,
			PLUGIN_READS | PLUGIN_WRITES, &now[address - text]);
		if (address == begin)
			qemu_plugin_register_vcpu_insn_exec_cb(
				instruction, at_begin, PLUGIN_NO_REGISTERS,
				NULL);
		if (address == end)
			qemu_plugin_register_vcpu_insn_exec_cb(
				instruction, at_end, PLUGIN_NO_REGISTERS,
				NULL);
	}
}

static const char *value_of(const char *argument, const char *name)
{
	size_t length = strlen(name);

	if (strncmp(argument, name, length) != 0 || argument[length] != '=')
		return NULL;
	return argument + length + 1;
}

__attribute__((visibility("default"))) int
qemu_plugin_install(plugin_id id, const void *machine, int count,
		    char **arguments)
{
	const struct {
		const char *name;
		uint64_t *number;
	} numbers[] = {
		{ "text", &text }, { "size", &size },	  { "begin", &begin },
		{ "end", &end },   { "settle", &settle },
	};

	(void)machine;
	for (int i = 0; i < count; i++) {
		const char *value = value_of(arguments[i], "out");

		if (value)
			out = strdup(value);
		for (size_t n = 0; n < sizeof(numbers) / sizeof(numbers[0]); n++) {
			value = value_of(arguments[i], numbers[n].name);
			if (value)
				*numbers[n].number = strtoull(value, NULL, 0);
		}
	}
	now = calloc(size, sizeof(*now));
	before = calloc(size, sizeof(*before));
	total = calloc(size, sizeof(*total));
	if (!size || !begin || !end || !out || !now || !before || !total) {
		fprintf(stderr, "count: text, size, begin, end and out are needed\n");
		return 1;
	}
	qemu_plugin_register_vcpu_tb_trans_cb(id, translated);
	return 0;
}
