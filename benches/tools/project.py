"""Where everything is, and how the programs that are measured are built and the server is run."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parents[2]
BENCHES = ROOT / "benches"
OUT = ROOT / "target" / "bench"
LIBRARY = ROOT / "target" / "release" / "libnango.so"
HEADER = ROOT / "include" / "nango.h"
# The core that client and server share. Only so do figures repeat: no migration, no core that has to wake up.
CORE = {max(os.sched_getaffinity(0))}
TWO_CORES = set(sorted(os.sched_getaffinity(0))[-2:])

Result = TypeVar("Result")


@dataclass(frozen=True)
class Server:
    """The addresses of the server that runs."""

    http: str
    https: str
    ca_file: Path
    process: int


@contextmanager
def on_cores(cores: set[int], *processes: int) -> Iterator[None]:
    """Keep processes on these cores meanwhile, including their children; 0 is this one."""
    before = {process: os.sched_getaffinity(process) for process in processes}
    for process in processes:
        os.sched_setaffinity(process, cores)
    try:
        yield
    finally:
        for process, its_cores in before.items():
            os.sched_setaffinity(process, its_cores)


@contextmanager
def server(folder: Path = OUT) -> Iterator[Server]:
    """Run the server, with its authority in this folder. It ends with its standard input, so it cannot outlive this
    program."""
    folder.mkdir(parents=True, exist_ok=True)
    program = ROOT / "target" / "release" / "nango-bench-server"
    with subprocess.Popen(
        [str(program), str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        http, https = process.stdout.readline().strip(), process.stdout.readline().strip()
        if not https:
            raise SystemExit("the server did not start")
        yield Server(http, https, folder / "ca.pem", process.pid)


def on_both_cores(tasks: Sequence[Callable[[str], Result]], base_url: str) -> list[Result]:
    """Run tasks, two at a time: each on a core with a server of its own, so that it repeats as exactly as one alone.

    The server of the first core runs already. The last tasks begin first.
    """
    with server(OUT / "other") as other:
        (first,) = CORE
        places: SimpleQueue[tuple[int, str]] = SimpleQueue()
        places.put((first, base_url))
        for second in TWO_CORES - CORE:
            os.sched_setaffinity(other.process, {second})
            places.put((second, other.http))

        def run_somewhere(task: Callable[[str], Result]) -> Result:
            place = core, its_url = places.get()
            try:
                with on_cores({core}, 0):
                    return task(its_url)
            finally:
                places.put(place)

        with ThreadPoolExecutor(len(TWO_CORES)) as pool:
            return list(pool.map(run_somewhere, reversed(tasks)))[::-1]


@contextmanager
def emulator(program: str) -> Iterator[str]:
    """Run the emulator and give its address; it too ends with its standard input."""
    command = [program, "--json", "--exit-with-stdin", "--seed", str(BENCHES / "seed.json")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line:
            raise SystemExit("the emulator did not start")
        yield str(json.loads(line)["base_url"])


def has_cache() -> bool:
    """Whether the library has the cache that some programs measure."""
    return "nango_client_options_set_cache_ttl_ms" in HEADER.read_text()


@cache
def build_c(name: str, *flags: str, sources: tuple[str, ...] = ()) -> str:
    """Build a C program of benches/programs, of the file with its name and others."""
    OUT.mkdir(parents=True, exist_ok=True)
    program = OUT / name
    strict = ["-std=c99", "-D_POSIX_C_SOURCE=200809L", "-O2", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-pthread"]
    files = [str(BENCHES / "programs" / source) for source in (f"{name}.c", *sources)]
    build([os.environ.get("CC", "cc"), *strict, *files, "-o", str(program), *flags])
    return str(program)


def build_with_nango(name: str, *sources: str) -> str:
    """Build a C program of benches/programs that uses libnango."""
    release = str(LIBRARY.parent)
    flags = [f"-I{HEADER.parent}", f"-L{release}", "-lnango", f"-Wl,-rpath,{release}"]
    return build_c(name, *flags, sources=sources)


class CommandError(Exception):
    """A command that had to succeed did not."""


def run(command: list[str], **settings: Any) -> str:
    """Run a command that has to succeed; its output is in the error if it fails."""
    done: subprocess.CompletedProcess[str] = subprocess.run(
        command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, **settings
    )
    if done.returncode != 0:
        raise CommandError(f"{' '.join(command)}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


class Stopwatch:
    """Adds up how long its blocks take."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __enter__(self) -> None:
        self._start = time.monotonic()

    def __exit__(self, *_: object) -> None:
        self.seconds += time.monotonic() - self._start


# The time that compilers and package managers take is no part of that of the measurements.
building = Stopwatch()


def build(command: list[str], **settings: Any) -> str:
    """Run a command that builds what is measured."""
    with building:
        return run(command, **settings)
