#!/bin/sh
# Builds nango-emulator for every Linux of one architecture and C library, into target/portable/made/TARGET/bin: the
# wheel and the archive of the emulator both hold that file. For musl it has that inside.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
. "$here/packaging/zig.sh"
program=$made/bin/nango-emulator

profile=emulator
zigbuild build -p nango-emulator
mkdir -p "$made/bin"
cp "$portable/$target/$profile/nango-emulator" "$program"
check_libc "$program"
