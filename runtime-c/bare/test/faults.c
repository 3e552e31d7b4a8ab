// SPDX-License-Identifier: MIT OR GPL-2.0-only
#include "bare.h"
#include "faults.h"

/* Volatile, so that no compiler sees the faults coming. */
static volatile u32 zero;

static noinline u32 use_stack(u32 depth)
{
	volatile u8 room[4096];

	room[depth % 4096] = (u8)depth;
	return depth == ~zero ? 0 : use_stack(depth + 1) + room[depth % 4096];
}

static void divide(void)
{
	zero = 1000 / zero;
}

static void opcode(void)
{
	__builtin_trap();
}

static void null(void)
{
	zero = *(volatile u32 *)(uintptr_t)(zero + 8);
}

static void page(void)
{
	u64 far = 0x123456789000ull + zero;

	*(volatile u32 *)(uintptr_t)far = 1;
}

static void stack(void)
{
	zero = use_stack(zero);
}

static void panic(void)
{
	bare_panic("asked for, %u", zero + 42);
}

static void dma_twice(void)
{
	struct vireo_dma_memory memory;

	if (vireo_dma_alloc(NULL, 4096, 1, &memory) == 0) {
		vireo_dma_free(NULL, memory);
		vireo_dma_free(NULL, memory);
	}
}

static void heap_twice(void)
{
	void *memory = vireo_alloc(64);

	vireo_free(memory);
	vireo_free(memory);
}

static void option(void)
{
	zero = (u32)bare_option_u64("fault", 0);
}

void fault_raise(const char *name)
{
	static const struct {
		char first;
		void (*raise)(void);
	} faults[] = {
		{ 'd', divide }, { 'o', opcode }, { 'n', null },
		{ 'p', page },	 { 's', stack },  { 'a', panic },
		{ 'f', dma_twice }, { 'h', heap_twice }, { 'b', option },
	};

	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		if (faults[i].first == name[0])
			faults[i].raise();
	}
	bare_put("# the fault did not happen\n");
	bare_exit(0);
}
