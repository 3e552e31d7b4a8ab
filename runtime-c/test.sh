#!/bin/sh
# SPDX-License-Identifier: MIT OR GPL-2.0-only
#
# All self-tests of this folder: port.h under every compiler and sparse, the
# host port under both compilers and sanitizers, the bare kernel in QEMU. One
# line a check; the output of a failed one follows it. Exit status 1 if any
# check failed, 2 if a tool is missing.
#
#   test.sh [port] [host] [bare]      the parts to run, all without arguments
#
# OUT says where to build (a new temporary folder by default).

set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
OUT=${OUT:-$(mktemp -d)}
mkdir -p "$OUT"
failed=0
passed=0

need() {
	for tool in "$@"; do
		command -v "$tool" >/dev/null 2>&1 && continue
		echo "missing: $tool (README.md lists Debian's packages)" >&2
		exit 2
	done
}

# check NAME COMMAND...
check() {
	name=$1
	shift
	if "$@" >"$OUT/log" 2>&1; then
		echo "ok - $name"
		passed=$((passed + 1))
	else
		echo "NOT OK - $name"
		sed 's/^/    /' "$OUT/log"
		failed=$((failed + 1))
	fi
}

warnings="-Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes
	-Wmissing-prototypes -Werror"

# --- port.h ---

sparse_is_silent() {
	sparse -Wsparse-all -Wno-decl -std=c11 "$@" >"$OUT/sparse" 2>&1
	cat "$OUT/sparse"
	[ ! -s "$OUT/sparse" ]
}

sparse_sees_mistakes() {
	file=$here/test/mistakes.c
	sparse -Wsparse-all -Wno-decl -std=c11 -I "$here/include" "$file" \
		>"$OUT/sparse" 2>&1
	cat "$OUT/sparse"
	lines=$(grep -n 'sees: ' "$file" | cut -d: -f1)
	for line in $lines; do
		what=$(sed -n "${line}s/.*sees: \(.*\) \*\/.*/\1/p" "$file")
		grep ":$line:.*$what" "$OUT/sparse" >/dev/null || {
			echo "line $line: sparse does not see: $what"
			return 1
		}
	done
	for line in $(grep -o 'mistakes.c:[0-9]*:' "$OUT/sparse" |
			cut -d: -f2 | sort -u); do
		echo "$lines" | grep -x "$line" >/dev/null || {
			echo "line $line: sparse sees what is no mistake"
			return 1
		}
	done
}

test_port() {
	need gcc clang sparse aarch64-linux-gnu-gcc riscv64-linux-gnu-gcc \
		powerpc64-linux-gnu-gcc
	for compiler in gcc aarch64-linux-gnu-gcc riscv64-linux-gnu-gcc \
			powerpc64-linux-gnu-gcc "clang --target=x86_64" \
			"clang --target=aarch64" "clang --target=riscv64" \
			"clang --target=powerpc64"; do
		for opt in -O0 -O2; do
			check "port.h: $compiler $opt" \
				$compiler -std=c11 -ffreestanding $opt $warnings \
				-I "$here/include" -c -o "$OUT/port.o" \
				"$here/test/driver_like.c"
		done
	done
	check "port.h: sparse is silent" sparse_is_silent \
		-I "$here/include" "$here/test/driver_like.c"
	check "port.h: sparse sees mistakes" sparse_sees_mistakes
}

# --- host ---

test_host() {
	need gcc clang
	for compiler in gcc clang; do
		for how in "-O2" "-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all"; do
			for program in host_test interrupt_test; do
				check "host: $compiler $how: $program builds" \
					$compiler -std=gnu11 $how $warnings \
					-I "$here/host" -I "$here/include" \
					-o "$OUT/$program" "$here"/host/*.c \
					"$here/host/test/$program.c"
				check "host: $compiler $how: $program passes" \
					"$OUT/$program"
			done
		done
		check "host: $compiler: a driver in a shared library" \
			$compiler -std=c11 -O2 $warnings -shared -fPIC \
			-Wl,-Bsymbolic -I "$here/host" -I "$here/include" \
			-o "$OUT/libdriver.so" "$here"/host/*.c \
			"$here/test/driver_like.c"
	done
}

# --- bare ---

smoke="test/smoke.c test/faults.c test/interrupts.c test/rng.c test/tap.c"
words="word n=1 n=0x1F big=18446744073709551615"
# Entropy devices with MSI-X and without, two of them on one line, one of them
# behind a bridge, one with I/O ports only; and what the tests call them.
rng="-device virtio-rng-pci,addr=4 -device virtio-rng-pci,addr=5,vectors=0
	-device virtio-rng-pci,addr=9,vectors=0
	-device pci-bridge,id=bridge,chassis_nr=1,addr=8
	-device virtio-rng-pci,bus=bridge,addr=3,vectors=0"
legacy="-device virtio-rng-pci,addr=6,vectors=0,disable-modern=on,disable-legacy=off"
lines="line=0x28 shared=0x48 behind=0x118"
all="vectors=0x20 $lines screams=0x28 legacy=0x30"
mmio_2="-global virtio-mmio.force-legacy=false"

# The machine of $arch that says its exit code.
qemu() {
	case $arch in
	x86_64)
		set -- qemu-system-x86_64 -device \
			isa-debug-exit,iobase=0xf4,iosize=4 "$@"
		;;
	aarch64)
		set -- qemu-system-aarch64 -M virt -cpu cortex-a57 \
			-semihosting-config enable=on,target=native "$@"
		;;
	riscv64)
		set -- qemu-system-riscv64 -M virt -bios none "$@"
		;;
	esac
	timeout 60 "$@" -nodefaults -display none -no-reboot -serial stdio \
		</dev/null
}

# boots STATUS PATTERN OPTIONS...: QEMU's exit code, and a line of the output
boots() {
	wanted=$1
	pattern=$2
	shift 2
	qemu -kernel "$OUT/$arch/smoke.elf" "$@" >"$OUT/console" 2>&1
	status=$?
	cat "$OUT/console"
	echo "QEMU's exit code is $status, wanted is $wanted"
	[ $status -eq "$wanted" ] && { [ -z "$pattern" ] || grep "$pattern" "$OUT/console" >/dev/null; } &&
		! grep '^not ok' "$OUT/console"
}

no_rep_and_no_vectors() {
	! ${prefix}objdump -d "$OUT/$arch/smoke.elf" | grep -E \
		-e 'rep[nz]* |%[xyz]mm' \
		-e '\<(ldr|str|ldp|stp)[[:space:]]+[dqsv][0-9]' \
		-e '[[:space:]]f(lw|ld|sw|sd)[[:space:]]'
}

markers_differ() {
	${prefix}nm "$OUT/$arch/smoke.elf" | grep ' bare_mark_' | cut -d' ' -f1 |
		sort -u >"$OUT/markers"
	[ "$(wc -l <"$OUT/markers")" -eq 2 ]
}

# Firmware and all, best of five: a busy host may disturb some of them.
boots_quickly() {
	best=999999
	for try in 1 2 3 4 5; do
		begin=$(date +%s%N)
		qemu -M q35 -kernel "$OUT/$arch/smoke.elf" -append status=3
		[ $? -eq 39 ] || return 1
		took=$((($(date +%s%N) - begin) / 1000000))
		[ $took -lt $best ] && best=$took
	done
	echo "$best ms"
	[ $best -lt 500 ]
}

# Files of one architecture see its own register access, all others the usual.
# This sparse does not know __has_include, by which port.h finds it.
sparse_architecture() {
	case $1 in
	*/x86_64/*) echo "-include $here/bare/x86_64/include/vireo_port_config.h" ;;
	esac
}

sparse_on_bare() {
	for file in "$here"/bare/core/*.c "$here"/bare/test/*.c \
			"$here"/bare/*64/*.c "$here"/bare/test/*64/*.c; do
		sparse_is_silent -ffreestanding -I "$here/bare/include" \
			-I "$here/bare/core" -I "$here/include" \
			$(sparse_architecture "$file") "$file" || return 1
	done
}

# builds COMPILER OPT
builds() {
	check "bare: $arch: $1 $2: builds" make -s -C "$here/bare" \
		ARCH="$arch" O="$OUT/$arch" PROGRAM=smoke.elf \
		SOURCES="$smoke test/$arch/reference_clock.c \
			test/$arch/registers.S" CC="$1" OPT="$2"
	check "bare: $arch: $1 $2: has neither string nor vector instructions" \
		no_rep_and_no_vectors
	check "bare: $arch: $1 $2: markers differ" markers_differ
}

# panics FAULT PATTERN OPTIONS...
panics() {
	fault=$1
	pattern=$2
	shift 2
	check "bare: $arch: panic: $fault" boots 251 \
		"^BARE PANIC: .*$pattern" "$@" -append "fault=$fault"
}

test_x86_64() {
	arch=x86_64
	prefix=
	for build in "gcc -O0" "clang -O2" "gcc -O2"; do
		builds ${build% *} ${build#* }
		check "bare: $build: q35" boots 33 '^1\.\.' \
			-M q35 $rng $legacy -append \
			"$words $all far=0x7f00000000 expect=ecam,ports"
	done
	check "bare: q35, -cpu max, 5 GiB, DMA above 4 GiB" boots 33 '^1\.\.' \
		-M q35 -cpu max -m 5G $rng -append "$words vectors=0x20 $lines \
		far=0x7f00000000 expect=ecam,ports high=1 dma=high"
	check "bare: q35, 64 MiB, PCI by ports" boots 33 '^1\.\.' -M q35 -m 64M \
		$rng $legacy -append "$words $all expect=ecam,ports pci=ports"
	check "bare: q35, lines of device 25 and behind a root port" \
		boots 33 '^1\.\.' -M q35 -device pcie-root-port,id=root,addr=7 \
		-device virtio-rng-pci,bus=root,vectors=0 \
		-device virtio-rng-pci,addr=0x19,vectors=0 \
		-append "$words expect=ecam,ports line=0xc8 behind=0x100"
	check "bare: q35, lines of devices 24 and 30" boots 33 '^1\.\.' -M q35 \
		-device virtio-rng-pci,addr=0x18,vectors=0 \
		-device virtio-rng-pci,addr=0x1e,vectors=0 \
		-append "$words expect=ecam,ports line=0xc0 shared=0xf0"
	check "bare: pc" boots 33 '^1\.\.' -M pc $rng $legacy \
		-append "$words $all expect=ports"
	check "bare: microvm, no PCI, virtio-mmio 1" boots 33 '^1\.\.' \
		-M microvm -device virtio-rng-device -append \
		"$words expect=none mmio=0xfeb02e00 interrupt=47"
	check "bare: microvm, no ACPI, virtio-mmio 2" boots 33 '^1\.\.' \
		-M microvm,acpi=off -device virtio-rng-device $mmio_2 -append \
		"$words expect=none mmio=0xfeb00e00 interrupt=12"
	check "bare: microvm, PCI, 64 MiB" boots 33 '^1\.\.' \
		-M microvm,pcie=on -m 64M $rng -append \
		"$words vectors=0x20 $lines screams=0x28 expect=ecam"
	check "bare: microvm, PCI, one I/O APIC" boots 33 '^1\.\.' \
		-M microvm,pcie=on,ioapic2=off $rng -device virtio-rng-device \
		-append "$words vectors=0x20 $lines expect=ecam \
		mmio=0xfeb00e00 interrupt=23"
	check "bare: microvm, PCI, 5 GiB, DMA above 4 GiB, -cpu max" \
		boots 33 '^1\.\.' -M microvm,pcie=on -cpu max -m 5G $rng \
		-append "$words $lines expect=ecam high=1 dma=high"
	check "bare: a status passes" boots 43 '' -M microvm -append status=5
	check "bare: a wrong status is 100" boots 233 '' -M microvm \
		-append status=101
	check "bare: boots in half a second" boots_quickly

	panics divide "divide error, vector 0 " -M microvm
	panics opcode "invalid opcode, vector 6 " -M microvm
	panics null 'page fault, vector 14 .*cr2 0x8$' -M microvm
	panics page 'page fault, vector 14 .*cr2 0x123456789000$' -M q35
	panics stack "page fault, vector 14 .*cr2 0x100" -M q35
	panics asked 'asked for, 42$' -M microvm
	panics free 'is freed twice$' -M microvm
	panics heap 'is no live allocation$' -M microvm
	panics bad "is no number" -M microvm
}

# The machine "virt" of the two other architectures, where all devices work.
# test_virt ARCH OPTIONS MACHINE ITS_OPTIONS STACK OPCODE: what the kernel is told,
# the same for a variant of the machine, and what two panics say
test_virt() {
	arch=$1
	prefix=$arch-linux-gnu-
	devices="$rng $legacy -device virtio-rng-device"
	for compiler in "clang --target=$arch-linux-gnu" "${prefix}gcc"; do
		builds "$compiler" -O2
		check "bare: $arch: $compiler: 64 MiB" boots 33 '^1\.\.' \
			-m 64M $devices -append "$words $2 expect=ecam"
	done
	check "bare: $arch: 5 GiB, two CPUs, DMA above 4 GiB, virtio-mmio 2" \
		boots 33 '^1\.\.' -m 5G -smp 2 $devices $mmio_2 \
		-append "$words $2 expect=ecam high=1 dma=high"
	check "bare: $arch: $3" boots 33 '^1\.\.' -M "virt,$3" $devices \
		-append "$words $4 expect=ecam"
	check "bare: $arch: a status passes" boots 43 '' -append status=5
	panics null 'address 0x8$'
	panics page 'address 0x123456789000$'
	panics stack "$5"
	panics opcode "$6"
	panics asked 'asked for, 42$'
}

test_bare() {
	need gcc clang sparse make qemu-system-x86_64 objdump nm \
		qemu-system-aarch64 aarch64-linux-gnu-gcc \
		qemu-system-riscv64 riscv64-linux-gnu-gcc
	check "bare: sparse is silent" sparse_on_bare
	test_x86_64
	# The GIC's version 3 has no messages here. QEMU's PLIC has none, and
	# does not repeat a line that stays up.
	mmio="mmio=0x0a003e00 interrupt=79"
	test_virt aarch64 "$all $mmio" gic-version=3 \
		"$lines screams=0x28 legacy=0x30 $mmio" \
		"data abort.*address 0x40100" "vector 0 "
	mmio="mmio=0x10008000 interrupt=8"
	test_virt riscv64 "$lines legacy=0x30 $mmio" aia=aplic-imsic \
		"$all $mmio" "store access fault, cause 7 " "cause [23] "
}

[ $# -gt 0 ] || set -- port host bare
for part in "$@"; do
	case $part in
	port | host | bare) test_$part ;;
	*)
		echo "usage: test.sh [port] [host] [bare]" >&2
		exit 2
		;;
	esac
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
