#!/bin/sh
# Runs the hostile servers against the library in every language. `make test` has built the library and Python's tools.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
. tests/probes.sh
"${CARGO:-cargo}" build --locked -q -p nango-hostile
"${CC:-cc}" -std=c99 -O2 $warnings -shared -fPIC tests/hostile/names.c -o "$probes/libnames.so" -ldl

exec "$here/target/debug/nango-hostile" --names "$probes/libnames.so" \
	--probe "rust=$rust" \
	--probe "c=$c" \
	--probe "c++=$cpp" \
	--probe "python=$python" \
	--probe "go=$go" \
	--probe "ruby=$ruby" \
	--probe "php=$php" \
	--probe "php-ext=$php_ext" \
	--probe "java=$java" "$@"
