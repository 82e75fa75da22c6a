#!/usr/bin/env python3
"""Compares the ratios and counts that two runs of `make bench` claim.

usage: agree.py RESULTS.md RESULTS.md

Fails if one differs by more than 10 %, or was measured in one run only.
"""

from __future__ import annotations

import sys
from pathlib import Path

TOLERANCE = 0.10
REPEATABLE = ("ratio", "count")


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


def compare(first: dict[str, float | None], second: dict[str, float | None]) -> list[tuple[str, str, bool]]:
    """For each claim what the two runs said, and whether they agree."""
    lines = []
    for name in dict.fromkeys([*first, *second]):
        one, two = first.get(name), second.get(name)
        if one is None and two is None:
            continue
        if one is None or two is None:
            lines.append((name, "measured in one run only", False))
            continue
        difference = abs(one - two) / max(abs(one), abs(two), 1e-9)
        lines.append((name, f"{one:,g} and {two:,g}: {difference:.0%} apart", difference <= TOLERANCE))
    return lines


def main() -> int:
    """Compare two reports."""
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    first, second = (claims(Path(name).read_text()) for name in sys.argv[1:])
    lines = compare(first, second)
    for name, said, agrees in lines:
        print(f"{'ok  ' if agrees else 'FAIL'} {name}: {said}")
    failed = sum(not agrees for _, _, agrees in lines)
    print(f"\n{len(lines) - failed} agree, {failed} do not")
    return 1 if failed or not lines else 0


if __name__ == "__main__":
    sys.exit(main())
