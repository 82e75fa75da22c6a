#!/bin/sh
# Builds libnango.so for every Linux of this architecture with glibc 2.28 or later, into target/portable/lib: zig links
# against that version whatever this machine has. Nothing in the library tells where it was built.
#
# The tools are in target/py/packaging, which `make` fills.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
glibc=2.28
target=$(uname -m)-unknown-linux-gnu
portable=$here/target/portable
library=$portable/lib/libnango.so

PATH=$here/target/py/packaging/bin:$PATH
export CARGO_ZIGBUILD_CACHE_DIR="$portable/zigbuild" ZIG_GLOBAL_CACHE_DIR="$portable/zig" ZIG_LOCAL_CACHE_DIR="$portable/zig"
export RUSTFLAGS="--remap-path-prefix=$here=/nango --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"
cargo-zigbuild rustc --locked --release -p nango --crate-type cdylib --target "$target.$glibc" --target-dir "$portable"
mkdir -p "$portable/lib"
cp "$portable/$target/release/libnango.so" "$library"
ln -sf libnango.so "$library.0"

needed=$(LC_ALL=C readelf -W --version-info "$library" | grep -o 'GLIBC_[0-9][0-9.]*' | sort -u -V | tail -n 1)
newest=$(printf '%s\n' "$needed" "GLIBC_$glibc" | sort -V | tail -n 1)
if [ -z "$needed" ] || [ "$newest" != "GLIBC_$glibc" ]; then
	echo "$library needs ${needed:-no glibc at all}, and may need GLIBC_$glibc at most: readelf --version-info tells why" >&2
	exit 1
fi
echo "$library needs $needed"
