"""The calls that an AsyncClient makes on threads of the library: each result reaches who waits for it, on its loop."""

from __future__ import annotations

import asyncio
import gc
import threading
import weakref
from typing import TYPE_CHECKING, Any, Callable

import pytest

import nango
from server import Answer, Gate, document
from test_async import AT_ONCE, client_of, own_threads, run, until

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

    from server import Request, Server


@pytest.fixture
def gate(server: Server) -> Iterator[Gate]:
    gate = Gate()
    server.answer = gate
    yield gate
    gate.open()


@pytest.mark.parametrize("first", ["get_connection", "request"])
def test_all_kinds_of_calls_share_the_turns(server: Server, gate: Gate, first: str) -> None:
    async def main() -> None:
        async with client_of(server, max_concurrent_calls=1, timeout=3600) as client:
            calls: dict[str, Callable[[], Coroutine[Any, Any, Any]]] = {
                "get_connection": lambda: client.get_connection("customer-1", "github"),
                "request": lambda: client.request("GET", "/environment-variables"),
            }
            (second,) = calls.keys() - {first}
            one = asyncio.ensure_future(calls[first]())
            await until(lambda: server.requests)
            others = [asyncio.ensure_future(calls[second]()), asyncio.ensure_future(calls[first]())]
            for _ in range(10):
                await asyncio.sleep(0)  # until each has begun
            assert len(server.requests) == 1
            gate.open()
            await asyncio.wait_for(asyncio.gather(one, *others), AT_ONCE)

    run(main())
    assert len(server.requests) == 3


def test_a_thread_that_the_system_does_not_give_for_the_next_turn_fails_its_call(
    server: Server, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    async def main() -> None:
        async with client_of(server, max_concurrent_calls=1) as client:
            one = asyncio.ensure_future(client.get_connection("customer-1", "github"))
            await until(lambda: server.requests)
            two = asyncio.ensure_future(client.request("GET", "/environment-variables"))
            await until(lambda: client._threads.calls)
            with monkeypatch.context() as patch:
                patch.setattr(threading.Thread, "start", refuse)
                gate.open()
                await one
                with pytest.raises(RuntimeError, match="start new thread"):
                    await two
            assert (await client.request("GET", "/environment-variables")).status_code == 200

    run(main())


def test_the_threads_move_on_to_the_next_loop(server: Server) -> None:
    client = client_of(server)

    async def call() -> None:
        await client.get_connection("customer-1", "github")
        assert own_threads() == ["nango-call"]

    async def close() -> None:
        await call()
        await client.aclose()

    for _ in range(3):
        run(call())
    run(close())
    assert own_threads() == []


def test_what_a_closed_loop_waited_for_reaches_no_other(server: Server, gate: Gate) -> None:
    client = client_of(server, timeout=3600)
    loop = asyncio.new_event_loop()
    abandoned = loop.create_task(client.get_connection("abandoned", "github"))
    loop.run_until_complete(until(lambda: server.requests))
    loop.close()

    async def main() -> None:
        call = asyncio.ensure_future(client.get_connection("customer-1", "github"))
        await until(lambda: len(server.requests) == 2)
        gate.open()
        await call
        await until(lambda: not client._threads._queues[0].is_busy)
        await client.aclose()

    run(main())
    assert not abandoned.done()
    abandoned._log_destroy_pending = False  # type: ignore[attr-defined]  # which is what this test is about


def test_each_result_reaches_the_call_that_it_belongs_to(server: Server) -> None:
    client = client_of(server, timeout=3600, max_concurrent_calls=4)
    gates: list[Gate] = []
    abandoned: list[asyncio.Future[nango.Connection]] = []

    def answer(request: Request) -> Answer:
        name = request.target.split("/")[2].split("?")[0]
        if name == "abandoned":
            gates[-1](request)
        return Answer(document(connection_id=name))

    async def abandon(count: int) -> None:
        for _ in range(2):
            abandoned.append(asyncio.ensure_future(client.get_connection("abandoned", "github")))
        await until(lambda: len(server.requests) == count + 2)

    async def main(round_: int) -> None:
        await client.get_connection("customer-1", "github")
        gc.collect()  # so that the next futures lie where those of the closed loop lay
        names = [f"customer-{round_}-{number}" for number in range(20)]
        calls = [asyncio.ensure_future(client.get_connection(name, "github")) for name in names]
        await asyncio.sleep(0)
        gates[-1].open()
        assert [connection.connection_id for connection in await asyncio.gather(*calls)] == names

    server.answer = answer
    for round_ in range(10):
        gates.append(Gate())
        loop = asyncio.new_event_loop()
        loop.run_until_complete(abandon(len(server.requests)))
        for task in abandoned:
            task._log_destroy_pending = False  # type: ignore[attr-defined]
        abandoned.clear()
        loop.close()
        asyncio.run(main(round_))
    asyncio.run(client.aclose())


def test_loops_at_the_same_time_have_a_queue_each(server: Server) -> None:
    client = client_of(server)
    both = threading.Barrier(2)
    ended = threading.Event()
    found: list[str] = []

    async def main(name: str) -> None:
        await client.get_connection("customer-1", "github")
        both.wait(60)
        for _ in range(50):
            await client.get_connection("customer-1", "github")
        found.append(name)
        both.wait(60)
        if name == "closes":
            await client.aclose()
            ended.set()
        else:
            await until(ended.is_set)
            with pytest.raises(nango.ClientClosedError):
                await client.get_connection("customer-1", "github")

    other = threading.Thread(target=run, args=(main("waits"),))
    other.start()
    run(main("closes"))
    other.join()
    assert sorted(found) == ["closes", "waits"]
    assert own_threads() == []


def test_closing_ends_the_calls_of_a_loop_on_another_thread(server: Server, gate: Gate) -> None:
    client = client_of(server, timeout=3600)
    ends: list[str] = []

    async def wait() -> None:
        try:
            await client.get_connection("customer-1", "github")
        except nango.CallCancelledError as error:
            ends.append(type(error).__name__)

    async def close() -> None:
        await until(lambda: server.requests)
        await client.aclose()

    other = threading.Thread(target=run, args=(wait(),))
    other.start()
    run(close())
    other.join(AT_ONCE)
    assert ends == ["CallCancelledError"]


def test_a_loop_that_waits_for_no_descriptors_has_threads_instead(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: Any) -> None:
        raise NotImplementedError

    async def main() -> None:
        async with client_of(server) as client:
            with monkeypatch.context() as patch:
                patch.setattr(asyncio.get_running_loop(), "add_reader", refuse)
                for _ in range(3):
                    assert (await client.get_connection("customer-1", "github")).token
                assert not client._threads._queues
            assert (await client.get_connection("customer-1", "github")).token
            assert client._threads._queues

    run(main())


def test_a_client_that_is_forgotten_leaves_no_threads_while_its_loop_goes_on(server: Server) -> None:
    async def main() -> None:
        client = client_of(server)
        await client.get_connection("customer-1", "github")
        assert own_threads() == ["nango-call"]
        forgotten = [client]
        del client
        with pytest.warns(ResourceWarning, match="AsyncClient"):
            forgotten.clear()
        await until(lambda: not own_threads())

    run(main())


def test_what_a_cancelled_call_returns_is_freed(server: Server, gate: Gate) -> None:
    async def main() -> None:
        async with client_of(server, timeout=3600) as client:
            task = asyncio.ensure_future(client.get_connection("customer-1", "github"))
            await until(lambda: server.requests)
            (queue,) = client._threads._queues
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await until(lambda: not queue._answers)
            assert len(client._threads._callers._startable) == 64

    run(main())


def test_a_call_that_is_cancelled_before_its_turn_is_not_made(server: Server, gate: Gate) -> None:
    async def main() -> None:
        async with client_of(server, max_concurrent_calls=1) as client:
            calls = [asyncio.ensure_future(client.get_connection(name, "github")) for name in ("a", "b", "c")]
            await until(lambda: server.requests)
            await until(lambda: len(client._threads.calls) == 2)
            calls[1].cancel()
            with pytest.raises(asyncio.CancelledError):
                await calls[1]
            gate.open()
            await asyncio.wait_for(asyncio.gather(calls[0], calls[2]), AT_ONCE)
            assert len(server.requests) == 2

    run(main())


def test_a_call_gets_the_first_turn_of_any_call(server: Server) -> None:
    slow, quick = Gate(), Gate()

    def answer(request: Request) -> Answer:
        return (slow if "/slow" in request.target else quick)(request)

    async def main() -> None:
        async with client_of(server, max_concurrent_calls=2, timeout=3600) as client:
            first = asyncio.ensure_future(client.get_connection("slow", "github"))
            second = asyncio.ensure_future(client.request("GET", "/environment-variables"))
            await until(lambda: len(server.requests) == 2)
            third = asyncio.ensure_future(client.get_connection("customer-1", "github"))
            await asyncio.sleep(0)
            quick.open()
            await asyncio.wait_for(asyncio.gather(second, third), AT_ONCE)
            slow.open()
            await first

    server.answer = answer
    run(main())


def test_a_call_that_waits_is_not_passed_over(server: Server) -> None:
    async def main() -> None:
        async with client_of(server, max_concurrent_calls=1) as client:
            ended = asyncio.Event()

            async def call_again_and_again() -> None:
                while not ended.is_set():
                    await client.get_connection("customer-1", "github")

            tasks = [asyncio.ensure_future(call_again_and_again()) for _ in range(2)]
            await until(lambda: len(server.requests) > 10)
            await asyncio.wait_for(client.request("GET", "/environment-variables"), AT_ONCE)
            ended.set()
            await asyncio.gather(*tasks)

    run(main())


def test_a_queue_that_cannot_move_leaves_the_loop_to_threads(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_of(server)

    def refuse(*_arguments: Any) -> None:
        raise NotImplementedError

    async def main() -> None:
        with monkeypatch.context() as patch:
            patch.setattr(asyncio.get_running_loop(), "add_reader", refuse)
            for _ in range(3):
                assert (await asyncio.wait_for(client.get_connection("customer-1", "github"), AT_ONCE)).token
        await client.aclose()

    run(client.get_connection("customer-1", "github"))
    run(main())


def test_loops_that_come_and_go_on_many_threads(server: Server) -> None:
    client = client_of(server)
    failures: list[BaseException] = []

    def call() -> None:
        try:
            for _ in range(30):
                asyncio.run(asyncio.wait_for(client.get_connection("customer-1", "github"), 60))
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=call) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    run(client.aclose())
    assert own_threads() == []


def test_closing_from_a_thread_that_the_loop_waits_for(server: Server) -> None:
    client = client_of(server)

    async def main() -> None:
        await client.get_connection("customer-1", "github")
        closing = threading.Thread(target=run, args=(client.aclose(),))
        closing.start()
        closing.join(AT_ONCE)
        assert not closing.is_alive()

    run(main())
    assert own_threads() == []


def test_a_loop_that_is_forgotten_unclosed_is_not_kept(server: Server) -> None:
    client = client_of(server)

    async def call() -> None:
        await client.get_connection("customer-1", "github")

    loops = []
    for _ in range(3):
        loop = asyncio.new_event_loop()
        loop.run_until_complete(call())
        loops.append(weakref.ref(loop))
        del loop
        with pytest.warns(ResourceWarning, match="unclosed event loop"):
            gc.collect()
    assert [loop() for loop in loops] == [None, None, None]
    run(client.aclose())
    assert own_threads() == []
