"""The server of the scenarios: connections over http and https; also an HTTP proxy."""

from __future__ import annotations

import contextlib
import json
import select
import socket
import socketserver
import ssl
import subprocess
import threading
from pathlib import Path
from typing import ClassVar

CONNECTION = json.dumps(
    {
        "id": 7,
        "connection_id": "customer-1",
        "provider_config_key": "github",
        "credentials": {"type": "OAUTH2", "access_token": "invented-access"},
    }
)


class Handler(socketserver.StreamRequestHandler):
    """The first segment of the path selects the response: "held" never responds, "flaky-<id>" fails once per id."""

    disable_nagle_algorithm = True
    seen: ClassVar[set[str]] = set()
    lock = threading.Lock()

    def handle(self) -> None:
        # A client that goes away is what this is about.
        with contextlib.suppress(OSError):
            while self._answer_one():
                pass

    def finish(self) -> None:
        with contextlib.suppress(OSError):
            super().finish()

    def _answer_one(self) -> bool:
        words = self.rfile.readline().split()
        length = 0
        while header := self.rfile.readline().strip():
            if header.lower().startswith(b"content-length:"):
                length = int(header.partition(b":")[2])
        if len(words) != 3 or len(self.rfile.read(length)) != length:
            return False
        method, target = words[0].decode(), words[1].decode()
        if method == "CONNECT":
            self._tunnel(target)
            return False
        kind = target.split("/")[1]
        if kind == "held":
            self.rfile.read()
            return False
        if method == "POST":
            self._send("200 OK", "y" * length)
            return True
        self._send("503 Service Unavailable" if self._is_first(kind) else "200 OK", CONNECTION)
        return True

    def _is_first(self, kind: str) -> bool:
        with self.lock:
            first = kind.startswith("flaky-") and kind not in self.seen
            self.seen.add(kind)
            return first

    def _send(self, status: str, body: str) -> None:
        self.wfile.write(f"HTTP/1.1 {status}\r\ncontent-length: {len(body)}\r\n\r\n{body}".encode())

    def _tunnel(self, target: str) -> None:
        host, _, port = target.rpartition(":")
        with socket.create_connection((host, int(port))) as upstream:
            self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            ends = {self.connection: upstream, upstream: self.connection}
            while True:
                for readable in select.select(list(ends), [], [])[0]:
                    data = readable.recv(65536)
                    if not data:
                        return
                    ends[readable].sendall(data)


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self._context = context
        scheme = "https" if context else "http"
        self.url = f"{scheme}://127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def get_request(self) -> tuple[socket.socket, object]:
        connection, address = super().get_request()
        if self._context:
            # The handshake comes with the first read, on the thread of the connection.
            connection = self._context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        return connection, address


def _openssl(*arguments: object) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make_certificates(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """An authority of our own, and the context of a server at 127.0.0.1 that it vouches for."""
    authority, authority_key = folder / "authority.pem", folder / "authority.key"
    request, certificate, key, names = (folder / name for name in ["server.csr", "server.pem", "server.key", "names"])
    new_key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    _openssl("req", "-x509", *new_key, "-days", 2, "-subj", "/CN=Invented", "-keyout", authority_key, "-out", authority)
    _openssl("req", *new_key, "-subj", "/CN=127.0.0.1", "-keyout", key, "-out", request)
    names.write_text("subjectAltName=IP:127.0.0.1\n")
    signed_by = ["-CA", authority, "-CAkey", authority_key, "-CAcreateserial", "-extfile", names]
    _openssl("x509", "-req", "-in", request, *signed_by, "-days", 2, "-out", certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return authority, context
