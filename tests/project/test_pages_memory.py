"""A list of 1,000,000 records needs no more memory than one of 100,000, in any language: a page is all that is kept."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "tests/project/pages"
LIBRARY = ROOT / "target/release"
COUNT, PAGE = 1_000_000, 10_000
MOMENT = "2026-11-29T02:04:25.42115+00:00"
METADATA = (
    f'{{"first_seen_at":"{MOMENT}","last_modified_at":"{MOMENT}","last_action":"ADDED","deleted_at":null,'
    '"pruned_at":null,"cursor":"c"}'
)
RECORDS = ",".join(
    f'{{"id":"{number}","title":"Title {number}","_nango_metadata":{METADATA}}}' for number in range(PAGE)
)


def serve(connection: socket.socket) -> None:
    """Gives the page behind the cursor of each request."""
    with connection, suppress(OSError):
        received = b""
        while data := connection.recv(65536):
            received += data
            while b"\r\n\r\n" in received:
                head, _, received = received.partition(b"\r\n\r\n")
                cursor = re.search(rb"cursor=(\d+)", head.split(b"\r\n")[0])
                end = (int(cursor[1]) if cursor else 0) + PAGE
                next_cursor = f'"{end}"' if end < COUNT else "null"
                body = f'{{"records":[{RECORDS}],"next_cursor":{next_cursor}}}'.encode()
                connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % len(body) + body)


@pytest.fixture(scope="module")
def url() -> str:
    """A server with a million records."""
    listener = socket.create_server(("127.0.0.1", 0))

    def accept() -> None:
        while True:
            threading.Thread(target=serve, args=[listener.accept()[0]], daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


def c(folder: Path) -> list[str]:
    """The program in C."""
    return built([os.environ.get("CC", "cc"), "-std=c99", "-D_DEFAULT_SOURCE", str(SOURCES / "records.c")], folder)


def cpp(folder: Path) -> list[str]:
    """The program in C++."""
    include = f"-I{ROOT / 'bindings/c/include'}"
    return built([os.environ.get("CXX", "c++"), "-std=c++17", include, str(SOURCES / "records.cpp")], folder)


def built(compiler: list[str], folder: Path) -> list[str]:
    """A program that is linked with the library of the checkout."""
    linked = [f"-L{LIBRARY}", "-lnango", f"-Wl,-rpath,{LIBRARY}", "-o", str(folder / "records")]
    subprocess.run([*compiler, "-O2", f"-I{ROOT / 'include'}", *linked], check=True)
    return [str(folder / "records")]


def python(_folder: Path) -> list[str]:
    """The program in Python."""
    return [sys.executable, str(SOURCES / "records.py")]


def go(folder: Path) -> list[str]:
    """The program in Go."""
    environment = {**os.environ, "PKG_CONFIG_PATH": str(ROOT / "bindings/go/checkout"), "GOFLAGS": "-buildvcs=false"}
    command = [os.environ.get("GO", "go"), "build", "-o", str(folder / "records"), "."]
    subprocess.run(command, cwd=SOURCES / "go", env=environment, check=True)
    return [str(folder / "records")]


@pytest.mark.parametrize("language", [c, cpp, python, go])
def test_memory_does_not_grow_with_the_pages(language: Callable[[Path], list[str]], url: str, tmp_path: Path) -> None:
    """The most that it had after a tenth of the records, with room for what an allocator keeps, is enough for all."""
    environment = {
        **os.environ,
        "NANGO_SECRET_KEY": "00000000-0000-4000-8000-00000000cafe",
        "NANGO_BASE_URL": url,
        # glibc keeps freed memory for each thread, and calls of Go change threads: how many is not to be counted.
        "MALLOC_ARENA_MAX": "1",
    }
    command = [*language(tmp_path), str(COUNT // 10)]
    output = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    count, early, late = map(int, output.split())
    assert count == COUNT
    assert late < early * 1.3, f"{early} KiB after {COUNT // 10} records, {late} KiB after all"
