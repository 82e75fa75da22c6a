"""Clients that are closed, of the wrong kind, or in the wrong event loop are refused at once."""

from __future__ import annotations

import asyncio
import pydoc
from importlib import import_module
from typing import TYPE_CHECKING, Any, Callable

import httpx
import pytest

import nango
from nango.adapters.httpx import AsyncProxyTransport, ProxyTransport
from nango.adapters.requests import ProxyAdapter

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from nango.testing import Emulator

IDS = "customer-oauth2", "github"


def of_requests(client: nango.Client) -> Any:
    """A session of requests."""
    session = import_module("requests").Session()
    session.mount("https://", ProxyAdapter(client, *IDS))
    return session


CALLS: dict[str, Callable[[nango.Client], object]] = {
    "get_connection": lambda client: client.get_connection(*IDS),
    "proxy": lambda client: client.proxy(*IDS, "GET", "/user"),
    "request": lambda client: client.request("GET", "/connections"),
    "group": lambda client: client.connections.delete(*IDS),
    "pages": lambda client: list(client.connections.list()),
    "with": lambda client: client.__enter__(),
    "httpx": lambda client: httpx.Client(transport=ProxyTransport(client, *IDS)).get("https://api.example/user"),
    "requests": lambda client: of_requests(client).get("https://api.example/user"),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_a_closed_client_raises_one_error_of_its_own(
    nango_emulator: Emulator, call: Callable[[nango.Client], object]
) -> None:
    client = nango_emulator.client()
    client.close()
    with pytest.raises(nango.ClientClosedError, match="^client is closed: make a new one$") as caught:
        call(client)
    assert isinstance(caught.value, nango.InvalidArgumentError)  # as before: in this release
    assert nango_emulator.requests() == []


def test_iterating_and_reading_after_the_client_was_closed(nango_emulator: Emulator) -> None:
    client = nango_emulator.client()
    pages = iter(client.connections.list())
    response = client.proxy(*IDS, "GET", "/user")
    client.close()
    with pytest.raises(nango.ClientClosedError, match="^client is closed: make a new one$"):
        next(pages)
    with pytest.raises(nango.ClientClosedError, match="^client is closed: read the response before you close its"):
        response.read()
    response.close()


async def _listed(client: nango.AsyncClient) -> object:
    return [each async for each in client.connections.list()]


async def _entered(client: nango.AsyncClient) -> object:
    async with client:
        raise AssertionError("was entered")


async def _of_httpx(client: nango.AsyncClient) -> object:
    async with httpx.AsyncClient(transport=AsyncProxyTransport(client, *IDS)) as browser:
        return await browser.get("https://api.example/user")


ASYNC_CALLS: dict[str, Callable[[nango.AsyncClient], Awaitable[object]]] = {
    "get_connection": lambda client: client.get_connection(*IDS),
    "proxy": lambda client: client.proxy(*IDS, "GET", "/user"),
    "request": lambda client: client.request("GET", "/connections"),
    "group": lambda client: client.connections.delete(*IDS),
    "pages": _listed,
    "async with": _entered,
    "httpx": _of_httpx,
}


@pytest.mark.parametrize("call", ASYNC_CALLS.values(), ids=ASYNC_CALLS)
def test_a_closed_async_client_raises_the_same_error(
    nango_emulator: Emulator, call: Callable[[nango.AsyncClient], Awaitable[object]]
) -> None:
    async def main() -> None:
        client = nango_emulator.async_client()
        response = await client.proxy(*IDS, "GET", "/user")
        await client.aclose()
        with pytest.raises(nango.ClientClosedError, match="^client is closed: make a new one$"):
            await call(client)
        with pytest.raises(nango.ClientClosedError, match="^client is closed: read the response before you close its"):
            await response.read()

    asyncio.run(main())


@pytest.mark.parametrize("call", ASYNC_CALLS.values(), ids=ASYNC_CALLS)
def test_under_trio_an_async_client_says_that_it_is_for_asyncio(
    nango_emulator: Emulator, call: Callable[[nango.AsyncClient], Awaitable[object]]
) -> None:
    client = nango_emulator.async_client()

    async def main() -> None:
        with pytest.raises(
            nango.AsyncioRequiredError, match=r"^AsyncClient is for asyncio only.*trio\.to_thread"
        ) as caught:
            await call(client)
        assert isinstance(caught.value, nango.NangoError)
        assert isinstance(caught.value, RuntimeError)  # which asyncio raised before

    try:
        import_module("trio").run(main)
        assert nango_emulator.requests() == []
    finally:
        asyncio.run(client.aclose())


def test_under_trio_a_client_works_on_a_thread(nango_emulator: Emulator) -> None:
    trio = import_module("trio")

    async def main() -> Any:
        with nango_emulator.client() as client:
            return await trio.to_thread.run_sync(lambda: client.get_connection(*IDS))

    assert trio.run(main).connection_id == IDS[0]


def test_adapters_refuse_another_kind_of_client(nango_emulator: Emulator) -> None:
    async_client: Any = nango_emulator.async_client()
    try:
        with nango_emulator.client() as client:
            sync_client: Any = client
            with pytest.raises(
                TypeError, match=r"^client must be a nango\.Client, not nango\.AsyncClient: .*AsyncProxyT"
            ):
                ProxyAdapter(async_client, *IDS)
            with pytest.raises(
                TypeError, match=r"^client must be a nango\.Client, not nango\.AsyncClient: .*AsyncProxyT"
            ):
                ProxyTransport(async_client, *IDS)
            with pytest.raises(
                TypeError, match=r"^client must be a nango\.AsyncClient, not nango\.Client: .* ProxyTran"
            ):
                AsyncProxyTransport(sync_client, *IDS)
    finally:
        asyncio.run(async_client.aclose())


@pytest.mark.parametrize("adapter", [ProxyAdapter, ProxyTransport, AsyncProxyTransport])
def test_adapters_refuse_what_is_no_client(adapter: Any) -> None:
    with pytest.raises(TypeError, match=r"^client must be a nango\.(Async)?Client, not str: "):
        adapter("invented-secret", *IDS)


def test_dir_has_what_is_imported_when_it_is_asked_for() -> None:
    assert {"AsyncClient", "AsyncPages", "AsyncResponse", "Client", "__name__"} <= set(dir(nango))


def test_help_documents_every_setting_and_every_field() -> None:
    text = pydoc.plain(pydoc.render_doc(nango.Client))
    settings = nango.Client.__init__.__code__.co_varnames[1 : nango.Client.__init__.__code__.co_kwonlyargcount + 2]
    assert "ca_file" in settings
    for setting in settings:
        assert f"\n |      {setting}: " in text
    for cls in (nango.Connection, nango.models.ListedConnection):
        for name in cls._names:
            if name != "unknown_fields":
                assert vars(cls)[name].__doc__, name
    assert vars(nango.Connection)["token"].__doc__ == (
        "What authenticates a request, where one string does; None for all other auth modes."
    )
    assert "What authenticates a request, where one" in pydoc.plain(pydoc.render_doc(nango.Connection))


def test_help_of_groups_documents_them() -> None:
    text = pydoc.plain(pydoc.render_doc(nango.Client))
    assert "Connections of customers: list, import, change and delete them." in text
