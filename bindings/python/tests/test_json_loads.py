"""The setting json_loads: a program's own parser for what Nango sends."""

from __future__ import annotations

import json
import traceback
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, Callable

import orjson
import pytest

import nango
from answers import SECRET, listed, page
from conftest import SECRET_KEY
from server import document
from test_async import run
from test_records import IDS, record, records

if TYPE_CHECKING:
    from server import Server


class Loads:
    """A parser that notes what it gets."""

    def __init__(self) -> None:
        self.got: list[object] = []

    def __call__(self, sent: bytes) -> Any:
        self.got.append(sent)
        return orjson.loads(sent)


def client_with(server: Server, json_loads: Callable[[bytes], Any]) -> nango.Client:
    return nango.Client(SECRET_KEY, base_url=server.url, max_retries=0, json_loads=json_loads)


def refuses(sent: bytes) -> Any:
    """A parser whose error has what was sent, as that of the standard library."""
    raise json.JSONDecodeError(f"cannot read {sent!r}", sent.decode(), 0)


class ForeignError(Exception):
    """No ValueError, as that of msgspec."""


def refuses_in_its_own_way(sent: bytes) -> Any:
    raise ForeignError(sent)


def assert_says_who_raised(error: nango.DecodeError, name: str) -> None:
    """The error names the exception, and keeps nothing that was sent where printers look."""
    assert f"json_loads raised {name} for a response that is JSON" in str(error)
    assert (error.kind, error.http_status) == (nango.ErrorKind.DECODE, 200)
    assert error.body is not None
    assert SECRET in error.body
    assert (error.__context__, error.__cause__) == (None, None)
    shown = traceback.TracebackException.from_exception(error, capture_locals=True)
    assert SECRET not in "".join(shown.format())


def test_it_parses_the_pages_of_a_list(server: Server) -> None:
    loads = Loads()
    body = records(1, 2)
    server.gives(body)
    with client_with(server, loads) as client:
        assert [one.data for one in client.records.list(*IDS, "Issue")] == [record(1), record(2)]
        assert loads.got == [body.encode()]
        server.gives(page(9))
        assert [one.id for one in client.connections.list()] == [9]
    assert loads.got == [body.encode(), page(9).encode()]


def test_it_parses_what_an_operation_gives(server: Server) -> None:
    loads = Loads()
    server.gives('{"answer":42}')
    with client_with(server, loads) as client:
        assert client.actions.trigger("customer-1", "github", "create-issue") == {"answer": 42}
    assert loads.got == [b'{"answer":42}']


def test_it_parses_the_response_of_a_request_in_utf_8(server: Server) -> None:
    loads = Loads()
    text = '{"name":"Jürgen"}'
    with client_with(server, loads) as client:
        server.gives(text)
        assert client.request("GET", "/x").json() == {"name": "Jürgen"}
        server.gives("<html>")
        with pytest.raises(orjson.JSONDecodeError):
            client.request("GET", "/x").json()
    assert loads.got == [text.encode(), b"<html>"]


def test_it_parses_nothing_else(server: Server) -> None:
    loads = Loads()
    with client_with(server, loads) as client:
        server.gives(document())
        assert client.get_connection(*IDS).metadata == {"plan": "pro"}
        server.gives('{"a":1}')
        with client.proxy(*IDS, "GET", "/x") as response:
            assert response.json() == {"a": 1}
        server.gives('{"error":{"code":"x","message":"y"}}', 404)
        with pytest.raises(nango.NangoError) as caught:
            client.request("GET", "/x")
        assert caught.value.details == {"error": {"code": "x", "message": "y"}}
    assert loads.got == []


def test_it_decides_what_the_values_are(server: Server) -> None:
    server.gives(json.dumps({"records": [record(1, price=0.1)], "next_cursor": None}))
    with client_with(server, partial(json.loads, parse_float=Decimal)) as client:
        (one,) = client.records.list(*IDS, "Issue")
    assert one.data["price"] == Decimal("0.1")


def test_it_parses_with_asyncio(server: Server) -> None:
    loads = Loads()

    async def main() -> None:
        async with nango.AsyncClient(SECRET_KEY, base_url=server.url, json_loads=loads) as client:
            server.gives(records(1))
            assert [one.data async for one in client.records.list(*IDS, "Issue")] == [record(1)]
            server.gives('{"answer":42}')
            assert await client.actions.trigger("customer-1", "github", "create-issue") == {"answer": 42}
            assert (await client.request("GET", "/x")).json() == {"answer": 42}

    run(main())
    assert loads.got == [records(1).encode(), b'{"answer":42}', b'{"answer":42}']


@pytest.mark.parametrize(
    ("loads", "name"),
    [(refuses, "JSONDecodeError"), (refuses_in_its_own_way, "ForeignError")],
    ids=["ValueError", "another"],
)
def test_what_it_raises_is_an_error_that_says_so(server: Server, loads: Callable[[bytes], Any], name: str) -> None:
    with client_with(server, loads) as client:
        server.gives(records(1))
        with pytest.raises(nango.DecodeError) as caught:
            list(client.records.list(*IDS, "Issue"))
        assert_says_who_raised(caught.value, name)
        server.gives(json.dumps({"connections": [listed(7, name=SECRET)]}))
        with pytest.raises(nango.DecodeError) as caught:
            list(client.connections.list())
        assert_says_who_raised(caught.value, name)
        server.gives(json.dumps(SECRET))
        with pytest.raises(nango.DecodeError) as caught:
            client.actions.trigger("customer-1", "github", "create-issue")
        assert_says_who_raised(caught.value, name)


def test_what_it_raises_is_an_error_with_asyncio_too(server: Server) -> None:
    server.gives(records(1))

    async def main() -> None:
        async with nango.AsyncClient(SECRET_KEY, base_url=server.url, json_loads=refuses) as client:
            with pytest.raises(nango.DecodeError) as caught:
                await client.records.list(*IDS, "Issue").__aiter__().__anext__()
            assert_says_who_raised(caught.value, "JSONDecodeError")

    run(main())


def test_a_page_that_it_could_not_parse_is_parsed_again(server: Server) -> None:
    ends = iter([refuses, orjson.loads, orjson.loads])
    server.gives(records(1, 2))
    with client_with(server, lambda sent: next(ends)(sent)) as client:
        items = iter(client.records.list(*IDS, "Issue"))
        with pytest.raises(nango.DecodeError):
            next(items)
        assert [one.id for one in items] == ["id-1", "id-2"]
    assert len(server.requests) == 1


def test_values_of_other_types_are_an_error_that_names_it(server: Server) -> None:
    server.gives(records(1))
    with client_with(server, lambda _sent: {"records": (SECRET,)}) as client:
        with pytest.raises(nango.DecodeError) as caught:
            list(client.records.list(*IDS, "Issue"))
    assert "the response, as json_loads gave it, is not as Nango's API describes it: records is not an array" in str(
        caught.value
    )


@pytest.mark.parametrize("client_type", [nango.Client, nango.AsyncClient])
def test_it_has_to_be_callable(client_type: Any) -> None:
    with pytest.raises(TypeError, match=r"^json_loads must be callable or None, not str$"):
        client_type(SECRET_KEY, json_loads="orjson")


def test_none_is_the_standard_library(client: nango.Client, server: Server) -> None:
    server.gives(json.dumps({"records": [record(1, big=2**70)], "next_cursor": None}))
    (one,) = client.records.list(*IDS, "Issue")
    assert one.data["big"] == 2**70
