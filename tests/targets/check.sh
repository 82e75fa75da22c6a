#!/bin/sh
# Checks that the crate compiles for systems that the tests do not run on, without a warning of the compiler or of clippy,
# which has the features of the oldest Rust that the crate supports. `make check-targets` runs this.
set -eu

. "$(dirname "$0")/zig.sh"
checked=0
for target in aarch64-unknown-linux-gnu aarch64-apple-darwin x86_64-pc-windows-gnu; do
	need_target "$target"
	for features in '' --no-default-features; do
		# shellcheck disable=SC2086 # none, or one word
		cargo-zigbuild clippy --locked --quiet -p nango $features --target "$target" --target-dir "$work" -- -D warnings
		echo "$target compiles${features:+ with $features}"
		checked=$((checked + 1))
	done
done
printf '%d passed, 0 failed\n' "$checked"
