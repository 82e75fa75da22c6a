"""Tells which crates are inside what cargo builds of a package of the project. Needs only Python and cargo."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[1]
#: The data of these crates is packed into the library by build.rs, so it is in there without being linked.
PACKED = ("webpki-roots",)
#: How cargo writes "either licence" in old packages.
OLD_OR = "/"


class Linked(NamedTuple):
    """A crate in the tree of those that use each other."""

    depth: int
    name: str
    version: str
    licence: str


def linked(package: str, targets: Sequence[str]) -> list[Linked]:
    """The tree of linked crates, from the top, for each target."""
    command = [os.environ.get("CARGO", "cargo"), "tree", "--locked", "--package", package]
    command += [word for target in targets for word in ("--target", target)]
    command += ["--edges", "normal,no-proc-macro", "--no-dedupe", "--prefix", "depth", "--format", " {p}|{l}"]
    found = _listed(command)
    command[command.index("--edges") + 1] = "build"
    return found + [crate for crate in _listed([*command, "--depth", "1"]) if crate.name in PACKED]


def _listed(command: list[str]) -> list[Linked]:
    listed = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    found = []
    for line in filter(None, listed.splitlines()):
        described, licence = line.split("|")
        depth, name, version, *_ = described.split()
        found.append(Linked(int(depth), name, version.removeprefix("v"), licence.replace(OLD_OR, " OR ")))
    return found
