#!/usr/bin/env python3
"""Measures libnango and its alternatives, prints tables and writes benches/RESULTS.md.

`make bench` builds what this needs.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

import busy
import clients
import project
from figures import PARTS, Bench
from measure import Effort
from report import document, unmeasured

RESULTS = project.BENCHES / "RESULTS.md"


FULL = Effort(processes=5, rounds=4, seconds=0.015)
QUICK = Effort(processes=2, rounds=4, seconds=0.01)


def main() -> int:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", metavar="PART", nargs="*", help=f"all, or of {', '.join(PARTS)}")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--output", type=Path, default=RESULTS, help="the report, which only all parts together write")
    arguments = parser.parse_args()
    if wrong := set(arguments.parts) - set(PARTS):
        parser.error(f"no part is called {', '.join(wrong)}, but {', '.join(PARTS)}")
    measure(arguments.parts, QUICK if arguments.quick else FULL, arguments.output)
    return 0


def measure(chosen: list[str], effort: Effort, output: Path) -> None:
    """Measure these parts, or all of them."""
    notes = ["Short rounds (`QUICK=1`)."] if effort == QUICK else []
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
        output.write_text(text)
        print(f"Written to {output}")


if __name__ == "__main__":
    sys.exit(main())
