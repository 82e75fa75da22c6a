"""`proxy` takes the connection first. The former order works for one more release, with a warning."""

from __future__ import annotations

import asyncio
import inspect
import warnings
from typing import TYPE_CHECKING, Any

import pytest

import nango
from conftest import SECRET_KEY

if TYPE_CHECKING:
    from server import Server

IDS = {"connection_id": "customer-1", "provider_config_key": "github"}
WARNING = r"^proxy takes the connection first: client\.proxy\(connection_id, provider_config_key, method, endpoint\)"

FORMER: list[tuple[tuple[str, ...], dict[str, str]]] = [
    (("GET", "/v1"), IDS),
    (("GET",), {"endpoint": "/v1", **IDS}),
    (("GET", "/v1", "customer-1"), {"provider_config_key": "github"}),
    (("GET", "/v1", "customer-1", "github"), {}),
]
PRESENT: list[tuple[tuple[str, ...], dict[str, str]]] = [
    (("customer-1", "github", "GET", "/v1"), {}),
    (("customer-1", "github"), {"method": "GET", "endpoint": "/v1"}),
    ((), {"method": "GET", "endpoint": "/v1", **IDS}),
    (("GET", "github", "POST", "/v1"), {}),  # a connection with this id
    (("GET", "github"), {"method": "POST", "endpoint": "/v1"}),
]


def call(server: Server, arguments: tuple[str, ...], named: dict[str, str], *, of_asyncio: bool) -> None:
    """Make a call in the way that a program does, from this file."""
    options: Any = named
    if not of_asyncio:
        with nango.Client(SECRET_KEY, base_url=server.url) as client:
            client.proxy(*arguments, **options).close()
        return

    async def main() -> None:
        async with nango.AsyncClient(SECRET_KEY, base_url=server.url) as client:
            await (await client.proxy(*arguments, **options)).aclose()

    asyncio.run(main())


@pytest.mark.parametrize("of_asyncio", [False, True])
@pytest.mark.parametrize(("arguments", "named"), FORMER)
def test_the_former_order_works_with_a_warning(
    server: Server, arguments: tuple[str, ...], named: dict[str, str], of_asyncio: bool
) -> None:
    server.gives("{}")
    with pytest.warns(DeprecationWarning, match=WARNING) as caught:
        call(server, arguments, named, of_asyncio=of_asyncio)
    assert [warning.filename for warning in caught] == [__file__]
    (request,) = server.requests
    assert (request.method, request.target, request.headers["connection-id"]) == ("GET", "/proxy/v1", "customer-1")


@pytest.mark.parametrize("of_asyncio", [False, True])
@pytest.mark.parametrize(("arguments", "named"), PRESENT)
def test_the_present_order_has_no_warning(
    server: Server, arguments: tuple[str, ...], named: dict[str, str], of_asyncio: bool
) -> None:
    server.gives("{}")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        call(server, arguments, named, of_asyncio=of_asyncio)
    (request,) = server.requests
    connection_id = arguments[0] if arguments else "customer-1"
    assert (request.target, request.headers["connection-id"]) == ("/proxy/v1", connection_id)


@pytest.mark.parametrize(
    "arguments", [("GET", "/v1"), ("GET", "/v1", "a", "b", {"x": "1"}), (["a"], "b", "GET", "/v1")]
)
def test_wrong_arguments_are_type_errors(client: nango.Client, arguments: tuple[Any, ...]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        with pytest.raises(TypeError):
            client.proxy(*arguments)


@pytest.mark.parametrize("cls", [nango.Client, nango.AsyncClient])
def test_the_signature_has_the_present_order(cls: Any) -> None:
    names = list(inspect.signature(cls.proxy).parameters)[1:5]
    assert names == ["connection_id", "provider_config_key", "method", "endpoint"]
    assert inspect.iscoroutinefunction(cls.proxy) == (cls is nango.AsyncClient)


def test_no_traceback_has_what_was_passed(client: nango.Client) -> None:
    with pytest.raises(nango.InvalidArgumentError) as caught:
        client.proxy("customer-1", "github", "GET", "/v1", headers={"x": "invented-secret\0"})
    frames = [
        entry.frame for entry in caught.traceback if "nango" in str(entry.path) and "tests" not in str(entry.path)
    ]
    assert frames
    assert "invented-secret" not in repr([frame.f_locals for frame in frames])
