"""The crate as it is published: packed once, unpacked outside of the checkout."""

from __future__ import annotations

import tarfile
from typing import TYPE_CHECKING

import pytest

from support import ROOT, TARGET, cargo

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path


@pytest.fixture(scope="session")
def packaging() -> subprocess.CompletedProcess[str]:
    """`cargo package`, which builds the packed crate. Uncommitted changes are packed too."""
    for old in (TARGET / "package").glob("nango-*.crate"):
        old.unlink()
    return cargo("package", "--locked", "-p", "nango", "--allow-dirty", directory=ROOT)


@pytest.fixture(scope="session")
def package(packaging: subprocess.CompletedProcess[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked crate."""
    assert packaging.returncode == 0, packaging.stderr
    (archive,) = (TARGET / "package").glob("nango-*.crate")
    folder = tmp_path_factory.mktemp("crate")
    with tarfile.open(archive) as packed:
        packed.extractall(folder)
    (unpacked,) = folder.iterdir()
    return unpacked
