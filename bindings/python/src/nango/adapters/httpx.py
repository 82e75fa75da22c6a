"""Transports for httpx: an ordinary client then calls an external API through Nango, which adds the credentials.

github = httpx.Client(transport=ProxyTransport(client, "customer-1", "github"), base_url="https://api.github.com")
github.get("/user")
"""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import Optional, Union

from .. import _arguments as arguments
from .._async_body import PartsOfLoop
from .._async_client import AsyncClient
from .._client import Client
from .._errors import ConnectionError, DecodeError, ErrorKind, NangoError, NotNangoError, ProxyError, TimeoutError
from ._failures import is_of_system, was_connecting, was_sending
from ._request import Incoming, Target, check_client, total

try:
    import httpx
except ImportError as error:
    raise ImportError("nango.adapters.httpx needs httpx: pip install 'libnango[httpx]'") from error

from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterable, Iterator

from .._async_response import AsyncResponse
from .._response import Response
from .._threads import require_asyncio
from ._credentials import Authorization

#: Where there was no connection yet.
_BEFORE_A_CONNECTION = (ErrorKind.RESOLVE, ErrorKind.CONNECT, ErrorKind.TLS)


class ProxyTransport(httpx.BaseTransport):
    """Sends the requests of an httpx.Client to the external API of one connection, through Nango.

    Only the path and the query of a URL are sent, encoded as they stand. The host is the integration's own, whatever
    the URL names. Where it matters, `hosts_from_url` names the hosts that may have the customer's credentials: scheme
    and host are then sent too, and a request to any other host is refused.

    The external API gets the customer's credentials. User information in a URL is not sent. A header with other
    credentials (Authorization, X-Api-Key and those in nango's docs/proxy.md: the key of an SDK, `auth=`) would replace
    them, so the request is refused with InvalidArgumentError before anything is sent. `authorization="drop"` leaves
    such headers out, for an SDK that insists on a key; "send" sends them instead of the customer's. What is left out is
    taken out of the httpx.Request too, so that no redirect and no cookie brings it back.

    Of the timeouts, the sum of `connect`, `write` and `read` is the time until the head of the answer, the larger of
    `write` and `read` that for each part of a body; `pool` has no meaning here. httpx has 5 seconds for each unless it
    is told. What is None is as the client has it. Closing the httpx.Client does not close the client of nango.

    What goes wrong on the way is raised as httpx does, caused by the error of nango: ConnectTimeout, WriteTimeout and
    ReadTimeout, ConnectError (TLS too), ProxyError, ReadError, RemoteProtocolError where the server ends the
    connection too early, and DecodingError. Nango's own failures are raised as errors of nango.

    Args:
        client: The client to call with.
        connection_id: The id of the connection.
        provider_config_key: The integration that it belongs to.
        hosts_from_url: The hosts, with ports, that Nango calls as the URL names them, such as ["api.github.com"].
        retries: How often Nango repeats the external call when it fails, 0 by default.
        retry_on: More statuses after which Nango does so.
        authorization: "refuse", "drop" or "send" a request's own credentials.
        nango_parses_body: As for `Client.proxy`: whether Nango parses JSON and forms and serializes them again.
        forward_headers_on_redirect: As for `Client.proxy`: whether a redirect to another host gets the credentials.
    """

    def __init__(
        self,
        client: Client,
        connection_id: str,
        provider_config_key: str,
        *,
        hosts_from_url: Optional[Iterable[str]] = None,
        retries: Optional[int] = None,
        retry_on: Optional[Iterable[int]] = None,
        authorization: Authorization = "refuse",
        nango_parses_body: bool = False,
        forward_headers_on_redirect: bool = False,
    ) -> None:
        check_client(client, Client, ": use AsyncProxyTransport, in an httpx.AsyncClient, with an AsyncClient")
        self._client = client
        self._target = Target(
            connection_id,
            provider_config_key,
            hosts_from_url,
            retries,
            retry_on,
            authorization,
            nango_parses_body,
            forward_headers_on_redirect,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request: httpx does this."""
        _take_out_credentials(request, self._target)
        data = _in_memory(request)
        if data is None and _has_body(request):
            assert isinstance(request.stream, httpx.SyncByteStream)
            data = request.stream
        with _as_of_httpx(request):
            response = _incoming(request, data).call(self._target).run(self._client)
        return httpx.Response(response.status_code, headers=_headers(response), stream=_Body(request, response))

    def __repr__(self) -> str:
        return f"<nango.adapters.httpx.ProxyTransport of {self._target!r}>"


class AsyncProxyTransport(httpx.AsyncBaseTransport):
    """Sends the requests of an httpx.AsyncClient to the external API of one connection: see ProxyTransport.

    Args:
        client: The AsyncClient to call with.
        connection_id: As for ProxyTransport, like all that follow.
        provider_config_key: The integration.
        hosts_from_url: The hosts, with ports, that Nango calls as the URL names them, such as ["api.github.com"].
        retries: How often Nango repeats the external call.
        retry_on: More statuses after which Nango does so.
        authorization: "refuse", "drop" or "send" a request's own credentials.
        nango_parses_body: As for `Client.proxy`: whether Nango parses JSON and forms and serializes them again.
        forward_headers_on_redirect: As for `Client.proxy`: whether a redirect to another host gets the credentials.
    """

    def __init__(
        self,
        client: AsyncClient,
        connection_id: str,
        provider_config_key: str,
        *,
        hosts_from_url: Optional[Iterable[str]] = None,
        retries: Optional[int] = None,
        retry_on: Optional[Iterable[int]] = None,
        authorization: Authorization = "refuse",
        nango_parses_body: bool = False,
        forward_headers_on_redirect: bool = False,
    ) -> None:
        check_client(client, AsyncClient, ": use ProxyTransport, in an httpx.Client, with a Client")
        self._client = client
        self._target = Target(
            connection_id,
            provider_config_key,
            hosts_from_url,
            retries,
            retry_on,
            authorization,
            nango_parses_body,
            forward_headers_on_redirect,
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request: httpx does this."""
        require_asyncio()
        _take_out_credentials(request, self._target)
        data = _in_memory(request)
        source = None
        if data is None and _has_body(request):
            assert isinstance(request.stream, httpx.AsyncByteStream)
            data = source = PartsOfLoop(request.stream, asyncio.get_running_loop())
        call = _incoming(request, data).call(self._target, interruptible=False)
        with _as_of_httpx(request):
            response = await self._client._proxy(call, source)
        return httpx.Response(response.status_code, headers=_headers(response), stream=_AsyncBody(request, response))

    def __repr__(self) -> str:
        return f"<nango.adapters.httpx.AsyncProxyTransport of {self._target!r}>"


class ConnectionAuth(httpx.Auth):
    """Authenticates requests that go straight to an external API, with the Authorization header of a connection.

    auth = ConnectionAuth(client, "customer-1", "github")
    github = httpx.Client(auth=auth, base_url="https://api.github.com")
    github.get("/user")

    The connection is got anew for each request, so an httpx client may live longer than a token. With a client whose
    `cache_ttl` is set, most requests ask Nango nothing. httpx drops the header when a redirect leads to another host,
    and it is not made again there.

    What goes wrong on the way to Nango is raised as httpx does, as ProxyTransport tells. Nango's own failures are
    raised as errors of nango, and so is InvalidArgumentError where the auth mode has no such header: nothing is sent
    then, and ProxyTransport is the way.

    Args:
        client: The client to get the connection with: a Client for httpx.Client, an AsyncClient for httpx.AsyncClient.
        connection_id: The id of the connection.
        provider_config_key: The integration that it belongs to.
    """

    def __init__(self, client: Union[Client, AsyncClient], connection_id: str, provider_config_key: str) -> None:
        if not isinstance(client, (Client, AsyncClient)):
            raise TypeError(f"client must be a nango.Client or a nango.AsyncClient, not {type(client).__name__}")
        arguments.text("connection_id", connection_id)
        arguments.text("provider_config_key", provider_config_key)
        self._client = client
        self._ids = connection_id, provider_config_key

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Add the header: httpx.Client does this."""
        if not isinstance(self._client, Client):
            raise TypeError(
                "this ConnectionAuth is for httpx.AsyncClient: make one with a nango.Client for httpx.Client"
            )
        with _as_of_httpx(request):
            connection = self._client.get_connection(*self._ids)
        request.headers["Authorization"] = connection.authorization()
        yield request

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Add the header: httpx.AsyncClient does this."""
        if not isinstance(self._client, AsyncClient):
            raise TypeError(
                "this ConnectionAuth is for httpx.Client: make one with a nango.AsyncClient for httpx.AsyncClient"
            )
        with _as_of_httpx(request):
            connection = await self._client.get_connection(*self._ids)
        request.headers["Authorization"] = connection.authorization()
        yield request

    def __repr__(self) -> str:
        return f"<nango.adapters.httpx.ConnectionAuth of {self._ids[0]!r}, {self._ids[1]!r}>"


def _take_out_credentials(request: httpx.Request, target: Target) -> None:
    """Remove headers not to be sent from the request, from which httpx makes that of a redirect, and cookies."""
    for name in target.left_out(_sent_headers(request), lambda: _added(request)):
        del request.headers[name]
    if request.url.userinfo:
        request.url = request.url.copy_with(userinfo=b"")


def _added(request: httpx.Request) -> list[str]:
    """The Authorization that httpx makes of user information in the URL."""
    if not request.url.userinfo:
        return []
    probe = httpx.Request("GET", "https://probe.invalid")
    basic = httpx.BasicAuth(request.url.username, request.url.password)
    return [next(basic.auth_flow(probe)).headers["authorization"]]


def _sent_headers(request: httpx.Request) -> list[tuple[str, str]]:
    return [(name.decode("ascii"), value.decode("latin-1")) for name, value in request.headers.raw]


def _in_memory(request: httpx.Request) -> object:
    """The body, if it is in memory."""
    if not _has_body(request) or not isinstance(request.stream, httpx.ByteStream):
        return None
    return b"".join(request.stream)


def _has_body(request: httpx.Request) -> bool:
    return "transfer-encoding" in request.headers or request.headers.get("content-length", "0") != "0"


def _incoming(request: httpx.Request, data: object) -> Incoming:
    url = request.url
    timeout: dict[str, Optional[float]] = request.extensions.get("timeout", {})
    waits = [timeout.get("write"), timeout.get("read")]
    return Incoming(
        method=request.method,
        scheme=url.scheme,
        host=url.netloc.decode("ascii"),
        endpoint=url.raw_path.decode("ascii"),
        headers=_sent_headers(request),
        data=data,
        timeout=total((timeout.get("connect"), *waits)),
        idle_timeout=max((wait for wait in waits if wait is not None), default=None),
    )


def _headers(response: Union[Response, AsyncResponse]) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in response.headers.multi_items()]


class _Disconnected(httpx.RemoteProtocolError, httpx.ReadError):
    """The server ended the connection too early. httpx has the first for that; the second is for older programs."""


@contextmanager
def _as_of_httpx(request: httpx.Request, *, body: bool = False) -> Iterator[None]:
    """Raise what goes wrong on the way, or in the body of the response, as httpx does."""
    try:
        yield
    except NangoError as error:
        cls = _class_of(error, body=body)
        if cls is None:
            raise
        raise cls(str(error), request=request) from error


def _class_of(error: NangoError, *, body: bool) -> Optional[type[httpx.RequestError]]:
    """The class that httpx has for an error; None for a failure of Nango."""
    if isinstance(error, TimeoutError):
        if was_connecting(error):
            return httpx.ConnectTimeout
        return httpx.WriteTimeout if was_sending(error) else httpx.ReadTimeout
    if isinstance(error, ProxyError):
        return httpx.ProxyError
    if isinstance(error, DecodeError):
        return httpx.DecodingError
    if isinstance(error, ConnectionError):
        if error.kind in _BEFORE_A_CONNECTION:
            return httpx.ConnectError
        return httpx.ReadError if is_of_system(error) else _Disconnected
    # The head was Nango's, so a body that breaks the rules of HTTP is no page of something else.
    return httpx.RemoteProtocolError if body and isinstance(error, NotNangoError) else None


class _Body(httpx.SyncByteStream):
    """The body of a response as httpx reads it."""

    def __init__(self, request: httpx.Request, response: Response) -> None:
        self._request = request
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        with _as_of_httpx(self._request, body=True):
            yield from self._response.iter_bytes()

    def close(self) -> None:
        self._response.close()


class _AsyncBody(httpx.AsyncByteStream):
    """The body of a response as httpx reads it for asyncio."""

    def __init__(self, request: httpx.Request, response: AsyncResponse) -> None:
        self._request = request
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _as_of_httpx(self._request, body=True):
            async for part in self._response.aiter_bytes():
                yield part

    async def aclose(self) -> None:
        await self._response.aclose()
