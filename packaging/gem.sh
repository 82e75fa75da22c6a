#!/bin/sh
# Packs the gems: the one that is compiled where it is installed, and the one for x86-64 Linux, whose extension Zig compiles
# for every glibc that the library of portable.sh runs on.
#
# usage: gem.sh FOLDER
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
NANGO_TARGET=x86_64-unknown-linux-gnu
. "$here/packaging/zig.sh"
: "${SOURCE_DATE_EPOCH:?is missing: the time of the files in the gems, in seconds since 1970}"

NANGO_LIBRARY=$made/lib/libnango.so \
	NANGO_GEM_CC="$here/target/py/packaging/bin/python -m ziglang cc -target $machine-linux-gnu.$glibc" \
	"${RUBY:-ruby}" bindings/ruby/scripts/gem.rb "$folder"
extension=$made/nango_ext.so
tar -xOf "$folder"/nango-*-x86_64-linux*.gem data.tar.gz | tar -xzO lib/nango/nango_ext.so >"$extension"
check_libc "$extension"
if LC_ALL=C readelf -W -d "$extension" | grep 'NEEDED.*libruby'; then
	echo "$extension needs the libruby of this machine by its name, above, which other builds of Ruby do not have" >&2
	exit 1
fi
