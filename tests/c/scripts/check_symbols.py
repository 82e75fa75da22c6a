"""Checks the exports of a libnango.so, its name and its dependencies.

usage: check_symbols.py LIBRARY
"""

import re
import sys

import project

NEEDED = re.compile(r"libc\.so\.\d+|libgcc_s\.so\.\d+|libm\.so\.\d+|ld-linux[\w.-]*\.so\.\d+")


def main() -> None:
    library = sys.argv[1]
    checks = project.Checks()
    symbols = project.run([project.tool("nm"), "-D", "--defined-only", library]).stdout
    exported = {line.split()[-1] for line in symbols.splitlines()}
    declared = set(project.declarations(project.HEADER.read_text()))
    checks.that(len(declared) > 0, "nango.h declares nothing")
    for name in sorted(exported | declared):
        checks.that(name in exported, f"{name} is declared but not exported")
        checks.that(name in declared, f"{name} is exported but not declared")

    dynamic = project.run([project.tool("readelf"), "--dynamic", "--wide", library]).stdout
    number = project.defines(project.HEADER.read_text(), "NANGO_")["ABI_VERSION"]
    sonames = re.findall(r"\(SONAME\).*\[(.*)\]", dynamic)
    checks.that(sonames == [f"libnango.so.{number}"], f"the SONAME is {sonames}")
    for needed in re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic):
        checks.that(NEEDED.fullmatch(needed) is not None, f"it needs {needed}")
    checks.finish()


main()
