# Builds the probe of every language and defines how each is run. conformance.sh and hostile.sh source this; $here is
# the repository. `make test` has built the library and Python's tools.

probes=$here/target/probes
library=$here/target/release
warnings='-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror'
mkdir -p "$probes"

"${CARGO:-cargo}" build --locked -q -p nango-conformance
# shellcheck disable=SC2086
"${CC:-cc}" -std=c99 -O2 $warnings -Iinclude tests/probes/c/probe.c -o "$probes/probe_c" \
	-L"$library" -lnango -pthread -Wl,-rpath,"$library"
# shellcheck disable=SC2086
"${CXX:-c++}" -std=c++17 -O2 $warnings -Iinclude -Ibindings/c/include tests/probes/cpp/probe.cpp -o "$probes/probe_cpp" \
	-L"$library" -lnango -pthread -Wl,-rpath,"$library"
(cd tests/probes/go && PKG_CONFIG_PATH=$here/bindings/go/checkout GOFLAGS=-buildvcs=false \
	"${GO:-go}" build -o "$probes/probe_go" .)

rust=$here/target/debug/nango-probe-rust
c=$probes/probe_c
cpp=$probes/probe_cpp
go=$probes/probe_go
python="$here/target/py/dev/bin/python -X dev -W error $here/tests/probes/python/probe.py"
