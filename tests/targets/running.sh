# Sourced after packaging/zig.sh: how this machine compiles and runs a program of $target.
#
# run: what runs a program, if the processor does not. left_out: the tests that QEMU cannot run, between spaces. gcc: a
# compiler besides zig's.

arm64=$here/target/targets/arm64/root
left_out=' '
run=
case $target in
x86_64-unknown-linux-gnu)
	zig_name=x86_64-linux-gnu.$glibc
	gcc=gcc
	packages=gcc
	;;
x86_64-unknown-linux-musl)
	zig_name=x86_64-linux-musl
	gcc= # Debian's musl-gcc takes the libgcc_eh of glibc, which does not link here
	packages=musl
	[ -e /lib/ld-musl-x86_64.so.1 ] || {
		echo "running.sh: musl's loader is missing: install Debian's $packages" >&2
		exit 1
	}
	;;
aarch64-unknown-linux-gnu)
	zig_name=aarch64-linux-gnu.$glibc
	gcc=aarch64-linux-gnu-gcc
	packages='qemu-user-static gcc-aarch64-linux-gnu'
	;;
aarch64-unknown-linux-musl)
	zig_name=aarch64-linux-musl
	gcc= # Debian has none
	packages=qemu-user-static
	;;
esac
if [ "$machine" != "$(uname -m)" ]; then
	run="qemu-aarch64-static -L $arm64"
	# They count the threads of the process, measure its memory and its stacks, and QEMU has some of each.
	left_out=' test_phases.c test_long_list.cpp test_stack.c '
fi
for program in $gcc ${run%% *}; do
	command -v "$program" >/dev/null || {
		echo "running.sh: $program is missing: install Debian's $packages" >&2
		exit 1
	}
done
[ -z "$run" ] || sh "$here/tests/targets/arm64.sh"

# zig_cc LANGUAGE ARGUMENT...: zig's C or C++ compiler, for the target.
zig_cc() {
	zig_language=$1
	shift
	python -m ziglang "$zig_language" -target "$zig_name" "$@"
}
