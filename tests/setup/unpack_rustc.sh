#!/bin/sh
# Unpacks a Rust compiler of Debian beside the installed one, with which its package conflicts:
# unpack_rustc.sh FOLDER VERSION. VERSION is one such as 1.85, or `!1.85` for any other. FOLDER/rustc runs it.
set -eu

folder=$1
version=$2

# Debian has up to two compilers, each with a standard library, whose names have the version.
found=$(apt-cache madison rustc rustc-web | awk -v asked="$version" '
	$2 != "|" || / Sources$/ { next }
	{
		wanted = asked
		not = sub(/^!/, "", wanted)
		split($3, number, "[.]")
		if ((number[1] "." number[2] == wanted) != not) { print $1, $3, number[1] "." number[2]; exit }
	}')
if [ -z "$found" ]; then
	echo "no package of a Rust compiler $version: see apt-cache madison rustc rustc-web" >&2
	exit 1
fi
# shellcheck disable=SC2086 # several words
set -- $found
family=${1#rustc} # empty or -web
library=libstd-rust$family-$3
llvm=$(apt-cache depends "$library" | sed -n 's/^ *Depends: \(libllvm[0-9]*\)$/\1/p')

rm -rf "$folder"
mkdir -p "$folder/deb" "$folder/root"
# shellcheck disable=SC2086 # none without LLVM of its own
(cd "$folder/deb" && apt-get download -qq "$1=$2" "libstd-rust$family-dev=$2" "$library=$2" $llvm)
for deb in "$folder"/deb/*.deb; do
	dpkg -x "$deb" "$folder/root"
done
rm -rf "$folder/deb"
# Nothing is installed, so it needs the path of its libraries.
libraries=$(dirname "$(find "$folder/root/usr/lib" -name 'libLLVM*.so*' | head -n 1)")
printf '#!/bin/sh\nLD_LIBRARY_PATH=%s exec %s "$@"\n' "$libraries" "$folder/root/usr/bin/rustc" >"$folder/rustc"
chmod +x "$folder/rustc"
