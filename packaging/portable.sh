#!/bin/sh
# Builds libnango.so for every Linux of one architecture and C library, into target/portable/made/TARGET/lib, and next
# to cargo's other output the static library that bindings/c/cmake turns into libnango.a. CMake runs this in place of
# cargo: packaging/c_archive.sh.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
. "$here/packaging/zig.sh"
library=$made/lib/libnango.so

case $target in
# By default rustc puts musl into everything, which a shared library cannot have.
*-musl) RUSTFLAGS="$RUSTFLAGS -Ctarget-feature=-crt-static" ;;
esac
zigbuild rustc -p nango --lib --crate-type cdylib,staticlib
mkdir -p "$made/lib"
cp "$portable/$target/release/libnango.so" "$library"
ln -sf libnango.so "$library.0"
check_libc "$library"
