"""Closing, threads, signals, forks and the end of the interpreter."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

import nango
from conftest import SECRET_KEY
from nango import _ffi
from nango._handle import SharedHandle
from program import PYTHON, output
from server import PATIENCE, Answer, Gate, Request, document

if TYPE_CHECKING:
    from types import FrameType

    from server import Server


@pytest.fixture
def freed(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The clients that were freed."""
    freed: list[Any] = []
    free = _ffi.lib.nango_client_free

    def spy(client: Any) -> None:
        freed.append(client)
        free(client)

    monkeypatch.setattr(_ffi.lib, "nango_client_free", spy)
    return freed


def test_a_with_statement_closes(server: Server, freed: list[Any]) -> None:
    with nango.Client(SECRET_KEY, base_url=server.url) as client:
        assert not client.closed
        client.get_connection("customer-1", "github")
        assert freed == []
    assert client.closed
    assert len(freed) == 1


def test_closing_twice_frees_once(server: Server, freed: list[Any]) -> None:
    client = nango.Client(SECRET_KEY, base_url=server.url)
    client.close()
    client.close()
    del client
    gc.collect()
    assert len(freed) == 1


def test_a_closed_client_says_so(server: Server) -> None:
    client = nango.Client(SECRET_KEY, base_url=server.url)
    client.close()
    with pytest.raises(nango.InvalidArgumentError, match="^client is closed: make a new one$"):
        client.get_connection("customer-1", "github")
    assert server.requests == []


@pytest.mark.filterwarnings("ignore:unclosed <nango:ResourceWarning")
def test_a_forgotten_client_is_freed(server: Server, freed: list[Any]) -> None:
    client = nango.Client(SECRET_KEY, base_url=server.url)
    client.get_connection("customer-1", "github")
    del client
    gc.collect()
    assert len(freed) == 1


def test_a_connection_outlives_its_client(server: Server) -> None:
    with nango.Client(SECRET_KEY, base_url=server.url) as client:
        connection = client.get_connection("customer-1", "github")
    gc.collect()
    assert connection.token == "invented-access-token"


def test_closing_ends_the_calls_in_flight_and_waits_for_them(server: Server, freed: list[Any]) -> None:
    gate = Gate()
    server.answer = gate
    client = nango.Client(SECRET_KEY, base_url=server.url)
    with ThreadPoolExecutor(3) as pool:
        calls = [pool.submit(client.get_connection, "customer-1", "github") for _ in range(3)]
        gate.wait_for_requests(3)
        client.close()
        assert client.closed
        assert len(freed) == 1
        with pytest.raises(nango.InvalidArgumentError, match="^client is closed"):
            client.get_connection("customer-1", "github")
        errors = [call.exception(PATIENCE) for call in calls]
    gate.open()
    assert {type(error) for error in errors} == {nango.CallCancelledError}
    assert len(freed) == 1


def test_every_handle_is_freed(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    freed: list[str] = []

    def spy_on(name: str, log: list[str], kind: str) -> None:
        function = getattr(_ffi.lib, name)

        def spy(*arguments: Any) -> Any:
            log.append(kind)
            return function(*arguments)

        monkeypatch.setattr(_ffi.lib, name, spy)

    for kind in ("client_options", "client", "call_options"):
        spy_on(f"nango_{kind}_new", made, kind)
    spy_on("nango_get_connection", made, "connection or error")
    for kind in ("client_options", "client", "call_options", "connection", "error"):
        spy_on(f"nango_{kind}_free", freed, kind)

    with nango.Client(SECRET_KEY, base_url=server.url) as client:
        client.get_connection("customer-1", "github", refresh_token=True)
        with pytest.raises(nango.TimeoutError):
            client.get_connection("customer-1", "github", timeout=0)
        with pytest.raises(nango.InvalidArgumentError):
            client.get_connection("customer-1", "github", timeout=-1)
    with pytest.raises(nango.InvalidArgumentError):
        nango.Client(SECRET_KEY, base_url="ftp://nango.example")

    # The client that cannot be made is an error instead.
    assert made.count("client") == freed.count("client") + 1 == 2
    assert made.count("client_options") == freed.count("client_options") == 2
    assert made.count("call_options") == freed.count("call_options") == 2
    assert made.count("connection or error") == freed.count("connection") + 1 == 2
    assert freed.count("error") == 2


def test_threads_share_a_client(client: nango.Client, server: Server) -> None:
    def answer(request: Request) -> Answer:
        path, _, query = request.target.partition("?")
        names = {"connection_id": unquote(path.rsplit("/", 1)[1]), "provider_config_key": query.split("=", 1)[1]}
        return Answer(document(**names))

    server.answer = answer
    ids = [f"customer-{number}" for number in range(100)]
    with ThreadPoolExecutor(8) as pool:
        connections = list(pool.map(lambda name: client.get_connection(name, "github"), ids))
    assert [connection.connection_id for connection in connections] == ids


def test_a_signal_handler_may_close(server: Server, freed: list[Any]) -> None:
    gate = Gate()
    client = nango.Client(SECRET_KEY, base_url=server.url)

    def close(_number: int, _frame: FrameType | None) -> None:
        client.close()

    def answer(request: Request) -> Answer:
        os.kill(os.getpid(), signal.SIGUSR1)
        return gate(request)

    server.answer = answer
    before = signal.signal(signal.SIGUSR1, close)
    try:
        with pytest.raises(nango.CallCancelledError):
            client.get_connection("customer-1", "github")
    finally:
        signal.signal(signal.SIGUSR1, before)
        gate.open()
    assert client.closed
    assert len(freed) == 1


def test_a_handle_that_is_closed_from_within_is_freed_once() -> None:
    """The actions of a signal handler or the garbage collector: close, and try to call, inside any step."""
    shut_down: list[str] = []
    freed: list[str] = []

    def free(pointer: str) -> None:
        freed.append(pointer)
        handle.close()
        with pytest.raises(nango.InvalidArgumentError):
            handle.call([], pytest.fail)

    def close_and_call(pointer: str) -> str:
        handle.close()
        with pytest.raises(nango.InvalidArgumentError):
            handle.call([], pytest.fail)
        assert freed == []
        return pointer

    def call_again(pointer: str) -> None:
        assert pointer == "pointer"
        handle.call(results, close_and_call)
        assert freed == []

    results: list[str] = []
    handle = SharedHandle("pointer", shut_down.append, free)
    handle.call([], call_again)
    assert results == shut_down == freed == ["pointer"]


def test_many_threads_close_and_call_at_once() -> None:
    def call(handle: SharedHandle, start: threading.Barrier, freed: list[str]) -> bool:
        start.wait(PATIENCE)
        results: list[bool] = []
        try:
            handle.call(results, lambda _pointer: freed == [])
        except nango.InvalidArgumentError:
            return True
        return results == [True]

    def close(handle: SharedHandle, start: threading.Barrier, _freed: list[str]) -> bool:
        start.wait(PATIENCE)
        handle.close()
        return True

    for _ in range(50):
        shut_down: list[str] = []
        freed: list[str] = []
        handle = SharedHandle("pointer", shut_down.append, freed.append)
        start = threading.Barrier(4)

        with ThreadPoolExecutor(4) as pool:
            results = [pool.submit(task, handle, start, freed) for task in (call, close, call, close)]
            assert all(result.result(PATIENCE) for result in results)
        assert shut_down == freed == ["pointer"]


def test_a_program_may_end_without_closing(server: Server) -> None:
    program = """
import sys, nango
client = nango.Client("invented", base_url=sys.argv[1])
connection = client.get_connection("customer-1", "github")
class Late:
    def __del__(self, client=client):
        client.close()
late = Late()
late.cycle = late
"""
    assert output(program, server.url) == ""


def test_a_call_after_the_end_says_that_the_client_is_closed(server: Server) -> None:
    program = """
import atexit
atexit.register(lambda: late())
import sys, nango
client = nango.Client("invented", base_url=sys.argv[1])
def late():
    try:
        client.get_connection("customer-1", "github")
    except nango.InvalidArgumentError as error:
        print(error)
"""
    assert output(program, server.url) == "client is closed: make a new one\n"


def test_a_program_may_end_while_a_call_runs(server: Server) -> None:
    program = """
import sys, threading, nango
client = nango.Client("invented", base_url=sys.argv[1])
threading.Thread(target=client.get_connection, args=("customer-1", "github"), daemon=True).start()
sys.stdin.readline()
"""
    gate = Gate()
    server.answer = gate
    command = [sys.executable, "-X", "dev", "-W", "error", "-c", program, server.url]
    environment = {**os.environ, "PYTHONPATH": str(PYTHON / "src")}
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        gate.wait_for_requests()
        printed = process.communicate("end\n", timeout=PATIENCE)
    gate.open()
    assert (process.returncode, *printed) == (0, "", "")
