"""Tests of what a run says about its own time, and of what it claims of Python's clients."""

from __future__ import annotations

import sys
import time

import pytest

import clients as c
import project
from bench import Times
from figures import Bench
from measure import Client
from samples import Samples, exactly

SLEEPING = [sys.executable, "-c", "import time; time.sleep(0.1)"]


def test_building_is_apart_from_measuring() -> None:
    start = Times.now()
    project.build(SLEEPING)
    project.run(SLEEPING)
    time.sleep(0.1)
    took = Times.now().since(start)
    assert 0.1 <= took.building < took.total - 0.2


def test_what_cannot_be_built_took_its_time_too() -> None:
    start = Times.now()
    with pytest.raises(project.CommandError):
        project.build([sys.executable, "-c", "import sys, time; time.sleep(0.1); sys.exit(1)"])
    assert Times.now().since(start).building >= 0.1


def test_both_times_are_said() -> None:
    assert str(Times(building=38.4, total=300.6)) == "building 38 s, measuring 262 s"


def test_the_claims_of_python_are_of_instructions(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = {c.NANGO_PYTHON: 150.0, c.PYCURL: 200.0, c.PYCURL_UNPARSED: 100.0}
    instructions = {name: exactly(count) for name, count in counts.items()}

    def counted(_: Bench, *__: object) -> dict[str, dict[str, Samples]]:
        return {"instructions": instructions}

    monkeypatch.setattr(Bench, "counted", counted)
    bench = object.__new__(Bench)
    bench.clients = {name: Client(name) for name in (*counts, c.HTTPX_ORJSON)}
    bench.goals = []
    bench.counts_in_python()
    assert all(goal.title.startswith("instructions, call from Python, 8 fields, as a part of") for goal in bench.goals)
    rows = [(goal.row()[1], goal.row()[-1]) for goal in bench.goals]
    assert rows == [("0.75", "yes"), ("1.50", "**no**"), ("peer missing", "not measured")]
