"""Finds a Rust compiler other than the one that builds libnango, or unpacks one of Debian's."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
UNPACKED = ROOT / "target/tools/rust-other"


def identity(command: list[str]) -> str | None:
    """The identity of a compiler, or None if the command is not one."""
    done = subprocess.run([*command, "-vV"], capture_output=True, text=True, check=False)
    found = re.search(r"^rustc .*$", done.stdout, re.MULTILINE)
    return found.group(0) if done.returncode == 0 and found else None


def candidates() -> list[list[str]]:
    """The system's compiler, one that was unpacked, then those that rustup has."""
    commands = [[path] for path in ["/usr/bin/rustc", str(UNPACKED / "rustc")] if Path(path).exists()]
    if shutil.which("rustup"):
        listed = subprocess.run(["rustup", "toolchain", "list"], capture_output=True, text=True, check=False).stdout
        commands += [["rustup", "run", line.split()[0], "rustc"] for line in listed.splitlines() if line.strip()]
    return commands


def other_installed(own: str | None) -> tuple[list[str], str] | None:
    """Another compiler that this machine has: the command and its version."""
    for command in candidates():
        found = identity(command)
        if found is not None and found != own:
            return command, found
    return None


def other_rustc() -> tuple[list[str], str] | None:
    """Another compiler than `rustc`: the command and its version."""
    own = identity(["rustc"])
    found = other_installed(own)
    if found is None and own is not None and shutil.which("apt-cache"):
        minor = ".".join(own.split()[1].split(".")[:2])
        subprocess.run(["sh", ROOT / "tests/setup/unpack_rustc.sh", UNPACKED, f"!{minor}"], check=False)
        found = other_installed(own)
    return found
