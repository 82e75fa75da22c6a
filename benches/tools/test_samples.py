"""Tests of what is a figure and what is noise, and of the tables that say so."""

from __future__ import annotations

import pytest

from report import RATIO, Figure, Goal, Unit, document, unmeasured
from samples import NOISY, Samples, best, exactly

US = Unit("us", 1)
STEADY = Samples((10.0, 10.2, 10.1, 9.9, 10.0))
NEGATIVE = Samples((-534.0, -530.0, 12.0, -540.0, -500.0))
SWALLOWED = Samples((1.0, 20.0, 4.0, 12.0, 0.5))


@pytest.mark.parametrize(
    ("samples", "is_noisy"),
    [
        (STEADY, False),
        (NEGATIVE, True),
        (SWALLOWED, True),
        (exactly(4), False),
        (exactly(0), False),
        (exactly(-1), True),
        (Samples((0.0, 0.0, 0.0)), False),
        (Samples((0.0, 0.0, 64.0, 64.0, 0.0)), True),
    ],
)
def test_a_figure_is_noise_if_it_is_negative_or_as_small_as_its_spread(samples: Samples, is_noisy: bool) -> None:
    assert samples.is_noisy == is_noisy


def test_the_spread_is_half_of_the_distance_between_the_quartiles() -> None:
    assert Samples((1.0, 2.0, 3.0, 4.0, 5.0)).spread == 1
    assert exactly(7).spread == 0


def test_a_ratio_is_that_of_each_round() -> None:
    # The second round was twice as slow for both.
    ours, peer = Samples((5.0, 10.0, 5.0)), Samples((10.0, 20.0, 10.0))
    ratio = ours.over(peer)
    assert (ratio.value, ratio.spread) == (0.5, 0)
    assert not ratio.is_noisy


def test_a_ratio_to_nothing_is_noise() -> None:
    assert STEADY.over(NEGATIVE).is_noisy
    assert exactly(1).over(exactly(0)).is_noisy


def test_the_best_peer_is_that_of_each_round() -> None:
    one, two = Samples((1.0, 4.0)), Samples((2.0, 3.0))
    assert best([one, two]) == Samples((1.0, 3.0))
    assert best([one, two], largest=True) == Samples((2.0, 4.0))


def test_a_rate_of_a_negative_duration_is_noise() -> None:
    assert Samples((0.5, 0.25)).inverse() == Samples((2.0, 4.0))
    assert NEGATIVE.inverse().is_noisy


def test_a_table_shows_no_noise_as_a_figure() -> None:
    rows = Figure("CPU", US, {"ours": STEADY, "theirs": NEGATIVE}).table()
    assert [cell.strip() for cell in rows[2].split("|")[1:4]] == ["ours", "10.0", "0%"]
    assert NOISY in rows[3]
    assert "534" not in "".join(rows)


def test_a_table_without_a_base_has_no_ratios() -> None:
    rows = Figure("CPU", US, {"ours": NEGATIVE, "theirs": STEADY}).table()
    assert "10.0" in rows[3]
    assert "not measured" not in rows[3], "its own figure, and no ratio to one that is none"


@pytest.mark.parametrize(
    ("value", "at_least", "end"),
    [
        (exactly(0.5), False, "yes"),
        (exactly(0.6), False, "**no**"),
        (exactly(0.6), True, "yes"),
        (Samples((0.50, 0.51, 0.52)), False, "yes"),
        (Samples((0.50, 0.54, 0.60)), False, "undecided"),
        (Samples((0.50, 0.56, 0.60)), False, "undecided"),
        (Samples((0.60, 0.61, 0.62)), False, "**no**"),
        (NEGATIVE, False, "not measured"),
        (SWALLOWED, True, "not measured"),
        (None, False, "not measured"),
    ],
)
def test_a_goal_is_reached_only_by_what_was_measured(value: Samples | None, at_least: bool, end: str) -> None:
    assert Goal("ratio", RATIO, value, 0.55, at_least).row()[-1] == end


def test_the_report_ends_with_what_was_not_measured() -> None:
    figures = [Figure("CPU", US, {"ours": STEADY, "theirs": NEGATIVE})]
    text = document([], figures, ["peer is missing: make bench-peers"], "")
    assert text.endswith("- CPU: theirs\n")
    assert text.count("peer is missing") == 1
    assert unmeasured([Figure("CPU", US, {"ours": STEADY})]) == []


def test_a_small_figure_has_enough_digits_to_compare_it() -> None:
    assert [RATIO.show(value) for value in (1.234, 0.21, 0.123, 0.0)] == ["1.23", "0.21", "0.123", "0.00"]
    assert Unit("count").show(0.1) == "0"


def test_a_note_is_between_the_title_and_the_table() -> None:
    figures = [Figure("CPU", US, {"ours": STEADY}, note="No goal."), Figure("Time", US, {"ours": STEADY})]
    text = document([], figures, [], "")
    assert "\n## CPU\n\nNo goal.\n\n| " in text
    assert "\n## Time\n\n| " in text
