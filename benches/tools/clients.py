"""Builds the clients that are measured, with what they need, under target/bench. One that cannot be built stays in the
tables, with what to install."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import peers
import project
from measure import Client

NANGO = "libnango from C"
NANGO_GO = "libnango from Go"
NANGO_GO_DECODE = "libnango from Go, Decode"
NANGO_TRANSPORT = "libnango from Go, net/http"
NANGO_PYTHON = "libnango from Python"
NANGO_RUST = "libnango from Rust"
SOCKETS = "C sockets, nothing parsed"
CURL = "libcurl"
CURL_CJSON = "libcurl + cJSON"
CURL_YYJSON = "libcurl + yyjson"
UREQ = "ureq + serde"
NET_HTTP = "Go net/http"
NET_HTTP_JSON = "Go net/http + encoding/json"
PYCURL = "Python pycurl"
PYCURL_UNPARSED = "Python pycurl, nothing parsed"
REQUESTS = "Python requests"
NANGO_ORJSON = "libnango from Python, orjson"
HTTPX_ORJSON = "Python httpx + orjson"
URLLIB = "Python urllib"
NANGO_ASYNC = "libnango from Python, AsyncClient"
NANGO_IN_LOOP = "libnango from Python, Client"
AIOHTTP = "Python aiohttp"
RUSTLS = "rustls, the system's authorities"
NODE = "Nango's SDK for Node.js"
IN_PYTHON = [NANGO_PYTHON, PYCURL, PYCURL_UNPARSED, HTTPX_ORJSON, REQUESTS, URLLIB]

INSTALL_YYJSON = "Debian: libcurl4-openssl-dev"


def build() -> dict[str, Client]:
    """Every client by its name."""
    project.OUT.mkdir(parents=True, exist_ok=True)
    clients = [
        Client(NANGO, [project.build_with_nango("nango")]),
        Client(SOCKETS, [project.build_c("sockets")]),
        attempt(CURL_CJSON, "Debian: libcurl4-openssl-dev libcjson-dev", _curl_cjson),
        yyjson("curl_yyjson"),
        Client(NANGO_RUST, _cargo("nango-bench-rust")),
        Client(UREQ, _cargo("nango-bench-ureq")),
        Client(NANGO_GO, go("nango")),
        Client(NET_HTTP, go("nethttp")),
        *_python(),
        replace(attempt(NODE, peers.INSTALL_NODE, partial(peers.node, "client.mjs")), warm_up=6_000, turn_seconds=0.05),
    ]
    return {client.name: client for client in clients}


def proxied() -> list[Client]:
    """The clients that call an external API through Nango."""
    return [
        Client(NANGO, [project.build_with_nango("proxied")]),
        curl("curl_proxied"),
        Client(NANGO_GO, go("proxied")),
        Client(NANGO_TRANSPORT, go("transport")),
        _nango_from_python("nango-proxy"),
    ]


def records() -> list[Client]:
    """The clients that read a page of records."""
    return [
        Client(NANGO, [project.build_with_nango("records")]),
        yyjson("curl_records"),
        Client(NANGO_GO, go("records"), turn_seconds=0.05),
        Client(NANGO_GO_DECODE, go("records_decode"), turn_seconds=0.05),
        Client(NET_HTTP_JSON, go("records_nethttp"), turn_seconds=0.05),
        *records_in_python(),
        replace(attempt(NODE, peers.INSTALL_NODE, partial(peers.node, "records.mjs")), warm_up=20, turn_seconds=0.05),
    ]


def records_in_python() -> list[Client]:
    """Those of them that are in Python."""
    program = str(peers.PROGRAMS / "records.py")
    made = [
        _in_python(NANGO_PYTHON, program, "nango", _nango_package()),
        _in_python(NANGO_ORJSON, program, "nango-orjson", _nango_package()),
        _in_python(REQUESTS, program, "requests"),
        _in_python(HTTPX_ORJSON, program, "httpx-orjson"),
    ]
    return [replace(client, turn_seconds=0.05) for client in made]


def asynchronous(at_once: int = 1) -> list[Client]:
    """The clients for asyncio, with so many calls at once: 1 or 1000. One that blocks has one at once in any case."""
    program = str(peers.PROGRAMS / "async_clients.py")
    names = {NANGO_ASYNC: "nango", **({NANGO_IN_LOOP: "nango-sync"} if at_once == 1 else {}), AIOHTTP: "aiohttp"}
    suffix = f"-{at_once}" if at_once > 1 else ""
    made = [_in_python(name, program, which + suffix, _nango_package()) for name, which in names.items()]
    return [replace(client, at_once=at_once) for client in made]


def tls() -> list[Client]:
    """What one call over TLS needs of a process, and what it needs at least."""
    return [Client(NANGO, [project.build_with_nango("nango")]), Client(RUSTLS, _cargo("nango-bench-rustls"))]


def transfers() -> list[Client]:
    """The clients that send and receive one large body."""
    return [Client(NANGO, [project.build_with_nango("transfer")]), curl("curl_transfer")]


def emulator() -> str:
    """The server that takes and gives bodies of any size."""
    return _cargo("nango-emulator")[0]


def curl(program: str, name: str = CURL) -> Client:
    """A program that uses libcurl."""
    return attempt(name, "Debian: libcurl4-openssl-dev", lambda: [project.build_c(program, "-lcurl")])


def yyjson(program: str, name: str = CURL_YYJSON) -> Client:
    """A program that uses libcurl and yyjson."""
    return attempt(name, INSTALL_YYJSON, partial(_curl_yyjson, program))


def attempt(name: str, install: str, build: Callable[[], list[str]]) -> Client:
    """A client that others provide for. Why it cannot be built is in a log: mostly it is not installed."""
    try:
        return Client(name, build())
    except peers.MissingError as missing:
        return Client(name, missing=str(missing))
    except (project.CommandError, OSError) as error:
        with (project.OUT / "missing.log").open("a") as log:
            print(f"{name}: {error}", file=log)
        return Client(name, missing=install)


def _curl_cjson() -> list[str]:
    return [project.build_c("curl_cjson", "-lcurl", "-lcjson")]


def _curl_yyjson(program: str) -> list[str]:
    if Path("/usr/include/yyjson.h").exists():
        return [project.build_c(program, "-lcurl", "-lyyjson")]
    source = peers.yyjson_source()
    return [project.build_c(program, f"-isystem{source}", _yyjson_library(source), "-lcurl")]


@cache
def _yyjson_library(source: Path) -> str:
    """Its own warnings are not ours to fix."""
    library, file = project.OUT / "yyjson.o", source / "yyjson.c"
    if not library.exists() or library.stat().st_mtime < file.stat().st_mtime:
        project.build([os.environ.get("CC", "cc"), "-O2", "-c", str(file), "-o", str(library)])
    return str(library)


@cache
def _cargo(package: str) -> list[str]:
    """In a separate target directory, so that it does not replace the library without the C interface."""
    target = project.OUT / "cargo"
    cargo = os.environ.get("CARGO", "cargo")
    project.build(
        [cargo, "build", "--locked", "--release", "-p", package, "--target-dir", str(target)], cwd=project.ROOT
    )
    return [str(target / "release" / package)]


@cache
def go(command: str) -> list[str]:
    """A program in Go."""
    program = project.OUT / "go" / command
    project.build([os.environ.get("GO", "go"), "build", "-o", str(program), f"./{command}"], cwd=peers.PROGRAMS / "go")
    return [str(program)]


def _nango_from_python(which: str) -> Client:
    return Client(
        NANGO_PYTHON, [sys.executable, str(peers.PROGRAMS / "clients.py"), which], environment=_nango_package()
    )


def _nango_package() -> dict[str, str]:
    return {"PYTHONPATH": str(project.ROOT / "bindings" / "python" / "src"), "NANGO_LIBRARY": str(project.LIBRARY)}


def _in_python(name: str, program: str, which: str, environment: dict[str, str] | None = None) -> Client:
    """All by the same interpreter, with the same packages."""
    client = attempt(name, peers.INSTALL_PYTHON, lambda: [peers.python(), program, which])
    return replace(client, environment=environment or {})


def _python() -> list[Client]:
    clients = [
        _nango_from_python("nango"),
        Client(URLLIB, [sys.executable, str(peers.PROGRAMS / "clients.py"), "urllib"]),
    ]
    program = str(peers.PROGRAMS / "clients.py")
    for name, which in (
        (PYCURL, "pycurl"),
        (PYCURL_UNPARSED, "pycurl-unparsed"),
        (REQUESTS, "requests"),
        (HTTPX_ORJSON, "httpx-orjson"),
    ):
        clients.append(_in_python(name, program, which))
    return clients
