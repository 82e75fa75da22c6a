#!/usr/bin/env python3
"""Compares the ratios and counts that two runs of `make bench` claim.

usage: agree.py RESULTS.md RESULTS.md

Fails if one differs by more than 10 %, or was measured in one run only.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from report import table

TOLERANCE = 0.10
REPEATABLE = ("ratio", "count")


@dataclass(frozen=True)
class Claim:
    """A ratio or a count, as each of two runs says it; None where it was not measured."""

    name: str
    first: float | None
    second: float | None

    @property
    def difference(self) -> float | None:
        """How much larger one is than the other; None unless both were measured."""
        if self.first is None or self.second is None:
            return None
        smaller, larger = sorted((abs(self.first), abs(self.second)))
        return (larger - smaller) / max(smaller, 1e-9)

    @property
    def agrees(self) -> bool:
        """Whether the two runs say the same."""
        return self.difference is not None and self.difference <= TOLERANCE

    def row(self) -> list[str]:
        """The row of the table."""
        difference = self.difference
        shown = [_show(value) for value in (self.first, self.second)]
        return [
            self.name,
            *shown,
            "" if difference is None else f"{difference:.0%}",
            "yes" if self.agrees else "**no**",
        ]


def _show(value: float | None) -> str:
    return "not measured" if value is None else f"{value:,g}"


def claims(report: str) -> dict[str, float | None]:
    """What a report says is to be reached, as far as it should repeat; None for what was not measured."""
    section = report.split("\n## What is to be reached\n")[1].split("\n## ")[0]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in section.splitlines() if line.startswith("|")]
    return {row[0]: _number(row[1]) for row in rows[2:] if row[4] in REPEATABLE}


def _number(cell: str) -> float | None:
    try:
        return float(cell.replace(",", ""))
    except ValueError:
        return None


def compare(first: str, second: str) -> list[Claim]:
    """What two reports claim. What neither could measure is no claim: a peer is missing."""
    one, two = claims(first), claims(second)
    both = [Claim(name, one.get(name), two.get(name)) for name in dict.fromkeys([*one, *two])]
    return [claim for claim in both if claim.first is not None or claim.second is not None]


def agreement(compared: list[Claim]) -> list[str]:
    """A table of the claims, and how many agree."""
    agreeing = sum(claim.agrees for claim in compared)
    return [
        *table(["figure", "first", "second", "difference", "agrees"], [claim.row() for claim in compared]),
        "",
        f"{agreeing} of {len(compared)} agree within {TOLERANCE:.0%}.",
    ]


def main() -> int:
    """Compare two reports."""
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    compared = compare(*(Path(name).read_text() for name in sys.argv[1:]))
    print(*agreement(compared), sep="\n")
    return 0 if compared and all(claim.agrees for claim in compared) else 1


if __name__ == "__main__":
    sys.exit(main())
