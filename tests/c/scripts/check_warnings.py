"""Compiles every C and C++ file of the project with gcc and clang, without a warning."""

from collections.abc import Iterator
from pathlib import Path

import project

FOLDERS = [
    "bindings/c",
    "tests/c",
    "tests/probes",
    "tests/soak",
    "tests/torture",
]
COMPILERS = {
    ".c": [["gcc", "-std=c99"], ["clang", "-std=c99"]],
    ".cpp": [["g++", "-std=c++17"], ["clang++", "-std=c++17"], ["g++", "-std=c++20"], ["clang++", "-std=c++20"]],
}


def sources() -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((project.ROOT / folder).rglob("*")):
            if path.suffix in COMPILERS:
                yield path


def main() -> None:
    checks = project.Checks()
    for path in sources():
        for compiler, dialect in COMPILERS[path.suffix]:
            command = [project.tool(compiler), dialect, "-D_POSIX_C_SOURCE=200809L", "-fsyntax-only"]
            done = project.run([*command, *project.STRICT, *project.INCLUDES, path])
            quiet = done.returncode == 0 and not done.stdout
            checks.that(quiet, f"{compiler} {dialect} {path.relative_to(project.ROOT)}:\n{done.stdout}")
    checks.finish()


main()
