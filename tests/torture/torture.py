#!/usr/bin/env python3
"""Makes each libc call of a scenario fail in turn, once, with each error that it may have; checks the results.

usage: torture.py [SCENARIO...]        (default: all)

Needs target/release/libnango.so, a C compiler and openssl. Every run has to end as a success or as a proper error, in
time, without a crash, a hang, or descriptors and threads left behind; and a further call with the same client, once
nothing fails any more, has to succeed.
"""

import errno
import os
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import servers

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "target" / "torture"
LIBRARY = Path(os.environ.get("NANGO_LIBRARY", ROOT / "target" / "release" / "libnango.so"))
# The timeout of the scenarios, and room for a machine that is busy.
LONGEST_MS = 5000 + 3000
WATCHDOG_SECONDS = 60
AT_ONCE = 3
END_OF_INPUT = 0

# The errors in the manual pages that can come from outside the program: no EBADF, EFAULT or ENOTSOCK.
SENDING = [errno.EAGAIN, errno.EINTR, errno.EPIPE, errno.ECONNRESET, errno.ENOBUFS, errno.ENOMEM, errno.ETIMEDOUT]
RECEIVING = [errno.EAGAIN, errno.EINTR, errno.ECONNRESET, errno.ENOMEM, errno.ETIMEDOUT, errno.EIO, END_OF_INPUT]
OPENING = [errno.EACCES, errno.EMFILE, errno.ENFILE, errno.ENOENT, errno.ENOMEM, errno.EINTR, errno.ELOOP, errno.EIO]
FINDING = [errno.EACCES, errno.ENOENT, errno.ENOMEM, errno.ELOOP]
ERRORS = {
    "close": [errno.EINTR, errno.EIO],
    "connect": [
        errno.ECONNREFUSED,
        errno.ENETUNREACH,
        errno.EHOSTUNREACH,
        errno.ETIMEDOUT,
        errno.EADDRNOTAVAIL,
        errno.EACCES,
        errno.EPERM,
        errno.EAGAIN,
        errno.EINTR,
        errno.ECONNRESET,
    ],
    "eventfd": [errno.EMFILE, errno.ENFILE, errno.ENODEV, errno.ENOMEM],
    "fcntl": [errno.EINVAL, errno.EACCES, errno.EMFILE],
    "fstat64": [errno.ENOMEM, errno.EOVERFLOW],
    "getaddrinfo": [
        socket.EAI_AGAIN,
        socket.EAI_FAIL,
        socket.EAI_NONAME,
        socket.EAI_NODATA,
        socket.EAI_MEMORY,
        socket.EAI_SYSTEM,
    ],
    "getrandom": [errno.EINTR],
    "getsockopt": [errno.ENOPROTOOPT, errno.EINVAL, errno.ENOBUFS],
    "madvise": [errno.EINVAL, errno.EAGAIN, errno.ENOMEM],
    "open": OPENING,
    "open64": OPENING,
    "poll": [errno.EINTR, errno.ENOMEM, errno.EINVAL],
    "pthread_create": [errno.EAGAIN, errno.EPERM],
    "read": RECEIVING,
    "readv": RECEIVING,
    "recv": RECEIVING,
    "send": SENDING,
    "setsockopt": [errno.ENOPROTOOPT, errno.EINVAL, errno.ENOMEM, errno.ENOBUFS],
    "socket": [errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM, errno.EACCES, errno.EAFNOSUPPORT],
    "stat64": FINDING,
    "statx": FINDING,
    "write": SENDING,
    "writev": SENDING,
}
KINDS = {
    "INVALID_ARGUMENT",
    "RESOLVE",
    "CONNECT",
    "TLS",
    "HTTP_PROXY",
    "TIMEOUT",
    "CANCELLED",
    "IO",
    # The response of the first attempt, where a second one cannot be made.
    "SERVER",
}


@dataclass(frozen=True)
class Scenario:
    name: str
    base_url: str
    proxy: str = ""
    ca_file: str = ""
    expected: str = "SUCCESS"
    # For one that may be run at the same time as itself.
    is_numbered: bool = False

    def command(self, number: int) -> list[str]:
        base_url = f"{self.base_url}-{number}" if self.is_numbered else self.base_url
        return [str(OUT / "scenario"), self.name, base_url, self.proxy, self.ca_file]


@dataclass
class Run:
    """One run with one failure, or with none."""

    failure: str
    outcome: str = "?"
    complaint: str = ""
    calls: list[str] = field(default_factory=list)


@dataclass
class Row:
    name: str
    calls: int
    runs: list[Run]

    def reached(self) -> list[Run]:
        """The runs in which the call that was to fail came."""
        return [run for run in self.runs if any(call.startswith("*") for call in run.calls)]

    def line(self) -> str:
        reached = self.reached()
        outcomes = Counter(run.outcome for run in reached)
        successes = outcomes.pop("SUCCESS", 0)
        errors = ", ".join(f"{kind} {count}" for kind, count in sorted(outcomes.items()))
        bad = sum(1 for run in self.runs if run.complaint)
        missed = len(self.runs) - len(reached)
        return f"{self.name:<12}{self.calls:>6}{len(reached):>6}{missed:>8}{successes:>10}{bad:>5}  {errors}"


def build() -> None:
    cc = os.environ.get("CC", "cc")
    strict = ["-std=c99", "-O2", "-g", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]
    here = Path(__file__).resolve().parent
    shim = ["-shared", "-fPIC", str(here / "shim.c"), "-o", str(OUT / "shim.so"), "-ldl"]
    subprocess.run([cc, *strict, *shim], check=True)
    link = [f"-L{LIBRARY.parent}", "-lnango", f"-Wl,-rpath,{LIBRARY.parent}", "-lpthread", "-ldl"]
    program = [str(here / "scenario.c"), "-o", str(OUT / "scenario"), f"-I{ROOT / 'include'}"]
    subprocess.run([cc, *strict, "-D_POSIX_C_SOURCE=200809L", *program, *link], check=True)


def scenarios() -> list[Scenario]:
    authority, context = servers.make_certificates(OUT)
    http, https = servers.Server(), servers.Server(context)
    port = http.server_address[1]
    return [
        Scenario("cold", f"{http.url}/ok"),
        Scenario("named", f"http://nango.test:{port}/ok"),
        Scenario("kept alive", f"{http.url}/ok"),
        Scenario("tls", f"{https.url}/ok", ca_file=str(authority)),
        Scenario("proxy", f"{http.url}/ok", proxy=http.url),
        Scenario("tls, proxy", f"{https.url}/ok", proxy=http.url, ca_file=str(authority)),
        Scenario("retry", f"{http.url}/flaky", is_numbered=True),
        Scenario("upload", f"{http.url}/ok"),
        Scenario("tls, upload", f"{https.url}/ok", ca_file=str(authority)),
        Scenario("cancelled", f"{http.url}/held", expected="CANCELLED"),
    ]


def run(scenario: Scenario, number: int, failure: str = "") -> Run:
    trace = OUT / f"{scenario.name}-{number}.trace".replace(" ", "_").replace(",", "")
    trace.unlink(missing_ok=True)
    # One file of authorities instead of the machine's hundreds, since each open would be a run.
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "LD_PRELOAD": str(OUT / "shim.so"),
        "TORTURE_TRACE": str(trace),
        "SSL_CERT_FILE": str(OUT / "authority.pem"),
    }
    if failure:
        environment["TORTURE_FAIL"] = failure
    result = Run(failure)
    try:
        done = subprocess.run(
            scenario.command(number),
            env=environment,
            capture_output=True,
            text=True,
            timeout=WATCHDOG_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        result.complaint = "hangs"
        return result
    if trace.exists():
        result.calls = trace.read_text().split()
        trace.unlink()
    if done.returncode != 0:
        result.complaint = f"exited with {done.returncode}: {done.stderr.strip()}"
        return result
    result.outcome, *rest = done.stdout.split()
    result.complaint = judge(scenario, result.outcome, rest)
    if result.complaint:
        result.complaint += f" ({done.stdout.strip()}; {done.stderr.strip()})"
    return result


def judge(scenario: Scenario, outcome: str, rest: list[str]) -> str:
    elapsed, descriptors, threads, further = int(rest[0]), int(rest[1]), int(rest[2]), rest[3]
    if outcome not in KINDS | {"SUCCESS"}:
        return "no proper outcome"
    if (outcome == "INVALID_ARGUMENT") and further != "NO_CLIENT":
        return "an argument is blamed for what the system did"
    if elapsed > LONGEST_MS:
        return "took too long"
    if descriptors or threads:
        return "left descriptors or threads behind"
    if further not in {"SUCCESS", "NO_CLIENT"}:
        return "a further call failed"
    return ""


def failures(calls: list[str]) -> Iterator[str]:
    """`<function>:<number>:<error>` for each call: concurrent threads do not affect these numbers."""
    for name, count in sorted(Counter(calls).items()):
        for number in range(count):
            for value in ERRORS[name]:
                yield f"{name}:{number}:{value}"


def torture(scenario: Scenario) -> Row:
    plain = run(scenario, 0)
    if plain.complaint or plain.outcome != scenario.expected:
        plain.complaint = plain.complaint or f"nothing failed and it ended as {plain.outcome}"
        return Row(scenario.name, len(plain.calls), [plain])
    with ThreadPoolExecutor(AT_ONCE) as pool:
        numbered = enumerate(failures(plain.calls), start=1)
        jobs = [pool.submit(run, scenario, number, failure) for number, failure in numbered]
        return Row(scenario.name, len(plain.calls), [job.result() for job in jobs])


def main() -> int:
    OUT.mkdir(parents=True, exist_ok=True)
    build()
    wanted = sys.argv[1:]
    print(f"{'scenario':<12}{'calls':>6}{'runs':>6}{'missed':>8}{'successes':>10}{'bad':>5}  errors")
    rows = []
    for scenario in scenarios():
        if wanted and scenario.name not in wanted:
            continue
        rows.append(torture(scenario))
        print(rows[-1].line(), flush=True)
        for one in rows[-1].runs:
            if one.complaint:
                print(f"    {one.failure}: {one.complaint}", flush=True)
    good = sum(1 for row in rows for one in row.reached() if not one.complaint)
    bad = sum(1 for row in rows for one in row.runs if one.complaint)
    print(f"{good} passed, {bad} failed")
    return 0 if good > 0 and bad == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
