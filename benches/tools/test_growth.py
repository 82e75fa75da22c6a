"""Tests of the page of curves: its tables, its pictures, and what is between its marks."""

from __future__ import annotations

import re
import sys
from xml.etree import ElementTree

import pytest

import growth
from chart import Axis, number
from curves import PARTS, Growth
from growth import PAGE, PICTURES, drawn, replaced, section
from samples import NOISY, Samples, exactly

NOISE = Samples((-5.0, 3.0, 1.0))
GROWTH = Growth(
    "threads",
    "CPU of a call by threads",
    Axis("threads", number),
    Axis("CPU of a call, us", number),
    {
        "ours": {1: exactly(12.04), 64: Samples((100.0, 130.0, 160.0))},
        "theirs": {1: NOISE, 8: exactly(1234.5)},
    },
)
PLACE = "before\n<!-- threads: written by make growth -->\nold\n<!-- end of threads -->\nafter\n"


def test_a_table_has_a_row_for_each_value_of_the_axis() -> None:
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in section(GROWTH).splitlines() if "|" in line]
    assert rows[0] == ["threads", "ours", "theirs"]
    assert rows[2:] == [["1", "12.0", NOISY], ["8", "", "1,234"], ["64", "130 (±12%)", ""]]


def test_a_picture_leaves_out_what_is_noise() -> None:
    root = ElementTree.fromstring(drawn(GROWTH))
    circles, squares = (len(list(root.iter(f"{{http://www.w3.org/2000/svg}}{tag}"))) for tag in ("circle", "rect"))
    # One of each is in the legend, and the ground is a rectangle too.
    assert (circles, squares) == (1 + 2, 1 + 1 + 1)


def test_what_is_between_the_marks_is_replaced() -> None:
    once = replaced(PLACE, "threads", "new")
    assert once == PLACE.replace("old\n", "\nnew\n\n")
    assert replaced(once, "threads", "new") == once
    empty = PLACE.replace("old\n", "")
    assert replaced(empty, "threads", "new") == once


@pytest.mark.parametrize("page", ["", PLACE + PLACE])
def test_a_page_has_one_place_for_each_picture(page: str) -> None:
    with pytest.raises(ValueError, match="places for threads, not one"):
        replaced(page, "threads", "new")


def test_the_page_has_every_picture_with_its_table() -> None:
    page = PAGE.read_text("utf-8")
    shown = re.findall(r"!\[[^\]]+\]\(growth/([\w-]+)\.svg\)", page)
    assert sorted(shown) == sorted(picture.stem for picture in PICTURES.glob("*.svg"))
    assert {*PARTS} <= {*shown}
    for name in shown:
        assert replaced(page, name, "new") != page
        ElementTree.parse(PICTURES / f"{name}.svg")


def test_a_wrong_part_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["growth.py", "wrong"])
    assert growth.main() == 2
    assert "PART is one of threads" in capsys.readouterr().err
