"""Tests of what a run says about its own time, and of what it claims of Python's clients."""

from __future__ import annotations

import sys
import time

import pytest

import project
from bench import Times

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
