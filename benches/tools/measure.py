"""Runs clients and measures them: CPU, time and memory of a whole process, and by their difference those of a call."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import project
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


@dataclass(frozen=True)
class Usage:
    """The resources that a whole process used."""

    cpu_seconds: float
    wall_seconds: float


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

    def command(self, client: Client, calls: int) -> list[str]:
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

    rounds: int
    # The minimum of the longer of two runs, in any unit.
    seconds: float


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
    """Seconds a call by client, round by round: the difference of a long and a short run."""
    lengths = {client.name: _length(scene, client, effort, measure) for client in clients}

    def once(client: Client) -> float:
        short, long = lengths[client.name]
        return (measure(scene.run(client, long)) - measure(scene.run(client, short))) / (long - short)

    return _samples(in_turns(clients, effort.rounds, once))


def in_turns(clients: list[Client], rounds: int, once: Callable[[Client], Result]) -> dict[str, list[Result]]:
    """Each client once a round, so that those of a round have the same machine. Each round begins with another one."""
    results: dict[str, list[Result]] = {client.name: [] for client in clients}
    for turn in range(rounds):
        first = turn % len(clients)
        for client in [*clients[first:], *clients[:first]]:
            results[client.name].append(once(client))
    return results


def _samples(results: dict[str, list[float]]) -> dict[str, Samples]:
    return {name: Samples(tuple(rounds)) for name, rounds in results.items()}


def _length(scene: Scene, client: Client, effort: Effort, measure: Callable[[Usage], float]) -> tuple[int, int]:
    """A short and a long run: how many calls take long enough to be measured."""
    short = client.warm_up + scene.threads
    start = measure(scene.run(client, short))
    # Starting up varies too, so the calls have to take as long as it does.
    enough = max(effort.seconds, start)
    long = 5 * short
    while (took := measure(scene.run(client, long)) - start) < enough:
        # No more than tenfold, since the first runs are mostly noise.
        long = int(long * min(10.0, max(1.5, 1.2 * enough / max(took, 1e-6))))
    return max(short, long // 5), long


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
