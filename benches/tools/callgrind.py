"""Counts instructions and allocations by function, with Valgrind's tool callgrind."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import project

ALLOCATING = {"malloc", "calloc", "realloc", "aligned_alloc", "posix_memalign"}
# `fn=(12) name` names a function, or, without the name, one that was named before.
NAME = re.compile(r"(c?fn|c?ob)=\((\d+)\)(?: (.*))?")
# The hash that rustc appends to a name changes with any change of the code.
HASH = re.compile(r"::h[0-9a-f]{16}\b")


@dataclass
class Profile:
    """A program's instructions by function, and its allocations by the function that requested them."""

    instructions: Counter[str] = field(default_factory=Counter)
    allocations: Counter[str] = field(default_factory=Counter)

    def per_call(self, shorter: Profile, calls: int) -> Profile:
        """What each of the calls cost by which this run was longer."""
        return Profile(
            _difference(self.instructions, shorter.instructions, calls),
            _difference(self.allocations, shorter.allocations, calls),
        )


def _difference(longer: Counter[str], shorter: Counter[str], calls: int) -> Counter[str]:
    names = longer.keys() | shorter.keys()
    return Counter({name: round((longer[name] - shorter[name]) / calls) for name in names})


def profile(command: list[str], out: Path, environment: dict[str, str] | None = None) -> Profile:
    """Run a command; its environment is this process's unless there is another."""
    valgrind = ["valgrind", "--tool=callgrind", "--quiet", f"--callgrind-out-file={out}"]
    project.run([*valgrind, *command], env=environment)
    return parse(out.read_text())


def parse(text: str) -> Profile:
    """Read the file that callgrind writes: https://valgrind.org/docs/manual/cl-format.html."""
    profile = Profile()
    names: dict[tuple[str, str], str] = {}
    current = {"fn": "", "cfn": "", "ob": "", "cob": ""}
    is_call = False
    for line in text.splitlines():
        if match := NAME.match(line):
            key, number, name = match.groups()
            kind = key[-2:]
            if name is not None:
                names[kind, number] = HASH.sub("", name)
            current[key] = names[kind, number]
        elif line.startswith("calls="):
            # The cost on the next line is the callee's.
            is_call = True
            if current["cfn"] in ALLOCATING:
                profile.allocations[current["fn"]] += int(line[len("calls=") :].split()[0])
        elif line[:1] in set("0123456789+-*"):
            if not is_call:
                profile.instructions[_named(current["fn"], current["ob"])] += int(line.split()[1])
            is_call = False
    return profile


def _named(function: str, library: str) -> str:
    """A library without symbols shows addresses, which mean nothing on another machine."""
    return f"(in {Path(library).name})" if function.startswith("0x") else function
