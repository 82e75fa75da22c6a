#!/bin/sh
# Checks the style of every language and that nothing generated is stale. `make lint` has built the library, which writes
# include/nango.h.
#
# Rust's checks wait for each other and take about half of the time, so the others run beside them.
set -u

here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here" || exit 1
export XDG_CONFIG_HOME="$here/target/go-config" # where the go command keeps its counters
cargo=${CARGO:-cargo}
go=${GO:-go}
bin=$here/target/py/dev/bin
failures=target/lint-failures
mkdir -p target
: >"$failures"

# failed OUTPUT: reports the check $name.
failed() {
	printf '%-50sFAILED\n%s\n' "$name" "$1"
	printf '%s\n' "$name" >>"$failures"
}

# check NAME COMMAND...
check() {
	name=$1
	shift
	if output=$("$@" 2>&1); then
		printf '%-50sok\n' "$name"
	else
		failed "$output"
	fi
}

# nothing NAME COMMAND...: succeeds if the command prints nothing.
nothing() {
	name=$1
	shift
	output=$("$@" 2>&1)
	if [ -z "$output" ]; then printf '%-50sok\n' "$name"; else failed "$output"; fi
}

in_go() { (cd "$1" && shift && "$@"); }
unsafe_elsewhere() {
	grep -rnw unsafe src --include='*.rs' | grep -v -e '^src/ffi/' -e '^src/sys/' -e '//'
}

pythons='bindings/python tests/conformance tests/probes tests/project tests/c tests/torture tests/abi tests/crate tests/install_c
tests/network tests/install_go tests/install_python tests/release tests/docs docs fuzz benches packaging'

strict='--strict --cache-dir target/py/mypy' # one cache: each check needs the types of the standard library

of_rust() {
	check 'Rust: format' "$cargo" fmt --all --check
	check 'Rust: clippy' "$cargo" clippy --locked --workspace --all-targets -q -- -D warnings
	check 'Rust: clippy without the C interface' "$cargo" clippy --locked -p nango --no-default-features -q -- -D warnings
	check 'Rust: documentation' env RUSTDOCFLAGS=-Dwarnings "$cargo" doc --locked -q --no-deps -p nango --no-default-features
	check 'Rust: format of the fuzz targets' "$cargo" fmt --manifest-path fuzz/Cargo.toml --check
	nothing 'Rust: unsafe only in src/ffi and src/sys' unsafe_elsewhere
	check 'Rust: folders use what is below, no circles' "$bin/python" tests/project/layers.py
	check 'Header: include/nango.h is committed as built' git diff --exit-code --stat -- include/nango.h
	check 'C ABI: what is generated from src/ffi is up to date' "$cargo" xtask generate --check
	check 'Conformance: the cases are up to date' "$bin/python" tests/conformance/generate.py --check
}

of_python() {
	check 'Python: format' "$bin/ruff" format --check $pythons
	check 'Python: lint' "$bin/ruff" check $pythons
	check 'Python: no circles of imports' "$bin/python" tests/project/python_imports.py
	check 'Python: both clients have one signature' "$bin/python" bindings/python/copy_signatures.py --check
	check 'Python: types' sh -c "cd bindings/python && '$bin/mypy'"
	check 'Python: types of the tests of the project' "$bin/mypy" $strict tests/project
	check 'Python: types of the scripts' "$bin/mypy" $strict tests/torture tests/c/scripts
	for folder in abi crate install_c install_go; do
		check "Python: types of tests/$folder" "$bin/mypy" $strict "tests/$folder"
	done
	check 'Python: types of tests/network' env MYPYPATH=bindings/python/src "$bin/mypy" $strict tests/network
	check 'Python: types of the tests of installation' env \
		MYPYPATH=bindings/python:bindings/python/src:bindings/python/tests "$bin/mypy" $strict tests/install_python
	check 'Python: types of the release' env MYPYPATH=packaging:packaging/system "$bin/mypy" $strict \
		--python-executable target/py/packaging/bin/python packaging/archive.py \
		packaging/linked.py packaging/notices.py packaging/recipes.py packaging/sbom.py packaging/tag.py packaging/system
	check 'Python: types of tests/release' "$bin/mypy" $strict tests/release
	check 'Python: types of the benchmarks' "$bin/mypy" $strict benches/tools
	check 'Python: types of the documentation' "$bin/mypy" $strict tests/docs docs/build.py
	check 'Python: types that a program sees' sh -c "cd bindings/python && '$bin/mypy' --config-file= \
		--cache-dir=../../target/py/mypy --strict tests/typecheck/user_program.py"
}

of_others() {
	check 'Workflows: actionlint' sh tests/actionlint.sh
	check 'Licences: THIRD-PARTY-NOTICES is up to date' "$bin/python" packaging/notices.py --check
	check 'Documents: install nothing from a registry' "$bin/python" tests/project/registries.py
	check 'PHP: PSR-12' in_go bindings/php phpcs --standard=phpcs.xml -q
	nothing 'Go: format' gofmt -l bindings/go tests/probes/go tests/project/pages/go tests/encoders/go benches/programs/go docs/godoc packaging
	check 'Go: vet' in_go bindings/go "$go" vet ./...
	check 'Go: vet with forced garbage collection' in_go bindings/go "$go" vet -tags nango_force_gc ./...
	check 'Go: vet of the token source' in_go bindings/go/nangooauth2 "$go" vet ./...
	check 'Go: vet of the example for OpenTelemetry' in_go bindings/go/examples/opentelemetry "$go" vet ./...
	check 'Go: vet of the probe' in_go tests/probes/go "$go" vet ./...
	check 'Go: vet of the program of many pages' in_go tests/project/pages/go "$go" vet ./...
	check 'Go: vet of the benchmarks' in_go benches/programs/go "$go" vet ./...
	check 'Go: vet of the printers and encoders' in_go tests/encoders/go "$go" vet ./...
	check 'Go: vet of the documentation' in_go docs/godoc "$go" vet ./...
	check 'Go: vet of the packer' in_go packaging/gomod "$go" vet ./...
	check 'Ruby: RuboCop' rubocop -c bindings/ruby/.rubocop.yml --cache false bindings/ruby tests/probes/ruby tests/install_ruby benches/programs
}

{
	of_python
	of_others
} &
others=$!
of_rust
name='The checks beside those of Rust'
wait "$others" || failed 'They were ended before they were done.'

[ ! -s "$failures" ]
