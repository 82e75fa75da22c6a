"""The wheel: its contents, and that every Python accepts it."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import matrix
from environment import PACKAGE, ROOT, Environment
from hatch_build import EMULATOR, FILE_NAME

if TYPE_CHECKING:
    from server import Server

MADE = ROOT / f"target/portable/made/{platform.machine()}-unknown-linux-gnu"
TAG = f"py3-none-manylinux_2_28_{platform.machine()}"
LICENCES = ("LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY-NOTICES")
VERSIONS = [version for version in (f"3.{minor}" for minor in range(9, 20)) if matrix.interpreter(version)]


def test_the_wheel_holds_the_package_and_the_library(wheel: Path) -> None:
    sources = {str(file.relative_to(PACKAGE / "src")) for file in (PACKAGE / "src").rglob("*.py")} | {"nango/py.typed"}
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    (command,) = (name for name in names if name.endswith(f".data/scripts/{EMULATOR}"))
    assert names == sources | {f"nango/{FILE_NAME}", f"nango/{EMULATOR}", command}


def test_the_wheel_says_what_it_is_for(wheel: Path) -> None:
    assert wheel.name.endswith(f"-{TAG}.whl")
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/WHEEL"))
        lines = archive.read(name).decode().splitlines()
    assert "Root-Is-Purelib: false" in lines
    assert [line for line in lines if line.startswith("Tag: ")] == [f"Tag: {TAG}"]


def test_the_wheel_holds_the_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {Path(name).name: archive.read(name) for name in archive.namelist() if "/licenses/" in name}
    assert held == {name: (ROOT / name).read_bytes() for name in LICENCES}


@pytest.mark.parametrize("name", [FILE_NAME, EMULATOR])
def test_no_newer_glibc_is_needed(name: str, wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        built = archive.extract(f"nango/{name}", tmp_path)
    command = ["readelf", "-W", "--version-info", built]
    symbols = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    needed = {tuple(int(part) for part in version.split(".")) for version in re.findall(r"GLIBC_(\d[\d.]*)", symbols)}
    assert needed
    assert max(needed) <= (2, 28)


def test_the_wheel_does_not_tell_where_it_was_built(wheel: Path) -> None:
    cargo_home = os.environ.get("CARGO_HOME") or str(Path.home() / ".cargo")
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            for path in (str(ROOT), cargo_home):
                assert path.encode() not in content, f"{name} holds {path}"


def test_the_wheel_is_the_same_from_another_directory(wheel: Path, tmp_path: Path) -> None:
    copy = tmp_path / "bindings" / "python"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    build = [str(ROOT / "target/py/packaging/bin/python"), "-m", "build", "--no-isolation", "--wheel"]
    prebuilt = {
        "NANGO_BUILD_LIBRARY": str(MADE / "lib" / FILE_NAME),
        "NANGO_BUILD_EMULATOR": str(MADE / "bin" / EMULATOR),
        "NANGO_BUILD_PLATFORM": TAG.split("-")[2],
    }
    subprocess.run([*build, "--outdir", str(tmp_path), str(copy)], env={**os.environ, **prebuilt}, check=True)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_there_is_a_python_to_install_it_into() -> None:
    assert VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_the_wheel_works_in_an_empty_environment(version: str, tmp_path: Path, server: Server) -> None:
    interpreter = matrix.interpreter(version)
    assert interpreter is not None
    environment = Environment(interpreter, tmp_path)
    environment.install(r"libnango-.*\.whl")
    assert environment.loaded() == str(environment.package / FILE_NAME)
    environment.gets_a_connection(server)
