# SPDX-License-Identifier: MIT OR GPL-2.0-only
# No floating point, so that a trap has no such registers to save. Some
# compilers want the CSR instructions named, others do not know the name.
riscv_march := rv64imac_zicsr
riscv_march := $(shell $(CC) -march=$(riscv_march) -mabi=lp64 -E -x c /dev/null \
	>/dev/null 2>&1 && echo $(riscv_march) || echo rv64imac)
arch_flags := -march=$(riscv_march) -mabi=lp64 -mcmodel=medany -mno-relax
arch_link := -m elf64lriscv
