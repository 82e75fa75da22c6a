#!/bin/sh
# Puts the library of portable.sh and the program of emulator.sh into a wheel, and checks with auditwheel that its tag
# is true. The wheel for this machine goes into target/dist/python, one for another target into target/dist/TARGET.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
. "$here/packaging/zig.sh"
bin=$here/target/py/packaging/bin

rm -f "$dist"/*.whl
library=$made/lib/libnango.so
set --
case $target in
*-musl)
	# Zig calls musl libc.so, and the tag knows it by Alpine's name only. Musl's loader takes both for itself. This system's
	# libc.so, which auditwheel would look into, is none of the wheel's.
	mkdir -p "$made/wheel"
	cp "$library" "$made/wheel/libnango.so"
	library=$made/wheel/libnango.so
	"$bin/patchelf" --replace-needed libc.so "libc.musl-$machine.so.1" "$library"
	set -- --ldpaths "$made/wheel"
	;;
esac
export NANGO_BUILD_LIBRARY="$library" NANGO_BUILD_PLATFORM="$wheel_tag"
export NANGO_BUILD_EMULATOR="$made/bin/nango-emulator"
"$bin/python" -m build --no-isolation --wheel --outdir "$dist" bindings/python
wheel=$(ls "$dist"/libnango-*-py3-none-"$wheel_tag".whl)
"$bin/auditwheel" show "$@" "$wheel" | tee "$made/auditwheel.txt"
if ! tr '\n' ' ' <"$made/auditwheel.txt" | grep -q "following platform tag: \"$wheel_tag\""; then
	echo "$wheel: auditwheel, above, does not find that the library and the emulator fit $wheel_tag" >&2
	rm -f "$wheel"
	exit 1
fi
echo "$wheel"
