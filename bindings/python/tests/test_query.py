"""Parameters of a query: all that requests takes, and sent as requests sends it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests

import nango
from conftest import SECRET_KEY
from nango._query import query_of

if TYPE_CHECKING:
    from server import Server

PARAMS: list[Any] = [
    {"a": "x", "b": 1, "c": 2.5, "d": None},
    {"a": b"x", b"b": ["1", 2, b"y", None]},
    {"a": ("x", "y"), "b": {"z"}, "c": []},
    {1: "x", 2.5: "y"},
    [("a", "x"), ("a", ["y", "z"]), ("b", None), (b"c", b"d")],
    (("a", "x"), ["b", 1]),
    "a=1&b=%C3%A9&c=x+y&a=2&empty=",
    b"a=1&b=%26",
    "",
    {"a": iter(["x", "y"])},
]


@pytest.mark.parametrize("params", PARAMS, ids=repr)
def test_parameters_are_what_requests_makes_of_them(params: Any) -> None:
    if isinstance(params, dict) and not isinstance(next(iter(params.values())), (str, bytes, tuple, list, set)):
        params = {name: list(value) for name, value in params.items()}  # an iterator, which can be read once
    url = requests.Request("GET", "https://api.example/", params=params).prepare().url
    assert url is not None
    ours = [(name.decode(), value.decode()) for name, value in query_of(params)]
    assert ours == parse_qsl(urlsplit(url).query, keep_blank_values=True)


def test_an_iterator_of_values_is_read() -> None:
    assert list(query_of({"a": iter(["x", "y"])})) == [(b"a", b"x"), (b"a", b"y")]


def test_booleans_are_as_apis_expect_them() -> None:
    assert list(query_of({"a": True, "b": [False]})) == [(b"a", b"true"), (b"b", b"false")]


def test_a_query_is_sent_by_every_kind_of_call(client: nango.Client, server: Server) -> None:
    client.proxy("customer-1", "github", "GET", "/v1", params="a=1&b=%C3%A9").close()
    client.request("GET", "/x", params=b"a=1&b=%C3%A9")

    async def main() -> None:
        async with nango.AsyncClient(SECRET_KEY, base_url=server.url) as async_client:
            await (await async_client.proxy("customer-1", "github", "GET", "/v1", params="a=1&b=%C3%A9")).aclose()
            await async_client.request("GET", "/x", params={"a": [1], "b": b"\xc3\xa9"})

    asyncio.run(main())
    assert [request.target.split("?")[1] for request in server.requests] == ["a=1&b=%C3%A9"] * 4


@pytest.mark.parametrize("params", [{"a": b"invented-\xff"}, "a=invented-%FF", {"a": [object()]}], ids=repr)
def test_no_error_repeats_a_value(client: nango.Client, params: Any) -> None:
    with pytest.raises((TypeError, nango.InvalidArgumentError)) as caught:
        client.proxy("customer-1", "github", "GET", "/v1", params=params)
    error: BaseException | None = caught.value
    while error is not None:
        assert "invented" not in str(error) + repr(error)
        error = error.__cause__ or error.__context__
