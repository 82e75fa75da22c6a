#!/bin/sh
# Packs the Go modules as a module proxy serves them, the first one with the static libraries that c_archive.sh made.
#
# usage: go_modules.sh SOURCES VERSION FOLDER        SOURCES: an unpacked source archive, which this changes
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
sources=$(cd "$1" && pwd)
version=$2
folder=$(cd "$3" && pwd)
made=$here/target/portable/made

sh "$here/packaging/gobundle/bundle.sh" "$sources/bindings/go" \
	linux_amd64_glibc="$made/x86_64-unknown-linux-gnu/c/lib/libnango.a" \
	linux_arm64_glibc="$made/aarch64-unknown-linux-gnu/c/lib/libnango.a" \
	linux_amd64_musl="$made/x86_64-unknown-linux-musl/c/lib/libnango.a" \
	linux_arm64_musl="$made/aarch64-unknown-linux-musl/c/lib/libnango.a"
cd "$here/packaging/gomod"
export XDG_CONFIG_HOME="$here/target/go-config"
"${GO:-go}" run . "$sources/bindings/go" "$version" "$folder/nango-go-v$version.zip"
"${GO:-go}" run . "$sources/bindings/go/nangooauth2" "$version" "$folder/nango-go-nangooauth2-v$version.zip"
