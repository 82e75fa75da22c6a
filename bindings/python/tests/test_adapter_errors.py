"""The adapters raise the very class that requests and httpx have for what went wrong."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import socket
import struct
import threading
from typing import TYPE_CHECKING, Any, Callable, NamedTuple, Optional

import httpx
import pytest
import requests

import nango
from conftest import SECRET_KEY
from nango.adapters.httpx import AsyncProxyTransport, ProxyTransport
from nango.adapters.requests import ProxyAdapter

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

API = "https://api.example/"
IDS = "customer-1", "github"
HEAD = b"HTTP/1.1 200 OK\r\n"


class Peer:
    """A server that does with each connection what a test says."""

    def __init__(self, treat: Callable[[Peer, socket.socket], None]) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        #: Set when the client has the head of the response, and when the test ends.
        self.go_on = threading.Event()
        self._treat = treat
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        with self._listening, contextlib.suppress(OSError):
            connection, _address = self._listening.accept()
            with connection, contextlib.suppress(OSError):
                self._treat(self, connection)

    def end(self) -> None:
        """Wait for the thread, which may wait for a connection."""
        self.go_on.set()
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        self._thread.join()


def read_head(connection: socket.socket) -> None:
    """Read a request without a body."""
    received = b""
    while b"\r\n\r\n" not in received:
        part = connection.recv(65536)
        if not part:
            return
        received += part


def reset(connection: socket.socket) -> None:
    """Close in a way that is an error for the other side."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def silent(peer: Peer, _connection: socket.socket) -> None:
    peer.go_on.wait()


def closes(_peer: Peer, connection: socket.socket) -> None:
    read_head(connection)


def no_tls(_peer: Peer, connection: socket.socket) -> None:
    connection.recv(65536)
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def resets(_peer: Peer, connection: socket.socket) -> None:
    read_head(connection)
    reset(connection)


def answers(head: bytes, *then: bytes, end: Optional[Callable[[socket.socket], None]] = None) -> Any:
    """Send a response whose last parts come when the client has the head; wait until the test ends, or reset."""

    def treat(peer: Peer, connection: socket.socket) -> None:
        read_head(connection)
        connection.sendall(HEAD + head + b"\r\n\r\n")
        peer.go_on.wait()
        connection.sendall(b"".join(then))
        if end is not None:
            end(connection)

    return treat


def stalls(_peer: Peer, connection: socket.socket) -> None:
    read_head(connection)
    connection.sendall(HEAD + b"Content-Length: 9\r\n\r\nsome")
    connection.recv(1)  # which the client ends


class Case(NamedTuple):
    name: str
    treat: Any
    of_requests: type[Exception]
    of_httpx: type[Exception]
    scheme: str = "http"
    setting: str = "base_url"
    uploads: bool = False
    timeout: float = 30


LENGTH = b"Content-Length: 9"
CHUNKED = b"Transfer-Encoding: chunked"
RX = requests.exceptions
CASES = (
    Case("no TLS handshake", silent, RX.ConnectTimeout, httpx.ConnectTimeout, scheme="https", timeout=0.05),
    Case("no response", silent, RX.ReadTimeout, httpx.ReadTimeout, timeout=0.05),
    Case("does not read", silent, RX.Timeout, httpx.WriteTimeout, uploads=True, timeout=0.05),
    Case("no TLS", no_tls, RX.SSLError, httpx.ConnectError, scheme="https"),
    Case("proxy that closes", closes, RX.ProxyError, httpx.ProxyError, setting="http_proxy"),
    Case("closes", closes, RX.ConnectionError, httpx.RemoteProtocolError),
    Case("resets", resets, RX.ConnectionError, httpx.ReadError),
    Case("short body", answers(LENGTH, b"some"), RX.ChunkedEncodingError, httpx.RemoteProtocolError),
    Case("reset body", answers(LENGTH, b"some", end=reset), RX.ChunkedEncodingError, httpx.ReadError),
    Case("no chunk", answers(CHUNKED, b"not a length\r\n"), RX.ChunkedEncodingError, httpx.RemoteProtocolError),
    Case("stalls", stalls, RX.ReadTimeout, httpx.ReadTimeout, timeout=0.2),
    Case(
        "no gzip",
        answers(LENGTH + b"\r\nContent-Encoding: gzip", b"not gzip."),
        RX.ContentDecodingError,
        httpx.DecodingError,
    ),
)


def settings_of(case: Case, peer: Peer) -> dict[str, Any]:
    settings: dict[str, Any] = {"base_url": "https://nango.invalid", "max_retries": 0}
    settings[case.setting] = f"{case.scheme}://127.0.0.1:{peer.port}"
    return settings


def parts(case: Case) -> Any:
    return itertools.repeat(b"x" * 65536) if case.uploads else None


@pytest.fixture
def peer(case: Case) -> Iterator[Peer]:
    peer = Peer(case.treat)
    yield peer
    peer.end()


def check(error: BaseException, wanted: type[Exception], case: Case) -> None:
    assert isinstance(error, wanted), repr(error)
    assert isinstance(error.__cause__, nango.NangoError) or case.name == "no gzip"
    if case.name == "does not read":
        assert not isinstance(error, (RX.ReadTimeout, RX.ConnectTimeout))
    if case.name in ("resets", "reset body"):
        assert not isinstance(error, httpx.RemoteProtocolError)  # which no system reports


each = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


@each
def test_requests(case: Case, peer: Peer) -> None:
    with nango.Client(SECRET_KEY, **settings_of(case, peer)) as client, requests.Session() as session:
        session.mount("https://", ProxyAdapter(client, *IDS))

        def exchange() -> None:
            method = "POST" if case.uploads else "GET"
            response = session.request(method, API, data=parts(case), timeout=case.timeout, stream=True)
            peer.go_on.set()
            assert response.content is None, "no error"

        with pytest.raises(requests.RequestException) as caught:
            exchange()
    check(caught.value, case.of_requests, case)
    # What programs of the last release catch.
    assert isinstance(caught.value, (RX.ConnectionError, RX.Timeout, RX.ContentDecodingError))


@each
def test_httpx(case: Case, peer: Peer) -> None:
    with nango.Client(SECRET_KEY, **settings_of(case, peer)) as client:
        with httpx.Client(transport=ProxyTransport(client, *IDS), timeout=case.timeout) as api:

            def exchange() -> None:
                with api.stream("POST" if case.uploads else "GET", API, content=parts(case)) as response:
                    peer.go_on.set()
                    response.read()

            with pytest.raises(httpx.RequestError) as caught:
                exchange()
    check(caught.value, case.of_httpx, case)
    assert caught.value.request.url == API


@each
def test_httpx_in_asyncio(case: Case, peer: Peer) -> None:
    async def body() -> AsyncIterator[bytes]:
        for part in parts(case):
            yield part

    async def main() -> httpx.RequestError:
        async with nango.AsyncClient(SECRET_KEY, **settings_of(case, peer)) as client:
            transport = AsyncProxyTransport(client, *IDS)
            async with httpx.AsyncClient(transport=transport, timeout=case.timeout) as api:

                async def exchange() -> None:
                    content = body() if case.uploads else None
                    async with api.stream("POST" if case.uploads else "GET", API, content=content) as response:
                        peer.go_on.set()
                        await response.aread()

                with pytest.raises(httpx.RequestError) as caught:
                    await exchange()
        return caught.value

    check(asyncio.run(main()), case.of_httpx, case)


@pytest.fixture
def black_hole() -> Iterator[str]:
    """The address of a server that accepts no connection: its queue is full."""
    with contextlib.ExitStack() as open_sockets:
        listening = open_sockets.enter_context(socket.socket())
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        host, port = listening.getsockname()
        for _ in range(4):
            waiting = open_sockets.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex((host, port))
        yield f"http://{host}:{port}"


def test_a_connection_that_does_not_come(black_hole: str) -> None:
    with nango.Client(SECRET_KEY, base_url=black_hole, max_retries=0) as client, requests.Session() as session:
        session.mount("https://", ProxyAdapter(client, *IDS))
        with pytest.raises(requests.ConnectTimeout, match="^timed out while connecting"):
            session.get(API, timeout=0.1)
        with httpx.Client(transport=ProxyTransport(client, *IDS)) as api, pytest.raises(httpx.ConnectTimeout):
            api.get(API, timeout=0.1)


def test_a_call_that_has_no_time_at_all(nobody: str) -> None:
    with nango.Client(SECRET_KEY, base_url=nobody, timeout=0) as client, requests.Session() as session:
        session.mount("https://", ProxyAdapter(client, *IDS))
        with pytest.raises(requests.ConnectTimeout, match="^timed out before anything was sent"):
            session.get(API)
