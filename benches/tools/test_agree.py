"""Tests of whether two reports agree."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from agree import agreement, claims, compare, main
from report import RATIO, Goal, Unit, document
from samples import Samples, exactly

NOISE = Samples((-534.0, -530.0, 12.0, -540.0, -500.0))


def report(ratio: Samples | None, count: float) -> str:
    """One with a ratio, a count and a time."""
    goals = [
        Goal("part", RATIO, ratio, 1),
        Goal("calls", Unit("count"), exactly(count), 5),
        Goal("time", Unit("us", 1), exactly(count), 5),
    ]
    return document(goals, [], [], "")


def test_ratios_and_counts_are_claimed() -> None:
    assert claims(report(exactly(0.50), 4)) == {"part": 0.5, "calls": 4}


@pytest.mark.parametrize(("second", "agrees"), [(0.54, True), (0.56, False), (0.46, True), (0.45, False)])
def test_a_ratio_may_differ_by_a_tenth(second: float, agrees: bool) -> None:
    compared = compare(report(exactly(0.50), 4), report(exactly(second), 4))
    assert [claim.agrees for claim in compared] == [agrees, True]


def test_what_one_run_alone_measured_does_not_agree() -> None:
    (part, _) = compare(report(exactly(0.5), 4), report(NOISE, 4))
    assert (part.first, part.second, part.difference, part.agrees) == (0.5, None, None, False)


def test_what_no_run_could_measure_is_no_claim() -> None:
    assert [claim.name for claim in compare(report(None, 4), report(None, 4))] == ["calls"]


def test_the_table_has_both_values_and_their_difference() -> None:
    lines = agreement(compare(report(exactly(0.50), 4), report(exactly(0.60), 4)))
    cells = [cell.strip() for cell in lines[2].split("|")[1:-1]]
    assert cells == ["part", "0.5", "0.6", "20%", "**no**"]
    assert lines[-1] == "1 of 2 agree within 10%."


@pytest.mark.parametrize(("second", "code"), [(0.50, 0), (0.60, 1)])
def test_a_difference_fails(
    second: float, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, ratio in (("one.md", 0.50), ("two.md", second)):
        (tmp_path / name).write_text(report(exactly(ratio), 4))
    monkeypatch.setattr(sys, "argv", ["agree.py", str(tmp_path / "one.md"), str(tmp_path / "two.md")])
    assert main() == code
    assert "agree within" in capsys.readouterr().out
