#!/usr/bin/env python3
"""Measures libnango and its alternatives, prints tables and writes benches/RESULTS.md.

usage: bench.py [--quick] [PART...]        (default: all parts; only then the file is written)

`make bench` builds what this needs.
"""

from __future__ import annotations

import os
import sys
import time

import busy
import clients
import project
from figures import PARTS, Bench
from measure import Effort
from report import document, unmeasured

RESULTS = project.BENCHES / "RESULTS.md"


def main() -> int:
    """Measure."""
    arguments = sys.argv[1:]
    quick = "--quick" in arguments
    chosen = [argument for argument in arguments if argument != "--quick"]
    if set(chosen) - set(PARTS):
        print(f"{__doc__}\nPART is one of {', '.join(PARTS)}", file=sys.stderr)
        return 2
    effort = Effort(2, 4, 0.01) if quick else Effort(5, 4, 0.015)
    notes = ["Short rounds (`QUICK=1`)."] if quick else []
    if os.getloadavg()[0] > 1:
        notes.append("The machine had other work too.")
    start = time.monotonic()
    built = clients.build()
    with (
        project.on_cores(project.CORE, 0),
        project.server() as server,
        # Whether a core idles while a client waits makes a difference of a fifth to some, as Go's: so it never does.
        busy.cores(project.TWO_CORES, busy.SPIN, busy.LOWEST_PRIORITY),
    ):
        bench = Bench(built, server, effort)
        for part in chosen or PARTS:
            began = time.monotonic()
            PARTS[part](bench)
            print(f"\n{part}: {time.monotonic() - began:.0f} s", flush=True)
    missing = [f"{name} is missing: {what}" for name, what in bench.missing.items()]
    text = document(bench.goals, bench.figures, missing, " ".join(notes))
    print("\n", text.split("\n## ")[1], sep="")
    print(*missing, *unmeasured(bench.figures), sep="\n")
    print(f"\n{time.monotonic() - start:.0f} s")
    if not chosen:
        RESULTS.write_text(text)
        print(f"Written to {RESULTS.relative_to(project.ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
