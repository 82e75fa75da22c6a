# The suites, each with what make has to build for it: `make test` has built all of that. run.sh reads this.

suite 'Rust' "$cargo" test --locked -p nango
suite 'Rust without the C interface' "$cargo" test --locked -p nango --no-default-features
suite 'Emulator' "$cargo" test --locked -p nango-emulator
suite 'Generator' "$cargo" test --locked -p xtask
suite 'Conformance driver' "$cargo" test --locked -p nango-conformance -p nango-probe

# The C and C++ programs, the header and the exported symbols.
needs lib emulator tools-test
suite 'C and C++' sh -c "${CMAKE:-cmake} -S tests/c -B target/c && ${CMAKE:-cmake} --build target/c --parallel 2 && \
	${CTEST:-ctest} --test-dir target/c --parallel 2 --output-on-failure"

# Every Python on this machine that the package supports, each in its own environment. All tests run on the oldest and the
# newest, and where one suite is asked for.
present=
absent=
for version in 3.9 3.10 3.11 3.12 3.13; do
	if has_python "$version"; then present="$present $version"; else absent="$absent $version"; fi
done
for version in $present; do
	fast=
	case ${only:-}$present in
	" $version"* | *" $version") ;;
	' '*) fast=--fast ;;
	esac
	needs lib emulator python-tools
	# shellcheck disable=SC2086 # no option, or one
	beside "Python $version" "$python" bindings/python/matrix.py $fast "$version"
done
[ -z "$absent" ] || note "Not on this machine, so not tested with: Python$absent"

go_test() {
	needs lib emulator
	beside "$1" sh -c "cd bindings/go && $2 $go test -count=1 -v $3 ./..."
}
go_test 'Go' '' ''
go_test 'Go, race detector' '' '-race'
go_test 'Go, strict cgo checks' 'GOEXPERIMENT=cgocheck2' ''
go_test 'Go, garbage collection forced' '' '-tags nango_force_gc'
needs lib emulator
beside 'Go: OAuth 2.0 and OpenTelemetry' sh -c "(cd bindings/go/nangooauth2 && $go test -count=1 -v ./...) && \
	cd bindings/go/examples/opentelemetry && $go test -count=1 -v ./..."
needs lib emulator
beside 'Go: printers and encoders' sh -c "cd tests/encoders/go && $go test -count=1 -v ./..."

needs lib emulator ruby-extension tools-test
beside 'Ruby' sh -c "${RUBY:-ruby} -w -Itarget/ruby/lib -Ibindings/ruby/lib bindings/ruby/test/all.rb"
needs lib emulator ruby-extension tools-test
beside 'Ruby: signatures' sh bindings/ruby/scripts/types.sh
needs lib emulator tools-test
beside 'Installation: Ruby' sh -c "${MAKE:-make} -s gem && ${RUBY:-ruby} -w bindings/ruby/test/all.rb tests/install_ruby"
# JUnit's tests of the jar: by JNA on the Java that Maven runs on, by java.lang.foreign on a Java 22 or later if there is one.
needs lib emulator
beside 'Java' sh bindings/java/build.sh verify

needs lib emulator tools-test
suite 'PHP' sh bindings/php/tests/run.sh

# The same cases in every language, and a run of each that has to fail.
needs lib python-tools tools-test
suite 'Conformance, every language' sh tests/conformance.sh

suite 'Driver of the hostile cases' "$cargo" test --locked -p nango-hostile
needs lib python-tools tools-test
suite 'Hostile servers, every language' sh tests/hostile.sh
needs lib emulator tools-test
suite 'Sanitizers' sh tests/c/sanitize.sh
needs python-tools
suite 'Budget checker' "$python" -m pytest -q -p no:cacheprovider benches/tools
needs lib bench-server python-tools tools-test
suite 'Instruction budgets' "$python" benches/tools/budgets.py
needs lib demo-programs python-tools tools-test
suite 'Demo, and memory after use' "$python" -m pytest -q -p no:cacheprovider tests/project
# Those that read include/nango.ffi.h besides Python's cffi.
absent=
for program in php luajit; do
	command -v "$program" >/dev/null || absent="$absent $program"
done
node -e 'require("koffi")' 2>/dev/null || absent="$absent koffi"
[ -z "$absent" ] || note "Not on this machine, so include/nango.ffi.h is not tested with:$absent"
needs lib python-tools tools-test
suite 'ABI' "$python" -m pytest -q -p no:cacheprovider tests/abi

# What is left runs two at once.
needs lib python-tools tools-test
beside 'Networks that lose connections' "$python" -m pytest -q -p no:cacheprovider tests/network
beside 'Cache under loom' sh tests/loom.sh
needs lib tools-test
beside 'Torture: each system call failing' sh tests/torture/run.sh
beside 'Fuzzing, 5 s a target' env FUZZ_SEED=1 sh fuzz/run.sh 5
needs python-tools
beside 'Licences, bans, sources' sh tests/deny.sh
needs python-tools
beside 'Documents' "$python" tests/project/readme.py
browser=$(command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome)
[ -n "$browser" ] || note 'Not on this machine, so the pages of the documentation are not measured: Chromium'
needs lib emulator java ruby-extension python-tools tools-test
beside 'Documentation' sh -c "${MAKE:-make} -s docs && '$python' tests/docs/facts.py && '$python' tests/docs/links.py && \
	'$python' tests/docs/layout.py && '$python' tests/docs/examples.py && '$python' tests/docs/first_programs.py"
needs python-tools
beside 'Rust crate' "$python" -m pytest -q -p no:cacheprovider tests/crate
beside 'Oldest Rust' sh tests/msrv.sh
needs lib python-tools tools-test
beside 'Installation: Go' "$python" -m pytest -q -p no:cacheprovider tests/install_go
needs lib emulator python-tools tools-test
beside 'Installation: Python' sh -c "${MAKE:-make} -s wheel sdist && '$python' -m pytest -q tests/install_python"
needs lib python-tools tools-test
beside 'Installation: C and C++' "$python" -m pytest -q -p no:cacheprovider tests/install_c
needs lib emulator python-tools tools-test
beside 'Packing of a release' sh -c "${MAKE:-make} -s release-tools && '$python' -m pytest -q -p no:cacheprovider tests/release"
