#!/bin/sh
# Builds libnango for every Linux of this architecture with glibc 2.28 or later, into target/portable/lib: zig links against
# that version whatever this machine has. Nothing in it tells where it was built.
#
# portable.sh [cdylib|staticlib]; the tools are in target/py/packaging, which `make` fills.
set -eu

kind=${1:-cdylib}
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
glibc=2.28
target=$(uname -m)-unknown-linux-gnu
portable=$here/target/portable
case $kind in
cdylib) file=libnango.so ;;
staticlib) file=libnango.a ;;
*) echo "portable.sh: '$kind' is neither cdylib nor staticlib" >&2 && exit 2 ;;
esac

PATH=$here/target/py/packaging/bin:$PATH
export CARGO_ZIGBUILD_CACHE_DIR="$portable/zigbuild" ZIG_GLOBAL_CACHE_DIR="$portable/zig" ZIG_LOCAL_CACHE_DIR="$portable/zig"
export RUSTFLAGS="--remap-path-prefix=$here=/nango --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"
cargo-zigbuild rustc --locked --release -p nango --crate-type "$kind" --target "$target.$glibc" --target-dir "$portable"
mkdir -p "$portable/lib"
cp "$portable/$target/release/$file" "$portable/lib/$file"
[ "$kind" = cdylib ] || exit 0

ln -sf libnango.so "$portable/lib/libnango.so.0"
needed=$(LC_ALL=C readelf -W --version-info "$portable/lib/$file" | grep -o 'GLIBC_[0-9][0-9.]*' | sort -u -V | tail -n 1)
newest=$(printf '%s\n' "$needed" "GLIBC_$glibc" | sort -V | tail -n 1)
if [ -z "$needed" ] || [ "$newest" != "GLIBC_$glibc" ]; then
	echo "$file needs ${needed:-no glibc at all}, and may need GLIBC_$glibc at most: 'readelf --version-info' names the symbols" >&2
	exit 1
fi
echo "$portable/lib/$file needs $needed"
