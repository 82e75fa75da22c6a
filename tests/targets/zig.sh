# Sourced by the scripts next to it: zig as the C compiler and linker of any target, and a standard library for it.

here=$(cd "$(dirname "$0")/../.." && pwd)
cd "$here"
work=$here/target/targets
PATH=$here/target/py/packaging/bin:$PATH
export CARGO_ZIGBUILD_CACHE_DIR="$work/zigbuild" ZIG_GLOBAL_CACHE_DIR="$work/zig" ZIG_LOCAL_CACHE_DIR="$work/zig"

# need_target TARGET: Rust's standard library for it, or one line that explains what to do.
need_target() {
	[ ! -d "$(rustc --print sysroot)/lib/rustlib/$1/lib" ] || return 0
	if ! command -v rustup >/dev/null 2>&1 || ! rustup --quiet target add "$1"; then
		echo "rustc has no standard library for $1: install Rust by rustup.rs and run 'rustup target add $1'" >&2
		exit 1
	fi
}
