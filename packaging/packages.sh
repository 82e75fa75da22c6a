#!/bin/sh
# Makes the packages for Debian's and Fedora's families of systems, of the library and the program for old glibc.
#
# usage: packages.sh FOLDER        (`make packages` and packaging/release.sh run this)
set -eu

folder=$(cd "${1:?names the folder for the packages}" && pwd)
here=$(cd "$(dirname "$0")/.." && pwd)
. "$here/packaging/zig.sh"
: "${SOURCE_DATE_EPOCH:?is missing: run make packages, which takes the time of the last commit}"
python=$here/target/py/packaging/bin/python
stage=$here/target/package-stage/$machine
[ "$machine" = "$(uname -m)" ] || export STRIP="$machine-linux-gnu-strip"

rm -rf "$stage"
for format in deb rpm; do
	case $format in
		deb) libdir=lib/$machine-linux-gnu ;;
		rpm) libdir=lib64 ;;
	esac
	cmake_c /usr "$libdir"
	DESTDIR=$stage/$format ${CMAKE:-cmake} --install "$cmake_build"
	"$python" "packaging/system/$format.py" "$machine" "$stage/$format" "$made/bin/nango-emulator" "$folder" THIRD-PARTY-NOTICES
done
