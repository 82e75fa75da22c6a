#!/bin/sh
# Makes packages of the Conan recipe of a release, shared and static, from its source archive, and runs the recipe's
# test with each. It downloads Conan and builds the library twice: `make test` does without.
#
# usage: conan_create.sh FOLDER        FOLDER holds the source archive and the recipe that make release leaves
set -eu

artifacts=$(cd "${1:?names the folder of the release}" && pwd)
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$here/target/conan
recipe=$(ls "$artifacts"/libnango-*-conan.tar.gz)
conan=$work/venv/bin/conan

rm -rf "$work/home" "$work/recipe"
mkdir -p "$work/recipe"
[ -x "$conan" ] || { "${PYTHON:-python3}" -m venv "$work/venv" && "$work/venv/bin/pip" install --quiet conan==2.34.0; }
tar -xzf "$recipe" -C "$work/recipe" --strip-components 1
# The archive that is to be published is still here.
sed -i "s|url: \".*/|url: \"file://$artifacts/|" "$work/recipe/conandata.yml"

export CONAN_HOME="$work/home" CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$work/cargo}"
"$conan" profile detect
for shared in True False; do
	"$conan" create "$work/recipe" -o "&:shared=$shared"
done
"$conan" list 'libnango/*:*'
