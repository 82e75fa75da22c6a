#!/bin/sh
# Makes a static library that exports nango_* and nothing else of the one that cargo leaves.
#
# usage: static_library.sh CARGO_ARCHIVE ARCHIVE        (AR, LD, NM and OBJCOPY name the tools)
#
# Cargo's output contains Rust's whole runtime as global symbols, so that two of different compilers cannot be linked
# into one program. Here it becomes one object, in which only the functions that a program calls are global.
set -eu

cargo_archive=$1
archive=$2
scratch=$archive.parts
rm -rf "$scratch"
mkdir -p "$scratch"
trap 'rm -rf "$scratch"' EXIT

"$OBJCOPY" --strip-debug --remove-section=.llvmbc --remove-section=.llvmcmd "$cargo_archive" "$scratch/all.a"
"$NM" --defined-only --extern-only "$scratch/all.a" 2>/dev/null \
	| sed -n 's/^[0-9a-f]* T \(nango_[a-z0-9_]*\)$/-u \1/p' | LC_ALL=C sort >"$scratch/exports"
[ -s "$scratch/exports" ] || { echo "static_library.sh: $cargo_archive exports no nango_*" >&2; exit 1; }

# Without --gc-sections: it makes weak symbols strong, and lld then loses the tables that unwinding needs.
"$LD" -r --force-group-allocation "@$scratch/exports" "$scratch/all.a" -o "$scratch/nango.o"
"$OBJCOPY" --wildcard --keep-global-symbol='nango_*' "$scratch/nango.o"
rm -f "$archive"
"$AR" rcsD "$archive" "$scratch/nango.o"
