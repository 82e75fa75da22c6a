#!/bin/sh
# Builds the extension of the checkout into target/php/ext/modules, for the php-config that PHP_CONFIG names. It finds the
# library of the checkout.
set -eu

here=$(cd "$(dirname "$0")/../../.." && pwd)
config=${PHP_CONFIG:-php-config}
build=$here/target/php/ext
mkdir -p "$build"
for file in config.m4 nango.c functions.h handle.h callbacks.h times.h connection.h; do
	if ! cmp -s "$here/bindings/php/ext/$file" "$build/$file"; then
		cp "$here/bindings/php/ext/$file" "$build/$file"
		rm -f "$build/nango.lo" # make does not know which headers it is made of
	fi
done
cd "$build"
if [ ! -f Makefile ] || [ config.m4 -nt Makefile ]; then
	"$(dirname "$(command -v "$config")")/phpize" >/dev/null
	./configure --quiet --with-php-config="$(command -v "$config")" --with-nango-include="$here/include" \
		--with-nango-library="$here/target/release/libnango.so" CFLAGS='-O2 -g' >/dev/null
fi
make --quiet >make.log 2>&1 || { cat make.log >&2; exit 1; }
