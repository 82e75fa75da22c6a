"""A program that was compiled and linked for 0.1 runs with today's library."""

from __future__ import annotations

import os
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from check import ROOT
from interface import Interface

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY = ROOT / "target/release"
OLD = Interface(ROOT / "abi/0.1/nango.h")
ANSWER = (
    b'{"id":7,"connection_id":"customer-1","provider_config_key":"github","provider":"github","metadata":{"plan":"pro"},'
    b'"credentials":{"type":"OAUTH2","access_token":"invented-token","expires_at":"2026-01-02T03:04:05.678Z"}}'
)
NOT_FOUND = b'{"error":{"code":"not_found"}}'
STRICT = ["-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]


class Nango(BaseHTTPRequestHandler):
    """A server with one connection."""

    def do_GET(self) -> None:
        known = self.path == "/connection/customer-1?provider_config_key=github"
        answer = ANSWER if known else NOT_FOUND
        self.send_response(200 if known else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Prints nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Nango) as nango:
        thread = threading.Thread(target=nango.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{nango.server_port}"
        nango.shutdown()
        thread.join()


def build(source: Path, folder: Path) -> Path:
    """Links a program with a library that has nothing but what 0.1 had."""
    OLD.build_stub(folder)
    program = folder / "program"
    paths = [f"-I{OLD.header.parent}", str(source), f"-L{folder}", "-lnango", "-o", str(program)]
    subprocess.run(["gcc", *STRICT, *paths], check=True)
    return program


def run_with_todays_library(program: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Every symbol is looked up at the start, so that none can be missing unseen."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("NANGO_")}
    environment = {**clean, "LD_LIBRARY_PATH": str(TODAY), "LD_BIND_NOW": "1", "no_proxy": "*", **variables}
    return subprocess.run([program], env=environment, check=False, capture_output=True, text=True, timeout=60)


def test_the_program_of_0_1_does_what_it_did(tmp_path: Path, server: str) -> None:
    program = build(ROOT / "abi/0.1/program.c", tmp_path)
    key = "00000000-0000-4000-8000-000000000000"
    ran = run_with_todays_library(program, NANGO_SECRET_KEY=key, NANGO_BASE_URL=server)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.splitlines() == [
        "7 github invented-token",
        "1 1 1767323045678",
        "pro",
        "1 1 404 not_found 1",
        "1 CANCELLED 1",
    ]


def test_every_function_of_0_1_is_still_there(tmp_path: Path) -> None:
    source = tmp_path / "all.c"
    table = "".join(f"    (void (*)(void)){name},\n" for name in OLD.symbols)
    source.write_text(
        "#include <nango.h>\n#include <stdio.h>\n"
        f"static void (*const volatile all[])(void) = {{\n{table}}};\n"
        "int main(void) {\n"
        "    int found = 0;\n"
        "    for (unsigned i = 0; i < sizeof all / sizeof *all; i++)\n"
        "        found += all[i] != 0;\n"
        '    printf("%d\\n", found);\n'
        "    return 0;\n"
        "}\n"
    )
    ran = run_with_todays_library(build(source, tmp_path))
    assert (ran.returncode, ran.stdout) == (0, f"{len(OLD.symbols)}\n"), ran.stderr


def test_todays_header_has_the_numbers_of_0_1() -> None:
    today = Interface(ROOT / "include/nango.h").constants
    assert OLD.constants == {name: today.get(name) for name in OLD.constants}
