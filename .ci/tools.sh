# SPDX-License-Identifier: MIT OR GPL-2.0-only
# shellcheck shell=bash
#
# What ./verify needs on a machine: how to see that it is there, and the Debian
# package that brings it. Sourced, not run.

has() { command -v "$1" >/dev/null 2>&1; }

java_home_or_path() { if [ -n "${JAVA_HOME:-}" ]; then echo "$JAVA_HOME/bin/$1"; else echo "$1"; fi; }

has_jdk() {
	local version
	version=$("$(java_home_or_path javac)" -version 2>&1) || return 1
	version=${version#javac }
	[ "${version%%.*}" -ge 17 ] 2>/dev/null
}

compiles() { echo 'int main(void) { return 0; }' | "$@" -x c - -o /dev/null 2>/dev/null; }

cross() { has "$1-linux-gnu-gcc"; }

# need_list: one line a need: Debian package, what for, the command that tests for it.
need_list() {
	cat <<-'END'
	openjdk-17-jdk-headless|a JDK, 17 or newer|has_jdk
	maven|Maven|has mvn
	make|make|has make
	gcc|GCC for this machine|compiles gcc
	binutils|the linker and nm|has ld
	clang|Clang|compiles clang
	libclang-rt-dev|Clang's sanitizers|compiles clang -fsanitize=address,undefined
	sparse|sparse|has sparse
	gcc-aarch64-linux-gnu|GCC for AArch64|cross aarch64
	gcc-riscv64-linux-gnu|GCC for RISC-V|cross riscv64
	gcc-powerpc64-linux-gnu|GCC for a big-endian target|cross powerpc64
	libc6-dev-ppc64-cross|the C library for it|compiles powerpc64-linux-gnu-gcc -static
	qemu-user|QEMU's user mode, to run that|has qemu-ppc64
	qemu-system-x86|QEMU for x86-64|has qemu-system-x86_64
	qemu-system-arm|QEMU for AArch64|has qemu-system-aarch64
	qemu-system-misc|QEMU for RISC-V|has qemu-system-riscv64
	END
}

# missing: fills the arrays packages and reasons.
missing() {
	local package reason test
	packages=() reasons=()
	while IFS='|' read -r package reason test; do
		# Words on purpose: a test is a command with its arguments.
		# shellcheck disable=SC2086
		if ! $test </dev/null; then
			packages+=("$package")
			reasons+=("$reason")
		fi
	done < <(need_list)
}

say_missing() {
	local i
	echo "missing on this machine:"
	for i in "${!packages[@]}"; do
		printf '  %-32s (Debian package %s)\n' "${reasons[$i]}" "${packages[$i]}"
	done
	if [ -n "${JAVA_HOME:-}" ] && ! has_jdk; then
		echo "JAVA_HOME=$JAVA_HOME is no JDK of version 17 or newer: correct or unset it."
	fi
}

apt_line() { echo "apt-get install -y --no-install-recommends ${packages[*]}"; }

# need_tools INSTALL: returns when everything is there; exits with status 3 otherwise.
need_tools() {
	local as_root=() log=$logs/install.log
	missing
	[ ${#packages[@]} -eq 0 ] && return 0
	say_missing
	if [ "$1" != yes ] || ! has apt-get; then
		has apt-get && echo "install with: sudo $(apt_line)"
		exit 3
	fi
	if [ "$(id -u)" -ne 0 ]; then
		if ! has sudo || ! sudo -n true 2>/dev/null; then
			echo "not root, and sudo wants a password; install with: sudo $(apt_line)"
			exit 3
		fi
		as_root=(sudo -n)
	fi
	say "installing: ${packages[*]}"
	if ! {
		"${as_root[@]}" apt-get update &&
			"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
				apt-get install -y --no-install-recommends "${packages[@]}"
	} >"$log" 2>&1 </dev/null; then
		tail -n 20 "$log"
		echo "apt-get failed; by hand: $(apt_line)"
		exit 3
	fi
	missing
	if [ ${#packages[@]} -ne 0 ]; then
		say_missing
		echo "still missing after apt-get; its log: $log"
		exit 3
	fi
}
