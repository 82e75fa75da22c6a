#!/bin/sh
# Installs the packages by apt into a Debian that has nothing else, and builds and runs programs there. Root alone can run
# it, and it downloads some 200 MB: `make test` does without.
#
# usage: bare_debian.sh FOLDER [SUITE]        FOLDER holds the .deb files; SUITE is trixie, bookworm, ...
#
# The root stays in target/bare-debian: remove it to begin with a new one.
set -eu

packages=$(cd "${1:?names the folder of the packages}" && pwd)
suite=${2:-trixie}
here=$(cd "$(dirname "$0")/../.." && pwd)
root=$here/target/bare-debian/$suite

[ "$(id -u)" = 0 ] || { echo "bare_debian.sh: run it as root, which debootstrap and chroot need" >&2; exit 1; }
for program in debootstrap unshare; do
	command -v $program >/dev/null || { echo "bare_debian.sh: '$program' is missing: apt-get install debootstrap util-linux" >&2; exit 1; }
done
# Mounts in a namespace of its own, which ends with it.
if [ "${BARE_DEBIAN_NAMESPACE-}" != yes ]; then
	exec env BARE_DEBIAN_NAMESPACE=yes unshare --mount --propagation private sh "$0" "$packages" "$suite"
fi

if [ ! -e "$root/made" ]; then
	# The mirror that this machine uses.
	mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep '/debian/$' | head -n 1)
	rm -rf "$root"
	mkdir -p "$root"
	debootstrap --variant=minbase "$suite" "$root" "$mirror"
	cp /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/"
	touch "$root/made"
fi
mount -t proc proc "$root/proc"
rm -rf "$root/packages"
mkdir "$root/packages"
cp "$packages"/*_"$(dpkg --print-architecture)".deb "$root/packages"
cp "$here/tests/release/bare_debian_inside.sh" "$root/packages"
cp /etc/resolv.conf "$root/etc/resolv.conf"
env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
	chroot "$root" sh /packages/bare_debian_inside.sh
echo "the packages are installed, used and removed on $suite"
