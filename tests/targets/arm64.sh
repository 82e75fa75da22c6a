#!/bin/sh
# Fetches what Debian has for arm64, and QEMU runs here: Python, glibc and musl. They go into target/targets/arm64/root, and
# the system's own lists of packages stay as they are.
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
work=$here/target/targets/arm64
root=$work/root
[ ! -e "$work/.ready" ] || exit 0

mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
# With no package installed, all that Python needs is fetched, too.
apt() {
	apt-get -qq -o APT::Architecture=arm64 -o APT::Architectures=arm64 -o Dir::State::lists="$work/lists" \
		-o Dir::State::status=/dev/null -o Dir::Cache="$work/cache" -o Debug::NoLocking=1 "$@"
}
apt update
apt install --yes --no-install-recommends --download-only python3 musl
rm -rf "$root"
mkdir -p "$root"
for package in "$work/cache/archives"/*.deb; do dpkg-deb --extract "$package" "$root"; done
rm -rf "$work/lists" "$work/cache"
touch "$work/.ready"
