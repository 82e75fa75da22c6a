# The suites of the other languages; run.sh reads this.

# The C and C++ programs, the header and the exported symbols.
suite 'C and C++' sh -c "${CMAKE:-cmake} -S tests/c -B target/c && ${CMAKE:-cmake} --build target/c && \
	${CTEST:-ctest} --test-dir target/c --output-on-failure"

# Every Python on this machine that the package supports, each in an environment of its own.
absent=
for version in 3.9 3.10 3.11 3.12 3.13; do
	if (cd bindings/python && "$python" -c "import matrix, sys; sys.exit(not matrix.interpreter('$version'))"); then
		suite "Python $version" "$python" bindings/python/matrix.py "$version"
	else
		absent="$absent $version"
	fi
done
[ -z "$absent" ] || printf 'Not on this machine, so not tested with: Python%s\n' "$absent"

go_test() {
	suite "$1" sh -c "cd bindings/go && $2 $go test -count=1 -v $3 ./..."
}
go_test 'Go' '' ''
go_test 'Go, race detector' '' '-race'
go_test 'Go, strict cgo checks' 'GOEXPERIMENT=cgocheck2' ''
go_test 'Go, garbage collection forced' '' '-tags nango_force_gc'
suite 'Go: printers and encoders' sh -c "cd tests/encoders/go && $go test -count=1 -v ./..."

# The same cases in every language, and a run of each that has to fail.
suite 'Conformance, five languages' sh tests/conformance.sh

suite 'Driver of the hostile cases' "$cargo" test --locked -p nango-hostile
suite 'Hostile world, five languages' sh tests/hostile.sh
suite 'Cache under loom' sh tests/loom.sh
suite 'Sanitizers' sh tests/c/sanitize.sh
suite 'Torture: each system call failing' sh tests/torture/run.sh
suite 'Fuzzing, 5 s a target' sh fuzz/run.sh 5
suite 'Judge of the budgets' "$python" -m pytest -q -p no:cacheprovider benches/tools
suite 'Instruction budgets' "$python" benches/tools/budgets.py
suite 'Licences, bans, sources' sh tests/deny.sh
suite 'Documents' "$python" tests/project/readme.py
suite 'Demo, and memory after use' "$python" -m pytest -q -p no:cacheprovider tests/project
suite 'Documentation' sh -c "'$python' tests/docs/facts.py && '$python' tests/docs/links.py && '$python' tests/docs/examples.py"
suite 'ABI' "$python" -m pytest -q -p no:cacheprovider tests/abi
suite 'Rust crate' "$python" -m pytest -q -p no:cacheprovider tests/crate
suite 'Oldest Rust' sh tests/msrv.sh
suite 'Installation: Go' "$python" -m pytest -q -p no:cacheprovider tests/install_go
suite 'Installation: Python' sh -c "${MAKE:-make} -s wheel sdist && '$python' -m pytest -q tests/install_python"
suite 'Installation: C and C++' "$python" -m pytest -q -p no:cacheprovider tests/install_c
suite 'Packing of a release' sh -c "${MAKE:-make} -s release-tools && '$python' -m pytest -q -p no:cacheprovider tests/release"
