"""A plugin that links libnango.a can be unloaded, and leaves nothing behind."""

from __future__ import annotations

import re
import shutil
import socket
from typing import TYPE_CHECKING

import pytest
from test_pkg_config import flags

from conftest import ROOT, run

if TYPE_CHECKING:
    from pathlib import Path

PROGRAMS = ROOT / "tests" / "install_c" / "programs"
STRICT = ["-std=c99", "-O2", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-D_POSIX_C_SOURCE=200809L"]
CONNECT = 3
ROUNDS = 200


@pytest.fixture(scope="module")
def programs(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the host and the plugin."""
    folder = tmp_path_factory.mktemp("plugin")
    for name in ("host.c", "plugin.c"):
        shutil.copy(PROGRAMS / name, folder)
    found = flags(installed / "lib/pkgconfig", "--static", "nango-static")
    hidden = "-Wl,--exclude-libs,ALL"
    run(["cc", *STRICT, "-fPIC", "-shared", "plugin.c", "-o", "plugin.so", *found, hidden], folder)
    run(["cc", *STRICT, "host.c", "-o", "host", "-lpthread", "-ldl"], folder)
    return folder


def test_exports_nothing_of_the_library(programs: Path) -> None:
    """As docs/installing.md links it: two plugins with two versions of the library do not meet."""
    printed = run(["nm", "-D", "--defined-only", programs / "plugin.so"], programs)
    assert re.findall(r" T (\w+)$", printed, re.MULTILINE) == ["plugin_run"]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_leaves_nothing_behind(scheme: str, programs: Path) -> None:
    """Neither a page of memory a round, nor, for https, the certificate authorities of the system."""
    with socket.socket() as closed:
        # Bound and not listening: nobody else gets the port, and nobody answers.
        closed.bind(("127.0.0.1", 0))
        url = f"{scheme}://127.0.0.1:{closed.getsockname()[1]}"
        printed = run(["./host", programs / "plugin.so", url], programs)
    (found,) = re.findall(r"^kind (\d+) grown (-?\d+) KiB mapped (\d+)$", printed)
    kind, grown, mapped = map(int, found)
    assert (kind, mapped) == (CONNECT, 0)
    assert grown < 3 * ROUNDS
