#!/bin/sh
# Puts static libraries into a copy of bindings/go, which then builds where no libnango is installed.
#
# usage: bundle.sh MODULE NAME=ARCHIVE...        NAME: linux_amd64_glibc, linux_arm64_musl and so on
set -eu

here=$(cd "$(dirname "$0")" && pwd)
module=$1
shift

rm "$module/internal/clib/link_default.go"
cp "$here"/clib/*.go "$module/internal/clib"
mkdir "$module/internal/libnango"
cp "$here"/libnango/*.go "$here/../../include/nango.h" "$module/internal/libnango"
for library in "$@"; do
	case $library in
	linux_amd64_glibc=* | linux_arm64_glibc=* | linux_amd64_musl=* | linux_arm64_musl=*) ;;
	*)
		echo "bundle.sh: no program links $library: link_bundled.go has the names" >&2
		exit 2
		;;
	esac
	cp "${library#*=}" "$module/internal/libnango/${library%%=*}.a"
done
