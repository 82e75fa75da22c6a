"""Programs built with CMake: the projects of docs/installing.md, with Make and with Ninja."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from guide import GENERATORS, build_project, cmake_project

from conftest import EXAMPLES, run

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Server


@pytest.mark.parametrize("generator", GENERATORS)
def test_find_package(generator: str, installed: Path, sources: Path, server: Server) -> None:
    """As in the guide, in C and C++, shared and static."""
    build_project(sources, cmake_project("find_package"), generator, f"-DCMAKE_PREFIX_PATH={installed}")
    for program in ("my_app", "my_app_static", "my_app_cpp"):
        server.shows_connection(sources / "build" / program)


def test_a_program_that_is_installed_too(tmp_path: Path, installed: Path, sources: Path, server: Server) -> None:
    """With the setting that the guide names it finds the library from there."""
    text = cmake_project("find_package") + "install(TARGETS my_app)\n"
    options = [f"-DCMAKE_PREFIX_PATH={installed}", "-DCMAKE_INSTALL_RPATH_USE_LINK_PATH=ON"]
    build_project(sources, text, "Ninja", *options)
    run(["cmake", "--install", "build", "--prefix", tmp_path / "prefix"], sources)
    server.shows_connection(tmp_path / "prefix/bin/my_app")


def test_a_prefix_that_was_moved(tmp_path: Path, installed: Path, sources: Path, server: Server) -> None:
    """The package finds its files from where it is, also below a folder with a blank in its name."""
    moved = tmp_path / "with a blank"
    shutil.copytree(installed, moved, symlinks=True)
    build_project(sources, cmake_project("find_package"), "Ninja", f"-DCMAKE_PREFIX_PATH={moved}")
    for program in ("my_app", "my_app_static", "my_app_cpp"):
        server.shows_connection(sources / "build" / program)
    assert str(installed) not in (sources / "build/build.ninja").read_text()


def test_the_examples_alone(tmp_path: Path, installed: Path, server: Server) -> None:
    """The folder of examples is a project that uses the installed files."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    run(["cmake", "-S", "examples", "-B", "build", f"-DCMAKE_PREFIX_PATH={installed}"], tmp_path)
    run(["cmake", "--build", "build"], tmp_path)
    for program in ("get_connection_c", "get_connection_cpp"):
        server.shows_connection(tmp_path / "build" / program)


@pytest.mark.parametrize(
    ("asked", "complaint"),
    [
        ("find_package(nango 99 REQUIRED)", 'requested version "99"'),
        ("find_package(nango 0.2 REQUIRED)", 'requested version "0.2"'),
        ("find_package(nango 0.1 REQUIRED COMPONENTS wrong)", "installed without 'wrong'"),
    ],
)
def test_what_is_not_there(asked: str, complaint: str, installed: Path, sources: Path) -> None:
    """A version or a component that is not installed is refused by name."""
    text = f"cmake_minimum_required(VERSION 3.16)\nproject(my_app LANGUAGES C)\n{asked}\n"
    (sources / "CMakeLists.txt").write_text(text)
    printed = run(["cmake", "-S", ".", "-B", "build", f"-DCMAKE_PREFIX_PATH={installed}"], sources, expect=1)
    assert complaint in " ".join(printed.split())


@pytest.mark.parametrize("asked", ["0.1", "0.1.0", ""])
def test_versions_that_fit(asked: str, installed: Path, sources: Path) -> None:
    """What this version keeps is accepted."""
    text = f"cmake_minimum_required(VERSION 3.16)\nproject(my_app LANGUAGES C)\nfind_package(nango {asked} REQUIRED)\n"
    (sources / "CMakeLists.txt").write_text(text)
    run(["cmake", "-S", ".", "-B", "build", f"-DCMAKE_PREFIX_PATH={installed}"], sources)
