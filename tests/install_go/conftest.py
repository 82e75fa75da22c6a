"""Shared by the tests of the Go package's installation: an installed libnango, a module proxy, a server."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from server import serving
from support import BUNDLED, MODULE, PACKAGE, ROOT, VERSION, Bare, Home, copy_package, pack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with serving() as url:
        yield url


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder with libnango in .local, as the guide installs it."""
    home = tmp_path_factory.mktemp("home")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "NANGO_"))}
    command = ["make", "--no-print-directory", "-C", str(ROOT), "install", f"PREFIX={home}/.local"]
    done = subprocess.run(command, env=clean, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, done.stdout
    return home


@pytest.fixture(scope="session")
def proxy(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A module proxy that has the package as it is published, with the static library of this system alone."""
    stage = copy_package(tmp_path_factory.mktemp("stage") / "go")
    library = f"{BUNDLED}={installed}/.local/lib/libnango.a"
    subprocess.run(["sh", ROOT / "packaging/gobundle/bundle.sh", stage, library], check=True)
    served = tmp_path_factory.mktemp("proxy")
    folder = served / MODULE / "@v"
    folder.mkdir(parents=True)
    (folder / "list").write_text(f"{VERSION}\n")
    (folder / f"{VERSION}.info").write_text(json.dumps({"Version": VERSION}))
    shutil.copy(PACKAGE / "go.mod", folder / f"{VERSION}.mod")
    pack(stage, folder / f"{VERSION}.zip")
    return served


@pytest.fixture
def home(installed: Path, proxy: Path, server: str, tmp_path: Path) -> Home:
    """A user with an empty module, with the package next to it as a part of a checkout."""
    copy_package(tmp_path / "libnango/bindings/go")
    return Home(path=installed, app=empty_module(tmp_path), proxy=proxy, server=server)


@pytest.fixture
def bare(proxy: Path, server: str, tmp_path: Path) -> Bare:
    """A user with an empty module, no libnango, and no more programs than Go and a C compiler."""
    home = tmp_path / "home"
    home.mkdir()
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("go", "gcc", "as", "ld", "sh"):
        found = shutil.which(name)
        assert found is not None, f"{name} is missing"
        (programs / name).symlink_to(found)
    return Bare(path=home, app=empty_module(tmp_path), proxy=proxy, server=server, programs=programs)


def empty_module(folder: Path) -> Path:
    """A module with the example's program, which requires no package yet."""
    app = folder / "app"
    app.mkdir()
    (app / "go.mod").write_text("module example.com/my_app\n\ngo 1.24\n")
    shutil.copy(PACKAGE / "examples/get_connection/main.go", app)
    return app
