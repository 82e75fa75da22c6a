"""Makes each kind of call on threads with small stacks: plain http, TLS, and both through a forward proxy.

usage: check_stack.py PROGRAM [--measure]

With --measure it prints how much each needs instead, in steps of 2 KiB.
"""

import gzip
import http.server
import json
import os
import re
import select
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import project

#: What docs/threads.md promises, in KiB: for calls over plain http and over TLS, and for nango_client_new.
PLAIN, SECURED, NEW_CLIENT = 32, 48, 32

CONNECTION = {
    "id": 7,
    "connection_id": "customer-1",
    "provider_config_key": "github",
    "metadata": {"plan": "gold"},
    "credentials": {"type": "OAUTH2", "access_token": "invented-access", "expires_at": "2099-01-01T00:00:00.000Z"},
}


class Handler(http.server.BaseHTTPRequestHandler):
    """Nango, and a forward proxy to itself."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def answer(self) -> None:
        chunked = self.headers.get("transfer-encoding") == "chunked"
        while chunked and self.rfile.read(int(self.rfile.readline(), 16) + 2) != b"\r\n":
            pass
        self.rfile.read(int(self.headers.get("content-length") or 0))
        headers = {"content-type": "application/json"}
        status, body = 200, json.dumps(CONNECTION).encode()
        path = re.sub(r"^http://[^/]*", "", self.path)
        if "/missing" in path:
            error = {"code": "not_found", "message": "Failed to find connection"}
            status, body = 404, json.dumps({"error": error}).encode()
        elif "/flaky" in path and not self.connection_failed():
            status, body = 503, b'{"error":{"code":"server_error","message":"Try again"}}'
        elif path.startswith("/connections?"):
            items = [] if "page=1" in path else [{"id": n, "connection_id": f"c{n}"} for n in range(50)]
            body = json.dumps({"connections": items}).encode()
        elif path.startswith("/proxy"):
            body = json.dumps([{"name": f"item {n}", "price": n / 7} for n in range(3000)]).encode()
        if "/gzip" in path:
            headers["content-encoding"] = "gzip"
            body = gzip.compress(body)
        if "/headers" in path:
            headers.update({f"x-field-{n}": "v" for n in range(300)})
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = answer

    def connection_failed(self) -> bool:
        """Whether this connection has failed once."""
        failed = getattr(self, "has_failed", False)
        self.has_failed = True
        return failed

    def do_CONNECT(self) -> None:
        host, _, port = self.path.rpartition(":")
        with socket.create_connection((host, int(port))) as upstream:
            self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            ends = {self.connection: upstream, upstream: self.connection}
            while True:
                for readable in select.select(list(ends), [], [])[0]:
                    received = readable.recv(65536)
                    if not received:
                        self.close_connection = True
                        return
                    ends[readable].sendall(received)

    def log_message(self, *_: object) -> None:
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A child that has died of its stack left its connection: the test says so."""


def start(context: ssl.SSLContext | None) -> int:
    """Starts a server; returns its port."""
    server = Server(("127.0.0.1", 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def certificate(folder: Path, algorithm: list[str]) -> ssl.SSLContext:
    """A certificate for 127.0.0.1, in `folder`, and the context of a server with it."""
    names = ["-subj", "/CN=Invented", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"]
    files = ["-keyout", folder / "key.pem", "-out", folder / "certificate.pem"]
    made = project.run([project.tool("openssl"), "req", "-x509", "-nodes", "-newkey", *algorithm, *names, *files])
    if made.returncode != 0:
        sys.exit(f"openssl made no certificate: {made.stdout}")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    return context


def run(program: str, call: int, client: int, arguments: list[str]) -> subprocess.CompletedProcess[str]:
    # The servers are on this machine; the program says which proxy it wants.
    return project.run([program, call, client, *arguments])


def measure(program: str, arguments: list[str]) -> str:
    """The smallest stack with which each kind works."""
    needed: dict[str, int] = {}
    for kib in range(16, 130, 2):
        output = run(program, kib, kib, arguments).stdout
        failed = re.findall(rf"^    (.*) with a stack of {kib} KiB: signal", output, flags=re.MULTILINE)
        if not failed:
            return "".join(f"    {need} KiB: {kind}\n" for kind, need in needed.items())
        needed.update(dict.fromkeys(failed, kib + 2))
    return "    nothing is enough\n"


def main() -> None:
    program = sys.argv[1]
    checks = project.Checks()
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        del os.environ[name]
    plain = start(None)
    direct, proxied = "", f"http://127.0.0.1:{plain}"
    cases = [("plain http", PLAIN, [f"http://127.0.0.1:{plain}", "", proxy]) for proxy in (direct, proxied)]
    with tempfile.TemporaryDirectory() as base:
        for algorithm, version in [
            (["rsa:2048"], ssl.TLSVersion.TLSv1_2),
            (["rsa:4096"], ssl.TLSVersion.TLSv1_3),
            (["ec", "-pkeyopt", "ec_paramgen_curve:secp384r1"], ssl.TLSVersion.TLSv1_3),
        ]:
            folder = Path(base, f"{len(cases)}")
            folder.mkdir()
            context = certificate(folder, algorithm)
            context.minimum_version = context.maximum_version = version
            name = f"{version.name} with {algorithm[-1]}"
            base_url, ca_file = f"https://127.0.0.1:{start(context)}", str(folder / "certificate.pem")
            for proxy in (direct, proxied, f"https://{base_url[8:]}"):
                cases.append((name, SECURED, [base_url, ca_file, proxy]))
        for name, kib, arguments in cases:
            what = f"{name}, proxy {arguments[2] or 'none'}"
            if "--measure" in sys.argv:
                print(what, measure(program, arguments), sep="\n", flush=True)
                continue
            tried = run(program, kib, NEW_CLIENT, arguments)
            checks.that(tried.returncode == 0, f"{what}:\n{tried.stdout}")
    checks.finish()


main()
