#!/bin/sh
# Makes each system call of a call fail in turn: see torture.py.
#
# usage: tests/torture/run.sh [SCENARIO...]        (default: all)
set -eu

PYTHONDONTWRITEBYTECODE=1 exec "${PYTHON:-python3}" "$(dirname "$0")/torture.py" "$@"
