#!/bin/sh
# Gathers the files of a release in target/release-artifacts. `make release` runs this after the wheel, the sdist and
# the documentation; docs/releasing.md describes each file.
set -eu

. "$(dirname "$0")/zig.sh"
: "${SOURCE_DATE_EPOCH:?is missing: run make release, which takes the time of the last commit}"
cargo=${CARGO:-cargo}
python=$here/target/py/packaging/bin/python
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
system=$(uname -m)-linux
artifacts=$here/target/release-artifacts
stage=$here/target/release-stage

rm -rf "$artifacts" "$stage"
mkdir -p "$artifacts" "$stage"

# new_tree NAME: an empty folder, in $tree, that becomes an archive of that name.
new_tree() {
	tree=$stage/$1
	mkdir -p "$tree"
	cp LICENSE-APACHE LICENSE-MIT "$tree"
}
pack_tree() {
	"$python" packaging/archive.py tree "$tree" "$artifacts/$(basename "$tree").tar.gz"
}

# ---- C and C++: what CMake installs, of the library for old glibc

new_tree "libnango-$version-$system"
cp bindings/c/README.md "$tree"
${CMAKE:-cmake} -S bindings/c -B "$portable/cmake" -DCMAKE_INSTALL_PREFIX=/usr/local -DCMAKE_INSTALL_LIBDIR=lib \
	-DNANGO_CARGO="$here/packaging/portable.sh" -DNANGO_RUST_TARGET="$target" -DNANGO_CARGO_TARGET_DIR="$portable"
${CMAKE:-cmake} --build "$portable/cmake"
DESTDIR='' ${CMAKE:-cmake} --install "$portable/cmake" --prefix "$tree"
pack_tree

# ---- The emulator

new_tree "nango-emulator-$version-$system"
cp "$portable/bin/nango-emulator" tests/emulator/README.md "$tree"
pack_tree

# ---- The documentation

tree=$stage/libnango-$version-docs
cp -R target/site "$tree"
pack_tree

# ---- Python, Rust, Go, the sources

cp target/dist/python/libnango-"$version"-*.whl target/dist/python/libnango-"$version".tar.gz "$artifacts"
"$cargo" package --locked --no-verify -p nango --target-dir "$stage/cargo"
cp "$stage/cargo/package/nango-$version.crate" "$artifacts"
"$python" packaging/archive.py source "$here" "libnango-$version" "$artifacts/libnango-$version-source.tar.gz"
# From there, since a module proxy also takes committed files only.
tar -xzf "$artifacts/libnango-$version-source.tar.gz" -C "$stage" "libnango-$version/bindings/go"
(cd packaging/gomod && XDG_CONFIG_HOME="$here/target/go-config" "${GO:-go}" run . \
	"$stage/libnango-$version/bindings/go" "$version" "$artifacts/nango-go-v$version.zip" &&
	XDG_CONFIG_HOME="$here/target/go-config" "${GO:-go}" run . \
		"$stage/libnango-$version/bindings/go/nangooauth2" "$version" "$artifacts/nango-go-nangooauth2-v$version.zip")

# ---- The contents, and the checksums

for package in nango nango-emulator; do
	"$python" packaging/sbom.py "$package" "$target" "$artifacts/$package-$version.cdx.json"
done
"$python" packaging/archive.py sums "$artifacts"
ls -l "$artifacts"
