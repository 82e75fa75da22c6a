#!/usr/bin/env python3
"""Measures libnango and its alternatives, prints tables and writes benches/RESULTS.md.

usage: bench.py [--quick] [PART...]        (default: all parts; only then the file is written)

`make bench` builds what this needs.
"""

from __future__ import annotations

import os
import sys
import time

import clients
import project
from figures import PARTS, Bench
from measure import Effort
from report import document

RESULTS = project.BENCHES / "RESULTS.md"


def main() -> int:
    """Measure."""
    arguments = sys.argv[1:]
    quick = "--quick" in arguments
    chosen = [argument for argument in arguments if argument != "--quick"]
    if set(chosen) - set(PARTS):
        print(f"{__doc__}\nPART is one of {', '.join(PARTS)}", file=sys.stderr)
        return 2
    effort = Effort(3, 0.06) if quick else Effort(5, 0.2)
    notes = ["Short rounds (`QUICK=1`)."] if quick else []
    if os.getloadavg()[0] > 1:
        notes.append("The machine had other work too, so the calls a second and the throughput say little.")
    start = time.monotonic()
    built = clients.build()
    with project.on_cores(project.CORE, 0), project.server() as server:
        bench = Bench(built, server, effort)
        for part in chosen or PARTS:
            PARTS[part](bench)
    text = document(bench.goals, bench.figures, " ".join(notes))
    print("\n", text.split("\n## ")[1], sep="")
    if not chosen:
        RESULTS.write_text(text)
        print(f"Written to {RESULTS.relative_to(project.ROOT)} after {time.monotonic() - start:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
