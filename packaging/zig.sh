# Sourced by the scripts next to it: builds for every Linux of this architecture with glibc 2.28 or later. Zig links
# against that version regardless of this machine's. The output contains no path of the build.
#
# The tools are in target/py/packaging, which `make` fills.

here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
glibc=2.28
target=$(uname -m)-unknown-linux-gnu
portable=$here/target/portable

PATH=$here/target/py/packaging/bin:$PATH
export CARGO_ZIGBUILD_CACHE_DIR="$portable/zigbuild" ZIG_GLOBAL_CACHE_DIR="$portable/zig" ZIG_LOCAL_CACHE_DIR="$portable/zig"
# Cargo names the project's own sources by relative paths.
export RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"
# It would go before RUSTFLAGS.
unset CARGO_ENCODED_RUSTFLAGS

# The profile of Cargo.toml that is built.
profile=release

# zigbuild COMMAND ARGUMENT...: leaves its output in $portable/$target/$profile.
zigbuild() {
	command=$1
	shift
	cargo-zigbuild "$command" --locked --profile "$profile" --target "$target.$glibc" --target-dir "$portable" "$@"
}

# check_glibc FILE: fails with one line if it needs a newer glibc.
check_glibc() {
	needed=$(LC_ALL=C readelf -W --version-info "$1" | grep -o 'GLIBC_[0-9][0-9.]*' | sort -u -V | tail -n 1)
	newest=$(printf '%s\n' "$needed" "GLIBC_$glibc" | sort -V | tail -n 1)
	if [ -z "$needed" ] || [ "$newest" != "GLIBC_$glibc" ]; then
		echo "$1 needs ${needed:-no glibc at all}, and may need GLIBC_$glibc at most: readelf --version-info tells why" >&2
		exit 1
	fi
	echo "$1 needs $needed"
}
