#!/bin/sh
# Lays out in target/portable/made/TARGET/c what CMake installs for C and C++, of the library for old systems: both
# libraries, headers, pkg-config and CMake files. Go's modules have their static libraries from there, too.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
. "$here/packaging/zig.sh"
rm -rf "$made/c"
cmake_c /usr/local lib
DESTDIR='' ${CMAKE:-cmake} --install "$cmake_build" --prefix "$made/c"
