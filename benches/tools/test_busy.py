"""Tests of the processes that keep cores busy."""

from __future__ import annotations

import os
from pathlib import Path

import busy


def children() -> list[int]:
    """The processes that this one has started."""
    return [int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]


def test_each_core_has_a_process_until_the_end_of_the_block() -> None:
    core = min(os.sched_getaffinity(0))
    before = children()
    with busy.cores({core}, busy.SPIN, 19):
        (process,) = set(children()) - set(before)
        assert os.sched_getaffinity(process) == {core}
    assert children() == before
