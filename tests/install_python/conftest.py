from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from environment import DIST, Environment
from server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def wheel() -> Path:
    """What `make wheel` made."""
    (wheel,) = DIST.glob("libnango-*-manylinux_2_28_*.whl")
    return wheel


@pytest.fixture(scope="session")
def sdist() -> Path:
    """What `make sdist` made."""
    (sdist,) = DIST.glob("libnango-*.tar.gz")
    return sdist


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with the wheel, for tests that install nothing more."""
    environment = Environment(Path(sys.executable), tmp_path_factory.mktemp("installed"))
    environment.install(r"libnango-.*\.whl")
    return environment


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()
