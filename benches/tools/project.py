"""Where everything is, and how the programs that are measured are built and the server is run."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BENCHES = ROOT / "benches"
OUT = ROOT / "target" / "bench"
LIBRARY = ROOT / "target" / "release" / "libnango.so"
HEADER = ROOT / "include" / "nango.h"
# The core that client and server share. Only so do figures repeat: no migration, no core that has to wake up.
CORE = str(max(os.sched_getaffinity(0)))
PINNED = ["taskset", "-c", CORE]


@dataclass(frozen=True)
class Server:
    """The addresses of the server that runs."""

    http: str
    https: str
    ca_file: Path


@contextmanager
def server(prefix: list[str]) -> Iterator[Server]:
    """Run the server; it ends with its standard input, so it cannot outlive this program."""
    OUT.mkdir(parents=True, exist_ok=True)
    program = ROOT / "target" / "release" / "nango-bench-server"
    with subprocess.Popen(
        [*prefix, str(program), str(OUT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        http, https = process.stdout.readline().strip(), process.stdout.readline().strip()
        if not https:
            raise SystemExit("the server did not start")
        yield Server(http, https, OUT / "ca.pem")
        process.stdin.close()


def has_cache() -> bool:
    """Whether the library has the cache that some programs measure."""
    return "nango_client_options_set_cache_ttl_ms" in HEADER.read_text()


def build_c(name: str, *flags: str) -> Path:
    """Build a C program of benches/programs that does not need libnango."""
    OUT.mkdir(parents=True, exist_ok=True)
    program = OUT / name
    strict = ["-std=c99", "-O2", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]
    source = BENCHES / "programs" / f"{name}.c"
    run([os.environ.get("CC", "cc"), *strict, str(source), "-o", str(program), *flags])
    return program


def build_with_nango(name: str, *flags: str) -> Path:
    """Build a C program of benches/programs that uses libnango."""
    release = str(LIBRARY.parent)
    cache = ["-DHAVE_CACHE"] if has_cache() else []
    library = [f"-I{HEADER.parent}", *cache, f"-L{release}", "-lnango", f"-Wl,-rpath,{release}", "-lpthread"]
    return build_c(name, *flags, *library)


def run(command: list[str]) -> str:
    """Run a command that has to succeed; what it says is shown if it does not."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout
