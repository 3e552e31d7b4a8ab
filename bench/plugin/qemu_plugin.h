/* SPDX-License-Identifier: MIT OR GPL-2.0-only */
/*
 * The functions of QEMU's TCG plugin interface, version 1, that count.c calls.
 * QEMU resolves them when it loads the plugin.
 */
#ifndef QEMU_PLUGIN_H
#define QEMU_PLUGIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint64_t plugin_id;
typedef uint32_t plugin_access;
struct qemu_plugin_tb;
struct qemu_plugin_insn;
struct qemu_plugin_hwaddr;

enum plugin_operation { PLUGIN_ADD_U64 };
enum plugin_registers { PLUGIN_NO_REGISTERS };
enum plugin_direction { PLUGIN_READS = 1, PLUGIN_WRITES = 2 };

/* Called when a block of guest code is translated, to add counters to it. */
void qemu_plugin_register_vcpu_tb_trans_cb(
	plugin_id id,
	void (*translated)(plugin_id id, struct qemu_plugin_tb *block));
size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *block);
struct qemu_plugin_insn *
qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *block, size_t index);
uint64_t qemu_plugin_insn_vaddr(const struct qemu_plugin_insn *instruction);

/* *counter += amount, in the translated code, each time it is executed. */
void qemu_plugin_register_vcpu_insn_exec_inline(
	struct qemu_plugin_insn *instruction, enum plugin_operation operation,
	void *counter, uint64_t amount);

/* A call before the instruction. */
void qemu_plugin_register_vcpu_insn_exec_cb(
	struct qemu_plugin_insn *instruction,
	void (*executes)(unsigned int vcpu, void *context),
	enum plugin_registers registers, void *context);

/* A call after each memory access of the instruction. */
void qemu_plugin_register_vcpu_mem_cb(
	struct qemu_plugin_insn *instruction,
	void (*accessed)(unsigned int vcpu, plugin_access access,
			 uint64_t address, void *context),
	enum plugin_registers registers, enum plugin_direction directions,
	void *context);
bool qemu_plugin_mem_is_store(plugin_access access);
struct qemu_plugin_hwaddr *qemu_plugin_get_hwaddr(plugin_access access,
						  uint64_t address);
bool qemu_plugin_hwaddr_is_io(const struct qemu_plugin_hwaddr *address);

#endif /* QEMU_PLUGIN_H */
