"""Compiles the code in the comments of the headers, and every block of code in bindings/c/README.md.

usage: check_snippets.py SCRATCH_FOLDER

A block of C or C++ without a main is put into a function that has the objects which such a block starts from.
"""

import re
import shutil
import sys
from pathlib import Path

import project

README = project.ROOT / "bindings" / "c" / "README.md"
EXAMPLE = project.ROOT / "bindings" / "c" / "examples" / "get_connection.c"

C_FUNCTION = """#include <nango.h>
#include <nango_api.h>
#include <stdio.h>
void block(nango_client *client, nango_connection *connection, nango_error *error);
void block(nango_client *client, nango_connection *connection, nango_error *error) {
    (void)client, (void)connection, (void)error;
    {
%s
    }
}
"""

CPP_FUNCTION = """#include <cstdio>
#include <iostream>
#include <nango.hpp>
void block(const nango::Client &client);
void block(const nango::Client &client) {
    (void)client;
    {
%s
    }
}
"""

STRICT = ["-O2", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Wno-unused-variable", "-Wno-unused-but-set-variable"]


def header_example(path: Path) -> str:
    """The indented lines of the first comment of a header."""
    comment = path.read_text().split("*/")[0]
    return "".join(f"{line}\n" for line in re.findall(r"^ \*     (.*)$", comment, flags=re.MULTILINE))


def readme_blocks() -> list[tuple[str, str]]:
    return re.findall(r"^```(\w*)\n(.*?)^```$", README.read_text(), flags=re.MULTILINE | re.DOTALL)


def compile_code(checks: project.Checks, language: str, code: str) -> None:
    compilers = {
        "c": [["gcc", "-std=c99", "-fanalyzer"], ["clang", "-std=c99"]],
        "cpp": [["g++", "-std=c++17"], ["clang++", "-std=c++17"]],
    }
    function = {"c": C_FUNCTION, "cpp": CPP_FUNCTION}[language]
    if "int main(" not in code:
        code = function % code
    for compiler, *options in compilers[language]:
        kind = {"c": "c", "cpp": "c++"}[language]
        command = [
            project.tool(compiler),
            "-x",
            kind,
            *options,
            *STRICT,
            *project.INCLUDES,
            "-c",
            "-o",
            "/dev/null",
            "-",
        ]
        done = project.run(command, input=code)
        checks.that(done.returncode == 0, f"{compiler}:\n{code}\n{done.stdout}")


def run_shell(checks: project.Checks, scratch: Path, commands: str) -> None:
    """Runs commands where the folders of the project are."""
    for name in ["include", "bindings", "target"]:
        (scratch / name).symlink_to(project.ROOT / name)
    done = project.run(["sh", "-e", "-c", commands], cwd=scratch)
    checks.that(done.returncode == 0 and not done.stdout, f"{commands}\n{done.stdout}")


def build_project(checks: project.Checks, scratch: Path, text: str) -> None:
    """Builds a project with this CMakeLists.txt."""
    folder = scratch / "project"
    folder.mkdir()
    (folder / "CMakeLists.txt").write_text(text)
    (folder / "libnango").symlink_to(project.ROOT)
    shutil.copy(EXAMPLE, folder / "main.c")
    cmake = project.tool("cmake")
    library = f"-DNANGO_LIBRARY={project.ROOT / 'target' / 'release' / 'libnango.so'}"
    for command in [[cmake, "-S", folder, "-B", folder / "build", library], [cmake, "--build", folder / "build"]]:
        done = project.run(command)
        checks.that(done.returncode == 0, f"{text}\n{done.stdout}")


def main() -> None:
    scratch = Path(sys.argv[1]).absolute()
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    checks = project.Checks()
    compile_code(checks, "c", header_example(project.HEADER))
    compile_code(checks, "c", header_example(project.HEADER.parent / "nango_api.h") + "int main(void) { return 0; }\n")
    compile_code(checks, "cpp", header_example(project.CPP_HEADER))
    languages = set()
    for language, code in readme_blocks():
        languages.add(language)
        if language in ("c", "cpp"):
            compile_code(checks, language, code)
        elif language == "sh":
            run_shell(checks, scratch, code)
        elif language == "cmake":
            build_project(checks, scratch, code)
        else:
            checks.that(False, f"a block that no test compiles: {language}")
    checks.that(languages == {"c", "cpp", "sh", "cmake"}, f"README.md has blocks of {languages} only")
    checks.finish()


main()
