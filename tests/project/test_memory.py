"""After the handles are freed no secret is left in the memory of a process that used libnango.so.

A parent reads the memory of its child, which cannot hide anything from it. Excepted are the stack, where registers are
spilled, and the program's own data: its environment and its own copies.
"""

from __future__ import annotations

import json
import os
import re
import socket
import ssl
import subprocess
import threading
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "target/release"
KEY = "c0ffee00-1234-4abc-8def-cafecafecafe"
TOKEN = "invented-access-token-Qw7Zk2Lm9Xv4"
REFRESH_TOKEN = "invented-refresh-token-Bn3Hs8Td1Yp6"
CLIENT_SECRET = "invented-client-secret-Rf5Gj0Kc2Ew9"
#: The middle of each secret, so that a remainder without its beginning or end is found too.
CANARIES = [secret[8:-4].encode() for secret in (KEY, TOKEN, REFRESH_TOKEN, CLIENT_SECRET)]
CREDENTIALS = {
    "type": "OAUTH2",
    "access_token": TOKEN,
    "refresh_token": REFRESH_TOKEN,
    "client_secret": CLIENT_SECRET,
    "raw": {"token": TOKEN, "refresh_token": REFRESH_TOKEN},
}
CONNECTION = {"id": 1, "connection_id": "c", "provider_config_key": "p", "credentials": CREDENTIALS}


def answer(target: str) -> tuple[bytes, bool]:
    """The server's response to a request, and whether it continues with this connection."""
    name = target.split("/")[-1].split("?")[0]
    # The first page of records leads to the second with a secret.
    cursor = None if "cursor=" in target else REFRESH_TOKEN
    good = json.dumps(CONNECTION)
    failure = json.dumps({"error": {"code": "invalid_credentials", "message": f"row {good}"}})
    bodies = {
        "good": (200, good),
        "escaped": (200, good.replace("invented", "\\u0069nvented")),
        "refused": (401, json.dumps({"error": {"code": "unknown_account", "message": TOKEN}})),
        "failed": (500, json.dumps({"error": {"code": "server_error", "message": TOKEN}})),
        "refresh": (400, failure),
        "page": (200, f"<html>{TOKEN}</html>"),
        "wrong-type": (200, json.dumps({**CONNECTION, "credentials": {**CREDENTIALS, "username": 1}})),
        "connections": (201, good),
        "sessions": (201, json.dumps({"data": {"token": TOKEN, "connect_link": f"http://x/?session_token={TOKEN}"}})),
        "records": (200, json.dumps({"records": [{"id": "r", "token": TOKEN}], "next_cursor": cursor})),
        "large": (200, json.dumps({**CONNECTION, "filler": TOKEN * 10000})),
    }
    if name in bodies:
        status, body = bodies[name]
        head = f"HTTP/1.1 {status} X\r\ncontent-length: {len(body)}\r\nx-token: {TOKEN}\r\n\r\n"
        return (head + body).encode(), True
    cut = f"HTTP/1.1 200 X\r\ncontent-length: {len(good) + 1}\r\n\r\n{good}".encode()
    return cut, name == "stalled"


def serve(connection: socket.socket) -> None:
    """Responds to the requests of one connection until the client, or its request, ends it."""
    with connection:
        received = b""
        while data := connection.recv(65536):
            received += data
            while (end := received.find(b"\r\n\r\n")) >= 0:
                target = received.split(b" ")[1].decode()
                received = received[end + 4 :]
                sent, goes_on = answer(target)
                connection.sendall(sent)
                if not goes_on:
                    return


class Server:
    """A server for as many connections as come, with TLS if there is a context."""

    def __init__(self, context: ssl.SSLContext | None) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.context = context
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        """Serves each connection on a separate thread."""
        while True:
            try:
                connection, _ = self.listener.accept()
                if self.context:
                    connection = self.context.wrap_socket(connection, server_side=True)
            except OSError:
                return
            threading.Thread(target=self.serve_quietly, args=[connection], daemon=True).start()

    @staticmethod
    def serve_quietly(connection: socket.socket) -> None:
        """A client that gives up in the middle is part of the test."""
        with suppress(OSError):
            serve(connection)

    @property
    def url(self) -> str:
        """Where it is."""
        scheme = "https" if self.context else "http"
        return f"{scheme}://127.0.0.1:{self.listener.getsockname()[1]}"


def found_in(pid: int) -> list[str]:
    """Where a canary is in the writable memory of a process, its stack excepted."""
    places = []
    with Path(f"/proc/{pid}/mem").open("rb") as memory:
        for line in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines():
            region = re.match(r"([0-9a-f]+)-([0-9a-f]+) rw.. \S+ \S+ \S+ *(.*)", line)
            if region is None or region[3].startswith(("[stack", "[v")):
                continue
            start, end = int(region[1], 16), int(region[2], 16)
            memory.seek(start)
            content = memory.read(end - start)
            places += [
                f"{canary.decode()} at {region[3] or 'anonymous memory'}+{content.find(canary):#x}: "
                f"{content[max(0, content.find(canary) - 40) : content.find(canary) + 60]!r}"
                for canary in CANARIES
                if canary in content
            ]
    return places


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program that is looked at."""
    built = tmp_path_factory.mktemp("canary") / "canary"
    compiler = [os.environ.get("CC", "cc"), "-std=c99", "-D_POSIX_C_SOURCE=200809L", "-O1", "-Wall", "-Wextra"]
    linked = [f"-L{LIBRARY}", "-lnango", f"-Wl,-rpath,{LIBRARY}"]
    source = ROOT / "tests/project/canary.c"
    subprocess.run([*compiler, f"-I{ROOT / 'include'}", source, "-o", built, *linked], check=True)
    return built


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 with its key, in one file."""
    folder = tmp_path_factory.mktemp("certificate")
    made, key = folder / "certificate.pem", folder / "key.pem"
    request = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    names = ["-days", "2", "-subj", "/CN=libnango test", "-addext", "subjectAltName=IP:127.0.0.1"]
    names += ["-addext", "basicConstraints=critical,CA:FALSE"]
    subprocess.run([*request, *names, "-out", made, "-keyout", key], check=True, capture_output=True)
    made.write_text(made.read_text(encoding="utf-8") + key.read_text(encoding="utf-8"), encoding="utf-8")
    return made


@pytest.mark.parametrize("tls", [False, True], ids=["http", "https"])
def test_nothing_is_left_in_memory(program: Path, certificate: Path, tls: bool) -> None:
    """Secrets in use are found, or the search would prove nothing; freed ones are not.

    With a connection held, or in the cache, the secrets are there. When the cache has released it, the remainder is the
    key, and with TLS one response; when the client is freed, nothing.
    """
    context = None
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    server = Server(context)
    child = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(f"{server.url}\n{certificate if tls else '-'}\n{KEY}\n")
        child.stdin.flush()
        for step, expected in [
            ("holding\n", CANARIES),
            ("cached\n", CANARIES),
            # The client has its key, and a connection to the server that is idle. With TLS rustls has the last response
            # in its own buffer until the connection is used again or ends: see SECURITY.md.
            ("idle\n", CANARIES[: 4 if tls else 1]),
        ]:
            assert child.stdout.readline() == step
            found = "".join(found_in(child.pid))
            assert [canary for canary in CANARIES if canary.decode() in found] == expected, found
            child.stdin.write("go on\n")
            child.stdin.flush()
        assert child.stdout.readline() == "freed\n"
        assert found_in(child.pid) == []
        child.stdin.close()
    assert child.returncode == 0
    server.listener.close()
