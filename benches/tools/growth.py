#!/usr/bin/env python3
"""Measures how the cost of a call grows, draws it into docs/growth and writes the tables of docs/growth.md.

usage: growth.py [--quick] [PART...]        (default: all parts)

`make growth` builds what this needs.
"""

from __future__ import annotations

import os
import re
import sys
import time

import project
from chart import Chart, Curve, svg
from curves import FULL, PARTS, QUICK, Curves, Growth, Points, allow_many_descriptors
from report import machine, table
from samples import NOISY

PAGE = project.ROOT / "docs" / "growth.md"
PICTURES = project.ROOT / "docs" / "growth"
# A smaller spread is not worth mentioning next to each value.
LARGE_SPREAD = 0.1


def cell(growth: Growth, points: Points, x: int) -> str:
    """A value of a table, with its spread if that is large; empty if there is none."""
    samples = points.get(x)
    if samples is None:
        return ""
    if samples.is_noisy:
        return NOISY
    shown = f"{samples.value:,.1f}" if samples.value < 100 else f"{samples.value:,.0f}"
    part = samples.spread / samples.value
    return shown if part < LARGE_SPREAD else f"{shown} (±{part:.0%})"


def drawn(growth: Growth) -> str:
    """The picture. What was too noisy has no point in it."""
    curves = [
        Curve(
            name, {float(x): samples.value for x, samples in points.items() if samples.value and not samples.is_noisy}
        )
        for name, points in growth.curves.items()
    ]
    names = ", ".join(growth.curves)
    description = (
        f"{growth.y.title}, against {growth.x.title}, for {names}. The table below the picture has the values."
    )
    return svg(Chart(growth.title, description, growth.x, growth.y, curves))


def section(growth: Growth) -> str:
    """Picture and table, as Markdown."""
    xs = sorted({x for points in growth.curves.values() for x in points})
    rows = [[growth.x.show(x), *(cell(growth, points, x) for points in growth.curves.values())] for x in xs]
    lines = [
        f"![{growth.title}: {growth.y.title}. The table below has the values.](growth/{growth.name}.svg)",
        "",
        f"{growth.y.title}:",
        "",
        *table([growth.x.title, *growth.curves], rows),
    ]
    return "\n".join(lines)


def replaced(page: str, name: str, text: str) -> str:
    """The page with another text between the marks of a name."""
    marks = re.compile(rf"(<!-- {name}: written by make growth -->\n)(.*?\n)?(<!-- end of {name} -->)", re.DOTALL)
    changed, count = marks.subn(lambda found: f"{found[1]}\n{text}\n\n{found[3]}", page)
    if count != 1:
        raise ValueError(f"{PAGE.name} has {count} places for {name}, not one")
    return changed


def write(growths: list[Growth], missing: dict[str, str], notes: list[str]) -> None:
    """The pictures and the page."""
    PICTURES.mkdir(exist_ok=True)
    absent = [f"{name} is missing: {what}" for name, what in missing.items()]
    page = replaced(PAGE.read_text(), "machine", "\n".join(f"- {line}" for line in [*machine(), *notes, *absent]))
    for growth in growths:
        (PICTURES / f"{growth.name}.svg").write_text(drawn(growth))
        page = replaced(page, growth.name, section(growth))
    PAGE.write_text(page)


def main() -> int:
    """Measure and write."""
    arguments = sys.argv[1:]
    quick = "--quick" in arguments
    chosen = [argument for argument in arguments if argument != "--quick"]
    if set(chosen) - set(PARTS):
        print(f"{__doc__}\nPART is one of {', '.join(PARTS)}", file=sys.stderr)
        return 2
    notes = ["Short rounds (`QUICK=1`)."] if quick else []
    if os.getloadavg()[0] > 1:
        notes.append("The machine had other work too.")
    start = time.monotonic()
    allow_many_descriptors()
    with project.on_cores(project.CORE, 0), project.server() as server:
        curves = Curves(server, QUICK if quick else FULL)
        for part in chosen or PARTS:
            began = time.monotonic()
            growths = PARTS[part](curves)
            # Now, so that a failure of a later part loses nothing.
            write(growths, curves.missing, notes)
            print(*map(section, growths), f"{part}: {time.monotonic() - began:.0f} s", "", sep="\n", flush=True)
    print(*(f"{name} is missing: {what}" for name, what in curves.missing.items()), sep="\n")
    print(f"\n{time.monotonic() - start:.0f} s; written: {PAGE.relative_to(project.ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
