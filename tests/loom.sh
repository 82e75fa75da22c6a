#!/bin/sh
# Runs the cache through every order in which threads can meet in it: src/cache/loom.rs, under loom.
set -eu

cd "$(dirname "$0")/.."
# loom replaces the locks of the cache in the whole build, so that has a folder of its own. Optimised, or it takes minutes.
RUSTFLAGS='--cfg loom' CARGO_TARGET_DIR=target/loom CARGO_PROFILE_TEST_OPT_LEVEL=2 \
	"${CARGO:-cargo}" test --locked -p nango --no-default-features --lib cache::loom
