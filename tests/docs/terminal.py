"""The terminals of a reader who types the commands of a page: what one command sets is there for the next."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from builds import BuildError, run

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The port that the pages name. The tests take one that is free.
PORT = "3003"
LISTENING = re.compile(r"http://127\.0\.0\.1:(\d+)")
STATE = ".state"


class Terminal:
    """A folder and an environment, which commands change, and the programs that run in other terminals."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.start = folder
        self.folder = folder
        self.environment = dict(environment)
        self._port = PORT
        self._others: list[subprocess.Popen[str]] = []

    def run(self, command: list[str | Path]) -> str:
        """Runs a program; what it printed."""
        done = run(command, self.folder, self.environment)
        if done.returncode:
            raise BuildError(done.stdout)
        return done.stdout

    def type(self, code: str) -> str:
        """Runs commands. Exported variables and the folder stay as they leave them."""
        state = self.start / STATE
        code = code.replace(PORT, self._port)
        printed = self.run(["sh", "-e", "-c", f'{code}\n{{ pwd; env -0; }} >"$0"', state])
        folder, _, variables = state.read_text(encoding="utf-8").partition("\n")
        self.folder = Path(folder)
        self.environment = dict(
            variable.split("=", 1) for variable in variables.split("\0") if variable and not variable.startswith("_=")
        )
        return printed.replace(self._port, PORT)

    def type_elsewhere(self, code: str) -> str:
        """Starts a program in another terminal; its first line. It listens on a port that the system chooses."""
        started = subprocess.Popen(
            ["sh", "-e", "-c", code.replace(PORT, "0")],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self._others.append(started)
        assert started.stdout is not None
        line = started.stdout.readline()
        listening = LISTENING.search(line)
        if listening is None:
            raise BuildError(f"the first line is {line!r}")
        self._port = listening[1]
        return line.replace(self._port, PORT if PORT in code else "a port that the command does not name")

    def close(self) -> None:
        """Presses Ctrl-C in the other terminals."""
        for other in self._others:
            os.killpg(other.pid, signal.SIGINT)
            other.communicate()
        self._others.clear()
