"""Responses that are closed, forgotten, shared and forked, and clients that are closed under them."""

from __future__ import annotations

import gc
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

import nango
from conftest import SECRET_KEY
from nango import _ffi
from program import output
from server import PATIENCE, Answer, Feed, Gate, Request, Server

if TYPE_CHECKING:
    from collections.abc import Iterator

IDS = ("customer-1", "github")


@pytest.fixture
def freed(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The responses that were freed."""
    freed: list[Any] = []
    free = _ffi.lib.nango_response_free

    def spy(response: Any) -> None:
        freed.append(response)
        free(response)

    monkeypatch.setattr(_ffi.lib, "nango_response_free", spy)
    return freed


@pytest.fixture
def feed(server: Server) -> Iterator[Feed]:
    """The body that the server sends: its beginning, and then nothing."""
    feed = Feed(b"begun")
    server.answer = lambda _request: Answer(parts=feed)
    yield feed
    feed.end()


def gave_up(server: Server, feed: Feed, connection: int = 1) -> bool:
    """Whether a connection ends while the server continues to send."""
    deadline = time.monotonic() + PATIENCE
    while not server.ends(connection).wait(0.001):
        assert time.monotonic() < deadline, "the connection stays open"
        feed.give(b"x" * 65536)
    return True


def test_a_with_statement_closes(client: nango.Client, server: Server, feed: Feed, freed: list[Any]) -> None:
    with client.proxy(*IDS, "GET", "/") as response:
        assert response.read(5) == b"begun"
        assert not response.closed
    assert response.closed
    assert len(freed) == 1
    assert gave_up(server, feed)
    response.close()
    assert len(freed) == 1
    with pytest.raises(nango.InvalidArgumentError, match="^response is closed: read it before you close it$"):
        response.read(5)


def test_a_response_that_is_read_is_freed(client: nango.Client, freed: list[Any]) -> None:
    response = client.proxy(*IDS, "GET", "/")
    assert freed == []
    content = response.content
    assert len(freed) == 1
    response.close()
    assert response.content == content
    for part in client.proxy(*IDS, "GET", "/").iter_bytes():
        assert part
    assert len(freed) == 2


def test_a_response_that_is_forgotten_is_freed(
    client: nango.Client, server: Server, feed: Feed, freed: list[Any]
) -> None:
    response = client.proxy(*IDS, "GET", "/")
    response.read(1)
    del response
    gc.collect()
    assert len(freed) == 1
    assert gave_up(server, feed)


def test_a_connection_is_used_again_once_its_response_was_read() -> None:
    server = Server(keep_alive=True)
    server.answer = lambda request: Answer(str(request.connection))
    with nango.Client(SECRET_KEY, base_url=server.url) as client:
        assert [client.proxy(*IDS, "GET", "/").text for _ in range(3)] == ["1"] * 3
        assert b"".join(client.proxy(*IDS, "POST", "/", data=[b"x"]).iter_bytes()) == b"1"
        client.proxy(*IDS, "GET", "/").close()
        assert client.proxy(*IDS, "GET", "/").text == "2"
    server.close()


@pytest.mark.filterwarnings("ignore:unclosed <nango:ResourceWarning")
def test_a_response_keeps_its_client(server: Server, freed: list[Any]) -> None:
    for log_level in (None, nango.TRACE):
        response = nango.Client(SECRET_KEY, base_url=server.url, log_level=log_level).proxy(*IDS, "GET", "/")
        gc.collect()
        assert response.json()["id"] == 7
    assert len(freed) == 2


def test_a_closed_client_says_so(server: Server) -> None:
    client = nango.Client(SECRET_KEY, base_url=server.url)
    whole, unread = client.proxy(*IDS, "GET", "/"), client.proxy(*IDS, "GET", "/")
    assert whole.content
    client.close()
    with pytest.raises(nango.InvalidArgumentError, match="^client is closed: make a new one$"):
        client.proxy(*IDS, "GET", "/")
    with pytest.raises(nango.InvalidArgumentError, match="^client is closed: read the response before you close its"):
        unread.read()
    assert whole.json()["id"] == 7
    unread.close()
    assert len(server.requests) == 2


def test_closing_the_client_ends_the_reading(server: Server, feed: Feed) -> None:
    client = nango.Client(SECRET_KEY, base_url=server.url)
    response = client.proxy(*IDS, "GET", "/")
    with ThreadPoolExecutor(1) as pool:
        assert response.read(5) == b"begun"
        reading = pool.submit(response.read, 5)
        client.close()
        assert isinstance(reading.exception(PATIENCE), (nango.CallCancelledError, nango.InvalidArgumentError))


def test_closing_the_response_ends_the_reading(
    client: nango.Client, server: Server, feed: Feed, freed: list[Any]
) -> None:
    response = client.proxy(*IDS, "GET", "/")
    assert response.read(5) == b"begun"
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(response.read, 5)
        wait_until(lambda: not response._turn)
        response.close()
        assert len(freed) == 1
        assert isinstance(reading.exception(PATIENCE), (nango.CallCancelledError, nango.InvalidArgumentError))
    assert gave_up(server, feed)


def test_closing_the_client_ends_the_upload(server: Server) -> None:
    client = nango.Client(SECRET_KEY, base_url=server.url)
    gate = Gate()
    server.answer = gate
    with ThreadPoolExecutor(1) as pool:
        call = pool.submit(client.proxy, *IDS, "POST", "/", data=[b"x"])
        gate.wait_for_requests()
        client.close()
        assert isinstance(call.exception(PATIENCE), nango.CallCancelledError)
    gate.open()


def wait_until(condition: Any) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0)


def test_two_threads_do_not_read_at_once(client: nango.Client, feed: Feed) -> None:
    response = client.proxy(*IDS, "GET", "/")
    assert response.read(5) == b"begun"
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(response.read, 5)
        wait_until(lambda: not response._turn)
        with pytest.raises(nango.InvalidArgumentError, match="^response is being read already"):
            response.read(5)
        feed.give(b"more")
        assert reading.result(PATIENCE) == b"more"
    feed.end()
    assert response.read() == b""


def test_many_threads_call_at_once(client: nango.Client, server: Server) -> None:
    server.answer = lambda request: Answer(request.body)

    def call(number: int) -> bytes:
        text = b"%d" % number
        return client.proxy(*IDS, "POST", "/", data=iter([text, text])).content

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(call, range(100))) == [b"%d%d" % (number, number) for number in range(100)]


def test_every_handle_is_freed(client: nango.Client, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    freed: list[str] = []

    def spy_on(name: str, log: list[str], kind: str) -> None:
        function = getattr(_ffi.lib, name)

        def spy(*arguments: Any) -> Any:
            log.append(kind)
            return function(*arguments)

        monkeypatch.setattr(_ffi.lib, name, spy)

    for kind in ("request", "call_options", "cancel"):
        spy_on(f"nango_{kind}_new", made, kind)
    spy_on("nango_proxy", made, "response or error")
    for kind in ("request", "call_options", "cancel", "response", "error"):
        spy_on(f"nango_{kind}_free", freed, kind)

    def failing() -> Iterator[bytes]:
        yield b"x"
        raise KeyError

    client.proxy(*IDS, "GET", "/").json()
    client.proxy(*IDS, "GET", "/", headers={"x": "1"}).close()
    with pytest.raises(KeyError):
        client.proxy(*IDS, "POST", "/", data=failing())
    with pytest.raises(nango.InvalidArgumentError):
        client.proxy(*IDS, "GET", "/", headers={"Host": "x"})
    server.answer = lambda _request: Answer("some", missing=3)
    with pytest.raises(nango.ConnectionError):
        client.proxy(*IDS, "GET", "/").read()
    gc.collect()

    for kind in ("request", "call_options", "cancel"):
        assert made.count(kind) == freed.count(kind) == 5
    assert made.count("response or error") == 5
    assert freed.count("response") == 3
    assert freed.count("error") == 3


def test_a_child_of_fork_leaves_the_response_alone(server: Server) -> None:
    feed = Feed(b"begun")

    def answer(request: Request) -> Answer:
        if "forked" in request.target:
            feed.give(b"ended")
            feed.end()
            return Answer("made in a child")
        return Answer(parts=feed)

    server.answer = answer
    program = """
import os, sys, warnings, nango
warnings.filterwarnings("ignore", "This process .* is multi-threaded, use of fork")
client = nango.Client("invented", base_url=sys.argv[1])
response = client.proxy("customer-1", "github", "GET", "/")
print(response.read(5), flush=True)
child = os.fork()
if child == 0:
    try:
        response.read(5)
    except nango.ConnectionError as error:
        print(error, flush=True)
    response.close()
    print(client.proxy("customer-1", "github", "GET", "/forked").text, flush=True)
    del response
    sys.exit()
assert os.waitpid(child, 0)[1] == 0
print(response.read())
"""
    lines = output(program, server.url).splitlines()
    assert lines[0] == "b'begun'"
    assert "forked" in lines[1]
    assert lines[2:] == ["made in a child", "b'ended'"]


def test_a_program_may_end_without_closing(server: Server) -> None:
    program = """
import sys, nango
client = nango.Client("invented", base_url=sys.argv[1])
response = client.proxy("customer-1", "github", "GET", "/")
forgotten = client.proxy("customer-1", "github", "GET", "/")
cycle = [forgotten]
cycle.append(cycle)
del cycle, forgotten
"""
    assert output(program, server.url) == ""


@pytest.mark.parametrize(
    "work",
    [
        "client.proxy('customer-1', 'github', 'GET', '/').read(5); say(); response.read(5)",
        "response = client.proxy('customer-1', 'github', 'GET', '/'); response.read(5); say(); response.read(5)",
        "client.proxy('customer-1', 'github', 'POST', '/', data=endless())",
    ],
    ids=["two", "reading", "sending"],
)
def test_a_program_may_end_while_a_thread_is_inside(server: Server, work: str) -> None:
    program = f"""
import sys, threading, nango
client = nango.Client("invented", base_url=sys.argv[1])
begun = threading.Event()
say = begun.set
response = client.proxy("customer-1", "github", "GET", "/")
response.read(5)
def endless():
    while True:
        say()
        yield b"x" * 1000
def work():
    try:
        {work}
    except nango.CallCancelledError:
        pass
threading.Thread(target=work, daemon=True).start()
assert begun.wait({PATIENCE})
"""
    feeds: list[Feed] = []

    def answer(_request: Request) -> Answer:
        feeds.append(Feed(b"begun"))
        return Answer(parts=feeds[-1])

    server.answer = answer
    try:
        assert output(program, server.url) == ""
    finally:
        for feed in feeds:
            feed.end()
