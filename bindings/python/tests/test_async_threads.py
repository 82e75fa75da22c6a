"""The threads of an AsyncClient: none of its calls is left behind, however threads and calls meet."""

from __future__ import annotations

import asyncio
import threading
from queue import Empty
from typing import TYPE_CHECKING

import pytest

from nango import _threads
from nango._threads import Threads
from server import Gate
from test_async import AT_ONCE, client_of, run, until

if TYPE_CHECKING:
    from server import Server


@pytest.mark.parametrize("idle_seconds", [0.0, 0.0001, 60.0])
@pytest.mark.parametrize("most", [1, 3])
def test_every_call_gets_a_thread(monkeypatch: pytest.MonkeyPatch, idle_seconds: float, most: int) -> None:
    monkeypatch.setattr(_threads, "_IDLE_SECONDS", idle_seconds)

    async def main() -> None:
        threads = Threads(most)
        for count in [1] * 300 + [7] * 100:
            started = [threads.start(lambda number=number: number) for number in range(count)]  # type: ignore[misc]
            answers = await asyncio.wait_for(asyncio.gather(*[call.answer for call in started]), 60)
            assert answers == list(range(count))
        assert not threads.calls
        threads.end()

    run(main())


def test_calls_at_once_have_as_many_threads_and_no_more() -> None:
    most = 4
    barrier = threading.Barrier(most)

    async def main() -> None:
        pool = Threads(most)
        started = [pool.start(lambda: barrier.wait(60)) for _ in range(5 * most)]
        places = await asyncio.gather(*[call.answer for call in started])
        assert sorted(places) == sorted(5 * list(range(most)))
        pool.end()

    run(main())


def test_a_thread_that_the_system_does_not_give_costs_its_call_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    async def main() -> None:
        pool = Threads(2)
        with monkeypatch.context() as patch:
            patch.setattr(threading.Thread, "start", refuse)
            for _ in range(5):
                with pytest.raises(RuntimeError, match="start new thread"):
                    pool.start(lambda: made.append("refused"))
        assert not pool.calls
        calls = [pool.start(lambda: made.append("later")) for _ in range(3)]
        await asyncio.wait_for(asyncio.gather(*[call.answer for call in calls]), AT_ONCE)
        assert made == ["later"] * 3
        pool.end()

    run(main())


def test_a_call_that_nobody_waits_for_is_not_made() -> None:
    held, began, made = threading.Event(), threading.Event(), []

    def hold() -> None:
        began.set()
        held.wait(60)

    async def main() -> None:
        pool = Threads(1)
        first = pool.start(hold)
        await until(began.is_set)
        second = pool.start(lambda: made.append(2))
        second.answer.cancel()
        end = asyncio.wrap_future(second.end())
        held.set()
        await first.answer
        await end
        assert made == []
        pool.end()

    run(main())


def test_the_end_of_a_call_is_known_before_and_after_it() -> None:
    async def main() -> None:
        pool = Threads(1)
        call = pool.start(lambda: 1)
        before = asyncio.wrap_future(call.end())
        assert await call.answer == 1
        await before
        await asyncio.wrap_future(call.end())
        pool.end()

    run(main())


def test_what_ended_a_call_is_not_used_again(server: Server) -> None:
    server.answer = gate = Gate()

    async def main() -> None:
        async with client_of(server, timeout=3600) as client:
            tasks = [asyncio.create_task(client.get_connection("customer-1", "github")) for _ in range(3)]
            await until(lambda: len(server.requests) == 3)
            tasks[0].cancel()
            with pytest.raises(asyncio.CancelledError):
                await tasks[0]
            gate.open()
            await asyncio.gather(*tasks[1:])
            assert len(client._threads._cancels) == 2
            for _ in range(5):
                await client.get_connection("customer-1", "github")
            assert len(client._threads._cancels) == 2

    run(main())


def test_no_more_is_kept_for_reuse_than_calls_may_run_at_once(server: Server) -> None:
    async def main() -> None:
        async with client_of(server, max_concurrent_calls=3) as client:
            await asyncio.gather(*[client.get_connection("customer-1", "github") for _ in range(20)])
            assert len(client._threads._cancels) == 3

    run(main())


def test_a_call_after_an_idle_time_is_made(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_threads, "_IDLE_SECONDS", 0.001)

    async def main() -> None:
        async with client_of(server, max_concurrent_calls=1) as client:
            for _ in range(3):
                await asyncio.wait_for(client.get_connection("customer-1", "github"), AT_ONCE)
                await until(lambda: client._threads._callers._startable)

    run(main())


def test_each_idle_thread_is_woken_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of several that wait for one queue, the one that is woken wakes the next, for nothing."""
    monkeypatch.setattr(_threads, "_IDLE_SECONDS", 60)
    most = 3
    barrier = threading.Barrier(most)

    async def main() -> None:
        pool = Threads(most)
        idle = pool._callers._idle
        await asyncio.gather(*[pool.start(lambda: barrier.wait(60)).answer for _ in range(most)])
        await until(lambda: len(idle) == most)
        assert len(set(map(id, idle))) == most
        assert await pool.start(threading.get_ident).answer
        await until(lambda: len(idle) == most)
        assert all(wake.empty() for wake in idle)
        pool.end()

    run(main())


def test_a_wake_that_a_signal_ended_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between taking the thread's token and waking it, as on Ctrl-C."""
    pool = _threads._Pool(1, "nango")
    waited = []

    class Wakes:
        """Give nothing; the first time, somebody takes the token and then wakes nobody."""

        def get(self, timeout: float | None = None) -> None:
            waited.append(timeout)
            pool._idle.clear()
            pool._ended = len(waited) == 2
            raise Empty

    monkeypatch.setattr(_threads, "SimpleQueue", Wakes)
    pool._make_calls()
    assert len(waited) == 2
    assert None not in waited
