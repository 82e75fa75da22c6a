"""libnango.a in one program with a Rust library that another compiler made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from other_rustc import other_rustc
from test_pkg_config import flags

from conftest import run

if TYPE_CHECKING:
    from conftest import Server

STRICT = ["-std=c99", "-D_GNU_SOURCE", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]
PROGRAMS = Path(__file__).parent / "programs"


@pytest.fixture(scope="module")
def other_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The other library, and on the output which compiler made it."""
    found = other_rustc()
    assert found is not None, "no second Rust compiler: `rustup toolchain install nightly`, or Debian's rustc-web"
    command, version = found
    print(f"the second Rust compiler is {version}")
    folder = tmp_path_factory.mktemp("other")
    run([*command, "--edition=2021", "--crate-type=staticlib", "-O", PROGRAMS / "other.rs"], folder)
    return folder / "libother.a"


@pytest.mark.parametrize("compiler", ["gcc", "clang"])
@pytest.mark.parametrize("first", ["libnango", "the other"])
def test_both_catch_their_panics(
    compiler: str, first: str, tmp_path: Path, installed: Path, other_library: Path, server: Server
) -> None:
    """In whichever order they are linked."""
    ours = flags(installed / "lib/pkgconfig", "--static", "nango-static")
    libraries: list[str | Path] = [*ours, other_library] if first == "libnango" else [other_library, *ours]
    run([compiler, *STRICT, PROGRAMS / "two_runtimes.c", "-o", "program", *ours[:1], *libraries], tmp_path)
    printed = run([tmp_path / "program"], tmp_path, server.variables())
    said = [line for line in printed.splitlines() if line.startswith(("before", "libnango", "the other", "after"))]
    assert said == ["before: NONE", *["libnango: INTERNAL", "the other: caught"] * 2, "after: NONE"]
