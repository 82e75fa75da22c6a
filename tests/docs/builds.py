"""Compiles the blocks of the guides: each language in one run of its tool."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from blocks import ROOT
from fragments import program

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from blocks import Block

STRICT = ["-O2", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Wno-unused-variable"]
LIBRARY = ROOT / "target" / "release"
#: Everything that the tests make.
WORK = ROOT / "target" / "docs" / "examples"
#: Where pkg-config looks.
PACKAGES = WORK / "pkgconfig"
TOOLS = ROOT / "target" / "py" / "dev" / "bin"
EMULATOR = ROOT / "target" / "debug" / "nango-emulator"
GO_MODULE = """module example.com/guides

go 1.24.0

require github.com/libnango/libnango/bindings/go v0.0.0

replace github.com/libnango/libnango/bindings/go => {folder}
"""
RUST_PACKAGE = """[package]
name = "guides"
version = "0.0.0"
edition = "2024"

[dependencies]
nango = {{ path = "{folder}", default-features = false }}
serde_json = "1"

[workspace]
"""
PKG_CONFIG = """Name: nango
Description: the library of this checkout
Version: 0.1.0
Cflags: -I{root}/include -I{root}/bindings/c/include
Libs: -L{library} -lnango -Wl,-rpath,{library}
"""


class BuildError(Exception):
    """The output of a tool that could not build the examples."""


def run(command: list[str | Path], folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Runs a command; both outputs are one text."""
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def _build(command: list[str | Path], folder: Path, **environment: str) -> None:
    done = run(command, folder, {**os.environ, **environment})
    if done.returncode:
        raise BuildError(done.stdout)


def environment() -> dict[str, str]:
    """The environment of a reader who has installed libnango and the emulator."""
    paths = [str(EMULATOR.parent), str(TOOLS), os.environ["PATH"]]
    return {
        **{name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")},
        # What cargo builds here, and has fetched, serves the packages of the pages too.
        "CARGO_NET_OFFLINE": "true",
        "CARGO_TARGET_DIR": str(ROOT / "target" / "docs" / "cargo"),
        "NANGO_EMULATOR": str(EMULATOR),
        "PATH": os.pathsep.join(paths),
        "PKG_CONFIG_PATH": str(PACKAGES),
    }


def describe_library() -> None:
    """Lets pkg-config find the library of this checkout, as it finds an installed one."""
    PACKAGES.mkdir(parents=True, exist_ok=True)
    (PACKAGES / "nango.pc").write_text(PKG_CONFIG.format(root=ROOT, library=LIBRARY), encoding="utf-8")


def build_c(block: Block, folder: Path) -> Path | None:
    """The program of a block of C or C++; one that is not whole is compiled only."""
    compiler, standard = (("CC", "cc"), "c99") if block.language == "c" else (("CXX", "c++"), "c++17")
    source = folder / f"{block.name}.{block.language}"
    source.write_text(program(block), encoding="utf-8")
    made = folder / block.name
    command: list[str | Path] = [os.environ.get(*compiler) or compiler[1], f"-std={standard}", *STRICT]
    command += [f"-I{ROOT / 'include'}", f"-I{ROOT / 'bindings/c/include'}", source, "-o", made]
    if block.is_program:
        _build([*command, f"-L{LIBRARY}", "-lnango", f"-Wl,-rpath,{LIBRARY}", *_flags(block)], folder)
        return made
    _build([*command, "-c"], folder)
    return None


def _flags(block: Block) -> list[str]:
    """The flags of the package that a program needs."""
    if not block.package:
        return []
    found = subprocess.run(
        ["pkg-config", "--cflags", "--libs", block.package], capture_output=True, text=True, check=False
    )
    if found.returncode != 0:
        raise BuildError(f"{block.place} needs {block.package}: install it with its headers\n{found.stderr}")
    return found.stdout.split()


def describe_module(folder: Path) -> None:
    """Makes a folder a module of Go that uses the package of this checkout."""
    (folder / "go.mod").write_text(GO_MODULE.format(folder=ROOT / "bindings" / "go"), encoding="utf-8")


def build_go(blocks: Iterable[Block], folder: Path) -> dict[Block, Path]:
    """The programs of all blocks of Go."""
    (folder / "bin").mkdir(parents=True)
    describe_module(folder)
    made = {}
    for block in blocks:
        (folder / block.name).mkdir()
        (folder / block.name / "main.go").write_text(program(block), encoding="utf-8")
        made[block] = folder / "bin" / block.name
    go = os.environ.get("GO", "go")
    _build([go, "vet", "./..."], folder, PKG_CONFIG_PATH=str(PACKAGES))
    _build([go, "build", "-o", "bin/", "./..."], folder, PKG_CONFIG_PATH=str(PACKAGES))
    return made


def build_rust(blocks: Iterable[Block], folder: Path) -> dict[Block, Path]:
    """The programs of all blocks of Rust."""
    (folder / "src" / "bin").mkdir(parents=True)
    (folder / "Cargo.toml").write_text(RUST_PACKAGE.format(folder=ROOT), encoding="utf-8")
    shutil.copy(ROOT / "Cargo.lock", folder)
    target = ROOT / "target" / "docs" / "cargo"
    made = {}
    for block in blocks:
        (folder / "src" / "bin" / f"{block.name}.rs").write_text(program(block), encoding="utf-8")
        made[block] = target / "debug" / block.name
    cargo = os.environ.get("CARGO", "cargo")
    _build([cargo, "build", "-q", "--offline", "--target-dir", target], folder)
    return made
