"""Runs programs that go through things that nango.h declares, and checks that they left none out.

usage: check_complete.py pointers|strings|modes PROGRAM...

The programs print `tested <function> <parameter>` for each. "pointers": every pointer parameter of every function;
"strings": every string parameter; "modes": every auth mode that has a name on the wire.
"""

import sys

import project

NOT_ON_THE_WIRE = {"ABSENT", "UNKNOWN"}


def expected(kind: str) -> set[tuple[str, str]]:
    header = project.HEADER.read_text()
    if kind == "modes":
        names = set(project.defines(header, "NANGO_AUTH_MODE_")) - NOT_ON_THE_WIRE
        return {("nango_auth_mode", name) for name in names}
    wanted = set()
    for function, parameters in project.declarations(header).items():
        for type_name, name in parameters:
            if type_name == "const char *" or (kind == "pointers" and "*" in type_name):
                wanted.add((function, name))
    return wanted


def _pair(line: str) -> tuple[str, str]:
    _, function, parameter = line.split()
    return function, parameter


def main() -> None:
    kind, programs = sys.argv[1], sys.argv[2:]
    wanted = expected(kind)
    tested = set()
    checks = project.Checks()
    for program in programs:
        done = project.run([program])
        tested |= {_pair(line) for line in done.stdout.splitlines() if line.startswith("tested ")}
        print("\n".join(line for line in done.stdout.splitlines() if not line.startswith("tested ")))
        checks.that(done.returncode == 0, f"{program} exited with {done.returncode}")
    for function, parameter in sorted(wanted | tested):
        checks.that((function, parameter) in tested, f"{function}: {parameter} is not tested")
        checks.that((function, parameter) in wanted, f"{function}: {parameter} is not in nango.h")
    checks.finish()


main()
