"""Checks that GCC, or in C++ Clang, warns about a mistake with what libnango gives, and about nothing else.

usage: check_diagnostics.py FILE

The first line of the file is `/* <flags>: <warning> */`, or `/* <flags>: nothing */` for a mistake that the compiler is
known not to see, which bindings/c/README.md names. Compiled with these flags and -DMISTAKE the file must give exactly
this warning; without -DMISTAKE, none.
"""

import re
import sys
from pathlib import Path

import project


def warnings(path: Path, flags: list[str]) -> tuple[str, int, set[str]]:
    compiler = ["gcc", "-std=c99"] if path.suffix == ".c" else ["clang++", "-std=c++17"]
    command = [project.tool(compiler[0]), compiler[1], "-O2", "-c", "-o", "/dev/null", *project.INCLUDES, *flags, path]
    done = project.run(command)
    return done.stdout, done.returncode, set(re.findall(r"\[(-W[\w+-]+)(?:=\d*)?\]", done.stdout))


def main() -> None:
    path = Path(sys.argv[1])
    flags, expected = re.findall(r"\A/\* (.*): (-W\S+|nothing) \*/\n", path.read_text())[0]
    checks = project.Checks()
    for mistake, wanted in [([], set()), (["-DMISTAKE"], {expected} - {"nothing"})]:
        output, code, found = warnings(path, flags.split() + mistake)
        checks.that(code == 0, f"does not compile:\n{output}")
        checks.that(found == wanted, f"{mistake}: expected {wanted}, got {found}:\n{output}")
        checks.that(bool(output) == bool(wanted), f"{mistake}: other output:\n{output}")
    checks.finish()


main()
