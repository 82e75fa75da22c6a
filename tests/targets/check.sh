#!/bin/sh
# Checks that the crate compiles for systems that the tests do not run on, without a warning of the compiler or of clippy,
# which has the features of the oldest Rust that the crate supports; and links nango.dll for Windows. Zig has no frameworks
# of macOS to link with. `make check-targets` runs this.
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
. "$here/packaging/zig.sh"
work=$here/target/targets
checked=0
for target in aarch64-apple-darwin x86_64-apple-darwin x86_64-pc-windows-gnu; do
	need_target
	for features in '' --no-default-features; do
		# shellcheck disable=SC2086 # none, or one word
		cargo-zigbuild clippy --locked --quiet -p nango $features --target "$target" --target-dir "$work" -- -D warnings
		echo "$target compiles${features:+ with $features}"
		checked=$((checked + 1))
	done
done
cargo-zigbuild rustc --locked --quiet -p nango --crate-type cdylib --target x86_64-pc-windows-gnu --target-dir "$work"
ls -l "$work/x86_64-pc-windows-gnu/debug/nango.dll"
checked=$((checked + 1))
printf '%d passed, 0 failed\n' "$checked"
