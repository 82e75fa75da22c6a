"""Installing from the sources: an sdist, a checkout, an editable checkout; and the messages of failures."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from environment import PACKAGE, ROOT, Environment, clean
from hatch_build import FILE_NAME

if TYPE_CHECKING:
    from server import Server

A_WHEEL = "or install a wheel of libnango, which holds the library and needs neither Rust nor a C compiler."


@pytest.fixture
def empty(tmp_path: Path) -> Environment:
    return Environment(Path(sys.executable), tmp_path)


def test_from_a_checkout(empty: Environment, server: Server) -> None:
    empty.install("libnango/bindings/python")
    assert empty.loaded() == str(empty.package / FILE_NAME)
    empty.gets_a_connection(server)


def test_from_a_checkout_that_stays_in_use(empty: Environment, server: Server) -> None:
    empty.install("-e libnango/bindings/python")
    assert empty.output("-c", "import nango; print(nango.__file__)").strip() == str(PACKAGE / "src/nango/__init__.py")
    assert empty.loaded() == str(ROOT / "target/release" / FILE_NAME)
    empty.gets_a_connection(server)


def test_from_an_sdist(empty: Environment, server: Server) -> None:
    # The next run finds here what this one compiled; without optimisation it takes half of the time.
    quick = {"CARGO_TARGET_DIR": str(ROOT / "target/py/sdist"), "CARGO_PROFILE_RELEASE_LTO": "off"}
    quick["CARGO_PROFILE_RELEASE_OPT_LEVEL"] = "0"
    empty.install(r"libnango-.*\.tar\.gz", **quick)
    assert empty.loaded() == str(empty.package / FILE_NAME)
    empty.gets_a_connection(server)


def test_the_sdist_holds_the_crate_and_no_link(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        members = {member.name.partition("/")[2]: member for member in archive}
    assert all(member.isfile() for member in members.values())
    held = {"Cargo.toml", "Cargo.toml.orig", "Cargo.lock", "build.rs", "src/lib.rs", "src/ffi/preamble.h"}
    assert {f"crate/{name}" for name in held} <= set(members)
    assert {
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "THIRD-PARTY-NOTICES",
        "README.md",
        "hatch_build.py",
        "src/nango/py.typed",
    } <= set(members)


#: A cargo that is new enough, and never produces a library.
CARGO = "[ $1 != --version ] || echo 'cargo 1.85.0 (d73d2caf9 2024-12-31)'"


class Tools:
    """A directory of programs that is all of PATH."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        directory.mkdir()

    def add(self, name: str, script: str) -> None:
        """Put a program there."""
        program = self.directory / name
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)

    def refusal(self) -> str:
        """The sentence with which pip's output ends the attempt to build with nothing but these programs."""
        pip = [str(ROOT / "target/py/packaging/bin/pip"), "install", "--no-build-isolation", "--no-deps"]
        environment = clean(PATH=str(self.directory))
        for name in ("CARGO", "CC"):
            environment.pop(name, None)
        command = [*pip, "--target", str(self.directory / "never"), str(PACKAGE)]
        finished = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert finished.returncode == 1
        assert "Traceback" not in finished.stdout + finished.stderr
        message = re.findall(r"^ *(libnango: .*)$", finished.stdout + finished.stderr, re.MULTILINE)
        assert len(message) == 1, finished.stderr
        assert message[0].endswith(A_WHEEL)
        return str(message[0])


@pytest.fixture
def tools(tmp_path: Path) -> Tools:
    return Tools(tmp_path / "bin")


def test_without_rust(tools: Tools) -> None:
    message = tools.refusal()
    assert message.startswith("libnango: building libnango needs Rust 1.85 or later, and 'cargo' cannot be run (")
    assert "install Rust from https://rustup.rs and put cargo on PATH" in message


def test_with_an_old_rust(tools: Tools) -> None:
    tools.add("cargo", "echo 'cargo 1.84.1 (66221abde 2024-11-19)'")
    message = tools.refusal()
    assert message.startswith("libnango: building libnango needs Rust 1.85 or later, and this is cargo 1.84.1 (")
    assert "run 'rustup update'" in message


def test_without_a_c_compiler(tools: Tools) -> None:
    tools.add("cargo", CARGO)
    message = tools.refusal()
    assert message.startswith("libnango: building libnango needs a C compiler, and 'cc' cannot build a program (")
    assert "apt install build-essential" in message


def test_with_a_c_compiler_that_lacks_its_headers(tools: Tools) -> None:
    tools.add("cargo", CARGO)
    tools.add("cc", "exit 1")
    message = tools.refusal()
    assert message.startswith("libnango: building libnango needs a C compiler, and 'cc' cannot build a program (")


def test_where_cargo_fails(tools: Tools) -> None:
    tools.add("cargo", f"{CARGO}\n[ $1 = --version ]")
    tools.add("cc", "")
    assert tools.refusal().startswith("libnango: cargo rustc failed, and says above why. Mend that, or ")


def test_where_cargo_makes_no_shared_library(tools: Tools) -> None:
    tools.add("cargo", CARGO)
    tools.add("cc", "")
    message = tools.refusal()
    assert message.startswith("libnango: cargo built no shared library. If this system's C library is musl, ")
    assert "set RUSTFLAGS to '-C target-feature=-crt-static'" in message
