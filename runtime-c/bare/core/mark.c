// SPDX-License-Identifier: MIT OR GPL-2.0-only
/*
 * Two different functions with two addresses: their bodies differ in a comment
 * to the assembler, or a compiler may fold them into one.
 */
#include "bare.h"

noinline void bare_mark_begin(void)
{
	__asm__ __volatile__("# begin" ::: "memory");
}

noinline void bare_mark_end(void)
{
	__asm__ __volatile__("# end" ::: "memory");
}
