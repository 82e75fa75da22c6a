#!/usr/bin/env python3
"""Runs the benchmark twice, the second time beside another load, and writes into benches/RESULTS.md how far both agree.

Fails if a ratio or count differs by more than 10 %. `make bench-agree` builds what this needs.
"""

from __future__ import annotations

import argparse
import sys

import agree
import bench
import busy
import project

SECOND = project.OUT / "second.md"
NICENESS = 10


def section(compared: list[agree.Claim]) -> str:
    """The end of the report."""
    lines = [
        "",
        "## Two runs",
        "",
        "By `make bench-agree`: the run above, and a second one with another process on each of the two cores,",
        f"which reads memory all the time, with niceness {NICENESS}.",
        "",
        *agree.agreement(compared),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure twice and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    effort = bench.QUICK if parser.parse_args().quick else bench.FULL
    bench.measure([], effort, bench.RESULTS)
    with busy.cores(project.TWO_CORES, busy.HASH, NICENESS):
        bench.measure([], effort, SECOND)
    first = bench.RESULTS.read_text()
    compared = agree.compare(first, SECOND.read_text())
    bench.RESULTS.write_text(first + section(compared))
    print(section(compared))
    return 0 if all(claim.agrees for claim in compared) else 1


if __name__ == "__main__":
    sys.exit(main())
