"""Signals that come while a call waits: handlers run at once, and what they raise ends the call."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

import nango
from conftest import SECRET_KEY
from nango import _call, _ffi
from program import PYTHON
from server import PATIENCE, Answer, Gate, Request, Server

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Without a log and with one: a signal may come while a message is handed over, too.
LOG_LEVELS = pytest.mark.parametrize("log_level", [None, nango.TRACE])


class FirstError(Exception):
    pass


class SecondError(BaseException):
    pass


@contextmanager
def handler(number: int, raised: type[BaseException] | None) -> Iterator[list[int]]:
    """Handles a signal by raising, and records which have come."""
    came: list[int] = []

    def handle(number: int, _frame: object) -> None:
        came.append(number)
        if raised is not None:
            raise raised

    before = signal.signal(number, handle)
    try:
        yield came
    finally:
        signal.signal(number, before)


@contextmanager
def stalled(server: Server, *signals: int) -> Iterator[Gate]:
    """The server sends this process the signals when it has a request, and does not respond."""
    gate = Gate()

    def answer(request: Request) -> Answer:
        for number in signals:
            os.kill(os.getpid(), number)
        return gate(request)

    server.answer = answer
    try:
        yield gate
    finally:
        gate.open()


@LOG_LEVELS
@pytest.mark.parametrize("raised", [KeyboardInterrupt, SystemExit, FirstError, TimeoutError])
def test_what_a_handler_raises_ends_the_call(
    server: Server, log_level: int | None, raised: type[BaseException]
) -> None:
    with nango.Client(SECRET_KEY, base_url=server.url, log_level=log_level) as client:
        with handler(signal.SIGUSR1, raised), stalled(server, signal.SIGUSR1):
            with pytest.raises(raised):
                client.get_connection("customer-1", "github", timeout=PATIENCE)
        server.answer = lambda _request: Answer()
        assert client.get_connection("customer-1", "github").token == "invented-access-token"
    assert len(server.requests) == 2


def test_control_c_ends_a_program_at_once(server: Server) -> None:
    program = """
import sys, nango
with nango.Client("invented", base_url=sys.argv[1], timeout=3600) as client:
    client.get_connection("customer-1", "github")
"""
    gate = Gate()
    server.answer = gate
    command = [sys.executable, "-X", "dev", "-W", "error", "-c", program, server.url]
    environment = {**os.environ, "PYTHONPATH": str(PYTHON / "src")}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        gate.wait_for_requests()
        process.send_signal(signal.SIGINT)
        _, output = process.communicate(timeout=PATIENCE)
    gate.open()
    assert process.returncode == -signal.SIGINT
    assert output.splitlines()[-1] == "KeyboardInterrupt"
    assert "ignored" not in output


@LOG_LEVELS
def test_no_exception_is_lost_where_the_answer_comes_at_the_same_time(server: Server, log_level: int | None) -> None:
    def answer(_request: Request) -> Answer:
        os.kill(os.getpid(), signal.SIGUSR1)
        return Answer()

    server.answer = answer
    with nango.Client(SECRET_KEY, base_url=server.url, log_level=log_level) as client:
        for _ in range(50):
            with handler(signal.SIGUSR1, FirstError) as came, pytest.raises(FirstError):
                client.get_connection("customer-1", "github", timeout=PATIENCE)
            assert len(came) == 1


@LOG_LEVELS
def test_two_handlers_that_raise_at_once(server: Server, log_level: int | None) -> None:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(PATIENCE)  # so that this thread does not continue between the two signals of the server
    try:
        with nango.Client(SECRET_KEY, base_url=server.url, log_level=log_level) as client:
            with handler(signal.SIGUSR1, FirstError), handler(signal.SIGUSR2, SecondError):
                with stalled(server, signal.SIGUSR1, signal.SIGUSR2), pytest.raises(SecondError) as caught:
                    client.get_connection("customer-1", "github", timeout=PATIENCE)
    finally:
        sys.setswitchinterval(interval)
    assert type(caught.value.__context__) is FirstError
    assert len(server.requests) == 1


def test_a_handler_that_raises_nothing_ends_nothing(client: nango.Client, server: Server) -> None:
    with handler(signal.SIGUSR1, None) as came:

        def answer(_request: Request) -> Answer:
            for count in range(1, 6):
                os.kill(os.getpid(), signal.SIGUSR1)
                while len(came) < count:
                    time.sleep(0)
            return Answer()

        server.answer = answer
        connection = client.get_connection("customer-1", "github", timeout=PATIENCE)
    assert connection.token == "invented-access-token"
    assert len(came) == 5
    assert len(server.requests) == 1


@LOG_LEVELS
def test_a_handler_may_make_a_call_itself(server: Server, log_level: int | None) -> None:
    inner: list[str | None] = []
    with nango.Client(SECRET_KEY, base_url=server.url, log_level=log_level) as client:

        def call(_number: int, _frame: object) -> None:
            inner.append(client.get_connection("inner", "github").token)

        def answer(request: Request) -> Answer:
            if "outer" in request.target:
                os.kill(os.getpid(), signal.SIGUSR1)
                assert answered.wait(PATIENCE)
            else:
                answered.set()
            return Answer()

        answered = threading.Event()
        server.answer = answer
        before = signal.signal(signal.SIGUSR1, call)
        try:
            outer = client.get_connection("outer", "github", timeout=PATIENCE)
        finally:
            signal.signal(signal.SIGUSR1, before)
    assert [outer.token, *inner] == ["invented-access-token"] * 2


def test_control_c_while_other_threads_call(client: nango.Client, server: Server) -> None:
    gate = Gate()
    server.answer = gate
    with ThreadPoolExecutor(4) as pool:
        others = [pool.submit(client.get_connection, "customer-1", "github") for _ in range(4)]
        gate.wait_for_requests(4)

        def answer(request: Request) -> Answer:
            os.kill(os.getpid(), signal.SIGUSR1)
            return gate(request)

        server.answer = answer
        with handler(signal.SIGUSR1, KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
            client.get_connection("customer-1", "github", timeout=PATIENCE)
        assert not any(other.done() for other in others)
        gate.open()
        assert {other.result(PATIENCE).token for other in others} == {"invented-access-token"}


def test_the_pause_between_two_attempts_is_ended_too(server: Server) -> None:
    server.gives("", 503, retry_after="20")
    give = server.answer

    def answer(request: Request) -> Answer:
        os.kill(os.getpid(), signal.SIGUSR1)
        return give(request)

    server.answer = answer
    with nango.Client(SECRET_KEY, base_url=server.url, max_retries=1) as client:
        with handler(signal.SIGUSR1, KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
            client.get_connection("customer-1", "github")
    assert len(server.requests) == 1


def test_only_calls_of_the_main_thread_are_asked(
    client: nango.Client, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    set_interrupt = _ffi.lib.nango_call_options_set_interrupt

    def spy(*arguments: Any) -> None:
        threads.append(threading.get_ident())
        set_interrupt(*arguments)

    monkeypatch.setattr(_ffi.lib, "nango_call_options_set_interrupt", spy)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(client.get_connection, "customer-1", "github", timeout=PATIENCE).result(PATIENCE)
    client.get_connection("customer-1", "github", timeout=PATIENCE)
    assert threads == [threading.get_ident()]


def test_plain_calls_of_the_main_thread_are_asked_too(client: nango.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    options: list[Any] = []
    get_connection = _ffi.lib.nango_get_connection

    def spy(*arguments: Any) -> Any:
        options.append(arguments[3])
        return get_connection(*arguments)

    monkeypatch.setattr(_ffi.lib, "nango_get_connection", spy)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(client.get_connection, "customer-1", "github").result(PATIENCE)
    client.get_connection("customer-1", "github")
    of_the_thread, of_the_main_thread = options
    assert of_the_thread is None
    assert of_the_main_thread


def test_what_ended_a_call_does_not_end_the_next(client: nango.Client, server: Server) -> None:
    for _ in range(3):
        with handler(signal.SIGUSR1, KeyboardInterrupt), stalled(server, signal.SIGUSR1):
            with pytest.raises(KeyboardInterrupt):
                client.get_connection("customer-1", "github")
        server.answer = lambda _request: Answer()
        assert client.get_connection("customer-1", "github").token == "invented-access-token"
    assert len(server.requests) == 6


def test_a_handler_that_raises_as_an_error_is_freed_leaves_it_to_no_other_call(
    client: nango.Client, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = _ffi.lib.nango_error_free

    def free_and_raise(error: Any) -> None:
        free(error)
        signal.raise_signal(signal.SIGUSR1)

    server.answer = lambda _request: Answer(status=404)
    monkeypatch.setattr(_ffi.lib, "nango_error_free", free_and_raise)
    with handler(signal.SIGUSR1, FirstError), pytest.raises(FirstError):
        client.get_connection("customer-1", "github")
    monkeypatch.setattr(_ffi.lib, "nango_error_free", free)
    # What is left is freed by a call that is refused, which never gets an error of the library's.
    assert not any(desk.error for desk in _call._idle)
    client.close()
    with pytest.raises(nango.ClientClosedError):
        client.get_connection("customer-1", "github")
