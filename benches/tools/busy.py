"""Processes that keep cores busy: with the lowest priority so that a core never idles, or as another load."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

LOWEST_PRIORITY = 19
SPIN = "pass"
# Reads memory all the time, so that it takes not only the core but its caches too.
HASH = "hashlib.sha256(bytes(4 << 20))"
# It ends with its standard input, so it cannot outlive this program.
_PROGRAM = """
import hashlib, os, sys, threading
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
while True:
    {}
"""


@contextmanager
def cores(which: set[int], work: str, niceness: int) -> Iterator[None]:
    """Run a process that does this work again and again on each of these cores."""
    with ExitStack() as stack:
        for core in which:
            command = ["nice", "-n", str(niceness), sys.executable, "-c", _PROGRAM.format(work)]
            process = stack.enter_context(subprocess.Popen(command, stdin=subprocess.PIPE))
            stack.callback(process.kill)
            os.sched_setaffinity(process.pid, {core})
        yield
