"""libnango as a part of another project: the projects of docs/installing.md, with Make and with Ninja.

The last of the files here: cargo's build of another checkout replaces that of this one.
"""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from guide import GENERATORS, build_project, cmake_project, readme_project

from conftest import ROOT, copy_sources, files, run

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Server


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the files of this checkout in one commit."""
    folder = tmp_path_factory.mktemp("repository")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True)
    for name in listed.stdout.splitlines():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    git = ["git", "-c", "user.name=Nobody", "-c", "user.email=nobody@example.com", "-c", "init.defaultBranch=main"]
    run([*git, "init", "--quiet"], folder)
    run([*git, "add", "--all"], folder)
    run([*git, "commit", "--quiet", "--message", "The files of the checkout"], folder)
    run([*git, "tag", "v0.1.0"], folder)
    return folder


@pytest.mark.parametrize("generator", GENERATORS)
def test_add_subdirectory(generator: str, sources: Path, server: Server) -> None:
    """From a copy in the project."""
    (sources / "libnango").symlink_to(ROOT)
    build_project(sources, cmake_project("add_subdirectory"), generator)
    for program in ("my_app", "my_app_static", "my_app_cpp"):
        server.shows_connection(sources / "build" / program)


def test_nothing_is_installed_with_another_project(tmp_path: Path, sources: Path) -> None:
    """Unless it requests it."""
    (sources / "libnango").symlink_to(ROOT)
    build_project(sources, cmake_project("add_subdirectory"), "Ninja")
    run(["cmake", "--install", "build", "--prefix", tmp_path / "prefix"], sources)
    assert not (tmp_path / "prefix").exists()
    run(["cmake", "-B", "build", "-DNANGO_INSTALL=ON"], sources)
    run(["cmake", "--build", "build"], sources)
    run(["cmake", "--install", "build", "--prefix", tmp_path / "prefix"], sources)
    assert "lib/libnango.so" in files(tmp_path / "prefix")


def test_fetch_content_as_the_readme_shows_it(repository: Path, sources: Path, server: Server) -> None:
    """With the version that README.md promises, and a library that is built already."""
    run(["git", "tag", "--force", "v0.2.0"], repository)
    library = ROOT / "target/release/libnango.so"
    build_project(sources, readme_project(repository.as_uri()), "Ninja", f"-DNANGO_LIBRARY={library}")
    server.shows_connection(sources / "build" / "my_app")


def test_fetch_content(tmp_path: Path, repository: Path, installed: Path, server: Server) -> None:
    """From a repository, and again from the fetched sources; the bytes are those of the build in the checkout."""
    text = cmake_project("FetchContent_Declare").replace("https://git.example.com/libnango.git", repository.as_uri())
    fetched = tmp_path / GENERATORS[0] / "build/_deps/nango-src"
    for generator, options in zip(GENERATORS, [[], [f"-DFETCHCONTENT_SOURCE_DIR_NANGO={fetched}"]]):
        folder = copy_sources(tmp_path / generator)
        build_project(folder, text, generator, *options)
        for program in ("my_app", "my_app_static", "my_app_cpp"):
            server.shows_connection(folder / "build" / program)
        for name in ("libnango.so.0.1.0", "libnango.a"):
            assert (folder / "build/_deps/nango-build/lib" / name).read_bytes() == (
                installed / "lib" / name
            ).read_bytes()
