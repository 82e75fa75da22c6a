"""The curves: what a call costs by the number of threads, of cached connections, of bytes and of other calls."""

from __future__ import annotations

import resource
from collections.abc import Callable
from dataclasses import dataclass

import clients as c
import measure
import project
from chart import Axis, number, size
from measure import Client, Effort, Scene
from samples import Samples

NANGO_AT_ONCE = "libnango from C, threads"
CURL_AT_ONCE = "libcurl, threads"
GO_AT_ONCE = "libnango from Go, goroutines"
NET_HTTP_AT_ONCE = "Go net/http, goroutines"

THREADS = (1, 2, 4, 8, 16, 32, 64)
CACHED = (1, 10, 100, 1_000, 10_000, 100_000)
BODIES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)
AT_ONCE = (1, 10, 100, 1_000, 10_000)
# A client refuses a longer answer than 16 MiB, unless it is told otherwise; a body that is read in parts has no limit.
LARGEST_ANSWER = 10_000_000
# Descriptors that a process has besides those of its calls, and of one call: a handle of libcurl has two of its own.
OTHER_DESCRIPTORS = 100
DESCRIPTORS = {CURL_AT_ONCE: 3}

TABLE = "a hash table in C"
NANGO_BODY = "libnango from C, body of a proxied call in parts"
CURL_BODY = "libcurl, body in parts"
NANGO_ANSWER = "libnango from C, connection with large metadata"
CURL_ANSWER = "libcurl + yyjson, the same"

Points = dict[int, Samples]


@dataclass(frozen=True)
class Growth:
    """One picture with its values, by the name of a curve and what they depend on."""

    # Of the file, and of the place in the page.
    name: str
    title: str
    x: Axis
    y: Axis
    curves: dict[str, Points]


@dataclass(frozen=True)
class Extent:
    """How much is measured."""

    effort: Effort
    hits: int
    # Calls of all threads or goroutines together.
    calls: int


FULL = Extent(Effort(3, 3, 0.015), 200_000, 10_000)
QUICK = Extent(Effort(2, 2, 0.01), 50_000, 5_000)


class Curves:
    """One run: what is measured, and which client is missing."""

    def __init__(self, server: project.Server, extent: Extent) -> None:
        self.server = server
        self.extent = extent
        self.missing: dict[str, str] = {}

    def threads(self) -> list[Growth]:
        """One client, or a handle for each thread, with the server on the same two cores."""
        clients = [
            Client(c.NANGO, [project.build_with_nango("nango")]),
            c.yyjson("curl_yyjson"),
            Client(c.SOCKETS, [project.build_c("sockets")]),
        ]
        curves: dict[str, Points] = {}
        with project.on_cores(project.TWO_CORES, 0, self.server.process):
            for threads in THREADS:
                scene = Scene(self.server.http, "customer-1", {}, threads)
                self._add(curves, threads, measure.per_call(scene, self._there(clients), self.extent.effort), 1e6)
        title = "CPU of a call by threads"
        return [Growth("threads", title, Axis("threads", number), Axis("CPU of a call, \u00b5s", number), curves)]

    def cached(self) -> list[Growth]:
        """Hits, in an order that memory does not have; a plain table has the same texts and no bound."""
        programs = {"cached hit": project.build_with_nango("cached_many"), TABLE: project.build_c("table_many")}
        curves: dict[str, Points] = {name: {} for name in programs}
        for connections in CACHED:
            for name, program in programs.items():
                said = project.run([program, self.server.http, str(self.extent.hits), str(connections)])
                curves[name][connections] = Samples(tuple(map(float, said.split())))
        axes = Axis("connections that were asked for", number), Axis("CPU of a hit, ns", number)
        return [Growth("cached", "CPU of a cached hit by connections", *axes, curves)]

    def bodies(self) -> list[Growth]:
        """Answers that are parsed, and bodies that are read in parts."""
        in_parts = [
            Client(NANGO_BODY, [project.build_with_nango("bodies")]),
            c.curl("curl_bodies", CURL_BODY),
            Client(c.SOCKETS, [project.build_c("sockets")]),
        ]
        parsed = [
            Client(NANGO_ANSWER, [project.build_with_nango("nango")]),
            c.yyjson("curl_yyjson", CURL_ANSWER),
        ]
        curves: dict[str, Points] = {}
        for length in BODIES:
            scene = Scene(self.server.http, f"bytes-{length}", {})
            clients = self._there([*in_parts, *(parsed if length <= LARGEST_ANSWER else [])])
            self._add(curves, length, measure.per_call(scene, clients, self.extent.effort), 1e6)
        title = "CPU of a call by the size of its body"
        return [Growth("bodies", title, Axis("body", size), Axis("CPU of a call, \u00b5s", number), curves)]

    def at_once(self) -> list[Growth]:
        """Calls that all wait at the same time: CPU, and the peak of memory."""
        clients = [
            Client(NANGO_AT_ONCE, [project.build_with_nango("at_once")]),
            c.curl("curl_at_once", CURL_AT_ONCE),
            Client(GO_AT_ONCE, c.go("atonce_nango")),
            Client(NET_HTTP_AT_ONCE, c.go("atonce_nethttp")),
        ]
        cpu: dict[str, Points] = {}
        memory: dict[str, Points] = {}
        for at_once in AT_ONCE:
            there = [client for client in self._there(clients) if may_be_at_once(client.name, at_once)]
            once = self._at_once(at_once, max(2, self.extent.calls // at_once))
            rounds = measure.in_turns(there, max(3, self.extent.effort.all_rounds // 3), once)
            self._add(cpu, at_once, {name: _column(values, 0) for name, values in rounds.items()}, 1e-3)
            self._add(memory, at_once, {name: _column(values, 1) for name, values in rounds.items()}, 1 / 1024)
        x = Axis("calls at once", number)
        return [
            Growth("at-once", "CPU of a call by calls at once", x, Axis("CPU of a call, \u00b5s", number), cpu),
            Growth(
                "at-once-memory", "Memory of a call by calls at once", x, Axis("peak for each, KiB", number), memory
            ),
        ]

    def _at_once(self, at_once: int, calls: int) -> Callable[[Client], tuple[float, float]]:
        """Runs a client; the nanoseconds of a call and the bytes of each call at once."""

        def once(client: Client) -> tuple[float, float]:
            nanoseconds, bytes_each = project.run([*client.command, self.server.http, str(calls), str(at_once)]).split()
            return float(nanoseconds), float(bytes_each)

        return once

    def _there(self, clients: list[Client]) -> list[Client]:
        self.missing.update((client.name, client.missing) for client in clients if client.missing)
        return [client for client in clients if not client.missing]

    @staticmethod
    def _add(curves: dict[str, Points], x: int, values: dict[str, Samples], scale: float) -> None:
        for name, samples in values.items():
            curves.setdefault(name, {})[x] = samples.scaled(scale)


PARTS = {
    "threads": Curves.threads,
    "cached": Curves.cached,
    "bodies": Curves.bodies,
    "at-once": Curves.at_once,
}


def _column(rows: list[tuple[float, float]], index: int) -> Samples:
    return Samples(tuple(row[index] for row in rows))


def allow_many_descriptors() -> None:
    """Raises this process's limit, and that of those it starts, as far as the system lets it."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def may_be_at_once(client: str, calls: int) -> bool:
    """Whether a process may have as many descriptors as so many calls of a client need."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return soft == resource.RLIM_INFINITY or soft >= calls * DESCRIPTORS.get(client, 1) + OTHER_DESCRIPTORS
