#!/bin/sh
# Checks the crate with the oldest Rust that it promises to build with, the rust-version of Cargo.toml.
#
# That of PATH is used if it is that version. Otherwise rustup brings it, into target/tools. Where rustup is absent or cannot
# get it, Debian's package of that compiler does, with today's cargo. MSRV_RUSTC names another compiler of that version.
set -u

here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here" || exit 1
version=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' Cargo.toml)
tools=$here/target/tools/rust-$version

is_that_version() { "$1" --version 2>/dev/null | grep -q "^rustc $version\."; }

# Each prints the path of a compiler.
given() { printf '%s\n' "${MSRV_RUSTC:-}"; }
from_path() { command -v rustc; }
from_rustup() { ls "$tools"/rustup/toolchains/"$version"*/bin/rustc 2>/dev/null; }
from_debian() { printf '%s\n' "$tools/debian/rustc"; }

get_from_rustup() {
	RUSTUP_HOME=$tools/rustup rustup toolchain install "$version.0" --profile minimal --no-self-update
}

find_rustc() {
	for source in given from_path from_rustup from_debian; do
		rustc=$($source)
		is_that_version "$rustc" && return 0
	done
	return 1
}

mkdir -p "$tools"
find_rustc || { get_from_rustup >"$tools/rustup.log" 2>&1 && find_rustc; } ||
	{ sh tests/setup/unpack_rustc.sh "$tools/debian" "$version" >"$tools/debian.log" 2>&1 && find_rustc; } || {
	echo "no rustc $version: install rustup, or name one in MSRV_RUSTC ($tools/*.log say what was tried)" >&2
	exit 1
}
echo "$rustc"
"$rustc" --version

# rustup's compiler comes with its cargo, which has to understand Cargo.toml and Cargo.lock too.
cargo=$(dirname "$rustc")/cargo
[ -x "$cargo" ] || cargo=${CARGO:-cargo}
passed=0
for features in '--features=capi' '--no-default-features'; do
	RUSTC=$rustc CARGO_TARGET_DIR=$here/target/msrv "$cargo" check --locked -p nango --lib --examples $features || exit 1
	passed=$((passed + 1))
done
printf '\n%d passed, 0 failed\n' "$passed"
