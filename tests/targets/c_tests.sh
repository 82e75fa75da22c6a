#!/bin/sh
# Runs the C and C++ tests with the library of a release, as far as possible on this machine: `make check-targets`.
#
# usage: tests/targets/c_tests.sh TARGET        as NANGO_TARGET in packaging/zig.sh
#
# musl, the C library of Alpine, comes with its own loader. QEMU runs the program of another processor as a process of this
# system. packaging/c_archive.sh has made what is tested.
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
NANGO_TARGET=${1:?is missing: which target}
. "$here/packaging/zig.sh"
. "$here/tests/targets/running.sh"
programs=$here/target/targets/c/$target
libraries=$made/c/lib
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
	zig_cc "$language" -O1 -g -Wall -Wextra -Wpedantic -Werror -D_POSIX_C_SOURCE=200809L -I"$made/c/include" $flags "$@"
}

# program LANGUAGE SOURCE: leaves the program in $programs, and what has libnango inside in $programs/static.
program() {
	set -- "$1" "$2" "$programs/server.o" "$programs/request.o" "$programs/answers.o"
	name=$(basename "$2")
	compile "$@" -dynamic -o "$programs/$name" -L"$libraries" -lnango -Wl,-rpath,"$libraries" -pthread
	case $name in
	get_connection.* | test_connection.c | test_examples.c | test_fork.c | test_request.c | test_cpp_calls.cpp)
		compile "$@" -dynamic -o "$programs/static/$name" "$libraries/libnango.a" -lunwind -ldl -pthread
		;;
	esac
}

# check NAME COMMAND...
check() {
	label=$1
	shift
	if "$@" >"$programs/log" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAILED: $target: $label"
		cat "$programs/log"
	fi
}

# What a program loads is a C library and, unless it is static, libnango.
loads_nothing_else() {
	! readelf -W -d "$1" "$libraries/libnango.so" | grep NEEDED \
		| grep -v -E "\[(lib(c|m|dl|pthread)\.so(\.[0-9])?|ld-linux[-a-z0-9_]*\.so\.[0-9]|libnango\.so\.0)\]"
}
is_static() {
	! readelf -W -d "$1" | grep -F '[libnango'
}

# The other compiler that programs are built with: GCC, by the flags of the archive's pkg-config files.
gcc_program() {
	PKG_CONFIG_PATH=$libraries/pkgconfig PKG_CONFIG_LIBDIR='' pkg-config --static --cflags --libs nango-static >"$programs/flags" || return 1
	# shellcheck disable=SC2046 # several words
	"$gcc" bindings/c/examples/get_connection.c -o "$programs/gcc/get_connection.c" $(cat "$programs/flags") || return 1
	is_static "$programs/gcc/get_connection.c"
}

rm -rf "$programs"
mkdir -p "$programs/static" "$programs/gcc"
for part in server request answers; do
	compile cc -c "tests/c/support/$part.c" -o "$programs/$part.o"
done
for source in bindings/c/examples/*.c tests/c/test_*.c; do program cc "$source"; done
for source in bindings/c/examples/*.cpp tests/c/test_*.cpp; do program c++ "$source"; done

for test in "$programs"/test_* "$programs"/static/test_*; do
	name=${test#"$programs/"}
	case $name in
	*test_examples.c) set -- "$run ${test%/*}/get_connection.c" "$run ${test%/*}/get_connection.cpp" ;;
	*) set -- ;;
	esac
	case $name in
	static/*) check "$name has libnango inside" is_static "$test" ;;
	esac
	case $left_out in
	*" $name "*) echo "$target: left out: $name" && continue ;;
	esac
	check "$name loads nothing else" loads_nothing_else "$test"
	case $name in
	# It is given servers to call.
	test_stack.c) check "$name" "$here/target/py/dev/bin/python" tests/c/scripts/check_stack.py "$test" ;;
	# shellcheck disable=SC2086 # none, or several words
	*) check "$name" $run "$test" "$@" ;;
	esac
done
if [ -n "$gcc" ]; then
	check "the static library with $gcc" gcc_program
	# shellcheck disable=SC2086 # none, or several words
	check "the example by $gcc" $run "$programs/test_examples.c" "$run $programs/gcc/get_connection.c" "$run $programs/get_connection.cpp"
fi
printf '%s: %d passed, %d failed\n' "$target" "$passed" "$failed"
[ "$failed" -eq 0 ]
