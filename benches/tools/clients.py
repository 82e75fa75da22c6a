"""Builds the clients that are measured, with what they need, under target/bench. One that cannot be built stays in the
tables, with what to install."""

from __future__ import annotations

import os
import shutil
import sys
import tarfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import project
from measure import Client

PROGRAMS = project.BENCHES / "programs"
NANGO = "libnango from C"
NANGO_GO = "libnango from Go"
NANGO_TRANSPORT = "libnango from Go, net/http"
NANGO_PYTHON = "libnango from Python"
NANGO_RUST = "libnango from Rust"
SOCKETS = "C sockets, nothing parsed"
CURL = "libcurl"
CURL_CJSON = "libcurl + cJSON"
CURL_YYJSON = "libcurl + yyjson"
UREQ = "ureq + serde"
NET_HTTP = "Go net/http"
PYCURL = "Python pycurl"
REQUESTS = "Python requests"
HTTPX = "Python httpx"
URLLIB = "Python urllib"
NODE = "Nango's SDK for Node.js"

# yyjson is in no Debian before 13, but in the source of a Python package.
YYJSON = "yyjson==4.0.6"
INSTALL_YYJSON = "Debian: libcurl4-openssl-dev; yyjson from pip, or Debian 13: libyyjson-dev"


def build() -> dict[str, Client]:
    """Every client by its name."""
    project.OUT.mkdir(parents=True, exist_ok=True)
    clients = [
        Client(NANGO, [project.build_with_nango("nango")]),
        Client(SOCKETS, [project.build_c("sockets")]),
        _try(CURL_CJSON, "Debian: libcurl4-openssl-dev libcjson-dev", _curl_cjson),
        _try(CURL_YYJSON, INSTALL_YYJSON, _curl_yyjson),
        Client(NANGO_RUST, _cargo("nango-bench-rust")),
        Client(UREQ, _cargo("nango-bench-ureq")),
        Client(NANGO_GO, _go("nango")),
        Client(NET_HTTP, _go("nethttp")),
        *_python(),
        replace(_try(NODE, "Node.js 20 or later with npm (Debian 13: nodejs npm)", _node), warm_up=1000),
    ]
    return {client.name: client for client in clients}


def there(clients: list[Client]) -> list[Client]:
    """Those that could be built."""
    return [client for client in clients if not client.missing]


def proxied() -> list[Client]:
    """The clients that call an external API through Nango."""
    return [
        Client(NANGO, [project.build_with_nango("proxied")]),
        _curl("curl_proxied"),
        Client(NANGO_GO, _go("proxied")),
        Client(NANGO_TRANSPORT, _go("transport")),
        _nango_from_python("nango-proxy"),
    ]


def records() -> list[Client]:
    """The clients that read a page of records."""
    return [
        Client(NANGO, [project.build_with_nango("records")]),
        _try(CURL_YYJSON, INSTALL_YYJSON, partial(_curl_yyjson, "curl_records")),
    ]


def transfers() -> list[Client]:
    """The clients that send and receive one large body."""
    return [Client(NANGO, [project.build_with_nango("transfer")]), _curl("curl_transfer")]


def emulator() -> str:
    """The server that takes and gives bodies of any size."""
    return _cargo("nango-emulator")[0]


def _curl(program: str) -> Client:
    return _try(CURL, "Debian: libcurl4-openssl-dev", lambda: [project.build_c(program, "-lcurl")])


def _try(name: str, install: str, build: Callable[[], list[str]]) -> Client:
    """A client that others provide for."""
    try:
        return Client(name, build())
    except (project.CommandError, OSError) as error:
        print(f"{name} is missing: {error}", file=sys.stderr)
        return Client(name, missing=install)


def _curl_cjson() -> list[str]:
    return [project.build_c("curl_cjson", "-lcurl", "-lcjson")]


def _curl_yyjson(program: str = "curl_yyjson") -> list[str]:
    if Path("/usr/include/yyjson.h").exists():
        return [project.build_c(program, "-lcurl", "-lyyjson")]
    source = _yyjson_source()
    # Its own warnings are not ours to fix.
    library = str(project.OUT / "yyjson.o")
    project.run([os.environ.get("CC", "cc"), "-O2", "-c", str(source / "yyjson.c"), "-o", library])
    return [project.build_c(program, f"-isystem{source}", library, "-lcurl")]


def _yyjson_source() -> Path:
    downloads = project.OUT / "yyjson"
    if not downloads.exists():
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
        unfinished = project.OUT / "yyjson.unfinished"
        project.run([*pip, "--dest", str(unfinished), YYJSON])
        with tarfile.open(next(unfinished.glob("*.tar.gz"))) as archive:
            archive.extractall(unfinished, filter="data")
        unfinished.rename(downloads)
    return next(downloads.glob("yyjson-*")) / "yyjson"


def _cargo(package: str) -> list[str]:
    """In a separate target directory, so that it does not replace the library without the C interface."""
    target = project.OUT / "cargo"
    cargo = os.environ.get("CARGO", "cargo")
    project.run([cargo, "build", "--locked", "--release", "-p", package, "--target-dir", str(target)], cwd=project.ROOT)
    return [str(target / "release" / package)]


def _go(command: str) -> list[str]:
    program = project.OUT / "go" / command
    go = os.environ.get("GO", "go")
    project.run([go, "build", "-o", str(program), f"./{command}"], cwd=PROGRAMS / "go")
    return [str(program)]


def _nango_from_python(which: str) -> Client:
    packages = {"PYTHONPATH": str(project.ROOT / "bindings" / "python" / "src"), "NANGO_LIBRARY": str(project.LIBRARY)}
    return Client(NANGO_PYTHON, [sys.executable, str(PROGRAMS / "clients.py"), which], environment=packages)


def _python() -> list[Client]:
    clients = [_nango_from_python("nango"), Client(URLLIB, [sys.executable, str(PROGRAMS / "clients.py"), "urllib"])]
    for name, module in [(PYCURL, "pycurl"), (REQUESTS, "requests"), (HTTPX, "httpx")]:
        clients.append(_try(name, f"{module} from pip", partial(_in_venv, module)))
    return clients


def _in_venv(module: str) -> list[str]:
    return [_venv(), str(PROGRAMS / "clients.py"), module]


def _venv() -> str:
    """The interpreter of an environment with the packages in requirements.txt."""
    directory = project.OUT / "py"
    python = str(directory / "bin" / "python")
    wanted = PROGRAMS / "requirements.txt"
    installed = directory / "installed.txt"
    if not installed.exists() or installed.read_text() != wanted.read_text():
        project.run([sys.executable, "-m", "venv", "--clear", str(directory)])
        project.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", str(wanted)])
        shutil.copy(wanted, installed)
    return python


def _node() -> list[str]:
    node = shutil.which("node")
    if node is None:
        raise FileNotFoundError("there is no node")
    directory = project.OUT / "node"
    directory.mkdir(exist_ok=True)
    lock = "package-lock.json"
    installed = directory / "node_modules" / lock
    if not installed.exists() or installed.read_bytes() != (PROGRAMS / "node" / lock).read_bytes():
        for name in ("package.json", lock):
            shutil.copy(PROGRAMS / "node" / name, directory)
        project.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=directory)
        shutil.copy(PROGRAMS / "node" / lock, installed)
    # Node.js looks for packages next to the program.
    return [node, str(shutil.copy(PROGRAMS / "node" / "client.mjs", directory))]
