// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "fdt.h"

enum {
	FDT_STRUCTURE = 8,
	FDT_STRINGS = 12,
	FDT_BEGIN_NODE = 1,
	FDT_END_NODE = 2,
	FDT_PROPERTY = 3,
	FDT_NOP = 4,
	/* An address and a size of two cells each. */
	REG_BYTES = 16,
};

static u32 word_at(const u8 *at)
{
	return (u32)at[0] << 24 | (u32)at[1] << 16 | (u32)at[2] << 8 | at[3];
}

static bool begins(const char *text, const char *start)
{
	while (*start && *text == *start) {
		text++;
		start++;
	}
	return !*start;
}

static bool same(const char *left, const char *right)
{
	while (*left && *left == *right) {
		left++;
		right++;
	}
	return *left == *right;
}

static u32 length_of(const char *text)
{
	u32 length = 0;

	while (text[length])
		length++;
	return length;
}

static u32 aligned(u32 bytes)
{
	return (bytes + 3) & ~3u;
}

/* The token at @at is read already: what comes after what belongs to it. */
static const u8 *after(u32 token, const u8 *at)
{
	switch (token) {
	case FDT_BEGIN_NODE:
		return at + aligned(length_of((const char *)at) + 1);
	case FDT_PROPERTY:
		return at + 8 + aligned(word_at(at));
	default:
		return at;
	}
}

/* The next node after a place, and its name. */
static struct fdt_node next_node(const u8 *at, const char **name)
{
	struct fdt_node node = { NULL };

	for (;;) {
		u32 token = word_at(at);

		at += 4;
		if (token == FDT_BEGIN_NODE) {
			*name = (const char *)at;
			node.at = after(token, at);
			return node;
		}
		if (token != FDT_PROPERTY && token != FDT_END_NODE &&
		    token != FDT_NOP)
			return node;
		at = after(token, at);
	}
}

static struct fdt_node first_node(const u8 *fdt, const char **name)
{
	return next_node(fdt + word_at(fdt + FDT_STRUCTURE), name);
}

struct fdt_bytes fdt_value(const u8 *fdt, struct fdt_node node,
			   const char *property)
{
	const char *strings = (const char *)fdt + word_at(fdt + FDT_STRINGS);
	struct fdt_bytes value = { NULL, 0 };
	const u8 *at = node.at;

	/* Properties come before children. */
	while (at) {
		u32 token = word_at(at);

		at += 4;
		if (token != FDT_PROPERTY && token != FDT_NOP)
			break;
		if (token == FDT_PROPERTY &&
		    same(strings + word_at(at + 4), property)) {
			value.length = word_at(at);
			value.data = at + 8;
			break;
		}
		at = after(token, at);
	}
	return value;
}

struct fdt_node fdt_named(const u8 *fdt, const char *beginning)
{
	const char *name = NULL;
	struct fdt_node node = first_node(fdt, &name);

	while (node.at && !begins(name, beginning))
		node = next_node(node.at, &name);
	return node;
}

struct fdt_node fdt_phandle(const u8 *fdt, u64 phandle)
{
	const char *name;
	struct fdt_node node = first_node(fdt, &name);

	while (node.at && fdt_cell(fdt, node, "phandle") != phandle)
		node = next_node(node.at, &name);
	return node;
}

/* One of the texts that a value is made of, each ended by a zero. */
static bool lists(struct fdt_bytes value, const char *text)
{
	for (u32 at = 0; at < value.length;) {
		const char *one = (const char *)value.data + at;

		if (same(one, text))
			return true;
		at += length_of(one) + 1;
	}
	return false;
}

static bool enabled(const u8 *fdt, struct fdt_node node)
{
	struct fdt_bytes status = fdt_value(fdt, node, "status");

	return status.length == 0 || lists(status, "okay") ||
	       lists(status, "ok");
}

struct fdt_node fdt_compatible_after(const u8 *fdt, struct fdt_node node,
				     const char *model)
{
	const char *name;

	do {
		node = next_node(node.at, &name);
	} while (node.at &&
		 !(lists(fdt_value(fdt, node, "compatible"), model) &&
		   enabled(fdt, node)));
	return node;
}

/* The root, which comes first, is compatible with whole machines only. */
struct fdt_node fdt_compatible(const u8 *fdt, const char *model)
{
	const char *name;

	return fdt_compatible_after(fdt, first_node(fdt, &name), model);
}

u64 fdt_number(struct fdt_bytes value, u32 offset, u32 cells)
{
	u64 number = 0;

	if (offset + 4 * cells > value.length)
		return 0;
	for (u32 i = 0; i < cells; i++)
		number = number << 32 | word_at(value.data + offset + 4 * i);
	return number;
}

u32 fdt_cell(const u8 *fdt, struct fdt_node node, const char *property)
{
	return (u32)fdt_number(fdt_value(fdt, node, property), 0, 1);
}

struct machine_range fdt_reg(const u8 *fdt, struct fdt_node node, u32 index)
{
	struct fdt_bytes reg = fdt_value(fdt, node, "reg");
	struct machine_range range = {
		fdt_number(reg, index * REG_BYTES, 2),
		fdt_number(reg, index * REG_BYTES + 8, 2),
	};

	return range;
}
