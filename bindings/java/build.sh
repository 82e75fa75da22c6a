#!/bin/sh
# Runs Maven for the packages of Java, with the library of this checkout in the jar: `bindings/java/build.sh verify`. `make lib
# emulator` has built what it needs. packaging/java.sh has it put those into the jar that NANGO_NATIVES has, a folder with
# one for each platform.
#
# The classes for Java 22 and later need a JDK that has them: NANGO_JDK22_HOME, else JAVA_HOME, else one in /usr/lib/jvm.
# They are left out if there is none; with NANGO_NATIVES that is an error.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
natives=${NANGO_NATIVES:-$root/target/java/natives}

major() { "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = \([0-9]*\).*/\1/p'; }

if [ -z "${NANGO_JDK22_HOME:-}" ]; then
	for home in ${JAVA_HOME:+"$JAVA_HOME"} /usr/lib/jvm/*; do
		if [ -x "$home/bin/javac" ] && [ "$(major "$home")" -ge 22 ]; then
			NANGO_JDK22_HOME=$home
			break
		fi
	done
fi
if [ -n "${NANGO_JDK22_HOME:-}" ]; then
	export NANGO_JDK22_HOME
elif [ -n "${NANGO_NATIVES:-}" ]; then
	echo 'Java: there is no JDK 22 or later, which the classes for java.lang.foreign need: set NANGO_JDK22_HOME to one' >&2
	exit 1
else
	echo 'Java: there is no JDK 22 or later, so the jar is built without java.lang.foreign, and virtual threads are not tested:' \
		'set NANGO_JDK22_HOME to one' >&2
fi

case $(ldd --version 2>&1) in
*musl*) libc=musl ;;
*) libc=gnu ;;
esac
folder=$natives/linux-$(uname -m)-$libc
if [ -z "${NANGO_NATIVES:-}" ] && ! cmp -s "$root/target/release/libnango.so" "$folder/libnango.so"; then
	mkdir -p "$folder"
	cp "$root/target/release/libnango.so" "$folder/libnango.so"
	sha256sum "$folder/libnango.so" | cut -d ' ' -f 1 >"$folder/libnango.so.sha256"
fi

rm -rf "$root"/target/java/*/surefire-reports*
cd "$here"
# Where classpath.sh looks too: Java takes the home folder from the system's list of users, and not from HOME.
"${MVN:-mvn}" -q -B -Dstyle.color=never "-Dmaven.repo.local=${MAVEN_REPOSITORY:-$HOME/.m2/repository}" \
	"-Dnango.natives=$natives" "$@"

# The tests' numbers, as Maven would print them if it were not quiet.
passed=0
case " $* " in
*' verify '* | *' install '* | *' test '*)
	for report in "$root"/target/java/*/surefire-reports*/TEST-*.xml; do
		[ -e "$report" ] || continue
		count=$(sed -n 's/^<testsuite .* tests="\([0-9]*\)".*/\1/p' "$report")
		passed=$((passed + count))
	done
	# On a line of its own: Maven has left the end of a color on this one.
	printf '\n%s passed, 0 failed\n' "$passed"
	;;
esac
