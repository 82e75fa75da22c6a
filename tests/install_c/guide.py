"""The projects and commands of docs/installing.md."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from conftest import ROOT, run

if TYPE_CHECKING:
    from pathlib import Path

GENERATORS = ["Unix Makefiles", "Ninja"]

# Added to the guide's project: the same program with libnango inside, and the one in C++.
MORE = """
enable_language(CXX)
add_executable(my_app_static main.c)
target_link_libraries(my_app_static PRIVATE nango::nango_static)
add_executable(my_app_cpp main.cpp)
target_compile_features(my_app_cpp PRIVATE cxx_std_17)
target_link_libraries(my_app_cpp PRIVATE nango::nango)
"""


def part_of_the_guide() -> str:
    """The part about C and C++."""
    text = (ROOT / "docs/installing.md").read_text()
    found = re.search(r"^## C and C\+\+\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    assert found is not None, "docs/installing.md has no part about C and C++"
    return found.group(1)


def blocks(language: str) -> list[str]:
    """The blocks of one language in it."""
    return re.findall(rf"^```{language}\n(.*?)^```$", part_of_the_guide(), re.DOTALL | re.MULTILINE)


def cmake_project(way: str) -> str:
    """The CMakeLists.txt that the guide shows for one way of finding libnango, with more programs."""
    (text,) = [block for block in blocks("cmake") if f"{way}(" in block]
    return text + MORE


def readme_project(repository: str) -> str:
    """A CMakeLists.txt with what README.md shows, which fetches another repository."""
    (text,) = re.findall(r"^```cmake\n(.*?)^```$", (ROOT / "README.md").read_text(), re.DOTALL | re.MULTILINE)
    start = "cmake_minimum_required(VERSION 3.18)\nproject(my_app LANGUAGES C)\nadd_executable(my_app main.c)\n"
    return start + str(text).replace("https://github.com/libnango/libnango.git", repository)


def build_project(folder: Path, text: str, generator: str, *options: str) -> None:
    """Builds a project in folder/build, with the example programs as its sources."""
    for suffix in ("c", "cpp"):
        (folder / f"get_connection.{suffix}").rename(folder / f"main.{suffix}")
    (folder / "CMakeLists.txt").write_text(text)
    run(["cmake", "-G", generator, "-S", ".", "-B", "build", *options], folder)
    run(["cmake", "--build", "build"], folder)
