"""NANGO_LIBRARY: another libnango than the one in the wheel."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from hatch_build import FILE_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from environment import Environment


def test_another_library_is_loaded_instead(installed: Environment, tmp_path: Path) -> None:
    other = tmp_path / "libnango-of-mine.so"
    shutil.copyfile(installed.package / FILE_NAME, other)
    assert installed.loaded(NANGO_LIBRARY=str(other)) == str(other)
    assert installed.loaded(NANGO_LIBRARY="") == str(installed.package / FILE_NAME)


def refused(installed: Environment, library: Path) -> str:
    """The last line of an import that fails."""
    finished = installed.run("-c", "import nango", NANGO_LIBRARY=str(library))
    assert finished.returncode == 1
    return finished.stderr.splitlines()[-1]


@pytest.mark.parametrize("abi", [1, 4_000_000_000])
def test_another_abi_is_one_clear_sentence(abi: int, installed: Environment, tmp_path: Path) -> None:
    source, library = tmp_path / "stub.c", tmp_path / "libnango.so"
    source.write_text(f"unsigned nango_abi_version(void) {{ return {abi}u; }}\n", encoding="utf-8")
    compiler = os.environ.get("CC") or "cc"
    subprocess.run([compiler, "-shared", "-fPIC", str(source), "-o", str(library)], check=True)
    assert refused(installed, library) == (
        f"ImportError: {library} has ABI {abi} and this package needs ABI 0: install a library and a Python package "
        "of libnango of the same version"
    )


def test_a_library_that_is_not_there(installed: Environment, tmp_path: Path) -> None:
    said = refused(installed, tmp_path / "nowhere.so")
    assert said.startswith(f"ImportError: cannot load libnango from {tmp_path}/nowhere.so (")
    assert "NANGO_LIBRARY" in said
