#!/bin/sh
# Prints the class path of a program that uses the jar of this checkout: `java -cp "$(bindings/java/classpath.sh)" ...`
set -eu

here=$(cd "$(dirname "$0")" && pwd)
jna=$(sed -n 's/.*<jna.version>\(.*\)<.*/\1/p' "$here/pom.xml")
version=$(sed -n 's/^  <version>\(.*\)<.*/\1/p' "$here/pom.xml")
jar=$here/../../target/java/nango/nango-$version.jar
repository=${MAVEN_REPOSITORY:-${HOME}/.m2/repository}
echo "$jar:$repository/net/java/dev/jna/jna/$jna/jna-$jna.jar"
