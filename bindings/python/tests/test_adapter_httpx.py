"""An ordinary httpx client that calls the external API through Nango."""

from __future__ import annotations

import asyncio
import gzip
from typing import TYPE_CHECKING, Any

import httpx
import pytest

import nango
from conftest import SECRET_KEY
from nango.adapters.httpx import AsyncProxyTransport, ProxyTransport
from server import Answer, Feed, Gate, Server
from test_async import client_of, run

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from nango.testing import Emulator

IDS = ("customer-1", "github")
API = "https://api.example.com"
HOSTS = ["EU.api.example.com:8443"]


@pytest.fixture
def api(client: nango.Client) -> Iterator[httpx.Client]:
    with httpx.Client(transport=ProxyTransport(client, *IDS), base_url=API) as api:
        yield api


def test_a_call(api: httpx.Client, server: Server) -> None:
    server.answer = lambda _request: Answer('{"name":"ü"}', headers={"x-one": ["1", "2"]})
    response = api.get("/v1/a%2Fb?x=%C3%A9", headers={"X-Two": "2"})
    assert (response.status_code, response.reason_phrase) == (200, "OK")
    assert response.json() == {"name": "ü"}
    assert response.headers.get_list("X-One") == ["1", "2"]
    (request,) = server.requests
    assert (request.method, request.target) == ("GET", "/proxy/v1/a%2Fb?x=%C3%A9")
    assert request.headers["provider-config-key"] == "github"
    assert request.headers["authorization"] == f"Bearer {SECRET_KEY}"
    assert request.headers["nango-proxy-x-two"] == "2"
    for absent in ("base-url-override", "nango-proxy-host", "nango-proxy-connection", "content-type", "retries"):
        assert absent not in request.headers


@pytest.mark.parametrize(
    ("body", "sent", "framing", "content_type"),
    [
        ({"json": {"a": 1}}, {b'{"a": 1}', b'{"a":1}'}, {"7", "8"}, "application/json"),
        ({"data": {"a": "b c"}}, {b"a=b+c", b"a=b%20c"}, {"5", "7"}, "application/x-www-form-urlencoded"),
        ({"content": b"bytes"}, {b"bytes"}, {"5"}, "application/octet-stream"),
        ({"content": iter([b"some", b" parts"])}, {b"some parts"}, {None}, "application/octet-stream"),
        ({"content": iter([b"x"]), "headers": {"Content-Length": "1"}}, {b"x"}, {"1"}, "application/octet-stream"),
    ],
)
def test_bodies(
    api: httpx.Client,
    server: Server,
    body: dict[str, Any],
    sent: set[bytes],
    framing: set[str | None],
    content_type: str,
) -> None:
    api.post("/", **body)
    (request,) = server.requests
    assert request.body in sent
    assert request.headers.get("content-length") in framing
    assert request.headers["content-type"] == "application/octet-stream"
    assert request.headers["nango-proxy-content-type"] == content_type


def test_nango_parses_a_body_if_it_is_to(client: nango.Client, server: Server) -> None:
    with httpx.Client(transport=ProxyTransport(client, *IDS, nango_parses_body=True)) as api:
        api.post(f"{API}/", json={"a": 1})
    assert server.requests[0].headers["content-type"] == "application/json"


def test_redirects_get_the_headers_if_they_are_to(client: nango.Client, server: Server) -> None:
    for forwards, sent in ((True, "true"), (False, None)):
        with httpx.Client(transport=ProxyTransport(client, *IDS, forward_headers_on_redirect=forwards)) as api:
            api.get(f"{API}/")
        assert server.requests[-1].headers.get("forward-headers-on-redirect") == sent


def test_a_post_without_a_body(api: httpx.Client, server: Server) -> None:
    api.post("/")
    assert server.requests[0].body == b""
    assert "content-type" not in server.requests[0].headers


def test_a_response_is_streamed(api: httpx.Client, server: Server) -> None:
    feed = Feed(b"one\n")
    server.answer = lambda _request: Answer(parts=feed)
    with api.stream("GET", "/") as response:
        parts = response.iter_bytes()
        assert next(parts) == b"one\n"
        feed.give(b"two\n")
        feed.end()
        assert b"".join(parts) == b"two\n"


def test_a_compressed_response_is_unpacked(api: httpx.Client, server: Server) -> None:
    server.answer = lambda _request: Answer(gzip.compress(b'{"packed":true}'), headers={"content-encoding": "gzip"})
    assert api.get("/").json() == {"packed": True}


def test_a_host_may_be_sent(client: nango.Client, server: Server) -> None:
    transport = ProxyTransport(client, *IDS, hosts_from_url=HOSTS, retries=2, retry_on=iter([404]))
    with httpx.Client(transport=transport) as api:
        api.get("https://invented:user@eu.api.example.com:8443/v1/items?x=1")
        with pytest.raises(nango.InvalidArgumentError, match="^the URL's host is not in hosts_from_url"):
            api.get("https://evil.example/v1")
    (request,) = server.requests
    assert request.target == "/proxy/v1/items?x=1"
    assert request.headers["base-url-override"] == "https://eu.api.example.com:8443"
    assert (request.headers["retries"], request.headers["retry-on"]) == ("2", "404")


def test_timeouts(api: httpx.Client, server: Server) -> None:
    gate = Gate()
    server.answer = gate
    with pytest.raises(httpx.TimeoutException, match="timeout 60 ms") as caught:
        api.get("/", timeout=0.02)
    assert isinstance(caught.value.__cause__, nango.TimeoutError)
    gate.open()


def test_a_timeout_of_the_body(api: httpx.Client, server: Server) -> None:
    feed = Feed(b"begun")
    server.answer = lambda _request: Answer(parts=feed)
    with pytest.raises(httpx.TimeoutException, match="^no data for 50 ms"):
        api.get("/", timeout=httpx.Timeout(30, read=0.05, write=None))
    feed.end()


def test_without_timeouts_those_of_the_client_apply(server: Server) -> None:
    with nango.Client(SECRET_KEY, base_url=server.url, timeout=0, max_retries=0) as client:
        with httpx.Client(transport=ProxyTransport(client, *IDS), timeout=None) as api:
            with pytest.raises(httpx.TimeoutException):
                api.get(API)


def test_what_goes_wrong_on_the_way(api: httpx.Client, server: Server) -> None:
    server.answer = lambda _request: Answer("some", missing=3)
    with pytest.raises(httpx.ReadError, match="the body is incomplete") as caught:
        api.get("/")
    assert isinstance(caught.value.__cause__, nango.ConnectionError)
    assert caught.value.request.method == "GET"


@pytest.mark.parametrize(
    ("setting", "error", "cause"),
    [
        ("base_url", httpx.ConnectError, nango.ConnectionError),
        ("http_proxy", httpx.ProxyError, nango.ProxyError),
    ],
)
def test_no_connection(
    server: Server, nobody: str, setting: str, error: type[Exception], cause: type[Exception]
) -> None:
    settings: dict[str, Any] = {"base_url": server.url, "max_retries": 0, setting: nobody}
    with nango.Client(SECRET_KEY, **settings) as client:
        with httpx.Client(transport=ProxyTransport(client, *IDS)) as api, pytest.raises(error) as caught:
            api.get(API)
    assert type(caught.value) is error
    assert type(caught.value.__cause__) is cause


def test_a_failure_of_nango_is_one_of_nango(nango_emulator: Emulator) -> None:
    with nango_emulator.client() as client:
        with httpx.Client(transport=ProxyTransport(client, "customer-oauth2", "unheard-of")) as api:
            with pytest.raises(nango.UnknownIntegrationError):
                api.get(API)


def test_asyncio(server: Server) -> None:
    server.answer = lambda request: Answer(request.body or "nothing", headers={"x-one": "1"})

    async def parts() -> AsyncIterator[bytes]:
        yield b"some "
        yield b"parts"

    async def main() -> None:
        async with client_of(server) as client:
            transport = AsyncProxyTransport(client, *IDS)
            assert repr(transport) == "<nango.adapters.httpx.AsyncProxyTransport of 'customer-1', 'github'>"
            async with httpx.AsyncClient(transport=transport, base_url=API) as api:
                response = await api.get("/v1/items")
                assert (response.text, response.headers["X-One"]) == ("nothing", "1")
                assert (await api.post("/", json=[1])).json() == [1]
                async with api.stream("POST", "/", content=parts()) as streamed:
                    assert b"".join([part async for part in streamed.aiter_bytes()]) == b"some parts"
            assert not client.closed

    run(main())
    assert [request.headers.get("transfer-encoding") for request in server.requests] == [None, None, "chunked"]


def test_errors_in_asyncio(server: Server) -> None:
    server.answer = lambda _request: Answer("some", missing=3)

    async def main() -> None:
        async with client_of(server) as client:
            async with httpx.AsyncClient(transport=AsyncProxyTransport(client, *IDS), base_url=API) as api:
                with pytest.raises(httpx.ReadError) as caught:
                    await api.get("/")
                assert isinstance(caught.value.__cause__, nango.ConnectionError)

    run(main())


def test_a_cancelled_task_ends_its_call(server: Server) -> None:
    feed = Feed(b"begun")
    server.answer = lambda _request: Answer(parts=feed)

    async def main() -> None:
        async with client_of(server) as client:
            async with httpx.AsyncClient(transport=AsyncProxyTransport(client, *IDS), timeout=3600) as api:
                with pytest.raises(asyncio.TimeoutError):
                    await asyncio.wait_for(api.get(API), 0.05)

    run(main())
    feed.end()
