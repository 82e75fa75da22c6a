#!/bin/sh
# Checks the workflows with actionlint, which it installs in target/tools. Without shellcheck and pyflakes, since not every
# machine has them, and the workflows run nothing but make.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
version=1.7.12
tools=$here/target/tools/actionlint-$version

if ! "$tools/actionlint" -version >/dev/null 2>&1; then
	# Alone: what make sets for the Go package does not concern it.
	env -u GOFLAGS GOBIN="$tools" XDG_CONFIG_HOME="$here/target/go-config" "${GO:-go}" install \
		"github.com/rhysd/actionlint/cmd/actionlint@v$version" >/dev/null 2>&1 || {
		echo "actionlint $version cannot be installed by '${GO:-go} install': run that by hand to see why" >&2
		exit 1
	}
fi
"$tools/actionlint" -shellcheck= -pyflakes=
