"""Shared by the tests of the Go package's installation: an installed libnango, a module proxy, a server."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from support import MODULE, PACKAGE, ROOT, VERSION, Home, publish

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Nango(BaseHTTPRequestHandler):
    """A server with one connection."""

    def do_GET(self) -> None:
        known = {"id": 7, "connection_id": "customer-1", "provider_config_key": "github", "provider": "github"}
        answer = json.dumps({**known, "credentials": {"type": "OAUTH2", "access_token": "invented-token"}}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Logs nothing."""


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Nango) as nango:
        thread = threading.Thread(target=nango.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{nango.server_port}"
        nango.shutdown()
        thread.join()


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
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A module proxy that has the package as it is published: a zip of its folder, and nothing else of the checkout."""
    folder = tmp_path_factory.mktemp("proxy") / MODULE / "@v"
    folder.mkdir(parents=True)
    (folder / "list").write_text(f"{VERSION}\n")
    (folder / f"{VERSION}.info").write_text(json.dumps({"Version": VERSION}))
    shutil.copy(PACKAGE / "go.mod", folder / f"{VERSION}.mod")
    with zipfile.ZipFile(folder / f"{VERSION}.zip", "w") as archive:
        for name in published():
            archive.writestr(f"{MODULE}@{VERSION}/{name}", publish(name, folder))
    return folder.parents[MODULE.count("/") + 1]


def published() -> list[str]:
    """The files of the package that are tracked or untracked and not ignored, without those of modules within it."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=PACKAGE, check=True, capture_output=True, text=True).stdout.splitlines()
    within = [name.removesuffix("go.mod") for name in listed if name.endswith("/go.mod")]
    return [name for name in listed if not name.startswith(tuple(within))]


@pytest.fixture
def home(installed: Path, proxy: Path, server: str, tmp_path: Path) -> Home:
    """A user with an empty module, with the package next to it as a part of a checkout."""
    for name in published():
        copy = tmp_path / "libnango/bindings/go" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(publish(name, tmp_path))
    app = tmp_path / "app"
    app.mkdir()
    (app / "go.mod").write_text("module example.com/my_app\n\ngo 1.24\n")
    shutil.copy(PACKAGE / "examples/get_connection/main.go", app)
    return Home(path=installed, app=app, proxy=proxy, server=server)
