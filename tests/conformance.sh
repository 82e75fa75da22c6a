#!/bin/sh
# Runs the conformance cases in every language, and each runner once more with an accessor broken on purpose, which it has
# to notice. `make test` has built the library and the C programs.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
target=$here/target
"${CARGO:-cargo}" build --locked -q -p nango-conformance
(cd tests/conformance/go && PKG_CONFIG_PATH=$here/bindings/go/checkout "${GO:-go}" build -o "$target/conformance/runner_go" .)

rust=$target/debug/nango-conformance-rust
c=$target/c/conformance_c
cpp=$target/c/conformance_cpp
go=$target/conformance/runner_go
python="$target/py/dev/bin/python -X dev -W error $here/tests/conformance/python/runner.py"
broken=$target/c/libconformance_broken.so

exec "$target/debug/nango-conformance" --cases tests/conformance/cases --out "$target/conformance" \
	--runner "rust=$rust" --broken "rust=$rust --break-accessor provider" \
	--runner "c=$c" --broken "c=LD_PRELOAD=$broken $c" \
	--runner "c++=$cpp" --broken "c++=LD_PRELOAD=$broken $cpp" \
	--runner "python=$python" --broken "python=NANGO_LIBRARY=$broken $python" \
	--runner "go=$go" --broken "go=LD_PRELOAD=$broken $go"
