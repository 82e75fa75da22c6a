"""Checks that GCC warns about a mistake with libnango's handles, and about nothing else.

usage: check_diagnostics.py FILE

The first line of the file is `/* <flags>: <warning> */`. Compiled with these flags and -DMISTAKE it must give exactly this
warning; without -DMISTAKE, none.
"""

import re
import sys
from pathlib import Path

import project


def warnings(path, flags):
    command = [project.tool("gcc"), "-std=c99", "-O2", "-c", "-o", "/dev/null", *project.INCLUDES, *flags, path]
    done = project.run(command)
    return done, re.findall(r"\[(-W[\w+-]+)(?:=\d*)?\]", done.stdout)


def main():
    path = Path(sys.argv[1])
    flags, expected = re.match(r"/\* (.*): (-W\S+) \*/\n", path.read_text()).groups()
    flags = flags.split()
    checks = project.Checks()
    for mistake, wanted in [([], set()), (["-DMISTAKE"], {expected})]:
        done, found = warnings(path, flags + mistake)
        checks.that(done.returncode == 0, f"does not compile:\n{done.stdout}")
        checks.that(set(found) == wanted, f"{mistake}: expected {wanted}, got {found}:\n{done.stdout}")
        checks.that(bool(done.stdout) == bool(wanted), f"{mistake}: other output:\n{done.stdout}")
    checks.finish()


main()
