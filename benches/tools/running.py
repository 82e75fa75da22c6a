"""A client that stays while it is measured, and makes its calls in turns: starting it is no part of a figure."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

import project

# Of Linux: the clock that runs while any thread of a process does. It is exact to the nanosecond, where /proc/PID/stat
# counts ticks of 10 ms.
_CPU_CLOCK = 2


@dataclass(frozen=True)
class Usage:
    """The resources that a process used."""

    cpu_seconds: float
    wall_seconds: float


class Running:
    """A program that reads how many calls its next turn has, a line each, and ends a turn with an empty line."""

    def __init__(self, command: list[str], process: subprocess.Popen[bytes], log: IO[bytes]) -> None:
        assert process.stdin is not None and process.stdout is not None
        self._command = command
        self._process = process
        self._turns, self._ends = process.stdin.fileno(), process.stdout
        self._log = log
        self._clock = (~process.pid << 3) | _CPU_CLOCK

    def turn(self, calls: int) -> Usage:
        """Let it make so many calls."""
        start, cpu = time.monotonic_ns(), time.clock_gettime_ns(self._clock)
        try:
            os.write(self._turns, b"%d\n" % calls)
            has_ended = self._ends.readline() == b"\n"
        except BrokenPipeError:
            has_ended = False
        if not has_ended:
            raise self._error(f"no turn of {calls} calls")
        end = time.monotonic_ns()
        return Usage((time.clock_gettime_ns(self._clock) - cpu) / 1e9, (end - start) / 1e9)

    def end(self) -> None:
        """There are no more turns, so it ends."""
        self._process.communicate()
        if self._process.returncode != 0:
            raise self._error(f"exit code {self._process.returncode}")

    def _error(self, what: str) -> project.CommandError:
        self._process.kill()
        self._process.wait()
        self._log.seek(0)
        said = self._log.read().decode(errors="replace")[-2000:]
        return project.CommandError(f"{' '.join(self._command)}: {what}\n{said}")


@contextmanager
def started(command: list[str], environment: dict[str, str]) -> Iterator[Running]:
    """Start a program, which ends with the block."""
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, bufsize=0
        ) as process,
    ):
        running = Running(command, process, log)
        yield running
        running.end()
