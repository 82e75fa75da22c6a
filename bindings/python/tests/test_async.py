"""The client for asyncio."""

from __future__ import annotations

import asyncio
import copy
import gc
import inspect
import pickle
import pydoc
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import nango
from conftest import SECRET_KEY
from nango._settings import Settings
from program import output
from server import PATIENCE, Answer, Gate, Request, document, refusal

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

    from server import Server

#: How long a call that is cancelled may take to end, in seconds, with much room.
AT_ONCE = 5


@pytest.fixture
def gate(server: Server) -> Iterator[Gate]:
    gate = Gate()
    server.answer = gate
    yield gate
    gate.open()


def run(main: Coroutine[Any, Any, Any]) -> Any:
    """Run to the end; fails if asyncio has anything to complain about."""
    complaints: list[dict[str, Any]] = []

    async def watched() -> Any:
        asyncio.get_running_loop().set_exception_handler(lambda _loop, context: complaints.append(context))
        result = await main
        gc.collect()
        return result

    result = asyncio.run(watched(), debug=True)
    assert complaints == []
    return result


def own_threads() -> list[str]:
    """The names of the package's threads and of the library's."""
    of_package = [thread.name for thread in threading.enumerate() if thread.name.startswith("nango")]
    names: list[str] = []
    for thread in Path("/proc/self/task").iterdir():
        with suppress(OSError):  # it has ended meanwhile
            names.append((thread / "comm").read_text().strip())
    return of_package + [name for name in names if name == "nango-call"]


async def until(condition: Any) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it never happened"
        await asyncio.sleep(0.001)


def client_of(server: Server, **settings: Any) -> nango.AsyncClient:
    return nango.AsyncClient(SECRET_KEY, base_url=server.url, **{"max_retries": 0, **settings})


def test_a_call(server: Server) -> None:
    async def main() -> None:
        async with client_of(server) as client:
            assert own_threads() == []
            assert not client.closed
            connection = await client.get_connection("customer-1", "github", refresh_token=True, timeout=5)
            assert connection.token == "invented-access-token"
            assert len(own_threads()) == 1
        assert client.closed
        assert own_threads() == []

    run(main())
    assert server.requests[0].target.endswith("refresh_token=true")


def test_a_failed_call(server: Server) -> None:
    server.gives(refusal("not_found"), 404)

    async def main() -> None:
        async with client_of(server) as client:
            with pytest.raises(nango.NotFoundError):
                await client.get_connection("customer-1", "github")
            with pytest.raises(TypeError, match="^connection_id must be a str"):
                await client.get_connection(7, "github")  # type: ignore[arg-type]

    run(main())


def test_many_tasks(server: Server) -> None:
    server.answer = lambda request: Answer(document(connection_id=request.target.split("?")[0].rsplit("/", 1)[1]))
    names = [f"customer-{number}" for number in range(200)]

    async def main() -> None:
        async with client_of(server, max_concurrent_calls=8) as client:
            connections = await asyncio.gather(*[client.get_connection(name, "github") for name in names])
            assert [connection.connection_id for connection in connections] == names
            # Those of the library, and Python's for what they left.
            assert 1 < len(own_threads()) <= 16
        assert own_threads() == []

    run(main())


def test_a_cancelled_task_ends_its_call(server: Server, gate: Gate) -> None:
    async def main() -> None:
        async with client_of(server, timeout=3600) as client:
            task = asyncio.create_task(client.get_connection("customer-1", "github"))
            await until(lambda: server.requests)
            start = time.monotonic()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await until(lambda: not client._threads.calls)
            assert time.monotonic() - start < AT_ONCE

    run(main())


def test_a_task_that_is_cancelled_before_its_turn_sends_nothing(server: Server, gate: Gate) -> None:
    async def main() -> None:
        async with client_of(server, max_concurrent_calls=1) as client:
            first = asyncio.create_task(client.get_connection("first", "github"))
            await until(lambda: server.requests)
            second = asyncio.create_task(client.get_connection("second", "github"))
            await until(lambda: client._threads.calls)
            second.cancel()
            with pytest.raises(asyncio.CancelledError):
                await second
            gate.open()
            await first

    run(main())
    assert len(server.requests) == 1


def test_wait_for(server: Server, gate: Gate) -> None:
    async def main() -> None:
        async with client_of(server, timeout=3600) as client:
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(client.get_connection("customer-1", "github"), 0.05)
            await until(lambda: not client._threads.calls)

    run(main())


@pytest.mark.parametrize("queued", [0, 2])
def test_closing_ends_the_calls_in_flight_and_those_that_wait(server: Server, gate: Gate, queued: int) -> None:
    async def main() -> None:
        client = client_of(server, timeout=3600, max_concurrent_calls=2)
        tasks = [asyncio.create_task(client.get_connection("customer-1", "github")) for _ in range(2 + queued)]
        await until(lambda: len(server.requests) == 2)
        await asyncio.gather(client.aclose(), client.aclose())
        assert own_threads() == []
        with pytest.raises(nango.InvalidArgumentError, match="^client is closed: make a new one$"):
            await client.get_connection("customer-1", "github")
        errors = await asyncio.gather(*tasks, return_exceptions=True)
        assert {type(error) for error in errors} == {nango.CallCancelledError}
        await client.aclose()

    run(main())


def test_several_loops_in_turn(server: Server) -> None:
    client = client_of(server)

    async def call() -> str | None:
        return (await client.get_connection("customer-1", "github")).token

    assert [run(call()) for _ in range(3)] == ["invented-access-token"] * 3
    run(client.aclose())
    assert own_threads() == []


def test_a_loop_that_ends_in_the_middle(server: Server, gate: Gate) -> None:
    client = client_of(server, timeout=3600)

    async def begin() -> None:
        task = asyncio.create_task(client.get_connection("customer-1", "github"))
        await until(lambda: server.requests)
        assert not task.done()

    run(begin())
    run(client.aclose())
    assert own_threads() == []


def test_calls_log(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(1, "nango")

    async def main() -> None:
        async with client_of(server, log_level=nango.TRACE) as client:
            await client.get_connection("customer-1", "github")

    run(main())
    # Besides, asyncio itself complains of a machine that is slow.
    assert len([record for record in caplog.records if record.name == "nango"]) == 4


def test_the_loop_goes_on_while_a_call_waits(server: Server) -> None:
    rounds: list[int] = []
    enough = threading.Event()

    def answer(_request: Request) -> Answer:
        assert enough.wait(PATIENCE)
        return Answer()

    server.answer = answer

    async def count() -> None:
        for number in range(10):
            rounds.append(number)
            await asyncio.sleep(0)
        enough.set()

    async def main() -> None:
        async with client_of(server) as client:
            await asyncio.gather(client.get_connection("customer-1", "github"), count())

    run(main())
    assert len(rounds) == 10


@pytest.mark.filterwarnings("ignore:unclosed <nango:ResourceWarning")
def test_a_forgotten_client_leaves_no_threads(server: Server) -> None:
    async def main() -> None:
        client = client_of(server)
        await client.get_connection("customer-1", "github")
        del client
        gc.collect()
        await until(lambda: not own_threads())

    run(main())


def test_a_program_may_end_without_closing(server: Server) -> None:
    program = """
import asyncio, sys, nango
client = nango.AsyncClient("invented", base_url=sys.argv[1])
print(asyncio.run(client.get_connection("customer-1", "github")).auth_mode)
"""
    assert output(program, server.url) == "OAUTH2\n"


def test_asyncio_is_imported_only_by_those_who_use_it() -> None:
    program = "import sys, nango; print('asyncio' in sys.modules, nango.AsyncClient, 'asyncio' in sys.modules)"
    assert output(program) == "False <class 'nango.AsyncClient'> True\n"
    with pytest.raises(AttributeError, match="^module 'nango' has no attribute 'Missing'$"):
        nango.Missing  # type: ignore[attr-defined]  # noqa: B018


def test_the_settings_are_those_of_a_client() -> None:
    named = {name for name in inspect.signature(nango.Client).parameters if name != "secret_key"}
    assert set(Settings.__annotations__) == named


@pytest.mark.parametrize("name", ["__init__", "get_connection", "invalidate", "clear_cache", "proxy"])
def test_both_clients_take_the_same_arguments(name: str) -> None:
    of_client, of_async_client = (
        dict(inspect.signature(getattr(cls, name)).parameters) for cls in (nango.Client, nango.AsyncClient)
    )
    if name == "__init__":
        assert of_async_client.pop("max_concurrent_calls").default == 64
    if name == "proxy":  # which takes an async iterable too
        assert str(of_async_client.pop("data").annotation) == "Union[Data, AsyncIterable[bytes], None]"
        assert str(of_client.pop("data").annotation) == "Optional[Data]"
    assert of_async_client == of_client


@pytest.mark.parametrize("name", ["get_connection", "proxy"])
def test_help_shows_the_arguments_of_both(name: str) -> None:
    for cls in (nango.Client, nango.AsyncClient):
        shown = pydoc.plain(pydoc.render_doc(getattr(cls, name)))
        assert "timeout: How many seconds" in shown
        assert "Raises:\n        NangoError" in shown
    shown = pydoc.plain(pydoc.render_doc(nango.AsyncClient))
    assert "max_retries: How often" in shown
    assert "Unpack" not in shown


@pytest.mark.parametrize(
    ("wrong", "error", "message"),
    [
        ({"max_concurrent_calls": 0}, nango.InvalidArgumentError, "^max_concurrent_calls must be 1 or more$"),
        ({"max_concurrent_calls": "8"}, TypeError, "^max_concurrent_calls must be an int"),
        ({"timeout": -1}, nango.InvalidArgumentError, "^timeout must be"),
        ({"unheard_of": 1}, TypeError, "unheard_of"),
    ],
)
def test_bad_settings_are_refused_by_name(wrong: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        nango.AsyncClient(SECRET_KEY, **wrong)


def test_printing_and_pickling() -> None:
    client = nango.AsyncClient(SECRET_KEY)
    assert repr(client) == "<nango.AsyncClient, open>"
    run(client.aclose())
    assert repr(client) == "<nango.AsyncClient, closed>"
    for refused in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="^an AsyncClient cannot be pickled or copied"):
            refused(client)
