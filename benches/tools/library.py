"""The library itself: its size, its dependencies, how long loading it takes."""

from __future__ import annotations

import re

import project
from samples import Samples

MAY_NEED = ("libc.so.", "libm.so.", "libgcc_s.so.", "ld-linux")


def stripped_bytes() -> int:
    """The size of the shared library without symbols."""
    stripped = project.OUT / "stripped.so"
    project.run(["strip", "-o", str(stripped), str(project.LIBRARY)])
    return stripped.stat().st_size


def needed() -> list[str]:
    """The libraries that it needs."""
    return re.findall(r"\(NEEDED\).*\[(.*)\]", project.run(["readelf", "--dynamic", str(project.LIBRARY)]))


def unexpected() -> list[str]:
    """Of these, the ones that it should do without."""
    return [name for name in needed() if not name.startswith(MAY_NEED)]


def load_seconds(rounds: int) -> Samples:
    """How long the loader takes, in a process each."""
    program = project.build_c("load", "-ldl")
    return Samples(tuple(int(project.run([program, str(project.LIBRARY)])) / 1e9 for _ in range(rounds)))
