"""ConnectionAuth: requests and httpx with the Authorization header of a connection, straight to the external API."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Callable

import httpx
import pytest
import requests

import nango
from conftest import SECRET_KEY
from nango.adapters import httpx as httpx_adapter
from nango.adapters import requests as requests_adapter
from server import Answer, Request, Server, document, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

IDS = ("customer-1", "github")
#: Makes a GET of a URL, follows redirects, and returns the status.
Get = Callable[[str], int]


class Requests:
    """A Session that authenticates as a connection."""

    def __init__(self, nango_url: str) -> None:
        self._client = nango.Client(SECRET_KEY, base_url=nango_url, max_retries=0)
        self._session = requests.Session()
        self._session.auth = requests_adapter.ConnectionAuth(self._client, *IDS)

    def get(self, url: str) -> int:
        return self._session.get(url).status_code

    def close(self) -> None:
        self._session.close()
        self._client.close()


class Httpx:
    """The same with httpx."""

    def __init__(self, nango_url: str) -> None:
        self._client = nango.Client(SECRET_KEY, base_url=nango_url, max_retries=0)
        auth = httpx_adapter.ConnectionAuth(self._client, *IDS)
        self._api = httpx.Client(auth=auth, follow_redirects=True)

    def get(self, url: str) -> int:
        return self._api.get(url).status_code

    def close(self) -> None:
        self._api.close()
        self._client.close()


class AsyncHttpx:
    """The same with httpx and asyncio."""

    def __init__(self, nango_url: str) -> None:
        self._url = nango_url

    def get(self, url: str) -> int:
        async def get() -> int:
            async with nango.AsyncClient(SECRET_KEY, base_url=self._url, max_retries=0) as client:
                auth = httpx_adapter.ConnectionAuth(client, *IDS)
                async with httpx.AsyncClient(auth=auth, follow_redirects=True) as api:
                    return (await api.get(url)).status_code

        return asyncio.run(get())

    def close(self) -> None:
        """Do nothing: nothing is left open."""


@pytest.fixture
def api() -> Iterator[Server]:
    """The external API."""
    server = Server()
    yield server
    server.close()


@pytest.fixture
def elsewhere() -> Iterator[Server]:
    """Another host."""
    server = Server()
    yield server
    server.close()


@pytest.fixture(params=[Requests, Httpx, AsyncHttpx])
def get(request: pytest.FixtureRequest, server: Server) -> Iterator[Get]:
    http = request.param(server.url)
    yield http.get
    http.close()


def sent(server: Server) -> list[str | None]:
    return [request.headers.get("authorization") for request in server.requests]


def test_a_request_has_the_header_and_goes_to_the_api(get: Get, server: Server, api: Server) -> None:
    assert get(f"{api.url}/user") == 200
    assert sent(api) == ["Bearer invented-access-token"]
    assert [request.target for request in server.requests] == ["/connection/customer-1?provider_config_key=github"]


def test_each_request_has_the_token_of_its_time(get: Get, server: Server, api: Server) -> None:
    tokens = iter(["invented-first", "invented-second"])
    server.answer = lambda _request: Answer(document({"type": "OAUTH2", "access_token": next(tokens)}))
    get(api.url)
    get(api.url)
    assert sent(api) == ["Bearer invented-first", "Bearer invented-second"]


def redirects(server: Server, location: str) -> None:
    """Answer the first request with a redirect."""

    def answer(request: Request) -> Answer:
        moved = request.target == "/moved"
        return Answer("", 302, {"location": location}) if moved else Answer("{}")

    server.answer = answer


def test_a_redirect_to_another_host_is_followed_without_the_header(get: Get, api: Server, elsewhere: Server) -> None:
    for url in (elsewhere.url, elsewhere.url.replace("127.0.0.1", "localhost")):
        redirects(api, f"{url}/there")
        assert get(f"{api.url}/moved") == 200
    assert sent(api) == ["Bearer invented-access-token"] * 2
    assert sent(elsewhere) == [None, None]


def test_a_redirect_on_the_same_host_keeps_it(get: Get, server: Server, api: Server) -> None:
    redirects(api, "/there")
    assert get(f"{api.url}/moved") == 200
    assert sent(api) == ["Bearer invented-access-token"] * 2
    assert len(server.requests) == 1


@pytest.mark.parametrize("credentials", [{}, {"type": "OAUTH2"}, {"type": "OAUTH1", "oauth_token": "invented"}])
def test_without_a_header_nothing_is_sent(get: Get, server: Server, api: Server, credentials: Any) -> None:
    server.gives(document(credentials))
    with pytest.raises(nango.InvalidArgumentError, match="Authorization header"):
        get(api.url)
    assert api.requests == []


def test_a_failure_of_nango_is_raised_as_it_is(get: Get, server: Server, api: Server) -> None:
    server.gives(refusal("unknown_connection"), 404)
    with pytest.raises(nango.NotFoundError):
        get(api.url)
    assert api.requests == []


@pytest.mark.parametrize("http", [Requests, Httpx, AsyncHttpx])
def test_what_goes_wrong_on_the_way_is_raised_as_the_library_does(http: Any, nobody: str, api: Server) -> None:
    client = http(nobody)
    raised = requests.ConnectionError if http is Requests else httpx.ConnectError
    with pytest.raises(raised) as caught:
        client.get(api.url)
    assert isinstance(caught.value.__cause__, nango.ConnectionError)
    client.close()
    assert api.requests == []


def test_an_answer_that_is_no_connection_is_raised_as_the_library_does(get: Get, server: Server, api: Server) -> None:
    server.gives("[]")
    with pytest.raises((requests.RequestException, httpx.HTTPError)) as caught:
        get(api.url)
    assert isinstance(caught.value.__cause__, nango.DecodeError)
    assert api.requests == []


def test_the_wrong_kind_of_client_is_told(client: nango.Client, api: Server) -> None:
    async def asynchronous() -> None:
        async with nango.AsyncClient(SECRET_KEY) as of_asyncio:
            with pytest.raises(TypeError, match=r"^client must be a nango\.Client, not AsyncClient: requests blocks$"):
                requests_adapter.ConnectionAuth(of_asyncio, *IDS)  # type: ignore[arg-type]
            with (
                httpx.Client(auth=httpx_adapter.ConnectionAuth(of_asyncio, *IDS)) as blocking,
                pytest.raises(TypeError, match=r"is for httpx\.AsyncClient: make one with a nango\.Client"),
            ):
                blocking.get(api.url)
        async with httpx.AsyncClient(auth=httpx_adapter.ConnectionAuth(client, *IDS)) as http:
            with pytest.raises(TypeError, match=r"is for httpx\.Client: make one with a nango\.AsyncClient"):
                await http.get(api.url)

    asyncio.run(asynchronous())
    for adapter in (requests_adapter, httpx_adapter):
        with pytest.raises(TypeError, match=r"^client must be a nango\.Client.*, not str"):
            adapter.ConnectionAuth("key", *IDS)
        with pytest.raises(TypeError, match="^connection_id must be a str, not int$"):
            adapter.ConnectionAuth(client, 1, "github")
        with pytest.raises(TypeError, match="^provider_config_key must be a str, not None"):
            adapter.ConnectionAuth(client, "customer-1", None)
    assert api.requests == []


def test_printing_shows_no_secret(client: nango.Client) -> None:
    for adapter in (requests_adapter, httpx_adapter):
        shown = f"<{adapter.__name__}.ConnectionAuth of 'customer-1', 'github'>"
        assert repr(adapter.ConnectionAuth(client, *IDS)) == shown
