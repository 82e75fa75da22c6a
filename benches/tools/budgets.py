#!/usr/bin/env python3
"""Compares what a call costs with benches/budgets.json: instructions, allocations and system calls, which do not depend
on how busy the machine is.

usage: budgets.py [--update | --show]

Needs target/release/libnango.so and nango-bench-server, valgrind and strace. A growth of more than 3 % fails and names
the function that grew most; of instructions 15 % where the budgets are those of another compiler or C library. --update
rewrites the budgets, --show compares nothing.
"""

from __future__ import annotations

import json
import platform
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict, TypeVar

import callgrind
import project
import syscalls

FIGURES = ("instructions", "allocations", "system calls")
BUDGETS = project.BENCHES / "budgets.json"
TOLERANCE = 0.03
# Of instructions, where the compiler or the C library is another, with other ways to inline and to free memory.
OTHER_TOOLS = 0.15
# A function that takes less than this part of a call is not worth a line in the file.
WORTH_A_LINE = 0.002

Result = TypeVar("Result")


class Budget(TypedDict):
    """The limit of one figure, and its parts."""

    total: int
    of: dict[str, int]


class Budgets(TypedDict):
    """The committed file."""

    made_with: str
    budgets: dict[str, Budget]


@dataclass(frozen=True)
class Case:
    """A program's runs of two lengths; their difference is the cost of a call."""

    name: str
    command: list[str]
    connection_id: str
    lengths: tuple[int, int]
    # Of FIGURES, those that are the same in every run.
    figures: tuple[str, ...] = FIGURES
    # None for that of this process.
    environment: dict[str, str] | None = None
    # What valgrind and strace write: another file for another case at the same time.
    out: Path = project.OUT / "counts.out"

    def measure(self) -> dict[str, Budget]:
        """Each figure of this case."""
        shorter, longer = self.lengths
        calls = longer - shorter
        profiles = self._runs(callgrind.profile)
        profile = profiles[1].per_call(profiles[0], calls)
        measured = {"instructions": profile.instructions, "allocations": profile.allocations}
        if "system calls" in self.figures:
            counts = self._runs(syscalls.count)
            per_call = {name: round((counts[1][name] - counts[0][name]) / calls) for name in counts[1]}
            measured["system calls"] = Counter(per_call)
        return {f"{self.name}: {figure}": _budget(measured[figure]) for figure in self.figures}

    def _runs(self, count: Callable[[list[str], Path, dict[str, str] | None], Result]) -> list[Result]:
        """What is counted in the run of each length."""
        return [count(self._command(calls), self.out, self.environment) for calls in self.lengths]

    def _command(self, calls: int) -> list[str]:
        return [*self.command, str(calls), self.connection_id]


def _budget(parts: Counter[str]) -> Budget:
    total = parts.total()
    by_cost = sorted(parts.items(), key=lambda part: (-part[1], part[0]))
    shown = {name: cost for name, cost in by_cost if cost > total * WORTH_A_LINE}
    return {"total": total, "of": shown}


def measure() -> dict[str, Budget]:
    """Every figure that has a budget."""
    program = project.build_with_nango("nango")
    figures: dict[str, Budget] = {}
    with project.on_cores(project.CORE, 0), project.server() as server:
        cases = [
            Case("kept-alive call", [program, server.http], "customer-1", (100, 500)),
            Case("proxied call", [project.build_with_nango("proxied"), server.http], "customer-1", (100, 500)),
            # The number of pieces in which such a response arrives varies.
            Case("5 MB answer", [program, server.http], "large", (1, 3), ("instructions",)),
        ]
        if project.has_cache():
            cached = project.build_with_nango("cached")
            cases.append(Case("cached hit", [cached, server.http], "customer-1", (1000, 5000)))
        for case in cases:
            figures.update(case.measure())
    return figures


def grown_most(budget: Budget, measured: Budget) -> str:
    """The part of the figure that grew most."""
    growth = {name: cost - budget["of"].get(name, 0) for name, cost in measured["of"].items()}
    if not growth:
        return "nothing that was named"
    name = max(growth, key=growth.__getitem__)
    return f"{name}, from {budget['of'].get(name, 0):,} to {measured['of'][name]:,}"


def compare(budgets: dict[str, Budget], figures: dict[str, Budget], *, same_tools: bool = True) -> int:
    """Print one line a figure; returns how many are over their budget."""
    failed = 0
    for name, measured in figures.items():
        if name not in budgets:
            print(f"FAIL {name}: {measured['total']:,}, which has no budget: make budgets-update")
            failed += 1
            continue
        budget = budgets[name]
        change = measured["total"] / budget["total"] - 1 if budget["total"] else float(measured["total"])
        print(f"{name:<32}{measured['total']:>14,}  budget {budget['total']:>14,}  {change:+7.2%}")
        tolerance = TOLERANCE if same_tools or not name.endswith(": instructions") else OTHER_TOOLS
        if measured["total"] > budget["total"] * (1 + tolerance):
            print(f"FAIL {name}: over its budget by {change:.1%}. What grew most: {grown_most(budget, measured)}")
            failed += 1
        elif measured["total"] < budget["total"] * (1 - tolerance):
            print(f"{name} needs less than its budget: keep what was won with make budgets-update")
    for name in budgets.keys() - figures.keys():
        print(f"FAIL {name}: has a budget, but was not measured")
        failed += 1
    return failed


def show(figures: dict[str, Budget]) -> None:
    """Print each figure and its parts."""
    for name, figure in figures.items():
        print(f"\n{name}: {figure['total']:,}")
        for part, cost in figure["of"].items():
            print(f"{cost:>14,}  {part}")


def main() -> int:
    """Run; the exit code is 1 if a figure is over its budget."""
    figures = measure()
    made_with = f"{project.run(['rustc', '--version']).strip()}, {' '.join(platform.libc_ver())}"
    if sys.argv[1:] == ["--show"]:
        show(figures)
        return 0
    if sys.argv[1:] == ["--update"]:
        BUDGETS.write_text(json.dumps(Budgets(made_with=made_with, budgets=figures), indent=2) + "\n")
        print(f"{len(figures)} budgets are written to {BUDGETS.relative_to(project.ROOT)}")
        return 0
    committed: Budgets = json.loads(BUDGETS.read_text())
    same_tools = committed["made_with"] == made_with
    failed = compare(committed["budgets"], figures, same_tools=same_tools)
    if not same_tools:
        print(f"The budgets were made with {committed['made_with']}.")
        print(f"This is {made_with}, so instructions may be {OTHER_TOOLS:.0%} more.")
    print(f"\n{len(figures) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
