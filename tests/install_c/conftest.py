"""Shared by the tests of the installation: prefixes to install to, a server, and how commands are run.

Each test runs outside the checkout, in a temporary folder, with nothing in its environment that refers to the checkout.
"""

from __future__ import annotations

import http.server
import json
import os
import shutil
import subprocess
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Variables = Mapping[str, str | Path]

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "bindings" / "c" / "examples"
CARGO_TARGET_DIR = ROOT / "target" / "install" / "cargo"
MISLEADING = (
    "CMAKE_",
    "CPATH",
    "C_INCLUDE_PATH",
    "DESTDIR",
    "LD_",
    "LIBRARY_PATH",
    "MAKE",
    "MFLAGS",
    "NANGO_",
    "PKG_CONFIG",
)
PROXIES = ("http_proxy", "https_proxy", "all_proxy")


def environment() -> dict[str, str]:
    """The environment of a new user of libnango; only what cargo has built is kept from test to test."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(MISLEADING) and name.lower() not in PROXIES and name not in ("LIBDIR", "PREFIX")
    }
    # Cargo rebuilds for other names of the compilers, and make sets its own.
    compilers = {"CC": clean.get("CC", "cc"), "CXX": clean.get("CXX", "c++")}
    return {**clean, **compilers, "LC_ALL": "C", "CARGO_TARGET_DIR": str(CARGO_TARGET_DIR)}


def run(command: Sequence[str | Path], cwd: Path, variables: Variables | None = None, expect: int = 0) -> str:
    """Runs a command and returns its output; it has to exit with `expect`."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**environment(), **{name: str(value) for name, value in (variables or {}).items()}},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    assert done.returncode == expect, f"{' '.join(map(str, command))} exited with {done.returncode}:\n{done.stdout}"
    return done.stdout


def make(*arguments: str, cwd: Path) -> str:
    """Runs make on the checkout, from elsewhere."""
    return run(["make", "--no-print-directory", "-C", ROOT, *arguments], cwd)


def files(folder: Path) -> set[str]:
    """Everything below a folder, the folders included."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def copy_sources(folder: Path) -> Path:
    """Makes a folder with the example programs and nothing else."""
    folder.mkdir()
    for name in ("get_connection.c", "get_connection.cpp"):
        shutil.copy(EXAMPLES / name, folder)
    return folder


class Server:
    """A Nango server with one connection."""

    def __init__(self, url: str) -> None:
        self.url = url

    def variables(self) -> dict[str, str]:
        """The environment of a program that uses this server."""
        return {"NANGO_SECRET_KEY": "00000000-0000-4000-8000-0000000000de", "NANGO_BASE_URL": self.url}

    def shows_connection(self, program: Path) -> None:
        """Runs one of the example programs, which has to get the connection."""
        printed = run([program], program.parent, self.variables())
        assert printed == "github/customer-1: OAUTH2 invented... expires never\n"


class Answer(http.server.BaseHTTPRequestHandler):
    """The response to every request."""

    def do_GET(self) -> None:
        """Responds with the connection."""
        credentials = {"type": "OAUTH2", "access_token": "invented-for-this-test", "raw": {}}
        known = {"id": 1, "connection_id": "customer-1", "provider_config_key": "github", "provider": "github"}
        body = json.dumps({**known, "credentials": credentials}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (http.server's name)
        """Keeps quiet."""


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server on a port of the system's choice."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield Server(f"http://127.0.0.1:{listening.server_port}")
        listening.shutdown()


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A prefix with everything in it, as `make install` leaves it; not to be changed."""
    folder = tmp_path_factory.mktemp("installed")
    make("install", f"PREFIX={folder / 'prefix'}", cwd=folder)
    return folder / "prefix"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A folder with the example programs and nothing else."""
    return copy_sources(tmp_path / "sources")
