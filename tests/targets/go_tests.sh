#!/bin/sh
# Builds a Go program from the published module, with the static libraries of a release, by each C compiler that there is
# for the target, and runs it as far as possible on this machine: `make check-targets`.
#
# usage: tests/targets/go_tests.sh TARGET        as NANGO_TARGET in packaging/zig.sh
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
NANGO_TARGET=${1:?is missing: which target}
. "$here/packaging/zig.sh"
. "$here/tests/targets/running.sh"
work=$here/target/targets/go
module=github.com/libnango/libnango/bindings/go
version=v$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
app=$work/$target
go=${GO:-go}
passed=0
failed=0

# A module proxy on disk, with what `make release` publishes.
rm -rf "$work/sources" "$work/proxy" "$app"
mkdir -p "$work/sources/bindings" "$work/proxy/$module/@v" "$app"
git archive HEAD bindings/go | tar -x -C "$work/sources"
sh packaging/go_modules.sh "$work/sources" "${version#v}" "$work"
cp bindings/go/go.mod "$work/proxy/$module/@v/$version.mod"
cp "$work/nango-go-$version.zip" "$work/proxy/$module/@v/$version.zip"
echo "{\"Version\": \"$version\"}" >"$work/proxy/$module/@v/$version.info"
echo "$version" >"$work/proxy/$module/@v/list"
zip_size=$(wc -c <"$work/nango-go-$version.zip")
if [ "$zip_size" -gt 15000000 ]; then
	echo "the module's zip has $zip_size bytes, and more than 15 MB is a lot to download: make a module for each system" >&2
	exit 1
fi

# Nothing of libnango, of the checkout or of Rust.
unset PKG_CONFIG_PATH GOFLAGS RUSTFLAGS LIBRARY_PATH LD_LIBRARY_PATH CPATH
export PKG_CONFIG=false GOPROXY="file://$work/proxy" GOSUMDB=off GOTOOLCHAIN=local GOMODCACHE="$app/modules" GOFLAGS=-modcacherw
export CGO_ENABLED=1 GOOS=linux XDG_CONFIG_HOME="$here/target/go-config"
# Go's cache does not see that the libraries changed.
export GOCACHE="$app/cache"
case $target in
x86_64-*) export GOARCH=amd64 ;;
aarch64-*) export GOARCH=arm64 ;;
esac
case $target in
*-musl) tags=musl ;;
*) tags= ;;
esac

# check COMPILER OPTION: whether a program by that C compiler works, linked with an option or none.
check() {
	name="$target, ${1##*/}${2:+, $2}"
	more=
	case $1 in
	*ziglang*) more=-lunwind ;; # zig links for C what unwinds the stack only if it is asked to
	esac
	# shellcheck disable=SC2086 # none, or several words
	if (cd "$app" && CC=$1 CGO_LDFLAGS="-O2 -g $more" "$go" build -tags "$tags" ${2:+-ldflags "-linkmode external -extldflags $2"} -o my_app .) >"$app/log" 2>&1 \
		&& ! readelf -W -d "$app/my_app" | grep -F -e libnango -e libgcc_s -e RUNPATH >"$app/log" \
		&& python3 tests/install_go/server.py $run "$app/my_app" >"$app/log" 2>&1; then
		passed=$((passed + 1))
		echo "$name: $(wc -c <"$app/my_app") bytes"
	else
		failed=$((failed + 1))
		echo "FAILED: $name"
		cat "$app/log"
	fi
}

(cd "$app" && "$go" mod init example.com/my_app && "$go" get "$module@$version") 2>&1
cp bindings/go/examples/get_connection/main.go "$app"
zig="$(command -v python) -m ziglang cc -target $zig_name"
case $target in
*-musl)
	# Zig puts musl into a program unless it is told otherwise; GCC on Alpine does the opposite.
	check "$zig" -dynamic
	check "$zig" -static
	;;
*) check "$zig" '' ;;
esac
[ -z "$gcc" ] || check "$gcc" ''
printf '%s: %d passed, %d failed\n' "$target" "$passed" "$failed"
[ "$failed" -eq 0 ]
