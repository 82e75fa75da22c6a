#!/bin/sh
# Runs the tests of the PHP package through FFI and through the extension, which this builds. Arguments go to PHPUnit.
# `make test` has built the library and the emulator.
set -eu

here=$(cd "$(dirname "$0")/../../.." && pwd)
php=${PHP:-php}
export NANGO_EMULATOR="${NANGO_EMULATOR:-$here/target/debug/nango-emulator}"
sh "$here/bindings/php/ext/build.sh"
phpunit=$(command -v phpunit)
extension=$here/target/php/ext/modules/nango.so
cd "$here/bindings/php"
echo 'Through FFI'
"$php" -d zend.assertions=1 -d zend.exception_ignore_args=0 "$phpunit" "$@"
echo 'Through the extension'
NANGO_TEST_EXTENSION="$extension" "$php" -d zend.assertions=1 -d zend.exception_ignore_args=0 -d extension="$extension" "$phpunit" "$@"
