#!/bin/sh
# Format, lints, generated files, and the fast tests of every language: `make check` has built the library, the emulator
# and Python's tools. `make lint test` checks everything.
set -u

here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here" || exit 1
cargo=${CARGO:-cargo}
go=${GO:-go}
python=$here/target/py/dev/bin/python
export XDG_CONFIG_HOME="$here/target/go-config" # where the go command keeps its counters
log=target/check.log
failed=0

# fast NAME COMMAND...
fast() {
	name=$1
	shift
	if "$@" >"$log" 2>&1 </dev/null; then
		printf '%-50sok\n' "$name"
	else
		printf '%-50sFAILED\n' "$name"
		cat "$log"
		failed=1
	fi
}

sh tests/lint.sh || failed=1
fast 'Rust: tests of the core' "$cargo" test --locked -q -p nango --lib
fast 'Rust: tests of a call over sockets' "$cargo" test --locked -q -p nango --test get_connection --test proxy
fast 'C and C++: tests' sh -c "${CMAKE:-cmake} -S tests/c -B target/c && ${CMAKE:-cmake} --build target/c && \
	${CTEST:-ctest} --test-dir target/c -L program -E '^valgrind' --output-on-failure --no-tests=error"
fast 'Go: tests' sh -c "cd bindings/go && $go test -count=1 -short ./..."
fast 'Ruby: tests' sh -c "sh tests/ruby.sh && ${RUBY:-ruby} -w -Itarget/ruby/lib -Ibindings/ruby/lib bindings/ruby/test/all.rb"
# All but those of installing, and through the extension.
fast 'PHP: tests' sh -c "cd bindings/php && ${PHP:-php} -d zend.assertions=1 \"\$(command -v phpunit)\" --exclude-group slow"
fast 'Java: tests' sh bindings/java/build.sh verify -pl nango
# All but the files that take longest: installing, every encoder, forks, long bodies.
fast 'Python: tests' sh -c "cd bindings/python && '$python' -m pytest -q --ignore=tests/test_installation.py \
	--ignore=tests/test_encoders.py --ignore=tests/test_adapter_credentials.py --ignore=tests/test_forks.py \
	--ignore=tests/test_transfers.py"
fast 'Project: tests of the checks' "$python" -m pytest -q -p no:cacheprovider tests/project/test_layers.py \
	tests/project/test_github.py tests/project/test_readme.py tests/project/test_registries.py tests/project/test_signatures.py \
	tests/project/test_suites.py
fast 'Documents' "$python" tests/project/readme.py

[ "$failed" -eq 0 ]
