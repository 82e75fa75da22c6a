# The suites of make test-portable, each with what make has to build for it: what does not depend on this system being a
# Linux with glibc, on Valgrind and other tools, or on time. run.sh reads this in place of suites.sh.

suite 'Rust' "$cargo" test --locked -p nango
suite 'Rust without the C interface' "$cargo" test --locked -p nango --no-default-features
suite 'Generator' "$cargo" test --locked -p xtask

case $(uname -s) in
Linux)
	suite 'Emulator' "$cargo" test --locked -p nango-emulator
	suite 'Conformance driver' "$cargo" test --locked -p nango-conformance -p nango-probe

	needs lib emulator
	suite 'C and C++' sh -c "${CMAKE:-cmake} -S tests/c -B target/c-portable -DSANITIZERS=OFF && \
		${CMAKE:-cmake} --build target/c-portable --parallel 2 && \
		${CTEST:-ctest} --test-dir target/c-portable -L program -E '^valgrind' --output-on-failure --no-tests=error"

	version=$("${PYTHON:-python3}" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
	needs lib emulator python-tools
	suite "Python $version" "$python" bindings/python/matrix.py "$version"

	needs lib emulator
	suite 'Go' sh -c "cd bindings/go && $go test -count=1 -v ./..."
	;;
*)
	note "On $(uname -s), so only the crate is tested: the C library and what is built on it are for Linux"
	;;
esac
