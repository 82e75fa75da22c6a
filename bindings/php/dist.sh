#!/bin/sh
# Makes the archive that Composer installs: the package with the library for each system, the extension's source, licences and
# notices.
#
# usage: dist.sh FOLDER TARGET=LIBRARY...
#
# TARGET is a system as rustc calls it, such as x86_64-unknown-linux-gnu, and LIBRARY the libnango.so for it. The same input
# makes the same archive; SOURCE_DATE_EPOCH is the time of its files.
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
php=$here/bindings/php
[ $# -ge 2 ] || { sed -n 's/^# usage: /usage: /p' "$0" >&2; exit 2; }
folder=$1
shift
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$here/Cargo.toml" | head -n 1)
name=libnango-php-$version
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir -p "$folder" "$work/$name/include" "$work/$name/ext"
cp -R "$php/src" "$php/examples" "$php/README.md" "$work/$name"
cp "$here/LICENSE-MIT" "$here/LICENSE-APACHE" "$here/THIRD-PARTY-NOTICES" "$work/$name"
cp "$here/include/nango.h" "$here/include/nango.ffi.h" "$work/$name/include"
cp "$php/ext/config.m4" "$php/ext"/*.c "$php/ext"/*.h "$work/$name/ext"
# Composer reads the version of an archive here; in a repository it is that of the tag.
sed "s/^    \"type\": \"library\",/    \"version\": \"$version\",\n&/" "$php/composer.json" >"$work/$name/composer.json"
for library in "$@"; do
	mkdir -p "$work/$name/lib/${library%%=*}"
	cp "${library#*=}" "$work/$name/lib/${library%%=*}/libnango.so"
done
chmod -R u=rwX,go=rX "$work/$name"
tar --sort=name --mtime="@${SOURCE_DATE_EPOCH:-0}" --owner=0 --group=0 --numeric-owner -C "$work" -cf - "$name" |
	gzip -n9 >"$folder/$name.tar.gz"
echo "$folder/$name.tar.gz"
