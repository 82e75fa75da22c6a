"""The figures: the measurements, their clients and their targets."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path

import budgets
import callgrind
import clients as c
import languages as more
import library
import measure
import project
from measure import Client, Effort, Scene
from report import RATIO, Figure, Goal, Unit
from samples import Samples, best, exactly

US, NS, MS = Unit("us", 1), Unit("ns", 1), Unit("ms", 2)
CALLS_PER_SECOND, MB_PER_SECOND, COUNT = Unit("calls/s"), Unit("MB/s"), Unit("count")
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
# Of the two runs that are counted. After so many calls the interpreter has adapted its code to what it runs.
PYTHON_CALLS = (20, 120)
CPU_IN_PYTHON = """\
No goal rests on these: how much CPU one client takes beside another depends on what else reads memory. The goals are
those of their instructions, which do not depend on it."""
# Otherwise Python hashes in another way in each process.
REPEATABLE = {"PYTHONHASHSEED": "0"}


class Bench:
    """One run over everything: the figures and goals that came of it."""

    def __init__(self, clients: dict[str, Client], server: project.Server, effort: Effort) -> None:
        self.clients = clients
        self.server = server
        self.effort = effort
        self.figures: list[Figure] = []
        self.goals: list[Goal] = []
        # What to install for each client that could not be built.
        self.missing: dict[str, str] = {}
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

    def compare(self, title: str, unit: Unit, values: dict[str, Samples], note: str = "") -> dict[str, Samples]:
        """Keep a figure that compares clients."""
        self.add(Figure(title, unit, values, note=note))
        return values

    def there(self, clients: list[Client]) -> list[Client]:
        """Those that could be built. The others get a line of the report each."""
        self.missing.update((client.name, client.missing) for client in clients if client.missing)
        return [client for client in clients if not client.missing]

    def add(self, figure: Figure) -> None:
        """Keep a figure and show it."""
        self.figures.append(figure)
        print(f"\n{figure.title}\n", *figure.table(), sep="\n", flush=True)

    def cpu(
        self,
        title: str,
        scene: Scene,
        clients: list[Client],
        unit: Unit = US,
        effort: Effort | None = None,
        note: str = "",
    ) -> dict[str, Samples]:
        """CPU of the client a call."""
        scale = {US: 1e6, MS: 1e3}[unit]
        there = self.there(clients)
        if not there:
            return {}
        return self.compare(title, unit, _scaled(measure.per_call(scene, there, effort or self.effort), scale), note)

    def goal(self, title: str, unit: Unit, value: Samples | float | None, limit: float, at_least: bool = False) -> None:
        """Note the targets; None where a peer is missing."""
        measured = exactly(value) if isinstance(value, (int, float)) else value
        self.goals.append(Goal(title, unit, measured, limit, at_least))

    def part_goal(
        self, title: str, values: dict[str, Samples], ours: str, peers: list[str], limit: float, at_least: bool = False
    ) -> None:
        """A figure of ours as a part of that of the best of some peers."""
        there = [values[name] for name in peers if name in values]
        ratio = values[ours].over(best(there, at_least)) if there else None
        self.goal(f"{title}, as a part of {' or '.join(peers)}", RATIO, ratio, limit, at_least)

    def kept_alive(self) -> None:
        """Calls on a connection that is there."""
        in_python = self.named(c.IN_PYTHON)
        others = [client for client in self.clients.values() if client not in in_python[1:]]
        values = self.cpu("CPU of a call on a kept-alive connection, http", self.http(), others)
        self.part_goal("CPU, kept-alive call", values, c.NANGO, [c.CURL_CJSON], 0.5)
        self.part_goal("CPU, call from Go, 8 fields", values, c.NANGO_GO, [c.NET_HTTP], 0.45)
        title = "CPU of a call from Python on a kept-alive connection, http, 8 fields read"
        self.cpu(title, self.http(), in_python, note=CPU_IN_PYTHON)
        # The others do over TLS what they do without it.
        over_tls = self.named([c.NANGO, c.CURL_CJSON, c.UREQ, c.NANGO_GO, c.NET_HTTP, c.NANGO_PYTHON, c.PYCURL])
        values = self.cpu("CPU of a call on a kept-alive connection, TLS 1.3", self.https(), over_tls)
        self.part_goal("CPU, kept-alive call, TLS 1.3", values, c.NANGO, [c.CURL_CJSON], 0.5)

    def languages(self) -> None:
        """The same from the languages whose interpreters and virtual machines cost more than the call."""
        for language, clients, peers, effort in (
            ("Java", more.java(), [more.JAVA_HTTP, more.JAVA_URL], self.effort.with_few_processes),
            ("Ruby", more.ruby(), [more.RUBY_HTTP], self.effort),
            ("PHP", more.php(), [more.PHP_CURL], self.effort),
        ):
            title = f"CPU of a call from {language} on a kept-alive connection, http, 8 fields read"
            values = self.cpu(title, self.http(), clients, effort=effort)
            if clients[0].name in values:
                self.part_goal(f"CPU, call from {language}, 8 fields", values, clients[0].name, peers, 0.5)

    def asynchronous(self) -> None:
        """The same from asyncio, one after the other and a thousand at once."""
        values = self.cpu("CPU of a call from asyncio, http, 8 fields read", self.http(), c.asynchronous())
        self.part_goal("CPU, one call with AsyncClient", values, c.NANGO_ASYNC, [c.NANGO_IN_LOOP], 1.5)
        title = "CPU of a call from asyncio, 1,000 at once, http, 8 fields read"
        values = self.cpu(title, self.http(), c.asynchronous(1_000))
        self.part_goal("CPU, 1,000 calls at once with AsyncClient", values, c.NANGO_ASYNC, [c.AIOHTTP], 1.2)

    def new_connection(self) -> None:
        """Calls that have to connect first, since the server ends each connection."""
        clients = self.named([c.NANGO, c.SOCKETS, c.CURL_CJSON, c.UREQ, c.NET_HTTP, c.REQUESTS])
        self.cpu("CPU of a call on a new connection, http", self.http("close"), clients)
        clients = self.named([c.NANGO, c.CURL_CJSON, c.UREQ, c.NET_HTTP])
        values = self.cpu("CPU of a call on a new connection, TLS 1.3 resumed", self.https("close"), clients)
        self.part_goal("CPU, new connection, TLS resumed", values, c.NANGO, [c.CURL_CJSON], 0.5)

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
        usages = measure.whole(self.https(), self.there(clients), 2 * self.effort.all_rounds)
        times = {name: usage.wall_seconds.scaled(1e3) for name, usage in usages.items()}
        cpu = {name: usage.cpu_seconds.scaled(1e3) for name, usage in usages.items()}
        title = "Time of a process with one call over TLS, all the system's authorities read"
        self.compare(title, MS, times)
        self.compare("CPU of the same", MS, cpu)
        # Of the time, another load of the machine takes more from the long process than from the short one.
        self.part_goal("CPU, cold process to first token, TLS", cpu, c.NANGO, [c.CURL_CJSON], 0.5)

    def cold_tls(self) -> None:
        """The same beside TLS alone, and what a client costs that is not the first of its process."""
        scene = self.https()
        clients = c.tls()
        usages = measure.whole(scene, clients, 3 * self.effort.all_rounds)
        cpu = {name: usage.cpu_seconds.scaled(1e3) for name, usage in usages.items()}
        self.compare("CPU of a process with one call over TLS, beside rustls alone", MS, cpu)
        self.part_goal("CPU, cold process to first token, TLS", cpu, c.NANGO, [c.RUSTLS], 1.2)
        counts = {client.name: self.instructions(client, scene) for client in clients}
        self.compare("Instructions of the same", COUNT, counts)
        self.part_goal("instructions, cold process to first token, TLS", counts, c.NANGO, [c.RUSTLS], 1.2)

        maker = Client("a further client of a process", [project.build_with_nango("new_clients")])
        values = measure.per_call(scene, [maker], self.effort)
        self.goal("a further client of a process, TLS", US, values[maker.name].scaled(1e6), 300)
        sources = {
            "SSL_CERT_FILE with one certificate": {"SSL_CERT_FILE": str(self.server.ca_file)},
            "SSL_CERT_FILE with the system's": {"SSL_CERT_FILE": self.roots["SSL_CERT_FILE"]},
            "the system's, file and folder": {},
        }
        plain = self.instructions(maker, self.http())
        first = {
            name: self.instructions(maker, replace(scene, environment=environment)).less(plain)
            for name, environment in sources.items()
        }
        self.compare("Instructions of a process's first client, without those for plain http", COUNT, first)
        self.goal("instructions, SSL_CERT_FILE with one certificate", COUNT, next(iter(first.values())), 100_000)

    def instructions(self, client: Client, scene: Scene) -> Samples:
        """Those of a process with one call."""
        command, variables = scene.command(client, 1), scene.variables(client)
        profile = callgrind.profile(command, project.OUT / "callgrind.out", variables)
        return exactly(profile.instructions.total())

    def large(self) -> None:
        """A response of 5 MB."""
        names = [c.NANGO, c.CURL_CJSON, c.CURL_YYJSON, c.UREQ, c.NET_HTTP, c.NANGO_PYTHON, c.REQUESTS]
        clients = self.named(names)
        values = self.cpu("CPU of an answer of 5 MB", self.http("large"), clients, MS)
        self.part_goal("CPU, 5 MB answer", values, c.NANGO, [c.CURL_YYJSON], 1.4)

        large = measure.peak_bytes(self.http("large"), self.there(clients), self.effort.peaks)
        small = measure.peak_bytes(self.http(), self.there(clients), self.effort.peaks)
        growth = {name: large[name].less(small[name]).scaled(1 / 2**20) for name in large}
        values = self.compare("Growth of the peak of memory by an answer of 5 MB", MIB, growth)
        self.goal("memory, 5 MB answer", MIB, values[c.NANGO], 12)

    def records(self) -> None:
        """A page of 1,000 records of 1 KB, of which 8 fields are read by their names."""
        title = "CPU of a page of 1,000 records of 1 KB, 8 fields of each read by name"
        values = self.cpu(title, self.http("records"), c.records())
        self.part_goal("page of records", values, c.NANGO, [c.CURL_YYJSON], 0.7)
        self.part_goal("page of records from Go", values, c.NANGO_GO, [c.NET_HTTP_JSON], 0.7)
        self.part_goal("page of records from Python, orjson", values, c.NANGO_ORJSON, [c.REQUESTS, c.HTTPX_ORJSON], 0.7)
        self.records_in_python()

    def records_in_python(self) -> None:
        """What walking through many pages needs in addition to a few."""
        clients = self.there(c.records_in_python())
        many = measure.peak_bytes(self.http("records"), clients, self.effort.peaks, 60)
        few = measure.peak_bytes(self.http("records"), clients, self.effort.peaks, 6)
        peaks = {f"{name}, {count} pages": peak for count, of in ((6, few), (60, many)) for name, peak in of.items()}
        in_mib = _scaled(peaks, 1 / 2**20)
        self.add(Figure("Peak of memory of a walk through pages of records", MIB, in_mib, is_compared=False))
        if c.NANGO_PYTHON in many:
            ratio = many[c.NANGO_PYTHON].over(few[c.NANGO_PYTHON])
            self.goal("memory, 60 pages of records from Python, as a part of that for 6", RATIO, ratio, 1.05)

    def without_network(self) -> None:
        """An accessor, and a hit in the cache."""
        accessor = Client("C accessor", [project.build_with_nango("accessor")])
        seconds = measure.per_call(self.http(), [accessor], self.effort)
        values = _scaled(seconds, 1e9)
        self.goal("C accessor", NS, values[accessor.name], 2)
        if project.has_cache():
            hit = Client("cached hit", [project.build_with_nango("cached")])
            one = measure.per_call(self.http(), [hit], self.effort)[hit.name].scaled(1e9)
            with project.on_cores(project.TWO_CORES, 0):
                many = measure.per_call(self.http(threads=16), [hit], self.effort)[hit.name].scaled(1e9)
            values |= {"cached hit": one, "cached hit, 16 threads, CPU": many}
        self.goal("cached hit, 1 thread", NS, values.get("cached hit"), 150)
        self.goal("cached hit, 16 threads, CPU", NS, values.get("cached hit, 16 threads, CPU"), 250)
        self.add(Figure("What needs no network", NS, values, is_compared=False))

    def threads(self) -> None:
        """Calls a second of one client, or of a handle for each thread, with the server on the same cores."""
        for threads in (16, 64):
            values = self.calls_a_second(threads, "one core", project.CORE, self.effort)
            title = f"calls/s, {threads} threads, one core"
            self.part_goal(title, values, c.NANGO, [c.CURL_YYJSON], 1.5, at_least=True)
            # No goal: where the system puts the server and the threads decides more than the client does.
            self.calls_a_second(threads, "two cores", project.TWO_CORES, self.effort.with_few_processes)

    def calls_a_second(self, threads: int, where: str, cores: set[int], effort: Effort) -> dict[str, Samples]:
        """Those of all threads together."""
        clients = self.there(self.named([c.NANGO, c.SOCKETS, c.CURL_CJSON, c.CURL_YYJSON, c.UREQ]))
        # So long that waking up all threads at its beginning is a small part of it.
        longer = replace(effort, seconds=0.04)
        with project.on_cores(cores, 0, self.server.process):
            seconds = measure.per_call(self.http(threads=threads), clients, longer, measure.wall)
        rates = {name: each.inverse() for name, each in seconds.items()}
        return self.compare(f"Calls a second, {threads} threads, {where}", CALLS_PER_SECOND, rates)

    def memory(self) -> None:
        """The heap of results and connections."""
        program = project.build_with_nango("memory", "heap.c")
        values: dict[str, Samples] = {}
        for name, scene, most in (("http", self.http(), 20), ("TLS", self.https(), 48)):
            command = [program, scene.base_url, "1", scene.connection_id, str(LIVE_CONNECTIONS)]
            said = project.run(command, env={**os.environ, **scene.environment}).split()
            _, handle_bytes, blocks, _, connections, connection_bytes = said
            title = f"live connection, {name}"
            values[title] = exactly(int(connection_bytes) / 1024)
            print(f"{connections} of {LIVE_CONNECTIONS} connections over {name} are kept")
            self.goal(f"memory, {title}", KIB, values[title], most)
            if name == "http":
                values["result"] = exactly(int(handle_bytes) / 1024)
                self.goal("memory, result", KIB, values["result"], 2.5)
                self.goal("memory, result, blocks", COUNT, int(blocks), 6)
        self.add(Figure("Memory on the heap", KIB, values, is_compared=False))

    def counts(self) -> None:
        """Instructions, allocations and system calls."""
        clients = self.named([c.NANGO, c.SOCKETS, c.CURL_CJSON, c.CURL_YYJSON, c.UREQ])
        values = self.counted("a kept-alive call", clients)
        for what, most in (("instructions", 50_000), ("allocations", 24), ("system calls", 4)):
            self.goal(f"{what}, kept-alive call", COUNT, values[what][c.NANGO], most)
        self.counts_in_python()

    def counts_in_python(self) -> None:
        """Of Python's clients. Allocations would say little, since Python has an allocator of its own."""
        clients = self.named([c.NANGO_PYTHON, c.PYCURL, c.PYCURL_UNPARSED, c.HTTPX_ORJSON])
        figures = ("instructions", "system calls")
        values = self.counted("a kept-alive call from Python", clients, PYTHON_CALLS, figures)["instructions"]
        for peer, most in ((c.PYCURL, 1), (c.PYCURL_UNPARSED, 1), (c.HTTPX_ORJSON, 1 / 3)):
            self.part_goal("instructions, call from Python, 8 fields", values, c.NANGO_PYTHON, [peer], most)

    def counted(
        self,
        of_what: str,
        clients: list[Client],
        lengths: tuple[int, int] = (100, 500),
        which: tuple[str, ...] = budgets.FIGURES,
    ) -> dict[str, dict[str, Samples]]:
        """Instructions, allocations and system calls of a call, or some of these, by client."""
        figures: dict[str, dict[str, Samples]] = {what: {} for what in which}
        scene = self.http()
        there = self.there(clients)

        def count(client: Client, base_url: str) -> dict[str, budgets.Budget]:
            environment = {**scene.variables(client), **REPEATABLE}
            command = [*client.command, base_url]
            out = project.OUT / f"counts-{client.name}.out"
            return budgets.Case("call", command, scene.connection_id, lengths, which, environment, out).measure()

        counts = project.on_both_cores([partial(count, client) for client in there], scene.base_url)
        for client, measured in zip(there, counts):
            for title, figure in measured.items():
                figures[title.split(": ")[1]][client.name] = exactly(figure["total"])
        for what, values in figures.items():
            self.compare(f"{what.capitalize()} of {of_what}", COUNT, values)
        return figures

    def proxied(self) -> None:
        """Calls to an external API through the proxy, on a connection that is there."""
        clients = c.proxied()
        values = self.cpu("CPU of a call through the proxy on a kept-alive connection, http", self.http(), clients)
        self.part_goal("CPU, call through the proxy", values, c.NANGO, [c.CURL], 1)
        self.counted("a call through the proxy", [client for client in clients if client.name in (c.NANGO, c.CURL)])

    def transfers(self) -> None:
        """Bodies of 1 GiB through the proxy and the emulator, which has the same core."""
        there = self.there(c.transfers())
        program = c.emulator()
        peaks: dict[str, Samples] = {}
        for direction, title in TRANSFERS.items():
            with project.emulator(program) as base_url:
                scene = Scene(base_url, direction, {})
                usages = measure.whole(scene, there, self.effort.all_rounds, GIB)
                small, large = (measure.peak_bytes(scene, there, self.effort.peaks, size) for size in (GIB // 64, GIB))
            rates = {name: usage.wall_seconds.inverse().scaled(GIB / 1e6) for name, usage in usages.items()}
            self.compare(f"Throughput, {title}", MB_PER_SECOND, rates)
            cpu = {name: usage.cpu_seconds.scaled(1e3) for name, usage in usages.items()}
            self.compare(f"CPU, {title}", MS, cpu)
            self.part_goal(f"throughput, {title}", rates, c.NANGO, [c.CURL], 0.95, at_least=True)
            ratio = large[c.NANGO].over(small[c.NANGO])
            self.goal(f"memory, {title}, as a part of that for 16 MiB", RATIO, ratio, 1.1)
            for name in large:
                peaks[f"{name}, {direction}, 16 MiB"] = small[name].scaled(1 / 2**20)
                peaks[f"{name}, {direction}, 1 GiB"] = large[name].scaled(1 / 2**20)
        self.add(Figure("Peak of memory of a transfer", MIB, peaks, is_compared=False))

    def shared_library(self) -> None:
        """The file, and loading it."""
        self.goal("stripped libnango.so", Unit("MB", 2), library.stripped_bytes() / 1e6, 2.5)
        self.goal("libraries beyond libc, libm, libgcc_s and the loader", COUNT, len(library.unexpected()), 0)
        self.goal("dlopen", MS, library.load_seconds(3 * self.effort.all_rounds).scaled(1e3), 0.4)


def _scaled(seconds: dict[str, Samples], scale: float) -> dict[str, Samples]:
    return {name: value.scaled(scale) for name, value in seconds.items()}


def _system_roots() -> str:
    for name in SYSTEM_BUNDLES:
        if Path(name).exists():
            return Path(name).read_text()
    raise SystemExit("no bundle of certificate authorities: install ca-certificates")


PARTS = {
    "kept-alive": Bench.kept_alive,
    "languages": Bench.languages,
    "asyncio": Bench.asynchronous,
    "counts": Bench.counts,
    "new-connection": Bench.new_connection,
    "cold": Bench.cold,
    "cold-tls": Bench.cold_tls,
    "without-network": Bench.without_network,
    "threads": Bench.threads,
    "memory": Bench.memory,
    "large": Bench.large,
    "records": Bench.records,
    "proxy": Bench.proxied,
    "transfers": Bench.transfers,
    "library": Bench.shared_library,
}
