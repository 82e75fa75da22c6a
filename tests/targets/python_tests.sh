#!/bin/sh
# Runs a part of the Python tests with the wheel of a release for aarch64, and Debian's Python for it, by QEMU:
# `make check-targets`, after packaging/wheel.sh. The servers of the tests run in Python, by QEMU too.
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
NANGO_TARGET=aarch64-unknown-linux-gnu
. "$here/packaging/zig.sh"
. "$here/tests/targets/running.sh"
# Named as in a checkout: a test tells the package's files by that.
site=$here/target/targets/python/src

rm -rf "$site"
mkdir -p "$site"
python -m zipfile -e "$dist"/libnango-*.whl "$site"
# What the tests start Python with: this system cannot run arm64's by itself.
cat >"$site/python3" <<END
#!/bin/sh
exec $run $arm64/usr/bin/python3 "\$@"
END
chmod +x "$site/python3"
echo "import sys; sys.executable = '$site/python3'" >"$site/this_python.py"
# pytest has no compiled part, and comes from the development tools; the plugins that it would find there have.
export PYTHONPATH="$site:$(echo "$here"/target/py/dev/lib/python3*/site-packages)" PYTEST_DISABLE_PLUGIN_AUTOLOAD=1
export PYTHONDONTWRITEBYTECODE=1 NANGO_EMULATOR="$portable/made/$(uname -m)-unknown-linux-gnu/bin/nango-emulator"
unset NANGO_LIBRARY
"$site/python3" -c 'import nango, platform; print("Python", platform.python_version(), platform.machine(), nango.__file__)'
cd bindings/python
# Without src, which has no library: the wheel is tested. Programs that the tests start find src, and by this the library.
export NANGO_LIBRARY="$site/nango/libnango.so"
"$site/python3" -m pytest -q -p this_python -o pythonpath=tests -o cache_dir="$site/cache" tests/test_abi.py tests/test_async.py \
	tests/test_connection.py tests/test_errors.py tests/test_lifecycle.py tests/test_operations.py tests/test_proxy.py \
	tests/test_webhooks.py
