"""The figures: the measurements, their clients and their targets."""

from __future__ import annotations

import os
from pathlib import Path

import budgets
import clients as c
import library
import measure
import project
from measure import Client, Effort, Scene
from report import Figure, Goal, Unit

US, NS, MS = Unit("us", 1), Unit("ns", 1), Unit("ms", 2)
CALLS_PER_SECOND, MB_PER_SECOND, COUNT, RATIO = Unit("calls/s"), Unit("MB/s"), Unit("count"), Unit("ratio", 2)
KIB, MIB = Unit("KiB", 1), Unit("MiB", 2)
GIB = 2**30
# The tasks of a program for one large body, and their names.
TRANSFERS = {
    "download": "download of 1 GiB",
    "upload": "upload of 1 GiB",
    "upload-chunked": "upload of 1 GiB, length unknown",
}
SYSTEM_BUNDLES = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"]
LIVE_CONNECTIONS = 16


class Bench:
    """One run over everything: the figures and goals that came of it."""

    def __init__(self, clients: dict[str, Client], server: project.Server, effort: Effort) -> None:
        self.clients = clients
        self.server = server
        self.effort = effort
        self.figures: list[Figure] = []
        self.goals: list[Goal] = []
        bundle = project.OUT / "bundle.pem"
        bundle.write_text(_system_roots() + server.ca_file.read_text())
        # The system's authorities and the server's own, under the names by which each client looks for them.
        self.roots = {
            "SSL_CERT_FILE": str(bundle),
            "REQUESTS_CA_BUNDLE": str(bundle),
            "NODE_EXTRA_CA_CERTS": str(server.ca_file),
        }

    def http(self, connection_id: str = "customer-1", threads: int = 1) -> Scene:
        """Over plain http."""
        return Scene(self.server.http, connection_id, {}, threads)

    def https(self, connection_id: str = "customer-1") -> Scene:
        """Over TLS 1.3."""
        return Scene(self.server.https, connection_id, self.roots)

    def named(self, names: list[str]) -> list[Client]:
        """The clients with these names."""
        return [self.clients[name] for name in names]

    def compare(self, title: str, unit: Unit, clients: list[Client], values: dict[str, float]) -> dict[str, float]:
        """Keep a figure, with those of the clients that are missing."""
        missing = {client.name: client.missing for client in clients if client.missing}
        self.add(Figure(title, unit, values, missing))
        return values

    def add(self, figure: Figure) -> None:
        """Keep a figure and show it."""
        self.figures.append(figure)
        print(f"\n{figure.title}\n", *figure.table(), sep="\n", flush=True)

    def cpu(self, title: str, scene: Scene, clients: list[Client], unit: Unit = US) -> dict[str, float]:
        """CPU of the client a call."""
        scale = {US: 1e6, MS: 1e3}[unit]
        seconds = measure.per_call(scene, c.there(clients), self.effort)
        return self.compare(title, unit, clients, _scaled(seconds, scale))

    def goal(self, title: str, unit: Unit, value: float | None, limit: float, at_least: bool = False) -> None:
        """Note the targets; None for features that this library does not have."""
        self.goals.append(Goal(title, unit, value, limit, at_least))

    def kept_alive(self) -> None:
        """Calls on a connection that is there."""
        everybody = list(self.clients.values())
        values = self.cpu("CPU of a call on a kept-alive connection, http", self.http(), everybody)
        self.goal("CPU, kept-alive call", US, values[c.NANGO], 9)
        if c.CURL_CJSON in values:
            ratio = values[c.NANGO] / values[c.CURL_CJSON]
            self.goal("the same, as a part of libcurl + cJSON", RATIO, ratio, 0.5)
        self.goal("CPU, call from Python, 8 fields", US, values[c.NANGO_PYTHON], 16)
        self.goal("CPU, call from Go, 8 fields", US, values[c.NANGO_GO], 14)
        over_tls = [client for client in everybody if client.name not in (c.SOCKETS, c.URLLIB)]
        values = self.cpu("CPU of a call on a kept-alive connection, TLS 1.3", self.https(), over_tls)
        self.goal("CPU, kept-alive call, TLS 1.3", US, values[c.NANGO], 10.5)

    def new_connection(self) -> None:
        """Calls that have to connect first, since the server ends each connection."""
        clients = self.named([c.NANGO, c.SOCKETS, c.CURL_CJSON, c.UREQ, c.NET_HTTP, c.REQUESTS])
        self.cpu("CPU of a call on a new connection, http", self.http("close"), clients)
        clients = self.named([c.NANGO, c.CURL_CJSON, c.UREQ, c.NET_HTTP])
        values = self.cpu("CPU of a call on a new connection, TLS 1.3 resumed", self.https("close"), clients)
        self.goal("CPU, new connection, TLS resumed", US, values[c.NANGO], 170)

    def cold(self) -> None:
        """From the start of a process to its end, with one call."""
        names = [
            c.NANGO,
            c.CURL_CJSON,
            c.NANGO_RUST,
            c.UREQ,
            c.NANGO_GO,
            c.NET_HTTP,
            c.NANGO_PYTHON,
            c.REQUESTS,
            c.NODE,
        ]
        clients = self.named(names)
        usages = measure.whole(self.https(), c.there(clients), 3 * self.effort.rounds)
        times = {name: usage.wall_seconds * 1e3 for name, usage in usages.items()}
        cpu = {name: usage.cpu_seconds * 1e3 for name, usage in usages.items()}
        title = "Time of a process with one call over TLS, all the system's authorities read"
        self.compare(title, MS, clients, times)
        self.compare("CPU of the same", MS, clients, cpu)
        self.goal("cold process to first token, TLS", MS, times[c.NANGO], 7)

    def large(self) -> None:
        """A response of 5 MB."""
        names = [c.NANGO, c.CURL_CJSON, c.CURL_YYJSON, c.UREQ, c.NET_HTTP, c.NANGO_PYTHON, c.REQUESTS]
        clients = self.named(names)
        values = self.cpu("CPU of an answer of 5 MB", self.http("large"), clients, MS)
        self.goal("CPU, 5 MB answer", MS, values[c.NANGO], 7)

        large = measure.peak_bytes(self.http("large"), c.there(clients), self.effort.rounds)
        small = measure.peak_bytes(self.http(), c.there(clients), self.effort.rounds)
        growth = {name: (large[name] - small[name]) / 2**20 for name in large}
        values = self.compare("Growth of the peak of memory by an answer of 5 MB", MIB, clients, growth)
        self.goal("memory, 5 MB answer", MIB, values[c.NANGO], 12)

    def records(self) -> None:
        """A page of 1,000 records with 20 fields, each of which is read by its name."""
        title = "CPU of a page of 1,000 records of 20 fields, read by name"
        values = self.cpu(title, self.http("records"), c.records())
        if c.CURL_YYJSON in values:
            ratio = values[c.NANGO] / values[c.CURL_YYJSON]
            self.goal("page of records, as a part of libcurl + yyjson", RATIO, ratio, 2)

    def without_network(self) -> None:
        """An accessor, and a hit in the cache."""
        accessor = Client("C accessor", [project.build_with_nango("accessor")])
        seconds = measure.per_call(self.http(), [accessor], self.effort)
        values = _scaled(seconds, 1e9)
        self.goal("C accessor", NS, values[accessor.name], 2)
        if project.has_cache():
            hit = Client("cached hit", [project.build_with_nango("cached")])
            one = measure.per_call(self.http(), [hit], self.effort)[hit.name] * 1e9
            with project.on_cores(project.TWO_CORES, 0):
                many = measure.per_call(self.http(threads=16), [hit], self.effort)[hit.name] * 1e9
            values |= {"cached hit": one, "cached hit, 16 threads, CPU": many}
        self.goal("cached hit, 1 thread", NS, values.get("cached hit"), 150)
        self.goal("cached hit, 16 threads, CPU", NS, values.get("cached hit, 16 threads, CPU"), 350)
        self.add(Figure("What needs no network", NS, values))

    def threads(self) -> None:
        """Calls a second of one client, or of a handle for each thread, with the server on the same two cores."""
        clients = self.named([c.NANGO, c.CURL_CJSON, c.CURL_YYJSON, c.UREQ])
        for threads, least in ((2, 120_000), (16, 110_000)):
            scene = self.http(threads=threads)
            with project.on_cores(project.TWO_CORES, 0, self.server.process):
                seconds = measure.per_call(scene, c.there(clients), self.effort, measure.wall)
            rates = {name: 1 / each for name, each in seconds.items()}
            values = self.compare(f"Calls a second, {threads} threads", CALLS_PER_SECOND, clients, rates)
            self.goal(f"calls/s, {threads} threads", CALLS_PER_SECOND, values[c.NANGO], least, at_least=True)

    def memory(self) -> None:
        """The heap of results and connections."""
        program = project.build_with_nango("memory", "heap.c")
        values: dict[str, float] = {}
        for name, scene, most in (("http", self.http(), 20), ("TLS", self.https(), 48)):
            command = [program, scene.base_url, "1", scene.connection_id, str(LIVE_CONNECTIONS)]
            said = project.run(command, env={**os.environ, **scene.environment}).split()
            _, handle_bytes, blocks, _, connections, connection_bytes = said
            title = f"live connection, {name}"
            values[title] = int(connection_bytes) / 1024
            print(f"{connections} of {LIVE_CONNECTIONS} connections over {name} are kept")
            self.goal(f"memory, {title}", KIB, values[title], most)
            if name == "http":
                values["result"] = int(handle_bytes) / 1024
                self.goal("memory, result", KIB, values["result"], 2.5)
                self.goal("memory, result, blocks", COUNT, int(blocks), 6)
        self.add(Figure("Memory on the heap", KIB, values))

    def counts(self) -> None:
        """Instructions, allocations and system calls."""
        clients = self.named([c.NANGO, c.SOCKETS, c.CURL_CJSON, c.CURL_YYJSON, c.UREQ])
        values = self.counted("a kept-alive call", clients)
        for what, most in (("instructions", 65_000), ("allocations", 55), ("system calls", 4)):
            self.goal(f"{what}, kept-alive call", COUNT, values[what][c.NANGO], most)

    def counted(self, of_what: str, clients: list[Client]) -> dict[str, dict[str, float]]:
        """Instructions, allocations and system calls of a call, by client."""
        figures: dict[str, dict[str, float]] = {what: {} for what in ("instructions", "allocations", "system calls")}
        for client in c.there(clients):
            case = budgets.Case("call", [*client.command, self.server.http], "customer-1", (100, 500))
            for title, figure in case.measure().items():
                figures[title.split(": ")[1]][client.name] = figure["total"]
        for what, values in figures.items():
            self.compare(f"{what.capitalize()} of {of_what}", COUNT, clients, values)
        return figures

    def proxied(self) -> None:
        """Calls to an external API through the proxy, on a connection that is there."""
        clients = c.proxied()
        values = self.cpu("CPU of a call through the proxy on a kept-alive connection, http", self.http(), clients)
        self.goal("CPU, call through the proxy, as a part of libcurl", RATIO, _ratio(values), 1)
        self.counted("a call through the proxy", [client for client in clients if client.name in (c.NANGO, c.CURL)])

    def transfers(self) -> None:
        """Bodies of 1 GiB through the proxy and the emulator, with the server on the same two cores."""
        clients = c.transfers()
        there = c.there(clients)
        peaks: dict[str, float] = {}
        for direction, title in TRANSFERS.items():
            with project.on_cores(project.TWO_CORES, 0), project.emulator(c.emulator()) as base_url:
                scene = Scene(base_url, direction, {})
                usages = measure.whole(scene, there, 3 * self.effort.rounds, GIB)
                small, large = (measure.peak_bytes(scene, there, self.effort.rounds, size) for size in (GIB // 64, GIB))
            rates = {name: GIB / usage.wall_seconds / 1e6 for name, usage in usages.items()}
            self.compare(f"Throughput, {title}", MB_PER_SECOND, clients, rates)
            cpu = {name: usage.cpu_seconds * 1e3 for name, usage in usages.items()}
            self.compare(f"CPU, {title}", MS, clients, cpu)
            self.goal(f"throughput, {title}, as a part of libcurl", RATIO, _ratio(rates), 0.9, at_least=True)
            growth = (large[c.NANGO] - small[c.NANGO]) / 1024
            self.goal(f"memory, {title}, more than for 16 MiB", KIB, growth, 256)
            for name in large:
                peaks[f"{name}, {direction}, 16 MiB"] = small[name] / 2**20
                peaks[f"{name}, {direction}, 1 GiB"] = large[name] / 2**20
        self.add(Figure("Peak of memory of a transfer", MIB, peaks))

    def shared_library(self) -> None:
        """The file, and loading it."""
        self.goal("stripped libnango.so", Unit("MB", 2), library.stripped_bytes() / 1e6, 2.4)
        self.goal("libraries beyond libc, libm, libgcc_s and the loader", COUNT, len(library.unexpected()), 0)
        self.goal("dlopen", MS, library.load_seconds(7 * self.effort.rounds) * 1e3, 0.4)


def _ratio(values: dict[str, float]) -> float | None:
    """The library's figure as a part of libcurl's, if that is there."""
    return values[c.NANGO] / values[c.CURL] if c.CURL in values else None


def _scaled(seconds: dict[str, float], scale: float) -> dict[str, float]:
    return {name: value * scale for name, value in seconds.items()}


def _system_roots() -> str:
    for name in SYSTEM_BUNDLES:
        if Path(name).exists():
            return Path(name).read_text()
    raise SystemExit("no bundle of certificate authorities: install ca-certificates")


PARTS = {
    "kept-alive": Bench.kept_alive,
    "counts": Bench.counts,
    "new-connection": Bench.new_connection,
    "cold": Bench.cold,
    "without-network": Bench.without_network,
    "threads": Bench.threads,
    "memory": Bench.memory,
    "large": Bench.large,
    "records": Bench.records,
    "proxy": Bench.proxied,
    "transfers": Bench.transfers,
    "library": Bench.shared_library,
}
