"""The external API for asyncio."""

from __future__ import annotations

import asyncio
import copy
import inspect
import io
import pickle
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

import nango
from server import Answer, Feed, Gate, Server, document
from test_async import AT_ONCE, client_of, own_threads, run, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

IDS = ("customer-1", "github")


class OfTheProgramError(Exception):
    pass


@pytest.fixture
def feed(server: Server) -> Iterator[Feed]:
    """The body that the server sends: its beginning, and then nothing."""
    feed = Feed(b"begun\n")
    server.answer = lambda _request: Answer(parts=feed)
    yield feed
    feed.end()


def test_a_call(server: Server) -> None:
    server.answer = lambda request: Answer(request.body, headers={"x-one": "1", "content-type": "text/plain"})

    async def main() -> None:
        async with client_of(server) as client:
            async with await client.proxy(*IDS, "POST", "/v1", json={"name": "ü"}, params={"a": 1}) as response:
                assert (response.status_code, response.ok, response.headers["X-One"]) == (200, True, "1")
                assert await response.json() == {"name": "ü"}
                assert await response.text() == '{"name": "\\u00fc"}'
            assert response.closed
            assert repr(response) == "<nango.AsyncResponse [200]>"
            assert response.raise_for_status() is response
            assert response.encoding == "utf-8"
        assert own_threads() == []

    run(main())
    assert server.requests[0].target == "/proxy/v1?a=1"


def test_the_ways_to_read(server: Server) -> None:
    server.gives("one\ntwo")

    async def main() -> None:
        async with client_of(server) as client:

            async def get() -> nango.AsyncResponse:
                return await client.proxy(*IDS, "GET", "/")

            assert await (await get()).read() == b"one\ntwo"
            response = await get()
            assert [await response.read(4), await response.read(4), await response.read(4)] == [b"one\n", b"two", b""]
            assert b"".join([part async for part in (await get()).aiter_bytes()]) == b"one\ntwo"
            assert [part async for part in (await get()).aiter_bytes(3)] == [b"one", b"\ntw", b"o"]
            assert [line async for line in (await get()).aiter_lines()] == ["one", "two"]
            response = await get()
            await response.aclose()
            await response.aclose()
            with pytest.raises(nango.InvalidArgumentError, match="^response is closed"):
                await response.read()

    run(main())


def test_raise_for_status(server: Server) -> None:
    server.gives('{"why":"invented"}', 422)

    async def main() -> None:
        async with client_of(server) as client:
            response = await client.proxy(*IDS, "GET", "/")
            with pytest.raises(nango.ExternalAPIError) as caught:
                response.raise_for_status()
            assert caught.value.status_code == 422
            assert await caught.value.response.json() == {"why": "invented"}

    run(main())


async def parts() -> AsyncIterator[bytes]:
    yield b"some "
    await asyncio.sleep(0)
    yield b""
    yield b"bytes"


@pytest.mark.parametrize(
    "make", [lambda: b"some bytes", lambda: io.BytesIO(b"some bytes"), lambda: [b"some bytes"], parts]
)
def test_bodies(server: Server, make: Any) -> None:
    async def main() -> None:
        async with client_of(server) as client:
            await (await client.proxy(*IDS, "POST", "/", data=make())).aclose()

    run(main())
    assert server.requests[0].body == b"some bytes"


def test_an_async_reader_runs_in_its_loop(server: Server) -> None:
    where: list[Any] = []

    async def reader() -> AsyncIterator[bytes]:
        where.append((threading.get_ident(), asyncio.get_running_loop()))
        yield b"x"

    async def main() -> None:
        async with client_of(server) as client:
            await (await client.proxy(*IDS, "POST", "/", data=reader())).aclose()
        assert where == [(threading.get_ident(), asyncio.get_running_loop())]

    run(main())


def test_what_a_reader_raises_is_raised(server: Server) -> None:
    async def failing() -> AsyncIterator[bytes]:
        yield b"x"
        raise OfTheProgramError

    async def wrong() -> AsyncIterator[Any]:
        yield "text"

    def failing_too() -> Iterator[bytes]:
        yield b"x"
        raise OfTheProgramError

    async def main() -> None:
        async with client_of(server) as client:
            for data in (failing(), failing_too()):
                with pytest.raises(OfTheProgramError):
                    await client.proxy(*IDS, "POST", "/", data=data)
            with pytest.raises(TypeError, match="^data must give bytes, not str"):
                await client.proxy(*IDS, "POST", "/", data=wrong())
            with pytest.raises(TypeError, match="^endpoint must be a str"):
                await client.proxy(*IDS, "POST", None)  # type: ignore[arg-type]

    run(main())


def test_one_response_may_be_the_body_of_another_call(server: Server) -> None:
    """With a single thread for calls: reading must not wait for it."""
    server.answer = lambda request: Answer(request.body or b"x" * 1_000_000)

    async def main() -> None:
        async with client_of(server, max_concurrent_calls=1) as client:
            source = await client.proxy(*IDS, "GET", "/")
            copied = await client.proxy(*IDS, "POST", "/", data=source.aiter_bytes())
            assert await copied.read() == b"x" * 1_000_000

    run(main())


def test_a_cancelled_task_ends_its_call(server: Server) -> None:
    gate = Gate()
    server.answer = gate

    async def main() -> None:
        async with client_of(server, timeout=3600) as client:
            task = asyncio.create_task(client.proxy(*IDS, "GET", "/"))
            await until(lambda: server.requests)
            await cancelled(client, task)

    run(main())
    gate.open()


def test_a_cancelled_task_ends_its_reading(server: Server, feed: Feed) -> None:
    async def main() -> None:
        async with client_of(server) as client:
            response = await client.proxy(*IDS, "GET", "/", idle_timeout=3600)
            assert await response.read(6) == b"begun\n"
            task = asyncio.create_task(response.read(5))
            await until(lambda: client._threads.calls)
            await cancelled(client, task)
            with pytest.raises((nango.CallCancelledError, nango.InvalidArgumentError)):
                await response.read(5)
            await response.aclose()

    run(main())


def test_a_cancelled_task_ends_its_sending(server: Server) -> None:
    waits = threading.Event()

    async def stalled() -> AsyncIterator[bytes]:
        yield b"x"
        waits.set()
        await asyncio.sleep(3600)

    async def main() -> None:
        async with client_of(server, timeout=3600) as client:
            task = asyncio.create_task(client.proxy(*IDS, "POST", "/", data=stalled()))
            await until(waits.is_set)
            await cancelled(client, task)

    run(main())


def test_a_cancelled_task_ends_the_sending_of_what_never_waits(server: Server) -> None:
    begun = threading.Event()

    def endless() -> Iterator[bytes]:
        while True:
            yield b"x"
            begun.set()

    async def main() -> None:
        async with client_of(server, timeout=3600) as client:
            task = asyncio.create_task(client.proxy(*IDS, "POST", "/", data=endless()))
            await until(begun.is_set)
            await cancelled(client, task)

    run(main())


async def cancelled(client: nango.AsyncClient, task: asyncio.Task[Any]) -> None:
    start = time.monotonic()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await until(lambda: not client._threads.calls)
    assert time.monotonic() - start < AT_ONCE


def test_closing_the_client_ends_all(server: Server, feed: Feed) -> None:
    waits = threading.Event()

    async def stalled() -> AsyncIterator[bytes]:
        yield b"x"
        waits.set()
        await asyncio.sleep(3600)

    async def main() -> None:
        client = client_of(server, timeout=3600)
        response = await client.proxy(*IDS, "GET", "/")
        assert await response.read(6) == b"begun\n"
        reading = asyncio.create_task(response.read(5))
        sending = asyncio.create_task(client.proxy(*IDS, "POST", "/", data=stalled()))
        await until(lambda: waits.is_set() and len(client._threads.calls) == 2)
        await client.aclose()
        assert own_threads() == []
        assert {type(error) for error in await asyncio.gather(sending, return_exceptions=True)} == {
            nango.CallCancelledError
        }
        (error,) = await asyncio.gather(reading, return_exceptions=True)
        assert isinstance(error, (nango.CallCancelledError, nango.InvalidArgumentError))
        with pytest.raises(nango.InvalidArgumentError, match="^client is closed: make a new one$"):
            await client.proxy(*IDS, "GET", "/")
        with pytest.raises(nango.InvalidArgumentError, match="^client is closed: read the response before"):
            await response.read()
        await response.aclose()

    run(main())


def test_a_loop_that_ends_in_the_middle(server: Server) -> None:
    waits = threading.Event()
    client = client_of(server, timeout=3600)

    async def stalled() -> AsyncIterator[bytes]:
        waits.set()
        await asyncio.sleep(3600)
        yield b""

    async def begin() -> None:
        task = asyncio.create_task(client.proxy(*IDS, "POST", "/", data=stalled()))
        await until(waits.is_set)
        assert not task.done()

    run(begin())
    run(client.aclose())
    assert own_threads() == []


def test_many_tasks(server: Server) -> None:
    server.answer = lambda request: Answer(document(connection_id=request.target.rsplit("/", 1)[1]))
    names = [f"customer-{number}" for number in range(100)]

    async def main() -> None:
        async with client_of(server, max_concurrent_calls=8) as client:

            async def call(name: str) -> str:
                answer: dict[str, str] = await (await client.proxy(*IDS, "GET", f"/{name}")).json()
                return answer["connection_id"]

            assert await asyncio.gather(*[call(name) for name in names]) == names

    run(main())


def test_both_clients_take_the_same_arguments() -> None:
    of_both = [
        [(argument.name, argument.default) for argument in inspect.signature(cls.proxy).parameters.values()]
        for cls in (nango.Client, nango.AsyncClient)
    ]
    assert of_both[0] == of_both[1]


def test_a_response_is_neither_made_nor_copied(server: Server) -> None:
    with pytest.raises(TypeError, match="^an AsyncResponse comes from AsyncClient.proxy$"):
        nango.AsyncResponse()

    async def main() -> None:
        async with client_of(server) as client, await client.proxy(*IDS, "GET", "/") as response:
            for refused in (pickle.dumps, copy.copy, copy.deepcopy):
                with pytest.raises(TypeError, match="^an AsyncResponse cannot be pickled or copied"):
                    refused(response)

    run(main())
