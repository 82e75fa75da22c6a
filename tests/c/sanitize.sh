#!/bin/sh
# Runs the C and C++ tests under the sanitizers of the compilers.
#
# usage: tests/c/sanitize.sh [address] [thread]        (default: both)
#
# address: AddressSanitizer and LeakSanitizer, in the library and in the programs, over every test program and, through
#     the C and C++ probes, every conformance case.
# thread: ThreadSanitizer over the programs that have many threads. Rust's standard library comes precompiled and is
#     not instrumented: a race between two accesses that are both in it is missed, and so is, on purpose, one in the
#     code that tsan.supp names, whose locks and fences are not recognized. Generic code of it (Arc, OnceLock, atomics)
#     is compiled into the library and seen, and so is a race between the library and its caller. test_queue is not among
#     the programs: whatever the threads of a queue do comes after a wait for a condition variable, which is not seen.
#
# The nightly switch that the sanitizers need is turned on in the stable compiler; nothing that is installed is built
# so.
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
cd "$here"
cargo=${CARGO:-cargo}
cmake=${CMAKE:-cmake}
cc=${CC:-cc}
host=$(rustc -vV | sed -n 's/^host: //p')
out=$here/target/sanitize

# build KIND RUSTFLAGS: the library in $out/KIND.
build() {
	RUSTC_BOOTSTRAP=1 RUSTFLAGS=$2 CARGO_TARGET_DIR=$out/$1 \
		"$cargo" rustc --locked --quiet -p nango --crate-type cdylib --target "$host"
	ln -sf libnango.so "$out/$1/$host/debug/libnango.so.0"
}

build_address() {
	build address -Zsanitizer=address
}

address() {
	flags='-fsanitize=address -fno-omit-frame-pointer'
	"$cmake" -S tests/c -B "$out/c" -DNANGO_LIBRARY="$out/address/$host/debug/libnango.so" \
		-DCMAKE_C_FLAGS="$flags" -DCMAKE_CXX_FLAGS="$flags" >"$out/cmake.log"
	"$cmake" --build "$out/c" --parallel 2 --target all probes >>"$out/cmake.log" 2>&1 || { cat "$out/cmake.log"; exit 1; }
	# The broken library of the conformance driver is loaded before the sanitizer.
	export ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1:verify_asan_link_order=0
	"${CTEST:-ctest}" --test-dir "$out/c" -L program --parallel 2 --output-on-failure
	"$cargo" build --locked --quiet -p nango-conformance
	broken=$out/c/libprobe_broken.so
	"$here/target/debug/nango-conformance" --cases tests/conformance/cases \
		--probe "c=$out/c/probe_c" --broken "c=LD_PRELOAD=$broken $out/c/probe_c" \
		--probe "c++=$out/c/probe_cpp" --broken "c++=LD_PRELOAD=$broken $out/c/probe_cpp"
}

build_thread() {
	# Newer compilers refuse a standard library without the sanitizer, if they are not told that it may be so.
	mismatch=
	if rustc -C help | grep -q unsafe-allow-abi-mismatch; then mismatch=-Cunsafe-allow-abi-mismatch=sanitizer; fi
	# The names of tsan.supp are mangled so, which older compilers do not do by themselves.
	build thread "-Zsanitizer=thread -Csymbol-mangling-version=v0 $mismatch"
}

# rustup's rustc has its own runtime, which the programs are linked to instead of the compiler's. Debian's has none: there the
# programs are linked to the compiler's.
thread() {
	library=$out/thread/$host/debug
	more=
	runtime=$(ls "$(rustc --print target-libdir)"/librustc-*_rt.tsan.a 2>/dev/null) || true
	if [ -n "$runtime" ]; then
		runtime="-Wl,--whole-archive $runtime -Wl,--no-whole-archive -lpthread -ldl -lrt -lm -lresolv -lstdc++"
	else
		"$cc" -std=c99 -O1 -fsanitize=thread -fno-builtin -c tests/c/tsan_memory.c -o "$out/thread/tsan_memory.o"
		printf 'void *__tsan_memcpy(void *, void *, unsigned long); int main(void) { return !__tsan_memcpy(0, 0, 0); }' |
			"$cc" -x c - -fsanitize=thread -o "$out/thread/has_memory" 2>/dev/null || more=$out/thread/tsan_memory.o
		runtime="$more -fsanitize=thread"
	fi
	for test in race cancel threads flight upload reading value call; do
		objects=
		for source in test_$test support/server support/request support/answers; do
			object=$out/thread/$(basename "$source").o
			"$cc" -std=c99 -O1 -g -D_POSIX_C_SOURCE=200809L -fsanitize=thread -Iinclude -c "tests/c/$source.c" -o "$object"
			objects="$objects $object"
		done
		# shellcheck disable=SC2086
		"$cc" -o "$out/thread/test_$test" $objects $runtime -rdynamic -L"$library" -lnango -Wl,-rpath,"$library"
		TSAN_OPTIONS=suppressions=$here/tests/c/tsan.supp:second_deadlock_stack=1 "$out/thread/test_$test"
	done
}

[ $# -gt 0 ] || set -- address thread
for kind in "$@"; do
	case $kind in
	address | thread) ;;
	*) echo "usage: tests/c/sanitize.sh [address] [thread]" >&2; exit 2 ;;
	esac
done
mkdir -p "$out"
# Two builds at once, each of which uses one core for much of its time.
builds=
for kind in "$@"; do
	"build_$kind" &
	builds="$builds $!"
done
for build in $builds; do
	wait "$build"
done
for kind in "$@"; do
	"$kind"
done
