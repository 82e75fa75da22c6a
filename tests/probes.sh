# Builds the probe of every language and defines how each is run. conformance.sh and hostile.sh source this; $here is
# the repository. `make test` has built the library and Python's tools.

probes=$here/target/probes
library=$here/target/release
warnings='-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror'
mkdir -p "$probes"

"${CARGO:-cargo}" build --locked -q -p nango-conformance
# shellcheck disable=SC2086
"${CC:-cc}" -std=c99 -O2 $warnings -Iinclude tests/probes/c/probe.c -o "$probes/probe_c" \
	-L"$library" -lnango -pthread -Wl,-rpath,"$library"
# shellcheck disable=SC2086
"${CXX:-c++}" -std=c++17 -O2 $warnings -Iinclude -Ibindings/c/include tests/probes/cpp/probe.cpp -o "$probes/probe_cpp" \
	-L"$library" -lnango -pthread -Wl,-rpath,"$library"
(cd tests/probes/go && PKG_CONFIG_PATH=$here/bindings/go/checkout GOFLAGS=-buildvcs=false \
	"${GO:-go}" build -o "$probes/probe_go" .)

bindings/java/build.sh package -Dmaven.test.skip=true -pl nango
mkdir -p "$probes/java"
"${JAVAC:-javac}" --release 11 -Xlint:all -Werror -d "$probes/java" -cp "$here/target/java/nango/classes" \
	tests/probes/java/dev/nango/probe/*.java

rust=$here/target/debug/nango-probe-rust
c=$probes/probe_c
cpp=$probes/probe_cpp
go=$probes/probe_go
sh "$here/tests/ruby.sh"
ruby="${RUBY:-ruby} -W -I$here/target/ruby/lib -I$here/bindings/ruby/lib $here/tests/probes/ruby/probe.rb"
java="${JAVA:-java} -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp $probes/java:$(bindings/java/classpath.sh) \
	-Dnango.library.path=\${NANGO_LIBRARY:-$library/libnango.so} dev.nango.probe.Probe"
python="$here/target/py/dev/bin/python -X dev -W error $here/tests/probes/python/probe.py"
# Without php.ini, which may load an installed extension of this name. PHP loads what FFI calls with RTLD_DEEPBIND, so that a
# library which is preloaded, as that of the names is, would not be asked unless libnango is loaded before too.
sh "$here/bindings/php/ext/build.sh"
plain_php="${PHP:-php} -n -d memory_limit=-1 -d extension=posix"
php="LD_PRELOAD=\${LD_PRELOAD:+\$LD_PRELOAD:}$library/libnango.so $plain_php -d extension=ffi $here/tests/probes/php/probe.php"
php_ext="$plain_php -d extension=$here/target/php/ext/modules/nango.so $here/tests/probes/php/probe.php"
