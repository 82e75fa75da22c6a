#!/bin/sh
# Shows that a bare Debian with git, make and a network needs nothing else: tests/bare/run.sh RELEASE [ARGUMENT OF MAKE...]
#
# RELEASE is what debootstrap knows, as trixie, bookworm or noble. In a new root of it, the last commit of this checkout runs
# `NO_INSTALL=1 make test`, which installs nothing, and `make demo` twice, of which the second installs nothing; then make with
# the arguments, if there are any. With BARE_USER=1 a user runs it who is no root, by sudo.
# BARE_MIRROR is another mirror than the first of this machine, as http://archive.ubuntu.com/ubuntu for noble. BARE_KEEP=1
# leaves the root in target/bare.
#
# It needs root and debootstrap. How to reach the registries is taken from this machine: mirrors, certificates, proxies and
# the settings of pip, cargo and go. CI does not run this.
set -eu

release=${1:?usage: tests/bare/run.sh RELEASE [ARGUMENT OF MAKE...]}
shift
here=$(cd "$(dirname "$0")/../.." && pwd)
bare=$here/target/bare
base=$bare/$release.base
root=$bare/$release
checkout=/home/somebody/libnango

[ "$(id -u)" -eq 0 ] || { echo "tests/bare/run.sh: a root is made by root: run it as root" >&2; exit 2; }
command -v debootstrap >/dev/null || { echo "tests/bare/run.sh: install debootstrap" >&2; exit 2; }

# What is mounted in the root ends with this namespace.
if [ -z "${BARE_NAMESPACE:-}" ]; then
	BARE_NAMESPACE=1 exec unshare --mount --pid --fork --kill-child sh "$0" "$release" "$@"
fi

repositories() { apt-get indextargets --format '$(REPO_URI)' | sort -u; }

make_base() {
	mirror=${BARE_MIRROR:-$(repositories | grep '/debian/$' | head -n 1)}
	rm -rf "$base" "$base.part"
	mkdir -p "$bare"
	components=main
	script=
	case $mirror in
	*/ubuntu | */ubuntu/)
		components=main,universe
		# Debian's debootstrap does not know the newest releases of Ubuntu, which are all made like this one.
		[ -e "/usr/share/debootstrap/scripts/$release" ] || script=/usr/share/debootstrap/scripts/gutsy
		;;
	esac
	# shellcheck disable=SC2086 # no script, or one
	debootstrap --variant=minbase --components="$components" --include=git,make,ca-certificates \
		"$release" "$base.part" "$mirror" $script >"$bare/$release.log" 2>&1 || {
		tail -n 5 "$bare/$release.log" >&2
		exit 1
	}
	# What an installation of the system has besides.
	if [ "$components" != main ]; then
		for pocket in updates security; do
			printf 'deb %s %s-%s %s\n' "$mirror" "$release" "$pocket" "$(printf %s "$components" | tr , ' ')"
		done >>"$base.part/etc/apt/sources.list"
	fi
	security=$(repositories | grep -- '-security/$' | head -n 1)
	if [ -z "${BARE_MIRROR:-}" ] && [ -n "$security" ]; then
		printf 'deb %s %s-security main\ndeb %s %s-updates main\n' "$security" "$release" "$mirror" "$release" \
			>>"$base.part/etc/apt/sources.list"
	fi
	chroot "$base.part" apt-get clean
	rm -rf "$base.part"/var/lib/apt/lists/*
	mv "$base.part" "$base"
}

# copy FILE...: into the root, those that this machine has.
copy() {
	for file; do
		[ -f "$file" ] || continue
		mkdir -p "$root$(dirname "$file")"
		cp -L "$file" "$root$file"
	done
}

# How this machine reaches the registries.
settings() {
	copy /etc/resolv.conf /etc/hosts /etc/pip.conf /usr/local/share/ca-certificates/*.crt
	for file in /etc/apt/apt.conf.d/*; do
		# Those that no package brings.
		if grep -q '^ *Acquire::' "$file" && ! dpkg -S "$file" >/dev/null 2>&1; then copy "$file"; fi
	done
	chroot "$root" update-ca-certificates >/dev/null 2>&1
	for file in .config/pip/pip.conf .pip/pip.conf .cargo/config.toml .config/go/env .npmrc; do
		[ -f "$HOME/$file" ] || continue
		mkdir -p "$root/home/somebody/$(dirname "$file")"
		cp -L "$HOME/$file" "$root/home/somebody/$file"
	done
	env | grep -E '^([a-z]+_proxy|[A-Z]+_PROXY|PIP_[A-Z_]*|CARGO_(HTTP|NET|REGISTR)[A-Z_]*|GO(PROXY|SUMDB|NOSUMDB|PRIVATE)|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|GIT_SSL_CAINFO|CURL_CA_BUNDLE|NODE_EXTRA_CA_CERTS)=' |
		grep -v '^PIP_FIND_LINKS=' >"$root/settings" || true
}

# inside COMMAND...: runs it in the root, in the checkout, with no more of this machine's environment than the settings.
inside() {
	as=
	[ -z "${BARE_USER:-}" ] || as='setpriv --reuid=1000 --regid=1000 --clear-groups'
	# shellcheck disable=SC2046,SC2086 # several words
	chroot "$root" $as env -i $(cat "$root/settings") HOME=/home/somebody TERM=dumb \
		PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
		sh -c 'cd "$0" && "$@"' "$checkout" "$@"
}

# show COMMAND...: prints it, what it prints, and how long it took. Leaves its exit code in $status.
show() {
	printf '\n%s $ %s\n' "$release" "$*"
	started=$(date +%s)
	status=0
	inside env "$@" </dev/null 2>&1 || status=$?
	printf '[exit code %d, %d s]\n' "$status" "$(($(date +%s) - started))"
}

installed() { chroot "$root" dpkg-query -W | sort; }

# expect WHAT COMMAND...: one line of the result.
passed=0
failed=0
expect() {
	what=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
		printf 'ok      %s: %s\n' "$release" "$what"
	else
		failed=$((failed + 1))
		printf 'FAILED  %s: %s\n' "$release" "$what"
	fi
}

[ -d "$base" ] || make_base
rm -rf --one-file-system "$root"
cp -a "$base" "$root"
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"
settings
git clone --quiet --no-hardlinks "$here" "$root$checkout"
if [ -n "${BARE_USER:-}" ]; then
	chroot "$root" sh -c 'apt-get update -qq && apt-get install -y -qq sudo && useradd --uid 1000 --shell /bin/sh somebody' \
		>>"$bare/$release.log" 2>&1
	echo 'somebody ALL=(ALL) NOPASSWD: ALL' >"$root/etc/sudoers.d/somebody"
	chroot "$root" chown -R somebody: /home/somebody
else
	chroot "$root" chown -R root: /home/somebody
fi

installed >"$bare/$release.packages"
printf '%s: %s packages, git %s, %s\n' "$release" "$(wc -l <"$bare/$release.packages")" \
	"$(git rev-parse --short HEAD)" "$(chroot "$root" make --version | head -n 1)"

show NO_INSTALL=1 make test
expect 'NO_INSTALL=1 make test fails' [ "$status" -ne 0 ]
installed >"$bare/$release.after"
expect 'and installs nothing' cmp -s "$bare/$release.packages" "$bare/$release.after"

show make -s demo
expect 'make demo shows every language' [ "$status" -eq 0 ]
installed >"$bare/$release.packages"
expect 'and installs packages' sh -c "! cmp -s '$bare/$release.packages' '$bare/$release.after'"
printf 'installed: %s\n' "$(comm -13 "$bare/$release.after" "$bare/$release.packages" | cut -f1 | tr '\n' ' ')"

show make -s demo
expect 'make demo succeeds a second time' [ "$status" -eq 0 ]
installed >"$bare/$release.after"
expect 'and installs nothing' cmp -s "$bare/$release.packages" "$bare/$release.after"

show NO_INSTALL=1 make -s demo
expect 'make demo needs no installation now' [ "$status" -eq 0 ]

if [ $# -gt 0 ]; then
	show make "$@"
	expect "make $*" [ "$status" -eq 0 ]
fi

printf '\n%d passed, %d failed\n' "$passed" "$failed"
umount --recursive --lazy "$root/proc" "$root/sys" "$root/dev"
[ -n "${BARE_KEEP:-}" ] || rm -rf --one-file-system "$root"
[ "$failed" -eq 0 ]
