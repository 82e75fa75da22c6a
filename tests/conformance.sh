#!/bin/sh
# Runs the conformance cases in every language, and each probe once more with an accessor broken on purpose, which has to be
# noticed. `make test` has built the library and Python's tools.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
. tests/probes.sh
broken=$probes/libbroken.so
# Python loads it in place of libnango, so it must need libnango although it calls nothing there.
"${CC:-cc}" -std=c99 -O2 $warnings -shared -fPIC -Iinclude tests/probes/c/broken.c -o "$broken" \
	-Wl,--no-as-needed -L"$library" -lnango -Wl,-rpath,"$library"

exec "$here/target/debug/nango-conformance" --cases tests/conformance/cases \
	--probe "rust=$rust" --broken "rust=$rust --break-accessor provider" \
	--probe "c=$c" --broken "c=LD_PRELOAD=$broken $c" \
	--probe "c++=$cpp" --broken "c++=LD_PRELOAD=$broken $cpp" \
	--probe "python=$python" --broken "python=NANGO_LIBRARY=$broken $python" \
	--probe "go=$go" --broken "go=LD_PRELOAD=$broken $go" \
	--probe "ruby=$ruby" --broken "ruby=LD_PRELOAD=$broken $ruby" \
	--probe "php=$php" --broken "php=NANGO_LIBRARY=$broken $php" \
	--probe "php-ext=$php_ext" --broken "php-ext=NANGO_LIBRARY=$broken $php_ext" \
	--probe "java=$java" --broken "java=NANGO_LIBRARY=$broken; $java"
