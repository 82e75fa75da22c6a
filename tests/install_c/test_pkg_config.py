"""Programs built with pkg-config, with only its output on the command line."""

from __future__ import annotations

import re
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest

from conftest import make, run

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Server

LANGUAGES = [("cc", "get_connection.c", "-std=c99"), ("c++", "get_connection.cpp", "-std=c++17")]
CLANGS = [("clang", "get_connection.c", "-std=c99"), ("clang++", "get_connection.cpp", "-std=c++17")]


def flags(pc: Path, *arguments: str) -> list[str]:
    """What pkg-config prints for a compiler, with the .pc files of one folder."""
    printed = run(["pkg-config", "--cflags", "--libs", *arguments], pc, {"PKG_CONFIG_PATH": pc})
    return shlex.split(printed)


def build(compiler: str, source: str, *more: str, sources: Path) -> Path:
    """Compiles and links a program."""
    run([compiler, source, "-o", "program", *more], sources)
    return sources / "program"


def needed(program: Path) -> set[str]:
    """The shared libraries that a program requests."""
    return set(re.findall(r"\(NEEDED\).*\[(.*)\]", run(["readelf", "-dW", program], program.parent)))


@pytest.mark.parametrize(("compiler", "source", "standard"), LANGUAGES + CLANGS)
def test_shared(compiler: str, source: str, standard: str, installed: Path, sources: Path, server: Server) -> None:
    """A program that requests libnango.so.0 and finds it where it was installed."""
    program = build(compiler, source, standard, *flags(installed / "lib/pkgconfig", "nango"), sources=sources)
    server.shows_connection(program)
    assert "libnango.so.0" in needed(program)
    runpath = re.findall(r"\(RUNPATH\).*\[(.*)\]", run(["readelf", "-dW", program], sources))
    assert [path for path in runpath if (sources / path).resolve() == (installed / "lib").resolve()]


@pytest.mark.parametrize(("compiler", "source", "standard"), LANGUAGES + CLANGS)
def test_static(compiler: str, source: str, standard: str, installed: Path, sources: Path, server: Server) -> None:
    """A program that has libnango inside."""
    program = build(
        compiler, source, standard, *flags(installed / "lib/pkgconfig", "--static", "nango-static"), sources=sources
    )
    server.shows_connection(program)
    assert not [name for name in needed(program) if "nango" in name]


@pytest.mark.parametrize("more", [["-static-pie"], ["-flto"], ["-Wl,--gc-sections"], ["-fuse-ld=gold"]])
def test_static_in_other_ways(more: list[str], installed: Path, sources: Path, server: Server) -> None:
    """What programs are linked with besides; static-pie has libc inside too."""
    found = flags(installed / "lib/pkgconfig", "--static", "nango-static")
    program = build("cc", "get_connection.c", *more, *found, sources=sources)
    server.shows_connection(program)


def test_static_flags_without_the_option(installed: Path) -> None:
    """Without --static the flags are the same."""
    pc = installed / "lib/pkgconfig"
    assert flags(pc, "nango-static") == flags(pc, "--static", "nango-static")


@pytest.mark.parametrize("place", ["elsewhere", "with a blank"])
def test_a_prefix_that_was_moved(place: str, tmp_path: Path, installed: Path, sources: Path, server: Server) -> None:
    """No installed file contains its own path."""
    moved = tmp_path / place
    shutil.copytree(installed, moved, symlinks=True)
    for package in ("nango", "nango-static"):
        found = flags(moved / "lib/pkgconfig", package)
        server.shows_connection(build("cc", "get_connection.c", *found, sources=sources))
        assert str(installed) not in " ".join(found)


def test_multiarch(tmp_path: Path, sources: Path, server: Server) -> None:
    """Debian's folder for libraries, one deeper than the usual."""
    make("install", f"PREFIX={tmp_path}/usr", "LIBDIR=lib/x86_64-linux-gnu", cwd=tmp_path)
    pc = tmp_path / "usr/lib/x86_64-linux-gnu/pkgconfig"
    for package in ("nango", "nango-static"):
        server.shows_connection(build("cc", "get_connection.c", *flags(pc, package), sources=sources))


def test_no_run_path_in_usr(tmp_path: Path) -> None:
    """The loader looks there by itself, and distributions do not allow one."""
    make("install", "PREFIX=/usr", "LIBDIR=lib64", f"DESTDIR={tmp_path}", cwd=tmp_path)
    assert "rpath" not in " ".join(flags(tmp_path / "usr/lib64/pkgconfig", "nango"))


def test_versions(installed: Path) -> None:
    """A program can require a version."""
    pc = installed / "lib/pkgconfig"
    for package in ("nango", "nango-static"):
        run(["pkg-config", "--exists", f"{package} >= 0.1"], pc, {"PKG_CONFIG_PATH": pc})
        run(["pkg-config", "--exists", f"{package} >= 99"], pc, {"PKG_CONFIG_PATH": pc}, expect=1)
