# SPDX-License-Identifier: MIT OR GPL-2.0-only
# No vector registers, so that an exception has none to save; the atomics that
# every ARMv8 CPU has, without a library to look for better ones.
no_outline := -mno-outline-atomics
no_outline := $(shell $(CC) $(no_outline) -E -x c /dev/null >/dev/null 2>&1 && \
	echo $(no_outline))
arch_flags := -march=armv8-a -mgeneral-regs-only -mcmodel=small $(no_outline)
arch_link := -m aarch64linux
