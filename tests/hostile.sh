#!/bin/sh
# Runs the hostile servers against the library in every language. `make test` has built the library and Python's tools.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
target=${CARGO_TARGET_DIR:-$here/target}
out=$here/target/hostile
library=$here/target/release
mkdir -p "$out"
warnings='-Wall -Wextra -Wpedantic -Werror'

"${CARGO:-cargo}" build --locked -q -p nango-hostile
"${CC:-cc}" -std=c99 -O2 $warnings -shared -fPIC tests/hostile/c/names.c -o "$out/libnames.so" -ldl
"${CC:-cc}" -std=c99 -O2 $warnings -Iinclude tests/hostile/c/runner.c -o "$out/runner_c" \
	-L"$library" -lnango -pthread -Wl,-rpath,"$library"
"${CXX:-c++}" -std=c++17 -O2 $warnings -Iinclude -Ibindings/c/include tests/hostile/cpp/runner.cpp -o "$out/runner_cpp" \
	-L"$library" -lnango -pthread -Wl,-rpath,"$library"
(cd tests/hostile/go && PKG_CONFIG_PATH=$here/bindings/go/checkout GOFLAGS=-buildvcs=false \
	"${GO:-go}" build -o "$out/runner_go" .)

exec "$target/debug/nango-hostile" --names "$out/libnames.so" \
	--runner "rust=$target/debug/nango-hostile-rust" \
	--runner "c=$out/runner_c" \
	--runner "c++=$out/runner_cpp" \
	--runner "python=$here/target/py/dev/bin/python -X dev -W error $here/tests/hostile/python/runner.py" \
	--runner "go=$out/runner_go" "$@"
