"""Finds a Rust compiler other than the one that builds libnango; as a script, prints it and fails if there is none."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path


def identity(command: list[str]) -> str | None:
    """The identity of a compiler, or None if the command is not one."""
    done = subprocess.run([*command, "-vV"], capture_output=True, text=True, check=False)
    found = re.search(r"^rustc .*$", done.stdout, re.MULTILINE)
    return found.group(0) if done.returncode == 0 and found else None


def candidates() -> list[list[str]]:
    """The system's compiler, then those that rustup has."""
    commands = [[path] for path in ["/usr/bin/rustc"] if Path(path).exists()]
    if shutil.which("rustup"):
        listed = subprocess.run(["rustup", "toolchain", "list"], capture_output=True, text=True, check=False).stdout
        commands += [["rustup", "run", line.split()[0], "rustc"] for line in listed.splitlines() if line.strip()]
    return commands


def other_rustc() -> tuple[list[str], str] | None:
    """Another compiler than `rustc`: the command and its version."""
    own = identity(["rustc"])
    for command in candidates():
        found = identity(command)
        if found is not None and found != own:
            return command, found
    return None


if __name__ == "__main__":
    print(other_rustc() or "none")
    sys.exit(other_rustc() is None)
