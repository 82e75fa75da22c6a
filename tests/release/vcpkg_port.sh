#!/bin/sh
# Runs the port of a release with vcpkg's own scripts, for shared and static libraries, and builds a program with each
# outcome. It takes the place of the program vcpkg, which downloads the tools that it uses.
#
# usage: vcpkg_port.sh FOLDER VCPKG        FOLDER holds the source archive and the port that make release leaves, VCPKG is a
#                                          checkout of vcpkg
set -eu

artifacts=$(cd "${1:?names the folder of the release}" && pwd)
vcpkg=$(cd "${2:?names a checkout of vcpkg}" && pwd)
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$here/target/vcpkg
port=$work/ports/libnango

rm -rf "$work/ports" "$work/packages" "$work/build" "$work/downloads"
mkdir -p "$port" "$work/downloads" "$work/installed"
cp "$artifacts"/libnango-*-source.tar.gz "$work/downloads"
tar -xzf "$(ls "$artifacts"/libnango-*-vcpkg.tar.gz)" -C "$port" --strip-components 1

# The tools of this machine, not vcpkg's.
export VCPKG_FORCE_SYSTEM_BINARIES=1 CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$work/cargo}"
for linkage in dynamic static; do
	triplet=x64-linux-$linkage
	printf '%s\n' 'set(VCPKG_TARGET_ARCHITECTURE x64)' 'set(VCPKG_CRT_LINKAGE dynamic)' 'set(VCPKG_CMAKE_SYSTEM_NAME Linux)' \
		"set(VCPKG_LIBRARY_LINKAGE $linkage)" >"$work/$triplet.cmake"
	package=$work/packages/libnango_$triplet
	cmake -DCMD=BUILD -DPORT=libnango -DTARGET_TRIPLET=$triplet -DTARGET_TRIPLET_FILE="$work/$triplet.cmake" \
		-D_HOST_TRIPLET=x64-linux -DZ_VCPKG_CHAINLOAD_TOOLCHAIN_FILE="$vcpkg/scripts/toolchains/linux.cmake" \
		-DCURRENT_PORT_DIR="$port" -DCURRENT_BUILDTREES_DIR="$work/build/$linkage" \
		-DCURRENT_PACKAGES_DIR="$package" -DBUILDTREES_DIR="$work/build" -DPACKAGES_DIR="$work/packages" \
		-D_VCPKG_INSTALLED_DIR="$work/installed" -DDOWNLOADS="$work/downloads" -DVCPKG_ROOT_DIR="$vcpkg" \
		-DVCPKG_BASE_VERSION=2099-01-01 -DFEATURES=core -DALL_FEATURES= -DVERSION=0 -DVCPKG_CONCURRENCY=2 \
		-DVCPKG_PORT_CONFIGS="$vcpkg/ports/vcpkg-cmake/vcpkg-port-config.cmake;$vcpkg/ports/vcpkg-cmake-config/vcpkg-port-config.cmake" \
		-P "$vcpkg/scripts/ports.cmake"
	(cd "$package" && find . -type f -o -type l | sort)

	mkdir -p "$work/program-$linkage"
	case $linkage in
		dynamic) name=nango::nango; forbidden=libnango.a ;;
		static) name=nango::nango_static; forbidden=libnango.so ;;
	esac
	[ ! -e "$package/lib/$forbidden" ] || { echo "vcpkg_port.sh: $forbidden is in the package for $linkage" >&2; exit 1; }
	sed "s|FIND|find_package(nango CONFIG REQUIRED)|; s|NAME|$name|" >"$work/program-$linkage/CMakeLists.txt" <<'CMAKE'
cmake_minimum_required(VERSION 3.16)
project(program LANGUAGES C)
FIND
add_executable(program program.c)
target_link_libraries(program PRIVATE NAME)
CMAKE
	cp "$here/packaging/conan/test_package/test_package.c" "$work/program-$linkage/program.c"
	cmake -S "$work/program-$linkage" -B "$work/program-$linkage/build" -DCMAKE_PREFIX_PATH="$package" >/dev/null
	cmake --build "$work/program-$linkage/build"
	"$work/program-$linkage/build/program"
done
