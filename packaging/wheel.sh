#!/bin/sh
# Puts the library of portable.sh and the program of emulator.sh into a wheel, in target/dist/python, and checks with
# auditwheel that its tag is true.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
bin=$here/target/py/packaging/bin
tag=manylinux_2_28_$(uname -m)
dist=$here/target/dist/python

rm -f "$dist"/*.whl
export NANGO_BUILD_LIBRARY="$here/target/portable/lib/libnango.so" NANGO_BUILD_PLATFORM="$tag"
export NANGO_BUILD_EMULATOR="$here/target/portable/bin/nango-emulator"
"$bin/python" -m build --no-isolation --wheel --outdir "$dist" bindings/python
wheel=$(ls "$dist"/libnango-*-py3-none-"$tag".whl)
"$bin/auditwheel" show "$wheel" | tee target/portable/auditwheel.txt
if ! tr '\n' ' ' <target/portable/auditwheel.txt | grep -q "following platform tag: \"$tag\""; then
	echo "$wheel: auditwheel, above, does not find that the library and the emulator fit $tag" >&2
	rm -f "$wheel"
	exit 1
fi
echo "$wheel"
