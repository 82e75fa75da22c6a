"""Lists of Nango's API, whose pages are fetched while they are read."""

from __future__ import annotations

import asyncio
import gc
import json
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

import nango
from answers import page
from conftest import SECRET_KEY
from nango import _listing
from nango._call import Cancel
from nango._ffi import lib
from server import Answer, Gate, refusal
from test_async import client_of, run

if TYPE_CHECKING:
    from server import Request, Server


class Answers:
    """Gives one response after the other."""

    def __init__(self, *answers: str | Answer) -> None:
        self._answers = [Answer(answer) if isinstance(answer, str) else answer for answer in answers]

    def __call__(self, _request: Request) -> Answer:
        return self._answers.pop(0)


FAILURE = Answer(refusal("server_error"), 503)


def targets(server: Server) -> list[str]:
    return [request.target for request in server.requests]


def numbers(items: Any) -> list[int]:
    return [item.id for item in items]


def test_several_pages(client: nango.Client, server: Server) -> None:
    server.answer = Answers(page(9, 8), page(7, 6), page(5))
    pages = client.connections.list(limit=2)
    assert isinstance(pages, nango.Pages)
    assert server.requests == []
    assert numbers(pages) == [9, 8, 7, 6, 5]
    assert targets(server) == ["/connections?limit=2", "/connections?limit=2&page=1", "/connections?limit=2&page=2"]


def test_a_page_is_fetched_when_it_is_needed(client: nango.Client, server: Server) -> None:
    server.answer = Answers(page(9, 8), page(7))
    items = iter(client.connections.list(limit=2))
    assert [next(items).id, next(items).id] == [9, 8]
    assert len(server.requests) == 1
    assert next(items).id == 7
    assert len(server.requests) == 2
    assert list(items) == []
    assert list(items) == []


def test_what_is_asked_for(client: nango.Client, server: Server) -> None:
    server.answer = Answers(page())
    listing = client.connections.list(
        connection_id="a&b",
        search="é=",
        integration_ids=["github", "sl ack"],
        tags={"team": "blue", "plan": "p/q"},
        end_user_id="u 1",
        end_user_organization_id="o",
        limit=7,
        timeout=5,
    )
    assert list(listing) == []
    assert targets(server) == [
        "/connections?connectionId=a%26b&search=%C3%A9%3D&integrationId=github%2Csl%20ack&tags%5Bplan%5D=p%2Fq&tags%5Bteam%5D=blue"
        "&endUserId=u%201&endUserOrganizationId=o&limit=7"
    ]


def test_an_empty_list(client: nango.Client, server: Server) -> None:
    server.gives(page())
    assert list(client.connections.list()) == []
    assert targets(server) == ["/connections?limit=1000"]
    assert list(client.connections.list().pages()) == [[]]


def test_page_by_page(client: nango.Client, server: Server) -> None:
    server.answer = Answers(page(9, 8), page(8, 7), page(7))
    assert [numbers(each) for each in client.connections.list(limit=2).pages()] == [[9, 8], [7], []]


def test_what_was_on_the_page_before_is_left_out(client: nango.Client, server: Server) -> None:
    server.answer = Answers(page(9, 8), page(8, 7), page(7, 9), page())
    assert numbers(client.connections.list(limit=2)) == [9, 8, 7, 9]


def test_items_without_a_key_are_not_taken_for_each_other(client: nango.Client, server: Server) -> None:
    server.answer = Answers(page(9, 8, id=None), page(7, id=None))
    assert numbers(client.connections.list(limit=2)) == [None, None, None]


def test_each_for_begins_anew(client: nango.Client, server: Server) -> None:
    server.gives(page(9))
    pages = client.connections.list()
    assert numbers(pages) == numbers(pages) == [9]
    assert targets(server) == ["/connections?limit=1000"] * 2


def test_going_on_after_an_error(client: nango.Client, server: Server) -> None:
    server.answer = Answers(page(9, 8), FAILURE, FAILURE, page(7, 6), FAILURE, page(5))
    items = iter(client.connections.list(limit=2))
    found: list[int] = []
    failures = 0
    while len(found) < 5:
        try:
            for item in items:
                found.append(item.id)
        except nango.ServerError:
            failures += 1
    assert (found, failures) == ([9, 8, 7, 6, 5], 3)
    assert targets(server)[1:5] == ["/connections?limit=2&page=1"] * 3 + ["/connections?limit=2&page=2"]


def test_a_page_that_cannot_be_read_is_never_passed_over(client: nango.Client, server: Server) -> None:
    server.answer = Answers(page(9, 8), page(7, 6, provider=1), page(5))
    pages = client.connections.list(limit=2).pages()
    assert numbers(next(pages)) == [9, 8]
    for _ in range(2):
        with pytest.raises(nango.DecodeError, match="connections/0/provider is not a string"):
            next(pages)
    assert len(server.requests) == 2


@pytest.mark.parametrize("body", ["[]", "{}", '{"connections":null}', '{"connections":{}}'])
def test_an_answer_that_is_no_page(client: nango.Client, server: Server, body: str) -> None:
    server.gives(body)
    with pytest.raises(nango.DecodeError, match="the whole is not an object|connections is not an array"):
        list(client.connections.list())


def test_leaving_early_frees_the_pages(client: nango.Client, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    freed: list[Any] = []
    free = lib.nango_pages_free

    def note(pages: Any) -> None:
        freed.append(pages)
        free(pages)

    monkeypatch.setattr(lib, "nango_pages_free", note)
    server.gives(page(9, 8))
    for item in client.connections.list(limit=2):
        assert item.id == 9
        break
    gc.collect()
    assert len(server.requests) == len(freed) == 1


def test_a_client_that_is_closed_meanwhile(server: Server) -> None:
    server.answer = Answers(page(9, 8))
    with nango.Client(SECRET_KEY, base_url=server.url) as client:
        items = iter(client.connections.list(limit=2))
        assert [next(items).id, next(items).id] == [9, 8]
    with pytest.raises(nango.InvalidArgumentError, match="client is closed"):
        next(items)


def test_two_threads_do_not_read_at_once(client: nango.Client, server: Server) -> None:
    gate = Gate(Answer(page(9)))
    server.answer = gate
    pages = client.connections.list().pages()
    with ThreadPoolExecutor(1) as threads:
        first = threads.submit(next, pages)
        gate.wait_for_requests()
        try:
            with pytest.raises(nango.InvalidArgumentError, match="read already"):
                next(pages)
        finally:
            gate.open()
        assert numbers(first.result()) == [9]


def test_each_page_has_the_timeout_for_itself(client: nango.Client, server: Server) -> None:
    server.gives(page(9))
    with pytest.raises(nango.TimeoutError):
        list(client.connections.list(timeout=0))


def test_asyncio(server: Server) -> None:
    async def main() -> None:
        async with client_of(server) as client:
            server.answer = Answers(page(9, 8), page(8, 7), page())
            pages = client.connections.list(limit=2)
            assert isinstance(pages, nango.AsyncPages)
            assert [item.id async for item in pages] == [9, 8, 7]
            server.answer = Answers(page(9, 8), page(7))
            assert [numbers(each) async for each in pages.pages()] == [[9, 8], [7]]
            server.answer = Answers(page(9, 8), FAILURE, page(7))
            items = pages.__aiter__()
            assert [(await items.__anext__()).id, (await items.__anext__()).id] == [9, 8]
            with pytest.raises(nango.ServerError):
                await items.__anext__()
            assert [item.id async for item in items] == [7]
            with pytest.raises(StopAsyncIteration):
                await items.__anext__()
        with pytest.raises(nango.InvalidArgumentError, match="client is closed"):
            await pages.__aiter__().__anext__()

    run(main())


def test_a_task_that_is_cancelled_loses_no_page(server: Server) -> None:
    gates = [Gate(Answer(page(9, 8)))]
    server.answer = lambda request: gates[0](request)

    async def main() -> None:
        async with client_of(server) as client:
            pages = client.connections.list(limit=2).pages()
            waiting = asyncio.ensure_future(pages.__anext__())
            await asyncio.get_running_loop().run_in_executor(None, gates[0].wait_for_requests)
            with pytest.raises(nango.InvalidArgumentError, match="read already"):
                await pages.__anext__()
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
            gates[0].open()
            server.answer = Answers(page(9, 8), page(7))
            assert [numbers(each) async for each in pages] == [[9, 8], [7]]

    run(main())


def test_a_page_that_came_as_its_task_was_cancelled_is_given_later(client: nango.Client, server: Server) -> None:
    server.answer = Answers(page(9, 8), page(7))
    pages = client.connections.list(limit=2).pages()
    reader = pages._reader
    reader.fetch(client, Cancel(), waits=True)
    reader.fetch(client, Cancel(), waits=True)
    assert [numbers(each) for each in pages] == [[9, 8], [7]]
    assert len(server.requests) == 2


def test_pages_are_iterables(client: nango.Client) -> None:
    pages = client.connections.list()
    assert not isinstance(pages, Iterator)
    assert isinstance(iter(pages), Iterator)
    assert isinstance(pages.pages(), Iterator)

    async def main() -> None:
        async with nango.AsyncClient(SECRET_KEY) as async_client:
            async_pages = async_client.connections.list()
            assert isinstance(async_pages.__aiter__(), AsyncIterator)
            assert isinstance(async_pages.pages(), AsyncIterator)

    run(main())


def test_nothing_that_is_asked_for_is_shown(client: nango.Client) -> None:
    pages = client.connections.list(search="invented-secret")
    shown = f"{pages!r} {vars(_listing.Listing).keys()} {json.dumps(pages, default=repr)} {iter(pages)!r}"
    assert "invented-secret" not in shown
