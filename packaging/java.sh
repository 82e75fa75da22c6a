#!/bin/sh
# Builds what Maven Central has of the packages for Java: of each a jar, its sources, its documentation and its pom. The jar
# of nango has the library for each system that TARGET=LIBRARY names.
#
# usage: java.sh SOURCES FOLDER TARGET=LIBRARY...
#
# SOURCES is an unpacked source archive, which this builds in. TARGET is a system as rustc calls it, such as
# x86_64-unknown-linux-gnu, and LIBRARY the libnango.so for it.
set -eu

[ $# -ge 3 ] || { sed -n 's/^# usage: /usage: /p' "$0" >&2; exit 2; }
: "${SOURCE_DATE_EPOCH:?is missing: the time of the files in the jars, in seconds since 1970}"
sources=$(cd "$1" && pwd)
folder=$(cd "$2" && pwd)
shift 2
natives=$sources/target/java/natives

rm -rf "$sources/target/java"
for library in "$@"; do
	# x86_64-unknown-linux-gnu is linux-x86_64-gnu in the jar.
	platform=$(printf '%s\n' "${library%%=*}" | sed 's/^\([^-]*\)-unknown-linux-/linux-\1-/')
	mkdir -p "$natives/$platform"
	cp "${library#*=}" "$natives/$platform/libnango.so"
	sha256sum "$natives/$platform/libnango.so" | cut -d ' ' -f 1 >"$natives/$platform/libnango.so.sha256"
done
NANGO_NATIVES=$natives sh "$sources/bindings/java/build.sh" package -Prelease -Dmaven.test.skip=true \
	"-Dproject.build.outputTimestamp=$SOURCE_DATE_EPOCH"
for package in nango nango-jackson nango-kotlin; do
	made=$sources/target/java/$package
	version=$(sed -n 's/^  <version>\(.*\)<.*/\1/p' "$made/.flattened-pom.xml")
	cp "$made/.flattened-pom.xml" "$folder/$package-$version.pom"
	cp "$made/$package-$version.jar" "$made/$package-$version-sources.jar" "$made/$package-$version-javadoc.jar" "$folder"
done
