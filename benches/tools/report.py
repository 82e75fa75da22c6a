"""Tables of figures, as Markdown that also reads well in a terminal."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from samples import NOISY, Samples

MISSING = "peer missing"
# The goal is within the spread of the figure.
UNDECIDED = "undecided"


@dataclass(frozen=True)
class Unit:
    """The unit of a figure, and the number of digits to show."""

    name: str
    digits: int = 0

    def show(self, value: float) -> str:
        """A value, without the name. A small one has a digit more, or two that differ by 5 % would look the same."""
        digits = self.digits + 1 if self.digits and 0 < abs(value) < 0.2 else self.digits
        return f"{value:,.{digits}f}"


RATIO = Unit("ratio", 2)


@dataclass
class Figure:
    """One measurement of several clients; the others are compared with the first."""

    title: str
    unit: Unit
    values: dict[str, Samples]
    # Whether a ratio to the first means something: these are figures of one thing.
    is_compared: bool = True
    # What a reader has to know of it.
    note: str = ""

    def table(self) -> list[str]:
        """A table with a row a client: the figure, and its ratio to the first, each with its spread."""
        base = next(iter(self.values.values()))
        rows = [[name, *_shown(value, self.unit), *self._ratio(value, base)] for name, value in self.values.items()]
        head = ["", self.unit.name, "spread", *(["ratio", "spread"] if self.is_compared else [])]
        return table(head, rows)

    def _ratio(self, value: Samples, base: Samples) -> list[str]:
        if not self.is_compared:
            return []
        if value is base:
            return [RATIO.show(1), ""]
        return ["", ""] if value.is_noisy or base.is_noisy or not base.value else _shown(value.over(base), RATIO)

    @property
    def noisy(self) -> list[str]:
        """Which of its figures were not measured."""
        return [f"{self.title}: {name}" for name, value in self.values.items() if value.is_noisy]


@dataclass(frozen=True)
class Goal:
    """A figure that is to be reached."""

    title: str
    unit: Unit
    # None where a peer is not installed.
    value: Samples | None
    limit: float
    at_least: bool = False

    def row(self) -> list[str]:
        """The row of the table of goals."""
        bound = f"at {'least' if self.at_least else 'most'} {self.unit.show(self.limit)}"
        if self.value is None:
            return [self.title, MISSING, "", bound, self.unit.name, "not measured"]
        if self.value.is_noisy:
            return [self.title, NOISY, "", bound, self.unit.name, "not measured"]
        return [self.title, *_shown(self.value, self.unit), bound, self.unit.name, self._verdict(self.value)]

    def _verdict(self, value: Samples) -> str:
        if value.spread and abs(value.value - self.limit) <= value.spread:
            return UNDECIDED
        reached = value.value >= self.limit if self.at_least else value.value <= self.limit
        return "yes" if reached else "**no**"


def _shown(value: Samples, unit: Unit) -> list[str]:
    """A figure and its spread in percent; a count has none."""
    if value.is_noisy:
        return [NOISY, ""]
    return [unit.show(value.value), f"{value.spread / value.value:.0%}" if value.spread else ""]


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """A table in Markdown, its columns aligned; all but the first column to the right."""
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    rule = [("-" * width if i == 0 else "-" * (width - 1) + ":") for i, width in enumerate(widths)]
    lines = []
    for row in [head, rule, *rows]:
        cells = [cell.ljust(width) if i == 0 else cell.rjust(width) for i, (cell, width) in enumerate(zip(row, widths))]
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def document(goals: Iterable[Goal], figures: list[Figure], missing: list[str], effort: str) -> str:
    """The whole of RESULTS.md."""
    lines = [
        "# Results",
        "",
        f"Written by `make bench` on {datetime.now(timezone.utc):%Y-%m-%d}, as [README.md](README.md) says. {effort}",
        "A ratio is that of the rounds of one run, in which all take turns; its spread is that of these ratios.",
        "",
        *(f"- {line}" for line in [*machine(), *missing]),
        "",
        "## What is to be reached",
        "",
        *table(["figure", "measured", "spread", "to reach", "unit", "reached"], [goal.row() for goal in goals]),
    ]
    for figure in figures:
        note = [figure.note, ""] if figure.note else []
        lines += ["", f"## {figure.title}", "", *note, *figure.table()]
    lines += ["", "## What was not measured", "", *(unmeasured(figures) or ["Nothing: no figure was too noisy."])]
    return "\n".join(lines) + "\n"


def unmeasured(figures: list[Figure]) -> list[str]:
    """A line for each figure that was too noisy, and what to do about it."""
    noisy = [line for figure in figures for line in figure.noisy]
    if not noisy:
        return []
    return ["Too noisy, so run it again with less other work on the machine:", "", *(f"- {line}" for line in noisy)]


def machine() -> list[str]:
    """The kind of machine and of software, nothing that names this one."""
    cpuinfo = Path("/proc/cpuinfo").read_text()
    model = re.search(r"^model name\s*: (.*)$", cpuinfo, re.MULTILINE)
    release = re.match(r"\d+\.\d+", platform.release())
    libc = " ".join(platform.libc_ver())
    return [
        f"{model.group(1) if model else platform.machine()}, {os.cpu_count()} cores; "
        f"Linux {release.group() if release else ''}, {libc}",
        "; ".join(filter(None, map(_version, VERSIONS))),
    ]


VERSIONS = [
    ["rustc", "--version"],
    ["cc", "--version"],
    ["go", "version"],
    ["node", "--version"],
    ["curl-config", "--version"],
    ["python3", "--version"],
]


def _version(command: list[str]) -> str:
    """The number in a program's version output."""
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()[0]
    except (OSError, IndexError):
        return ""
    number = re.findall(r"\d+\.\d+[\w.+-]*", said)
    return f"{command[0].removesuffix('-config')} {number[-1] if command[0] == 'cc' else number[0]}" if number else ""
