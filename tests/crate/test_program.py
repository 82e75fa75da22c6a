"""A program that depends on the crate, as docs/installing.md describes."""

from __future__ import annotations

import json
import re
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest

from support import ROOT, TARGET, cargo, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ANSWER = (
    b'{"id":7,"connection_id":"customer-1","provider_config_key":"github","provider":"github",'
    b'"credentials":{"type":"OAUTH2","access_token":"invented-token"}}'
)


class Nango(BaseHTTPRequestHandler):
    """A server with one connection."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(ANSWER)))
        self.end_headers()
        self.wfile.write(ANSWER)

    def log_message(self, *_: object) -> None:
        """Logs nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Nango) as nango:
        thread = threading.Thread(target=nango.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{nango.server_port}"
        nango.shutdown()
        thread.join()


def guide() -> str:
    """The dependency as docs/installing.md has it."""
    part = (ROOT / "docs/installing.md").read_text().split("\n## Rust\n")[1]
    found = re.search(r"^```toml\n(.*?)^```", part, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found.group(1)


def make_program(folder: Path, package: Path, *, capi: bool) -> None:
    """A program whose panics end it at once, and whose dependency comes from a folder."""
    without = ", default-features = false"
    dependency = guide().replace('path = "../libnango"', f'path = "{package}"')
    assert str(package) in dependency
    (folder / "src").mkdir()
    (folder / "Cargo.toml").write_text(
        f"""
[package]
name = "user-program"
version = "0.0.0"
edition = "2021"

{dependency.replace(without, "") if capi else dependency}
[profile.dev]
panic = "abort"
"""
    )
    (folder / "Cargo.lock").write_bytes((package / "Cargo.lock").read_bytes())
    (folder / "src/main.rs").write_text(
        """
fn main() -> Result<(), nango::Error> {
    let client = nango::Client::new(&nango::ClientOptions::from_env())?;
    let connection = client.get_connection("customer-1", "github", &nango::CallOptions::new())?;
    println!("{}", connection.token().unwrap_or_default());
    Ok(())
}
"""
    )


def library_of(messages: str) -> str:
    """Where cargo put the crate that the program depends on."""
    built = [json.loads(line) for line in messages.splitlines()]
    (found,) = (
        name
        for message in built
        if message["reason"] == "compiler-artifact" and message["target"]["name"] == "nango"
        for name in message["filenames"]
        if name.endswith(".rlib")
    )
    return str(found)


def exported_by(library: str) -> set[str]:
    """The functions of the C interface in a library."""
    listed = subprocess.run(
        ["nm", "--extern-only", "--defined-only", library], check=True, capture_output=True, text=True
    )
    return set(re.findall(r"^[0-9a-f]+ T (nango_\w+)$", listed.stdout, re.MULTILINE))


def declared() -> set[str]:
    """The functions of the header."""
    header = (ROOT / "include/nango.h").read_text()
    return set(re.findall(r"NANGO_API\b[^;(]*?\b(nango_\w+)\s*\(", header))


@pytest.mark.parametrize("capi", [False, True], ids=["without-capi", "with-capi"])
def test_a_program_that_aborts_on_panic_builds_and_runs(package: Path, tmp_path: Path, server: str, capi: bool) -> None:
    make_program(tmp_path, package, capi=capi)
    done = cargo("build", "--message-format=json-render-diagnostics", directory=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "warning" not in done.stderr
    program = TARGET / "debug/user-program"
    ran = subprocess.run(
        [program],
        env=environment(NANGO_SECRET_KEY="00000000-0000-4000-8000-000000000000", NANGO_BASE_URL=server),
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "invented-token\n", "")

    assert exported_by(library_of(done.stdout)) == (declared() if capi else set())
