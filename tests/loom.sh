#!/bin/sh
# Runs the cache through every order in which threads can meet in it: src/connection/cache/interleavings.rs, under
# loom.
set -eu

cd "$(dirname "$0")/.."
# The flag is for the whole build, so it has a separate folder.
RUSTFLAGS='--cfg loom' CARGO_TARGET_DIR=target/loom \
	"${CARGO:-cargo}" test --locked -p nango --no-default-features --lib connection::cache::interleavings
