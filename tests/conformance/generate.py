#!/usr/bin/env python3
"""Writes cases/*.json, or with --check fails when they are not what would be written."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator import groups, layout

HERE = Path(__file__).resolve().parent
CASES = HERE / "cases"


def main() -> int:
    """Run; the exit code is 1 if --check found something stale."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--check", action="store_true", help="write nothing, fail if a file is stale")
    check = arguments.parse_args().check

    contents = groups.files(HERE.parent / "recorded")
    wanted = {f"{name}.json": layout.render(content) for name, content in contents.items()}
    present = {path.name: path.read_text(encoding="utf-8") for path in CASES.glob("*.json")}
    stale = sorted(name for name in wanted.keys() | present.keys() if wanted.get(name) != present.get(name))
    if check:
        for name in stale:
            print(f"cases/{name} is stale: run tests/conformance/generate.py", file=sys.stderr)
        return 1 if stale else 0
    CASES.mkdir(exist_ok=True)
    for name in stale:
        if name in wanted:
            (CASES / name).write_text(wanted[name], encoding="utf-8")
        else:
            (CASES / name).unlink()
    print(f"{sum(len(content['cases']) for content in contents.values())} cases, {len(stale)} files changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
