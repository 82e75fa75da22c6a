"""Signals that come while a proxied call waits, sends or is read: what their handlers raise ends it at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

import nango
from conftest import SECRET_KEY
from program import PYTHON
from server import PATIENCE, Answer, Feed, Gate, Request, Server
from test_signals import LOG_LEVELS, FirstError, handler, stalled

if TYPE_CHECKING:
    from collections.abc import Iterator

IDS = ("customer-1", "github")
RAISED = pytest.mark.parametrize("raised", [KeyboardInterrupt, SystemExit, FirstError, TimeoutError])


def signalling(feed: Feed) -> Iterator[bytes]:
    """A body that sends this process a signal before each part that it is fed."""
    yield b"begun"
    for part in feed:
        os.kill(os.getpid(), signal.SIGUSR1)
        yield part


@pytest.fixture
def feed(server: Server) -> Iterator[Feed]:
    """Feeds the body that the server sends."""
    feed = Feed()
    server.answer = lambda _request: Answer(parts=signalling(feed))
    yield feed
    feed.end()


@LOG_LEVELS
@RAISED
def test_what_a_handler_raises_ends_the_call(
    server: Server, log_level: int | None, raised: type[BaseException]
) -> None:
    with nango.Client(SECRET_KEY, base_url=server.url, log_level=log_level) as client:
        with handler(signal.SIGUSR1, raised), stalled(server, signal.SIGUSR1), pytest.raises(raised):
            client.proxy(*IDS, "POST", "/", data=[b"x"], timeout=PATIENCE)
        server.answer = lambda _request: Answer()
        assert client.proxy(*IDS, "GET", "/").ok


@LOG_LEVELS
@RAISED
def test_what_a_handler_raises_ends_the_reading(
    server: Server, feed: Feed, log_level: int | None, raised: type[BaseException]
) -> None:
    with nango.Client(SECRET_KEY, base_url=server.url, log_level=log_level) as client:
        response = client.proxy(*IDS, "GET", "/")
        with handler(signal.SIGUSR1, raised), pytest.raises(raised):
            read_on(feed, response)
        server.answer = lambda _request: Answer()
        assert client.proxy(*IDS, "GET", "/").ok


def read_on(feed: Feed, response: nango.Response) -> bytes:
    """Raise a signal, and read the output that may follow it."""
    feed.give(b" and more")
    return response.content


def test_what_another_thread_has_asked_for_is_ended_too(client: nango.Client, feed: Feed) -> None:
    with ThreadPoolExecutor(1) as pool:
        response = pool.submit(client.proxy, *IDS, "GET", "/").result(PATIENCE)
    with handler(signal.SIGUSR1, KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        read_on(feed, response)


def test_reading_in_parts_is_ended_too(client: nango.Client, feed: Feed) -> None:
    response = client.proxy(*IDS, "GET", "/")
    assert response.read(5) == b"begun"
    feed.give(b"more")
    with handler(signal.SIGUSR1, KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        list(response.iter_bytes())


def test_a_handler_that_raises_nothing_ends_nothing(client: nango.Client, feed: Feed) -> None:
    response = client.proxy(*IDS, "GET", "/")
    with handler(signal.SIGUSR1, None) as came:
        feed.give(b" and ended")
        feed.end()
        assert response.content == b"begun and ended"
    assert len(came) == 1


@LOG_LEVELS
def test_no_exception_is_lost_while_a_body_is_sent(server: Server, log_level: int | None) -> None:
    """The signal comes anywhere: in the library, in the program's own reader, and in between."""
    with nango.Client(SECRET_KEY, base_url=server.url, log_level=log_level) as client:
        for _ in range(50):
            begun = threading.Event()

            def endless(begun: threading.Event = begun) -> Iterator[bytes]:
                while True:
                    yield b"x" * 10
                    begun.set()

            def interrupt(begun: threading.Event = begun) -> None:
                assert begun.wait(PATIENCE)
                os.kill(os.getpid(), signal.SIGUSR1)

            with handler(signal.SIGUSR1, FirstError) as came, ThreadPoolExecutor(1) as pool:
                interrupting = pool.submit(interrupt)
                with pytest.raises(FirstError):
                    client.proxy(*IDS, "POST", "/", data=endless())
                interrupting.result(PATIENCE)
            assert len(came) == 1


def test_a_handler_may_close_the_response(client: nango.Client, feed: Feed) -> None:
    response = client.proxy(*IDS, "GET", "/")
    before = signal.signal(signal.SIGUSR1, lambda _number, _frame: response.close())
    try:
        with pytest.raises((nango.CallCancelledError, nango.InvalidArgumentError)):
            read_on(feed, response)
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert response.closed


@pytest.mark.parametrize(
    "call",
    [
        "client.proxy(*ids, 'GET', '/')",
        "client.proxy(*ids, 'GET', '/parts').content",
        "client.proxy(*ids, 'POST', '/', data=open('/dev/zero', 'rb'))",
    ],
    ids=["head", "body", "upload"],
)
def test_control_c_ends_a_program_at_once(server: Server, call: str) -> None:
    program = f"""
import sys, nango
ids = "customer-1", "github"
with nango.Client("invented", base_url=sys.argv[1], timeout=3600) as client:
    print(flush=True)
    {call}
"""
    feed, gate = Feed(b"begun"), Gate()

    def answer(request: Request) -> Answer:
        return Answer(parts=feed) if "parts" in request.target else gate(request)

    server.answer = answer
    command = [sys.executable, "-c", program, server.url]
    environment = {**os.environ, "PYTHONPATH": str(PYTHON / "src")}
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, text=True, **pipes) as process:
        assert process.stdout
        assert process.stdout.readline() == "\n"
        process.send_signal(signal.SIGINT)
        _, output = process.communicate(timeout=PATIENCE)
    gate.open()
    feed.end()
    assert process.returncode == -signal.SIGINT
    assert output.splitlines()[-1] == "KeyboardInterrupt"
    assert "ignored" not in output
