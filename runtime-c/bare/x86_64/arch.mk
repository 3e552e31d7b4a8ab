# SPDX-License-Identifier: MIT OR GPL-2.0-only
# No vector registers, so that an exception has none to save; no red zone,
# because an exception may use the stack.
# A call to memcpy() where GCC alone would write a repeated string instruction.
no_rep := -mstringop-strategy=libcall
no_rep := $(shell $(CC) $(no_rep) -E -x c /dev/null >/dev/null 2>&1 && \
	echo $(no_rep))
arch_flags := -m64 -march=x86-64 -mno-red-zone -mgeneral-regs-only \
	-mcmodel=small -fcf-protection=none $(no_rep)
arch_link := -m elf_x86_64
