"""Tests of the pictures of curves."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from chart import COLOURS, DASHES, HEIGHT, WIDTH, Axis, Chart, Curve, Scale, number, size, svg

NAMESPACE = "{http://www.w3.org/2000/svg}"
CHART = Chart(
    "CPU & memory <of a call>",
    "It grows.",
    Axis("threads", number),
    Axis("CPU of a call, us", number),
    [Curve("ours", {1: 12.0, 8: 13.0, 64: 29.5}), Curve("theirs", {1: 20.0, 64: 900.0})],
)


def test_a_picture_is_well_formed_and_says_what_it_shows() -> None:
    root = ElementTree.fromstring(svg(CHART))
    assert (root.tag, root.get("role"), root.get("aria-labelledby")) == (f"{NAMESPACE}svg", "img", "title description")
    texts = {element.get("id"): element.text for element in root if element.get("id")}
    assert texts == {"title": "CPU & memory <of a call>", "description": "It grows."}


def test_a_picture_has_titles_of_both_axes_and_the_name_of_each_curve() -> None:
    shown = [element.text for element in ElementTree.fromstring(svg(CHART)).iter(f"{NAMESPACE}text")]
    for text in ("threads", "CPU of a call, us", "ours", "theirs", "1", "8", "64", "10", "100", "1,000"):
        assert text in shown, text


def test_a_picture_is_for_light_and_for_dark() -> None:
    drawn = svg(CHART)
    assert "@media (prefers-color-scheme: dark)" in drawn
    assert 'class="ground"' in drawn, "the page around it may be neither"


def test_curves_can_be_told_apart_without_colours() -> None:
    assert len(set(DASHES)) == len(DASHES) == len(COLOURS)


def test_nothing_is_drawn_outside_the_picture() -> None:
    for match in re.finditer(r'd="M([\d.]+) ([\d.]+)', svg(CHART)):
        assert 0 <= float(match[1]) <= WIDTH
        assert 0 <= float(match[2]) <= HEIGHT


def test_no_value_at_all_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing to draw: empty"):
        svg(Chart("empty", "", CHART.x, CHART.y, [Curve("ours", {})]))


def test_a_curve_without_values_is_only_in_the_legend() -> None:
    drawn = svg(Chart("", "", CHART.x, CHART.y, [*CHART.curves, Curve("not measured", {})]))
    assert "not measured" in drawn
    ElementTree.fromstring(drawn)


@pytest.mark.parametrize(
    ("values", "bounds", "lines"),
    [
        ([1, 64], (1, 100), [1, 2, 5, 10, 20, 50, 100]),
        ([3, 30_000], (2, 50_000), [10, 100, 1_000, 10_000]),
        ([12, 17], (10, 20), [10, 20]),
        ([10, 10], (5, 20), [5, 10, 20]),
        ([0.03, 0.2], (0.02, 0.2), [0.02, 0.05, 0.1, 0.2]),
    ],
)
def test_an_axis_has_round_bounds_and_lines(
    values: list[float], bounds: tuple[float, float], lines: list[float]
) -> None:
    scale = Scale(values, 0, 100)
    assert (scale.low, scale.high) == pytest.approx(bounds)
    assert scale.lines() == pytest.approx(lines)


def test_an_axis_may_begin_and_end_with_its_values() -> None:
    scale = Scale([1, 64], 0, 100, is_round=False)
    assert (scale.place(1), scale.place(8), scale.place(64)) == (0, 50, 100)


def test_an_axis_is_logarithmic() -> None:
    scale = Scale([1, 10_000], 400, 0)
    assert [scale.place(value) for value in (1, 10, 100, 1_000, 10_000)] == [400, 300, 200, 100, 0]


@pytest.mark.parametrize(
    ("value", "text"), [(0.5, "0.5"), (20, "20"), (10_000, "10,000"), (0.02, "0.02"), (1.9999999, "2")]
)
def test_a_number_is_short(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(500, "500 B"), (1e3, "1 KB"), (20e3, "20 KB"), (1e8, "100 MB"), (2e9, "2 GB")]
)
def test_a_size_has_a_unit(value: float, text: str) -> None:
    assert size(value) == text
