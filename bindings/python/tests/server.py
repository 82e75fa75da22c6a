"""A small HTTP server on loopback that responds as a test specifies, and records the requests."""

from __future__ import annotations

import itertools
import json
import queue
import sys
import threading
from collections import defaultdict
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Callable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: How long a test waits for something that is about to happen. Only a failing test waits that long.
PATIENCE = 30

CREDENTIALS = {
    "type": "OAUTH2",
    "access_token": "invented-access-token",
    "expires_at": "2125-01-02T03:04:05.678Z",
    "raw": {"access_token": "invented-access-token", "scope": "repo"},
}


def document(credentials: object = CREDENTIALS, **members: Any) -> str:
    """A connection as Nango sends it."""
    return json.dumps(
        {
            "id": 7,
            "connection_id": "customer-1",
            "provider_config_key": "github",
            "provider": "github",
            "errors": [],
            "end_user": None,
            "tags": {"team": "blue"},
            "metadata": {"plan": "pro"},
            "connection_config": {},
            "webhook_url_override": None,
            "created_at": "2026-11-22T01:16:10.826+00:00",
            "updated_at": "2026-11-22T01:16:10.826+00:00",
            "last_fetched_at": "2026-11-22T01:20:31.290+00:00",
            "credentials": credentials,
            **members,
        }
    )


def refusal(code: str, message: str = "what the server said") -> str:
    """An error as Nango sends it."""
    return json.dumps({"error": {"code": code, "message": message}})


@dataclass
class Request:
    target: str
    headers: dict[str, str]
    #: The number of the connection that it came on.
    connection: int
    method: str = "GET"
    body: bytes = b""


@dataclass
class Answer:
    body: str | bytes = field(default_factory=document)
    status: int = 200
    #: A list gives a header more than once.
    headers: dict[str, str | list[str]] = field(default_factory=dict)
    #: How many bytes are announced and never sent.
    missing: int = 0
    #: Replaces the body: each part is sent as a chunk as soon as it is available.
    parts: Iterable[bytes] | None = None


class Gate:
    """A response that waits until the test opens the gate."""

    def __init__(self, answer: Answer | None = None) -> None:
        self._answer = answer or Answer()
        self._arrived = threading.Semaphore(0)
        self._opened = threading.Event()

    def __call__(self, _request: Request) -> Answer:
        self._arrived.release()
        assert self._opened.wait(PATIENCE), "the test never opened the gate"
        return self._answer

    def wait_for_requests(self, count: int = 1) -> None:
        for _ in range(count):
            assert self._arrived.acquire(timeout=PATIENCE), "the request never came"

    def open(self) -> None:
        self._opened.set()


class Feed:
    """The parts of a body, sent as the test gives them."""

    def __init__(self, *parts: bytes) -> None:
        self._parts: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        for part in parts:
            self.give(part)

    def give(self, part: bytes) -> None:
        self._parts.put(part)

    def end(self) -> None:
        self._parts.put(None)

    def __iter__(self) -> Iterator[bytes]:
        while True:
            part = self._parts.get(timeout=PATIENCE)
            if part is None:
                return
            yield part


class Server:
    """Sends `answer`, which a test may replace, to every request. By default closes the connection after each."""

    def __init__(self, *, keep_alive: bool = False) -> None:
        self.keep_alive = keep_alive
        self.requests: list[Request] = []
        self.numbers = itertools.count(1)
        self._ended: dict[int, threading.Event] = defaultdict(threading.Event)
        self.answer: Callable[[Request], Answer] = lambda _request: Answer()
        self._http = _HttpServer(("127.0.0.1", 0), _Handler)
        self._http.owner = self
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}"

    def gives(self, body: str, status: int = 200, **headers: str) -> None:
        """Respond to every request with this from now on."""
        named: dict[str, str | list[str]] = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = Answer(body, status, named)
        self.answer = lambda _request: answer

    def ends(self, connection: int) -> threading.Event:
        """The end of a connection: set once the client has closed it."""
        return self._ended[connection]

    def close(self) -> None:
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


class _HttpServer(ThreadingHTTPServer):
    daemon_threads = False  # so that closing waits for all of them
    owner: Server

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore clients that hang up: some tests are about those."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _HttpServer

    def setup(self) -> None:
        super().setup()
        self.number = next(self.server.owner.numbers)

    def finish(self) -> None:
        super().finish()
        self.server.owner.ends(self.number).set()

    def do_GET(self) -> None:
        owner = self.server.owner
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.path, headers, self.number, self.command, self._body())
        owner.requests.append(request)
        answer = owner.answer(request)
        body = answer.body if isinstance(answer.body, bytes) else answer.body.encode("utf-8", "surrogatepass")
        self.send_response(answer.status)
        for name, values in {"content-type": "application/json", **answer.headers}.items():
            for value in [values] if isinstance(values, str) else values:
                self.send_header(name, value)
        if answer.parts is None:
            self.send_header("content-length", str(len(body) + answer.missing))
        else:
            self.send_header("transfer-encoding", "chunked")
        if not owner.keep_alive:
            self.send_header("connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        if answer.parts is None:
            self.wfile.write(body)
            return
        for part in answer.parts:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        self.wfile.write(b"0\r\n\r\n")

    do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_GET  # noqa: N815 - the names of http.server

    def _body(self) -> bytes:
        if self.headers.get("transfer-encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("content-length", "0")))
        parts = []
        while True:
            line = self.rfile.readline()
            if not line:
                raise ConnectionResetError
            size = int(line, 16)
            parts.append(self.rfile.read(size))
            self.rfile.readline()
            if not size:
                return b"".join(parts)

    def log_message(self, *_arguments: object) -> None:
        """Log nothing."""
