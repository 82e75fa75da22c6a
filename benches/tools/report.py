"""Tables of figures, as Markdown that also reads well in a terminal."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path

MISSING = "missing"


@dataclass(frozen=True)
class Unit:
    """The unit of a figure, and the number of digits to show."""

    name: str
    digits: int = 0

    def show(self, value: float) -> str:
        """A value, without the name."""
        return f"{value:,.{self.digits}f}"


@dataclass
class Figure:
    """One measurement of several clients; the others are compared with the first."""

    title: str
    unit: Unit
    values: dict[str, float]
    # What to install for the clients that could not be measured.
    missing: dict[str, str] = field(default_factory=dict)

    def table(self) -> list[str]:
        """A table with a row a client."""
        base = next(iter(self.values.values()))
        rows = [
            [name, self.unit.show(value), f"{value / base:.2f}" if base else ""] for name, value in self.values.items()
        ]
        rows += [[name, MISSING, f"install {what}"] for name, what in self.missing.items()]
        return table(["", self.unit.name, "ratio"], rows)


@dataclass(frozen=True)
class Goal:
    """A figure that is to be reached."""

    title: str
    unit: Unit
    value: float | None
    limit: float
    at_least: bool = False

    def row(self) -> list[str]:
        """The row of the table of goals."""
        bound = f"at {'least' if self.at_least else 'most'} {self.unit.show(self.limit)}"
        if self.value is None:
            return [self.title, MISSING, bound, self.unit.name, "not measured"]
        reached = self.value >= self.limit if self.at_least else self.value <= self.limit
        return [self.title, self.unit.show(self.value), bound, self.unit.name, "yes" if reached else "**no**"]


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """A table in Markdown, its columns aligned; all but the first column to the right."""
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    rule = [("-" * width if i == 0 else "-" * (width - 1) + ":") for i, width in enumerate(widths)]
    lines = []
    for row in [head, rule, *rows]:
        cells = [cell.ljust(width) if i == 0 else cell.rjust(width) for i, (cell, width) in enumerate(zip(row, widths))]
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def document(goals: Iterable[Goal], figures: Iterable[Figure], effort: str) -> str:
    """The whole of RESULTS.md."""
    lines = [
        "# Results",
        "",
        f"Written by `make bench` on {datetime.now(timezone.utc):%Y-%m-%d}, as [README.md](README.md) says. {effort}",
        "Ratios within a table count; absolute figures depend on the machine.",
        "",
        *(f"- {line}" for line in machine()),
        "",
        "## What is to be reached",
        "",
        *table(["figure", "measured", "to reach", "unit", "reached"], [goal.row() for goal in goals]),
    ]
    for figure in figures:
        lines += ["", f"## {figure.title}", "", *figure.table()]
    return "\n".join(lines) + "\n"


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
