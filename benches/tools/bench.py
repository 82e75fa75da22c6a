#!/usr/bin/env python3
"""Measures libnango and its alternatives, prints tables and writes benches/RESULTS.md.

`make bench` builds what this needs.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import busy
import clients
import languages
import project
from figures import PARTS, Bench
from measure import Effort
from report import document, unmeasured

RESULTS = project.BENCHES / "RESULTS.md"


# What parts build for themselves: a run of all of them does so first, while no core is kept busy.
OTHERS: list[Callable[[], object]] = [
    clients.proxied,
    clients.records,
    clients.asynchronous,
    clients.tls,
    clients.transfers,
    clients.emulator,
    languages.java,
    languages.ruby,
    languages.php,
]
FULL = Effort(processes=5, rounds=4, seconds=0.015, few_processes=2, peaks=3)
QUICK = Effort(processes=2, rounds=4, seconds=0.01, few_processes=1, peaks=2)


@dataclass(frozen=True)
class Times:
    """How long a run has taken, and how much of that it was building."""

    building: float
    total: float

    @staticmethod
    def now() -> Times:
        """Since some time; only the difference of two of them means something."""
        return Times(project.building.seconds, time.monotonic())

    def since(self, earlier: Times) -> Times:
        """What was added."""
        return Times(self.building - earlier.building, self.total - earlier.total)

    def __str__(self) -> str:
        return f"building {self.building:.0f} s, measuring {self.total - self.building:.0f} s"


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
    start = Times.now()
    built = clients.build()
    if not chosen:
        for build in OTHERS:
            build()
    with (
        project.on_cores(project.CORE, 0),
        project.server() as server,
        # Whether a core idles while a client waits makes a difference of a fifth to some, as Go's: so it never does.
        busy.cores(project.TWO_CORES, busy.SPIN, busy.LOWEST_PRIORITY),
    ):
        bench = Bench(built, server, effort)
        for part in chosen or PARTS:
            began = Times.now()
            PARTS[part](bench)
            print(f"\n{part}: {Times.now().since(began)}", flush=True)
    missing = [f"{name} is missing: {what}" for name, what in bench.missing.items()]
    text = document(bench.goals, bench.figures, missing, " ".join(notes))
    print("\n", text.split("\n## ")[1], sep="")
    print(*missing, *unmeasured(bench.figures), sep="\n")
    print(f"\n{Times.now().since(start)}")
    if not chosen:
        output.write_text(text)
        print(f"Written to {output}")


if __name__ == "__main__":
    sys.exit(main())
