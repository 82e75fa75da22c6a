#!/bin/sh
# Tens of thousands of calls with random faults: nothing may grow, and no call may get another one's response.
#
# usage: tests/soak/run.sh [SECONDS [SEED]]        (default: 60 1)
#
# Needs target/release/libnango.so and a C compiler.
set -eu

here=$(cd "$(dirname "$0")/../.." && pwd)
cd "$here"
mkdir -p target/soak
"${CC:-cc}" -std=c99 -O2 -g -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -D_POSIX_C_SOURCE=200809L -Iinclude \
	tests/soak/soak.c tests/soak/faulty_server.c -o target/soak/soak \
	-Ltarget/release -lnango -Wl,-rpath,"$here/target/release" -lpthread
exec target/soak/soak "$@"
