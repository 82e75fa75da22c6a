"""Measures clients: CPU and time of their calls, turn by turn, and CPU, time and memory of whole processes."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import project
from running import Running, Usage, started
from samples import Samples

KIB = 1024

Result = TypeVar("Result")


@dataclass(frozen=True)
class Client:
    """A program that takes BASE_URL CALLS CONNECTION_ID, or why there is none; for one that moves a large body they are
    BASE_URL BYTES DIRECTION."""

    name: str
    command: list[str] = field(default_factory=list)
    missing: str = ""
    environment: dict[str, str] = field(default_factory=dict)
    # Calls until it is as fast as it gets: a compiler at run time takes its time.
    warm_up: int = 0
    # Calls that it makes at the same time.
    at_once: int = 1
    # The minimum of a turn, where that of others has no collection of garbage in it, or sometimes one.
    turn_seconds: float = 0.0


@dataclass(frozen=True)
class Scene:
    """The task of the clients."""

    base_url: str
    connection_id: str
    environment: dict[str, str]
    threads: int = 1

    def run(self, client: Client, calls: int) -> Usage:
        """Run a client for a number of calls."""
        return run(self.command(client, calls), self.variables(client))

    def start(self, client: Client) -> AbstractContextManager[Running]:
        """Start a client that makes calls in turns."""
        return started(self.command(client, "-"), self.variables(client))

    def command(self, client: Client, calls: int | str) -> list[str]:
        """The command for a number of calls."""
        threads = [str(self.threads)] if self.threads > 1 else []
        return [*client.command, self.base_url, str(calls), self.connection_id, *threads]

    def variables(self, client: Client) -> dict[str, str]:
        """The environment that the command gets. Whom it trusts is the scene's affair alone."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("SSL_CERT_")}
        return {**inherited, **self.environment, **client.environment}


@dataclass(frozen=True)
class Effort:
    """How long is measured."""

    # What differs from process to process, such as addresses and what a compiler at run time has made of the code, is
    # part of the spread only if there are several.
    processes: int
    # For each process.
    rounds: int
    # The minimum of a turn, in any unit.
    seconds: float
    # Processes where starting them takes longest, or where no goal needs more.
    few_processes: int = 1
    # Rounds of a peak of memory, which nearly repeats.
    peaks: int = 2

    @property
    def all_rounds(self) -> int:
        """Those of all processes."""
        return self.processes * self.rounds

    @property
    def with_few_processes(self) -> Effort:
        """The same with fewer processes."""
        return replace(self, processes=self.few_processes)


def run(command: list[str], environment: dict[str, str]) -> Usage:
    """Run a program to its end; it has to succeed."""
    log = project.OUT / "client.log"
    with log.open("wb") as output:
        start = time.monotonic()
        process = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        end = time.monotonic()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise project.CommandError(f"{' '.join(command)}: exit code {process.returncode}\n{_end(log)}")
    return Usage(usage.ru_utime + usage.ru_stime, end - start)


def _end(log: Path) -> str:
    return log.read_text(errors="replace")[-2000:]


def cpu(usage: Usage) -> float:
    """The measure of most figures."""
    return usage.cpu_seconds


def wall(usage: Usage) -> float:
    """The measure of throughput."""
    return usage.wall_seconds


def per_call(
    scene: Scene, clients: list[Client], effort: Effort, measure: Callable[[Usage], float] = cpu
) -> dict[str, Samples]:
    """Seconds a call by client, round by round. In a round all have a turn, and another one in the opposite order."""
    lengths: dict[str, int] = {}
    results: dict[str, list[float]] = {client.name: [] for client in clients}
    for process in range(effort.processes):
        with ExitStack() as stack:
            running = [(client, stack.enter_context(scene.start(client))) for client in clients]
            for client, program in running:
                _warm_up(scene, client, program)
                if process == 0:
                    lengths[client.name] = _length(scene, client, program, effort, measure)
            for turn in range(effort.rounds):
                order = rotated(running, process * effort.rounds + turn)
                took = dict.fromkeys(results, 0.0)
                for client, program in [*order, *reversed(order)]:
                    took[client.name] += measure(program.turn(lengths[client.name]))
                for name, seconds in took.items():
                    results[name].append(seconds / (2 * lengths[name]))
    return _samples(results)


def _warm_up(scene: Scene, client: Client, program: Running) -> None:
    program.turn(_whole_groups(scene, client, max(1, client.warm_up)))


def _whole_groups(scene: Scene, client: Client, calls: float) -> int:
    """At least so many calls, as many for each thread."""
    group = scene.threads * client.at_once
    return group * max(1, -(-int(calls) // group))


def _length(scene: Scene, client: Client, program: Running, effort: Effort, measure: Callable[[Usage], float]) -> int:
    """How many calls take long enough to be measured."""
    enough = max(effort.seconds, client.turn_seconds)
    calls = _whole_groups(scene, client, 1)
    while (took := measure(program.turn(calls))) < enough:
        # No more than tenfold, since the first turns are mostly noise.
        calls = _whole_groups(scene, client, calls * min(10.0, max(1.5, 1.2 * enough / max(took, 1e-6))))
    return calls


def rotated(clients: Sequence[Result], turn: int) -> list[Result]:
    """Each round begins with another one."""
    first = turn % len(clients)
    return [*clients[first:], *clients[:first]]


def in_turns(clients: list[Client], rounds: int, once: Callable[[Client], Result]) -> dict[str, list[Result]]:
    """Each client once a round, so that those of a round have the same machine. Every other round is in the opposite
    order."""
    results: dict[str, list[Result]] = {client.name: [] for client in clients}
    for turn in range(rounds):
        order = rotated(clients, turn // 2)
        for client in order if turn % 2 == 0 else reversed(order):
            results[client.name].append(once(client))
    return results


def _samples(results: dict[str, list[float]]) -> dict[str, Samples]:
    return {name: Samples(tuple(rounds)) for name, rounds in results.items()}


@dataclass(frozen=True)
class Whole:
    """What whole processes used."""

    cpu_seconds: Samples
    wall_seconds: Samples


def whole(scene: Scene, clients: list[Client], rounds: int, calls: int = 1) -> dict[str, Whole]:
    """The usage of a process that makes so many calls."""
    usages = in_turns(clients, rounds, lambda client: scene.run(client, calls))
    cpu_seconds = _samples({name: list(map(cpu, each)) for name, each in usages.items()})
    wall_seconds = _samples({name: list(map(wall, each)) for name, each in usages.items()})
    return {name: Whole(cpu_seconds[name], wall_seconds[name]) for name in usages}


def peak_bytes(scene: Scene, clients: list[Client], rounds: int, calls: int = 1) -> dict[str, Samples]:
    """The peak of memory of a process that makes so many calls."""
    peak = project.build_c("peak")

    def once(client: Client) -> float:
        return KIB * int(project.run([peak, *scene.command(client, calls)], env=scene.variables(client)))

    return _samples(in_turns(clients, rounds, once))
