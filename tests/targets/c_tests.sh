#!/bin/sh
# Builds libnango.so and the C and C++ tests for another system, and runs them there as far as possible on this one.
# `make check-targets` runs this.
#
# usage: tests/targets/c_tests.sh musl|aarch64
#
# musl: the C library of Alpine, by its own loader.
# aarch64: Linux on ARM with glibc, by QEMU, which runs the program of another processor as a process of this system.
set -eu

. "$(dirname "$0")/zig.sh"
case ${1-} in
musl)
	target=x86_64-unknown-linux-musl
	zig_target=x86_64-linux-musl
	rustflags=-Ctarget-feature=-crt-static # a shared library needs a shared libc
	interpreter=/lib/ld-musl-x86_64.so.1
	run=
	packages=musl
	left_out=none
	;;
aarch64)
	target=aarch64-unknown-linux-gnu
	zig_target=aarch64-linux-gnu.2.28
	rustflags=
	interpreter=/usr/aarch64-linux-gnu/lib/ld-linux-aarch64.so.1
	run='qemu-aarch64-static -L /usr/aarch64-linux-gnu'
	packages='qemu-user-static libc6-arm64-cross libgcc-s1-arm64-cross'
	left_out=test_phases.c # counts the threads of its process, of which QEMU has one more
	;;
*)
	echo 'usage: c_tests.sh musl|aarch64' >&2
	exit 2
	;;
esac
built=$work/$target/debug
programs=$work/$1
passed=0
failed=0

# compile LANGUAGE ARGUMENT...: zig's C or C++ compiler, for the target.
compile() {
	language=$1
	shift
	case $language in
	cc) flags=-std=c99 ;;
	c++) flags='-std=c++17 -Ibindings/c/include' ;;
	esac
	# shellcheck disable=SC2086 # several words
	python -m ziglang "$language" -target "$zig_target" -dynamic -O1 -g -Wall -Wextra -Wpedantic -Werror \
		-D_POSIX_C_SOURCE=200809L -Iinclude $flags "$@"
}

# program LANGUAGE SOURCE: leaves the program in $programs.
program() {
	compile "$1" "$2" "$programs/server.o" "$programs/request.o" "$programs/answers.o" -o "$programs/$(basename "$2")" \
		-L"$built" -lnango -Wl,-rpath,"$built" -pthread
}

# check NAME COMMAND...
check() {
	name=$1
	shift
	if "$@" >"$programs/log" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAILED: $name"
		cat "$programs/log"
	fi
}

# On musl a program loads musl and libnango, and nothing that needs another C library.
loads_nothing_else() {
	! "$interpreter" --list "$1" | grep -v -e ld-musl -e "$built/libnango.so.0"
}

if [ ! -x "$interpreter" ] || { [ -n "$run" ] && ! command -v "${run%% *}" >/dev/null; }; then
	echo "c_tests.sh: $interpreter is missing, or what runs it: install Debian's $packages" >&2
	exit 1
fi
need_target "$target"
CARGO_ENCODED_RUSTFLAGS=$rustflags \
	cargo-zigbuild rustc --locked --quiet -p nango --crate-type cdylib --target "$target" --target-dir "$work"
ln -sf libnango.so "$built/libnango.so.0"

rm -rf "$programs"
mkdir -p "$programs"
for part in server request answers; do
	compile cc -c "tests/c/support/$part.c" -o "$programs/$part.o"
done
for source in bindings/c/examples/*.c tests/c/test_*.c; do program cc "$source"; done
for source in bindings/c/examples/*.cpp tests/c/test_*.cpp; do program c++ "$source"; done

for test in "$programs"/test_*; do
	name=$(basename "$test")
	case $name in
	test_examples.c) set -- "$run $programs/get_connection.c" "$run $programs/get_connection.cpp" ;;
	*) set -- ;;
	esac
	[ "$name" != "$left_out" ] || continue
	# shellcheck disable=SC2086 # none, or several words
	check "$name" $run "$test" "$@"
	[ -n "$run" ] || check "$name loads nothing else" loads_nothing_else "$test"
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
