#!/bin/sh
# Runs the cache, and the lock that its readers share, through every order in which threads can meet in them:
# src/connection/cache/interleavings.rs and src/sys/striped.rs, under loom.
set -eu

cd "$(dirname "$0")/.."
# The flag is for the whole build, so it has a separate folder.
RUSTFLAGS='--cfg loom' CARGO_TARGET_DIR=target/loom \
	"${CARGO:-cargo}" test --locked -p nango --no-default-features --lib interleavings
