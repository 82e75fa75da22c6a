"""Tests of the check: how it reads callgrind's file, what it accepts, and its messages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import budgets
import callgrind
import syscalls
from budgets import Budget, Case

PROFILE = """\
events: Ir
ob=(1) /lib/libnango.so
fl=(1) ???
fn=(1) nango::decode::h0123456789abcdef
0 40
cfn=(2) malloc
calls=3 0
0 900
0 5
ob=(2) /lib/libc.so.6
fn=(2)
0 900
fn=(3) 0x00000000000a1b20
+1 7
"""


def budget(total: int, **of: int) -> Budget:
    return Budget(total=total, of=of)


def test_instructions_are_counted_where_they_were_spent() -> None:
    assert callgrind.parse(PROFILE).instructions == {"nango::decode": 45, "malloc": 900, "(in libc.so.6)": 7}


def test_allocations_are_counted_by_who_asked() -> None:
    assert callgrind.parse(PROFILE).allocations == {"nango::decode": 3}


def test_what_a_program_does_once_is_not_part_of_a_call() -> None:
    shorter = callgrind.Profile()
    shorter.instructions.update(start=1000, call=100)
    longer = callgrind.Profile()
    longer.instructions.update(start=1000, call=500)
    assert +longer.per_call(shorter, 4).instructions == {"call": 100}


@pytest.mark.parametrize("total", [90, 100, 103])
def test_up_to_three_percent_more_pass(total: int) -> None:
    assert budgets.compare({"a": budget(100)}, {"a": budget(total)}) == 0


@pytest.mark.parametrize(
    ("figure", "total", "failed"),
    [("a: instructions", 114, 0), ("a: instructions", 116, 1), ("a: allocations", 104, 1), ("a: system calls", 104, 1)],
)
def test_instructions_of_other_tools_may_be_more(figure: str, total: int, failed: int) -> None:
    assert budgets.compare({figure: budget(100)}, {figure: budget(total)}, same_tools=False) == failed


def test_more_fails_and_names_what_grew_most(capsys: pytest.CaptureFixture[str]) -> None:
    before = budget(1000, read=600, hash=300, free=100)
    after = budget(1090, read=610, hash=380, free=100)
    assert budgets.compare({"a call": before}, {"a call": after}) == 1
    assert "a call: over its budget by 9.0%. What grew most: hash, from 300 to 380" in capsys.readouterr().out


def test_a_function_that_is_new_can_be_what_grew(capsys: pytest.CaptureFixture[str]) -> None:
    assert budgets.compare({"a": budget(100, read=100)}, {"a": budget(150, read=100, copy=50)}) == 1
    assert "copy, from 0 to 50" in capsys.readouterr().out


def test_from_nothing_to_something_fails() -> None:
    assert budgets.compare({"a": budget(0)}, {"a": budget(1, read=1)}) == 1


def test_much_less_passes_and_asks_for_a_new_budget(capsys: pytest.CaptureFixture[str]) -> None:
    assert budgets.compare({"a": budget(100)}, {"a": budget(90)}) == 0
    assert "make budgets-update" in capsys.readouterr().out


def test_a_figure_without_a_budget_fails() -> None:
    assert budgets.compare({}, {"a": budget(1)}) == 1


def test_a_budget_that_was_not_measured_fails() -> None:
    assert budgets.compare({"a": budget(1)}, {}) == 1


@pytest.fixture
def environments(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str] | None]:
    """Those of the runs of a program that starts with 1,000 instructions and 7 reads, and has 10 and 2 a call."""
    seen: list[dict[str, str] | None] = []

    def profile(command: list[str], _: Path, environment: dict[str, str] | None) -> callgrind.Profile:
        seen.append(environment)
        calls = int(command[-2])
        return callgrind.Profile(Counter(start=1000, call=10 * calls), Counter(call=calls))

    def count(command: list[str], _: Path, environment: dict[str, str] | None) -> Counter[str]:
        seen.append(environment)
        return Counter(read=7 + 2 * int(command[-2]))

    monkeypatch.setattr(callgrind, "profile", profile)
    monkeypatch.setattr(syscalls, "count", count)
    return seen


def test_a_case_has_all_figures_of_a_call(environments: list[dict[str, str] | None]) -> None:
    figures = Case("call", ["python", "clients.py", "http://"], "customer-1", (20, 70)).measure()
    totals = {name: figure["total"] for name, figure in figures.items()}
    assert totals == {"call: instructions": 10, "call: allocations": 1, "call: system calls": 2}
    assert environments == [None] * 4


def test_a_case_has_the_figures_that_repeat_and_its_environment(environments: list[dict[str, str] | None]) -> None:
    same_hashes = {"PYTHONHASHSEED": "0"}
    case = Case("call", ["program", "http://"], "customer-1", (1, 3), ("instructions", "system calls"), same_hashes)
    assert list(case.measure()) == ["call: instructions", "call: system calls"]
    assert environments == [same_hashes] * 4
    environments.clear()
    assert list(Case("call", ["program", "http://"], "large", (1, 3), ("instructions",)).measure()) == [
        "call: instructions"
    ]
    assert len(environments) == 2
