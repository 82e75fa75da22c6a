# Sourced by scripts that have set $here to the checkout: builds for every Linux of one architecture and C library. Zig links against the
# oldest supported version of that, regardless of this machine's. The output contains no path of the build.
#
# NANGO_TARGET names the target as rustc does; it is this machine with glibc unless it is set. The tools are in
# target/py/packaging, which `make` fills.

cd "$here"
# The oldest supported glibc.
glibc=2.28
target=${NANGO_TARGET:-$(uname -m)-unknown-linux-gnu}
machine=${target%%-*}
portable=$here/target/portable
# What is built for the target, under the names that it is published with.
made=$portable/made/$target
# Where wheels go: target/dist/python has this machine's.
dist=$here/target/dist/$target
[ "$target" != "$(uname -m)-unknown-linux-gnu" ] || dist=$here/target/dist/python

# What zig links against, as cargo-zigbuild calls it; what names archives; the tag of a wheel.
case $target in
x86_64-unknown-linux-gnu | aarch64-unknown-linux-gnu)
	zig_target=$target.$glibc
	system=$machine-linux
	wheel_tag=manylinux_$(echo "$glibc" | tr . _)_$machine
	;;
x86_64-unknown-linux-musl | aarch64-unknown-linux-musl)
	zig_target=$target
	system=$machine-linux-musl
	wheel_tag=musllinux_1_2_$machine
	;;
*)
	echo "NANGO_TARGET is $target: it has to be x86_64- or aarch64-unknown-linux-gnu or -musl" >&2
	exit 2
	;;
esac

PATH=$here/target/py/packaging/bin:$PATH
export CARGO_ZIGBUILD_CACHE_DIR="$portable/zigbuild" ZIG_GLOBAL_CACHE_DIR="$portable/zig" ZIG_LOCAL_CACHE_DIR="$portable/zig"
# Cargo names the project's own sources by relative paths.
export RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"
# It would go before RUSTFLAGS.
unset CARGO_ENCODED_RUSTFLAGS

# The profile of Cargo.toml that is built.
profile=release

# need_target: Rust's standard library for the target, or one line that explains what to do.
need_target() {
	[ ! -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ] || return 0
	if ! command -v rustup >/dev/null 2>&1 || ! rustup --quiet target add "$target"; then
		echo "rustc has no standard library for $target: install Rust by rustup.rs and run 'rustup target add $target'" >&2
		exit 1
	fi
}

# zigbuild COMMAND ARGUMENT...: leaves its output in $portable/$target/$profile.
zigbuild() {
	command=$1
	shift
	need_target
	cargo-zigbuild "$command" --locked --profile "$profile" --target "$zig_target" --target-dir "$portable" "$@"
}

# check_libc FILE: fails with one line if it needs a newer glibc or, on musl, anything but musl.
check_libc() {
	case $target in
	*-musl)
		needed=$(LC_ALL=C readelf -W -d "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | sort | tr '\n' ' ')
		case $needed in
		'' | 'libc.so ') echo "$1 needs ${needed:-nothing}" ;;
		*)
			echo "$1 needs $needed, and may need musl's libc.so alone: readelf -d tells why" >&2
			exit 1
			;;
		esac
		;;
	*)
		needed=$(LC_ALL=C readelf -W --version-info "$1" | grep -o 'GLIBC_[0-9][0-9.]*' | sort -u -V | tail -n 1)
		newest=$(printf '%s\n' "$needed" "GLIBC_$glibc" | sort -V | tail -n 1)
		if [ -z "$needed" ] || [ "$newest" != "GLIBC_$glibc" ]; then
			echo "$1 needs ${needed:-no glibc at all}, and may need GLIBC_$glibc at most: readelf --version-info tells why" >&2
			exit 1
		fi
		echo "$1 needs $needed"
		;;
	esac
}

# cmake_c PREFIX LIBDIR: has CMake build bindings/c for the target in $cmake_build, to be installed there. What is built
# already is kept.
cmake_build=$portable/cmake/$target
cmake_c() {
	set -- -DCMAKE_INSTALL_PREFIX="$1" -DCMAKE_INSTALL_LIBDIR="$2"
	if [ "$machine" != "$(uname -m)" ]; then
		compiler=$machine-linux-gnu-gcc
		if ! command -v "$compiler" >/dev/null; then
			echo "$compiler is missing, whose binutils make libnango.a: install Debian's gcc-$(echo "$machine" | tr _ -)-linux-gnu" >&2
			exit 1
		fi
		# Its binutils are enough: without the C library for that machine it cannot link the program that CMake tries it with.
		set -- "$@" -DCMAKE_SYSTEM_NAME=Linux -DCMAKE_SYSTEM_PROCESSOR="$machine" -DCMAKE_C_COMPILER="$compiler" \
			-DCMAKE_TRY_COMPILE_TARGET_TYPE=STATIC_LIBRARY
	fi
	${CMAKE:-cmake} -S bindings/c -B "$cmake_build" -DNANGO_CARGO="$here/packaging/portable.sh" \
		-DNANGO_RUST_TARGET="$target" -DNANGO_CARGO_TARGET_DIR="$portable" "$@"
	NANGO_TARGET=$target ${CMAKE:-cmake} --build "$cmake_build"
}
