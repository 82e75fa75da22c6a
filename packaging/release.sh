#!/bin/sh
# Gathers the files of a release in target/release-artifacts. `make release` runs this after the sdist and the
# documentation; docs/releasing.md describes each file.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
: "${SOURCE_DATE_EPOCH:?is missing: run make release, which takes the time of the last commit}"
cargo=${CARGO:-cargo}
python=$here/target/py/packaging/bin/python
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
artifacts=$here/target/release-artifacts
stage=$here/target/release-stage

rm -rf "$artifacts" "$stage"
mkdir -p "$artifacts" "$stage"

# new_tree NAME: an empty folder, in $tree, that becomes an archive of that name.
new_tree() {
	tree=$stage/$1
	mkdir -p "$tree"
	cp LICENSE-APACHE LICENSE-MIT THIRD-PARTY-NOTICES "$tree"
}
pack_tree() {
	"$python" packaging/archive.py tree "$tree" "$artifacts/$(basename "$tree").tar.gz"
}

# ---- What is built for each target: C and C++ as CMake installs them, the emulator, the wheel; for glibc also the packages
# for Debian and Fedora

targets='x86_64-unknown-linux-gnu aarch64-unknown-linux-gnu x86_64-unknown-linux-musl aarch64-unknown-linux-musl'
for target in $targets; do
	(
		export NANGO_TARGET="$target"
		. packaging/zig.sh
		sh packaging/c_archive.sh
		sh packaging/emulator.sh
		sh packaging/wheel.sh
		cp "$dist"/libnango-"$version"-*.whl "$artifacts"

		new_tree "libnango-$version-$system"
		cp bindings/c/README.md "$tree"
		cp -R "$made/c/." "$tree"
		# The licences, which new_tree has put at the top.
		rm -r "$tree/share"
		pack_tree

		new_tree "nango-emulator-$version-$system"
		cp "$made/bin/nango-emulator" tests/emulator/README.md "$tree"
		pack_tree

		case $target in
		*-gnu) sh packaging/packages.sh "$artifacts" ;;
		esac

		# What is linked depends on the system.
		for package in nango nango-emulator; do
			"$python" packaging/sbom.py "$package" "$target" "$artifacts/$package-$version-$system.cdx.json"
		done
	)
done

# ---- The documentation

tree=$stage/libnango-$version-docs
cp -R target/site "$tree"
pack_tree

# ---- Python, Rust, Go, the sources

cp target/dist/python/libnango-"$version".tar.gz "$artifacts"
"$cargo" package --locked --no-verify -p nango --target-dir "$stage/cargo"
cp "$stage/cargo/package/nango-$version.crate" "$artifacts"
"$python" packaging/archive.py source "$here" "libnango-$version" "$artifacts/libnango-$version-source.tar.gz"
"$python" packaging/recipes.py "$artifacts/libnango-$version-source.tar.gz" "$version" "$artifacts"
# From there, since a module proxy also takes committed files only.
tar -xzf "$artifacts/libnango-$version-source.tar.gz" -C "$stage"
sh packaging/go_modules.sh "$stage/libnango-$version" "$version" "$artifacts"

# ---- Java and PHP, each with the library for every system; Ruby

set --
for target in $targets; do
	set -- "$@" "$target=$here/target/portable/made/$target/lib/libnango.so"
done
sh packaging/java.sh "$stage/libnango-$version" "$artifacts" "$@"
sh bindings/php/dist.sh "$artifacts" "$@"
sh packaging/gem.sh "$artifacts"

# ---- The checksums

"$python" packaging/archive.py sums "$artifacts"
ls -l "$artifacts"
