#!/bin/sh
# Builds libnango.so and the C and C++ tests for musl, the C library of Alpine, and runs them with musl's own loader.
# `make check-targets` runs this.
set -eu

. "$(dirname "$0")/zig.sh"
target=x86_64-unknown-linux-musl
built=$work/$target/debug
programs=$work/musl
loader=/lib/ld-musl-x86_64.so.1
passed=0
failed=0

# compile LANGUAGE ARGUMENT...: zig's C or C++ compiler, for musl as a shared library.
compile() {
	language=$1
	shift
	case $language in
	cc) flags=-std=c99 ;;
	c++) flags='-std=c++17 -Ibindings/c/include' ;;
	esac
	# shellcheck disable=SC2086 # several words
	python -m ziglang "$language" -target x86_64-linux-musl -dynamic -O1 -g -Wall -Wextra -Wpedantic -Werror \
		-D_POSIX_C_SOURCE=200809L -Iinclude $flags "$@"
}

# program LANGUAGE SOURCE: leaves the program in $programs.
program() {
	compile "$1" "$2" "$programs/server.o" "$programs/answers.o" -o "$programs/$(basename "$2")" \
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

# A program loads musl and libnango, and nothing that needs another C library.
loads_nothing_else() {
	! "$loader" --list "$1" | grep -v -e "$loader" -e "$built/libnango.so.0"
}

[ -x "$loader" ] || { echo "musl.sh: $loader is missing: install musl (Debian: musl)" >&2; exit 1; }
need_target "$target"
CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_RUSTFLAGS=-Ctarget-feature=-crt-static \
	cargo-zigbuild rustc --locked --quiet -p nango --crate-type cdylib --target "$target" --target-dir "$work"
ln -sf libnango.so "$built/libnango.so.0"

rm -rf "$programs"
mkdir -p "$programs"
for part in server answers; do
	compile cc -c "tests/c/support/$part.c" -o "$programs/$part.o"
done
for source in bindings/c/examples/*.c tests/c/test_*.c; do program cc "$source"; done
for source in bindings/c/examples/*.cpp tests/c/test_*.cpp; do program c++ "$source"; done

for test in "$programs"/test_*; do
	name=$(basename "$test")
	case $name in
	test_examples.c) check "$name" "$test" "$programs/get_connection.c" "$programs/get_connection.cpp" ;;
	*) check "$name" "$test" ;;
	esac
	check "$name loads nothing else" loads_nothing_else "$test"
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
