#!/bin/sh
# Builds libnango.so for every Linux of this architecture with glibc 2.28 or later, into target/portable/lib, and next
# to cargo's other output the static library that bindings/c/cmake turns into libnango.a. CMake runs this in place of
# cargo: packaging/release.sh.
set -eu

. "$(dirname "$0")/zig.sh"
library=$portable/lib/libnango.so

zigbuild rustc -p nango --lib --crate-type cdylib,staticlib
mkdir -p "$portable/lib"
cp "$portable/$target/release/libnango.so" "$library"
ln -sf libnango.so "$library.0"
check_glibc "$library"
