"""Tests of the turns that clients take, and of their CPU, with a client that only computes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import project
from measure import Client, Effort, Scene, in_turns, per_call
from running import started

COMPUTING = """
import sys
for line in sys.stdin:
    for _ in range(int(line)):
        sum(range({steps}))
    print(flush=True)
"""
FAILING = "import sys; sys.stdin.readline(); sys.exit('there is no server')"
HERE = {"PATH": "/usr/bin:/bin"}


def program(text: str) -> list[str]:
    """The command of a program in Python."""
    return [sys.executable, "-c", text]


def test_a_turn_has_the_cpu_of_its_calls_alone() -> None:
    with started(program(COMPUTING.format(steps=100_000)), HERE) as running:
        running.turn(1)
        few, many = running.turn(5), running.turn(50)
    assert few.cpu_seconds > 0
    assert 5 < many.cpu_seconds / few.cpu_seconds < 20
    assert many.wall_seconds > 0.9 * many.cpu_seconds


def test_a_client_that_ends_in_a_turn_is_an_error_with_what_it_said() -> None:
    with pytest.raises(project.CommandError, match="there is no server"), started(program(FAILING), HERE) as running:
        running.turn(1)


def test_a_figure_is_that_of_a_call() -> None:
    clients = [Client(str(steps), program(COMPUTING.format(steps=steps))) for steps in (2_000, 20_000)]
    effort = Effort(processes=2, rounds=3, seconds=0.01)
    values = per_call(Scene("", "", {}), clients, effort)
    assert [len(samples.rounds) for samples in values.values()] == [6, 6]
    ratio = values["20000"].over(values["2000"])
    assert 6 < ratio.value < 14


def test_every_other_round_is_in_the_opposite_order() -> None:
    order: list[str] = []

    def once(client: Client) -> int:
        order.append(client.name)
        return len(order)

    results = in_turns([Client("a"), Client("b"), Client("c")], 4, once)
    assert "".join(order) == "abccbabcaacb"
    assert results["a"] == [1, 6, 9, 10]


def test_turns_have_as_many_calls_for_each_thread(tmp_path: Path) -> None:
    log = tmp_path / "turns"
    text = f"import sys\nfor line in sys.stdin:\n    open({str(log)!r}, 'a').write(line)\n    print(flush=True)\n"
    client = Client("any", program(text), warm_up=5, at_once=2)
    per_call(Scene("", "", {}, threads=4), [client], Effort(processes=1, rounds=1, seconds=1e-9))
    assert [int(line) % 8 for line in log.read_text().splitlines()] == [0, 0, 0, 0]


def test_few_processes_change_nothing_else() -> None:
    effort = Effort(processes=5, rounds=4, seconds=0.015, few_processes=2, peaks=3)
    assert effort.with_few_processes == Effort(processes=2, rounds=4, seconds=0.015, few_processes=2, peaks=3)
    assert (effort.all_rounds, effort.with_few_processes.all_rounds) == (20, 8)
