"""Where things are, what nango.h declares, and how a compiler is run."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).resolve().parents[3]
HEADER = ROOT / "include" / "nango.h"
CPP_HEADER = ROOT / "bindings" / "c" / "include" / "nango.hpp"
INCLUDES = [f"-I{HEADER.parent}", f"-I{CPP_HEADER.parent}"]
STRICT = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Wshadow", "-Wconversion"]


def declarations(header: str) -> dict[str, list[tuple[str, str]]]:
    """The functions of a header: name to parameters, each (type, name)."""
    code = re.sub(r"/\*.*?\*/", " ", header, flags=re.DOTALL)
    code = re.sub(r"^\s*#.*?(?<!\\)$", " ", code, flags=re.MULTILINE | re.DOTALL)
    found = {}
    for name, parameters in re.findall(r"NANGO_API\b[^;(]*?\b(nango_\w+)\s*\(([^)]*)\)", code):
        found[name] = [_parameter(text) for text in parameters.split(",") if text.strip() != "void"]
    return found


def _parameter(text: str) -> tuple[str, str]:
    name = re.findall(r"\w+", text)[-1]
    return " ".join(text[: text.rindex(name)].split()), name


def defines(header: str, prefix: str) -> dict[str, int]:
    """The numbers that a header defines: name without prefix to number."""
    return {
        name: int(number) for name, number in re.findall(rf"^#define {prefix}(\w+) (\d+)$", header, flags=re.MULTILINE)
    }


def tool(name: str) -> str:
    """The path of a program that the tests need; without it they fail."""
    path = shutil.which(name)
    if path is None:
        sys.exit(f"{name} is not installed, and this test needs it")
    return path


def run(command: list[Any], **options: Any) -> subprocess.CompletedProcess[str]:
    """Runs a command; returns its exit code, with both outputs as one text."""
    environment = dict(os.environ, LC_ALL="C")
    return subprocess.run(
        [str(part) for part in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env=environment,
        check=False,
        **options,
    )


class Checks:
    """Counts what holds and prints what does not."""

    def __init__(self) -> None:
        self.made = 0
        self.failed = 0

    def that(self, holds: bool, complaint: str) -> None:
        self.made += 1
        if not holds:
            self.failed += 1
            print(complaint)

    def finish(self) -> NoReturn:
        print(f"{self.made} checks, {self.failed} failed")
        sys.exit(0 if self.made > 0 and self.failed == 0 else 1)
