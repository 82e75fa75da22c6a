#!/bin/sh
# Builds for every target what a release publishes, and tries each as far as possible on this machine. Ends with what was not
# tried. `make check-targets` runs this.
set -u

cd "$(dirname "$0")/../.." || exit 1
failed=

# try COMMAND...: goes on after a failure, which the end names.
try() {
	echo "==== $*"
	"$@" || failed="$failed
  $*"
}

for target in x86_64-unknown-linux-gnu aarch64-unknown-linux-gnu x86_64-unknown-linux-musl aarch64-unknown-linux-musl; do
	for script in c_archive emulator wheel; do
		try env NANGO_TARGET=$target sh packaging/$script.sh
	done
	try sh tests/targets/c_tests.sh $target
done
# Each packs the module with the libraries of all targets.
for target in x86_64-unknown-linux-gnu aarch64-unknown-linux-gnu x86_64-unknown-linux-musl aarch64-unknown-linux-musl; do
	try sh tests/targets/go_tests.sh $target
done
try sh tests/targets/python_tests.sh
try sh tests/targets/check.sh

cat <<'END'
Not run:
  Python on musl, x86_64 and aarch64: Debian has no Python for it. The wheels are checked by auditwheel alone
  a program linked by the GCC of Alpine: zig links those for musl
  anything on macOS and Windows: the Rust code is compiled, and for Windows linked
  a real aarch64 processor, and a kernel other than this one
END
if [ -n "$failed" ]; then
	echo "FAILED:$failed"
	exit 1
fi
echo 'all that can be run here passed'
