"""The interface that a program compiled against a nango.h relies on: functions with their types, and numbers."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PROTOTYPE = re.compile(r"^NANGO_API\b([^;]*?)\b(nango_\w+)(\s*\([^;]*?\));", re.MULTILINE)
ATTRIBUTE = re.compile(r"NANGO_MUST_USE|NANGO_OWNED\([^)]*\)")
CONSTANT = re.compile(r"^#define (NANGO_\w+) \(?(-?\d+)\)?$", re.MULTILINE)
#: Numbers that may change.
VERSION = re.compile(r"NANGO_VERSION_\w+|NANGO_ABI_VERSION")


@dataclass(frozen=True)
class Interface:
    """One nango.h."""

    header: Path

    @property
    def _code(self) -> str:
        return re.sub(r"/\*.*?\*/", " ", self.header.read_text(), flags=re.DOTALL)

    @property
    def number(self) -> int:
        """The number of the ABI."""
        return int(dict(CONSTANT.findall(self._code))["NANGO_ABI_VERSION"])

    @property
    def symbols(self) -> list[str]:
        """The functions."""
        return sorted(name for _, name, _ in PROTOTYPE.findall(self._code))

    @property
    def constants(self) -> dict[str, int]:
        """The numbers that a compiler puts into programs."""
        found = CONSTANT.findall(self._code)
        return {name: int(value) for name, value in found if not VERSION.fullmatch(name)}

    def build_stub(self, folder: Path) -> Path:
        """A library with these functions that do nothing, and with the types of the header in its debug information."""
        functions = [
            ATTRIBUTE.sub(" ", f"{result} {name}{parameters}") + "{ abort(); }"
            for result, name, parameters in PROTOTYPE.findall(self._code)
        ]
        (folder / "stub.c").write_text("\n".join(["#include <nango.h>", "#include <stdlib.h>", *functions]))
        compiler = ["gcc", "-g", f"-ffile-prefix-map={folder}=.", "-shared", "-fPIC"]
        run(
            *compiler,
            f"-Wl,-soname,libnango.so.{self.number}",
            f"-I{self.header.parent}",
            "stub.c",
            "-o",
            "libnango.so",
            folder=folder,
        )
        return folder / "libnango.so"


def run(*command: str, folder: Path | None = None) -> str:
    """The output of a command. One that fails ends the program."""
    done = subprocess.run(command, cwd=folder, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}")
    return done.stdout
