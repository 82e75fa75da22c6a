#!/bin/sh
# Builds Ruby's extension of the checkout into target/ruby/lib, against target/release/libnango.so: with the warnings that
# are errors here and not on a user's machine. `make lib` has built the library.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
build=$here/target/ruby/build
mkdir -p "$build" "$here/target/ruby/lib/nango"
cd "$build"
# The Makefile lists the files, so a new one needs another.
[ -e Makefile ] && [ -z "$(find "$here/bindings/ruby/ext/nango" -newer Makefile)" ] ||
	NANGO_WERROR=1 "${RUBY:-ruby}" "$here/bindings/ruby/ext/nango/extconf.rb" >extconf.log
"${MAKE:-make}" -s >make.log 2>&1 || { cat make.log >&2; exit 1; }
cmp -s nango_ext.so "$here/target/ruby/lib/nango/nango_ext.so" || cp nango_ext.so "$here/target/ruby/lib/nango/nango_ext.so"
