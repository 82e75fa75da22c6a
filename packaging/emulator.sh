#!/bin/sh
# Builds nango-emulator for every Linux of this architecture with glibc 2.28 or later, into target/portable/bin: the
# wheel and the archive of the emulator both hold that file.
set -eu

. "$(dirname "$0")/zig.sh"
program=$portable/bin/nango-emulator

profile=emulator
zigbuild build -p nango-emulator
mkdir -p "$portable/bin"
cp "$portable/$target/$profile/nango-emulator" "$program"
check_glibc "$program"
