#!/usr/bin/env python3
"""Runs the conformance cases through the Python package: see ../README.md."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any, NamedTuple

import accessors
import nango
from calls import Answer, Outcome, outcome


class Comparison(NamedTuple):
    """One comparison that was made: a failure unless the two are equal."""

    what: str
    got: Any
    wanted: Any

    @property
    def failed(self) -> bool:
        """Whether what Python gives is something else than expected; True is not 1."""
        return type(self.got) is not type(self.wanted) or self.got != self.wanted


def compare_all(
    of: accessors.Of,
    expected: dict[str, Any],
    fields: dict[str, accessors.Field],
    look_ups: accessors.LookUps[accessors.Of],
) -> list[Comparison]:
    """Compare every accessor and every look-up of a connection or a response."""
    made = []
    for name, value in expected.items():
        if name in look_ups:
            look_up, wanted = look_ups[name]
            for argument, text in value.items():
                made.append(Comparison(f"{name}({argument!r})", look_up(of, argument), wanted(text)))
        elif name in fields:
            field = fields[name]
            made.append(Comparison(name, field.got(of), field.wanted(value)))
        else:
            made.append(Comparison(name, "no such field", value))
    return made


def compare_error(error: nango.NangoError, expected: dict[str, Any]) -> list[Comparison]:
    """Compare every field."""
    made = []
    for name, value in expected.items():
        if name == "message_contains":
            message = str(error)
            made.append(Comparison(name, message if value not in message else value, value))
        elif name in accessors.ERROR:
            made.append(Comparison(name, accessors.ERROR[name].got(error), value))
        else:
            made.append(Comparison(name, "no such field", value))
    return made


def went_the_other_way(result: Outcome, expected: dict[str, Any]) -> list[Comparison]:
    """Every comparison of the case, made and failed."""
    names = []
    for name, value in expected.items():
        names += [f"{name}({argument!r})" for argument in value] if isinstance(value, dict) else [name]
    return [Comparison(name, repr(result), "the other outcome") for name in names]


def run(case: dict[str, Any]) -> list[Comparison]:
    """Run one case."""
    result = outcome(case["call"])
    ((expected_kind, expected),) = case["expect"].items()
    if isinstance(result, nango.Connection) and expected_kind == "connection":
        return compare_all(result, expected, accessors.CONNECTION, accessors.CONNECTION_LOOK_UPS)
    if isinstance(result, Answer) and expected_kind == "response":
        return compare_all(result, expected, accessors.RESPONSE, accessors.RESPONSE_LOOK_UPS)
    if isinstance(result, nango.NangoError) and expected_kind == "error":
        return compare_error(result, expected)
    return went_the_other_way(result, expected)


def main() -> int:
    """Run all cases; the exit code is 1 if a comparison failed."""
    cases = json.loads(Path(os.environ["NANGO_CONFORMANCE_CASES"]).read_text(encoding="utf-8"))
    comparisons = failures = 0
    for case in cases:
        for comparison in run(case):
            comparisons += 1
            if comparison.failed:
                failures += 1
                print(f"{case['name']}: {comparison.what}: got {comparison.got!r}, expected {comparison.wanted!r}")
    print(f"conformance python: {len(cases)} cases, {comparisons} comparisons, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
