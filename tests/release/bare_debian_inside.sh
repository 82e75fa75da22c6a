#!/bin/sh
# What bare_debian.sh runs inside of the new root, with the packages in /packages.
set -eu

install() { apt-get install -y -q -o Dpkg::Use-Pty=0 --no-install-recommends "$@" >/packages/apt.log 2>&1 || { cat /packages/apt.log; exit 1; }; }
step() { printf '\n==== %s\n' "$1"; }
# shows_token COMMAND...: runs one of the examples under the emulator.
shows_token() {
	printed=$(NANGO_CONNECTION_ID=customer-oauth2 NANGO_PROVIDER_CONFIG_KEY=github nango-emulator -- "$@")
	printf '%s\n' "$printed"
	case $printed in 'github/customer-oauth2: OAUTH2 '*) ;; *) echo "that is not the connection" >&2; exit 1 ;; esac
}
fails() { echo "bare_debian_inside.sh: $1" >&2; exit 1; }

cat /etc/debian_version
apt-get update -q
apt-get purge -y -q -o Dpkg::Use-Pty=0 libnango0 nango-emulator >/dev/null 2>&1 || true

step 'The library alone'
install /packages/libnango0_*.deb
ldconfig -p | grep -F libnango.so.0 || fails 'the loader does not find libnango.so.0'
[ ! -e /usr/include/nango.h ] || fails 'the headers are in libnango0'

step 'All of them'
install /packages/libnango-dev_*.deb /packages/nango-emulator_*.deb g++ make cmake pkgconf dpkg-dev
dpkg --verify libnango0 libnango-dev nango-emulator
dpkg-query -W -f '${Package} ${Version} ${Architecture} ${Installed-Size} KiB\n' '*nango*'
mkdir -p /tmp/program/debian
cd /tmp/program
cp /usr/share/doc/libnango-dev/examples/get_connection.* .

step 'pkg-config'
cc -std=c99 get_connection.c -o shared $(pkg-config --cflags --libs nango)
c++ -std=c++17 get_connection.cpp -o shared_cpp $(pkg-config --cflags --libs nango)
shows_token ./shared
shows_token ./shared_cpp
cc get_connection.c -o static $(pkg-config --static --cflags --libs nango-static)
shows_token ./static
if readelf -d static | grep -F libnango; then fails 'the static program needs the shared library'; fi

step 'CMake'
cat >CMakeLists.txt <<'CMAKE'
cmake_minimum_required(VERSION 3.16)
project(my_app LANGUAGES C)
find_package(nango REQUIRED COMPONENTS shared static)
add_executable(my_app get_connection.c)
target_link_libraries(my_app PRIVATE nango::nango)
add_executable(my_app_static get_connection.c)
target_link_libraries(my_app_static PRIVATE nango::nango_static)
CMAKE
cmake -S . -B build >/dev/null
cmake --build build
shows_token build/my_app
shows_token build/my_app_static

step 'What a package of such a program depends on'
printf 'Source: my-app\n\nPackage: my-app\nArchitecture: any\nDescription: for this test\n' >debian/control
dpkg-shlibdeps -O ./shared | tee depends
grep -q 'libnango0 (>= 0\.1\.0)' depends || fails 'the program uses functions of 0.1 only'

step 'Removing them'
apt-get purge -y -q -o Dpkg::Use-Pty=0 libnango-dev libnango0 >/dev/null
if ldconfig -p | grep -F libnango; then fails 'the loader still knows the library'; fi
shows_token ./static
apt-get purge -y -q -o Dpkg::Use-Pty=0 nango-emulator >/dev/null
left=$(find /usr /etc /var -xdev -name '*nango*')
[ -z "$left" ] || fails "these files are left: $left"
