"""An adapter for requests: an ordinary Session then calls an external API through Nango, which adds the credentials.

session = requests.Session()
session.mount("https://", ProxyAdapter(client, "customer-1", "github"))
session.get("https://api.github.com/user")
"""

from __future__ import annotations

import http.client
import netrc
import os
from contextlib import suppress
from email.message import Message
from pathlib import Path
from typing import Any, Optional, Union, cast
from urllib.parse import urlsplit

from .. import _arguments as arguments
from .._client import Client
from .._errors import ConnectionError, DecodeError, NangoError, NotNangoError, ProxyError, TimeoutError, TLSError
from ._failures import was_connecting, was_sending
from ._request import Incoming, Target, check_client, total

try:
    import requests
    import urllib3
    from requests.adapters import BaseAdapter
    from requests.auth import AuthBase, HTTPBasicAuth
    from requests.cookies import extract_cookies_to_jar
    from requests.structures import CaseInsensitiveDict
    from requests.utils import NETRC_FILES, get_auth_from_url, get_encoding_from_headers
except ImportError as error:
    raise ImportError("nango.adapters.requests needs requests: pip install 'libnango[requests]'") from error

from collections.abc import Generator, Iterable, Mapping

from .._response import Response
from ._credentials import Authorization


class ProxyAdapter(BaseAdapter):
    """Sends the requests of a Session to the external API of one connection, through Nango.

    Only the path and the query of a URL are sent, encoded as they stand. The host is the integration's own, whatever
    the URL names. Where it matters, `hosts_from_url` names the hosts that may have the customer's credentials: scheme
    and host are then sent too, and a request to any other host is refused.

    The external API gets the customer's credentials. What requests adds by itself, from a netrc file or from user
    information in the URL, is not sent. A header with other credentials (Authorization, X-Api-Key and those in nango's
    docs/proxy.md: the key of an SDK, `auth=`, `session.auth`) would replace them, so the request is refused with
    InvalidArgumentError before anything is sent. `authorization="drop"` leaves such headers out, for an SDK that
    insists on a key; "send" sends them instead of the customer's. What is left out is taken out of the PreparedRequest
    too, so that no redirect and no cookie brings it back. requests puts the password of a netrc file in place of an
    Authorization header of the program's: `session.trust_env = False` keeps it from that.

    A timeout of one number is the time until the head of the answer, and that for each part of a body; with
    `(connect, read)` the sum is the one, and `read` the other. Without one, the client's own applies. `verify`, `cert`
    and `proxies` are those of the client. Closing the session does not close the client.

    What goes wrong on the way is raised as requests does, caused by the error of nango: ConnectTimeout, ReadTimeout,
    Timeout while a request is sent, SSLError, ProxyError, ConnectionError, and for a body ChunkedEncodingError and
    ContentDecodingError. Nango's own failures are raised as errors of nango.

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
        check_client(
            client,
            Client,
            ": requests has no asyncio, so use nango.adapters.httpx.AsyncProxyTransport with an AsyncClient",
        )
        super().__init__()
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

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        verify: Any = True,
        cert: Any = None,
        proxies: Optional[Mapping[str, str]] = None,
    ) -> requests.Response:
        """Send a request: requests does this."""
        _take_out_credentials(request, self._target)
        call = _incoming(request, timeout).call(self._target)
        try:
            response = call.run(self._client)
        except (ConnectionError, DecodeError) as error:
            raise _as_of_requests(error, request) from error
        return self._built(request, response)

    def close(self) -> None:
        """Do nothing: the client belongs to the program."""

    def __repr__(self) -> str:
        return f"<nango.adapters.requests.ProxyAdapter of {self._target!r}>"

    def _built(self, request: requests.PreparedRequest, response: Response) -> requests.Response:
        raw = _Raw(request, response)
        built = requests.Response()
        built.status_code = response.status_code
        built.headers = CaseInsensitiveDict(raw.headers)
        built.encoding = get_encoding_from_headers(built.headers)
        built.raw = raw
        built.reason = http.client.responses.get(response.status_code, "")
        built.url = cast("str", request.url)
        built.request = request
        built.connection = cast("Any", self)
        extract_cookies_to_jar(built.cookies, request, raw)
        return built


class ConnectionAuth(AuthBase):
    """Authenticates requests that go straight to an external API, with the Authorization header of a connection.

    session = requests.Session()
    session.auth = ConnectionAuth(client, "customer-1", "github")
    session.get("https://api.github.com/user")

    The connection is got anew for each request, so a session may live longer than a token. With a client whose
    `cache_ttl` is set, most requests ask Nango nothing. requests drops the header when a redirect leads to another
    host, and it is not made again there.

    What goes wrong on the way to Nango is raised as requests does, as ProxyAdapter tells. Nango's own failures are
    raised as errors of nango, and so is InvalidArgumentError where the auth mode has no such header: nothing is sent
    then, and ProxyAdapter is the way.

    Args:
        client: The client to get the connection with.
        connection_id: The id of the connection.
        provider_config_key: The integration that it belongs to.
    """

    def __init__(self, client: Client, connection_id: str, provider_config_key: str) -> None:
        if not isinstance(client, Client):
            raise TypeError(f"client must be a nango.Client, not {type(client).__name__}: requests blocks")
        arguments.text("connection_id", connection_id)
        arguments.text("provider_config_key", provider_config_key)
        self._client = client
        self._ids = connection_id, provider_config_key

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Add the header: requests does this."""
        try:
            connection = self._client.get_connection(*self._ids)
        except (ConnectionError, DecodeError) as error:
            raise _as_of_requests(error, request) from error
        request.headers["Authorization"] = connection.authorization()
        return request

    def __repr__(self) -> str:
        return f"<nango.adapters.requests.ConnectionAuth of {self._ids[0]!r}, {self._ids[1]!r}>"


def _incoming(request: requests.PreparedRequest, timeout: Any) -> Incoming:
    url = urlsplit(cast("str", request.url))
    connect, read = _times(timeout)
    return Incoming(
        method=cast("str", request.method),
        scheme=url.scheme,
        host=url.netloc,
        endpoint=request.path_url,
        headers=_sent_headers(request),
        data=request.body,
        timeout=total((connect, read)),
        idle_timeout=read,
    )


def _take_out_credentials(request: requests.PreparedRequest, target: Target) -> None:
    """Remove headers not to be sent from the request, from which requests makes that of a redirect, and cookies."""
    names = target.left_out(_sent_headers(request), lambda: _added(request))
    for name in list(request.headers):
        if _text(name).lower() in names:
            del request.headers[name]
    url = cast("str", request.url)
    user_information, at, _host = urlsplit(url).netloc.rpartition("@")
    request.url = url.replace(f"//{user_information}{at}", "//", 1)


def _added(request: requests.PreparedRequest) -> set[str]:
    """The values of Authorization that requests sets by itself: of user information in the URL, and of a netrc file.

    Any entry of the file counts. requests has looked for the host as the program spelled it, which is not known here.
    """
    values = set()
    for username, password in [get_auth_from_url(cast("str", request.url)), *_netrc_entries()]:
        probe = requests.PreparedRequest()
        probe.headers = CaseInsensitiveDict()
        with suppress(UnicodeEncodeError):  # which has no such header
            values.add(_text(HTTPBasicAuth(username, password)(probe).headers["Authorization"]))
    return values


def _netrc_entries() -> list[tuple[str, str]]:
    """User name and password of every entry of the netrc file that requests reads."""
    named = os.environ.get("NETRC")
    paths = [Path(name) for name in ([f"~/{name}" for name in NETRC_FILES] if named is None else [named])]
    try:
        path = next((path for path in (path.expanduser() for path in paths) if path.exists()), None)
        hosts = {} if path is None else netrc.netrc(path).hosts
    except (OSError, RuntimeError, ValueError, netrc.NetrcParseError):
        return []  # requests takes nothing from it either
    return [(login or account or "", password or "") for login, account, password in hosts.values()]


def _sent_headers(request: requests.PreparedRequest) -> list[tuple[str, str]]:
    return [(_text(name), _text(value)) for name, value in request.headers.items()]


def _text(value: Union[str, bytes]) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value


def _times(timeout: Any) -> tuple[Optional[float], Optional[float]]:
    """The time to connect and that to read. One number is both, as requests has it."""
    if isinstance(timeout, tuple):
        connect, read = timeout
        return connect, read
    if isinstance(timeout, urllib3.Timeout):
        return cast("Any", timeout.connect_timeout), cast("Any", timeout.read_timeout)
    return None, timeout


class _Body:
    """The body of a response as urllib3 reads it."""

    def __init__(self, response: Response) -> None:
        self._response = response
        self.failure: Union[ConnectionError, NotNangoError, None] = None
        self.close = response.close

    @property
    def closed(self) -> bool:
        return self._response.closed

    def read(self, size: Optional[int] = None) -> bytes:
        try:
            if size is None:
                return b"".join(self._response.iter_bytes())
            return self._response.read(size)
        except (ConnectionError, NotNangoError) as error:  # the head was Nango's: the body breaks the rules of HTTP
            self.failure = error
            raise urllib3.exceptions.ProtocolError(str(error)) from error
        except DecodeError as error:
            raise urllib3.exceptions.DecodeError(str(error)) from error


class _Head:
    """Takes the place of http.client's response: has the headers, for the cookies in them."""

    def __init__(self, response: Response) -> None:
        self.msg = Message()
        for name, value in response.headers.multi_items():
            self.msg[name] = value

    def isclosed(self) -> bool:
        """Whether the connection can be taken back: there is none."""
        return False

    def close(self) -> None:
        """Do nothing: the body is closed."""


class _Raw(urllib3.HTTPResponse):
    """A response as requests expects it, which decompresses."""

    def __init__(self, request: requests.PreparedRequest, response: Response) -> None:
        self._read_from = _Body(response)
        self._of = request
        super().__init__(
            body=cast("Any", self._read_from),
            headers=cast("Any", response.headers.multi_items()),  # urllib3 makes its own of them, 1.26 too
            status=response.status_code,
            preload_content=False,
            original_response=cast("Any", _Head(response)),
            enforce_content_length=False,  # the library does
            request_method=request.method,
        )

    def stream(self, amt: Optional[int] = 65536, decode_content: Optional[bool] = None) -> Generator[bytes, None, None]:
        try:
            yield from super().stream(amt, decode_content)
        except urllib3.exceptions.ProtocolError:
            failure = self._read_from.failure
            if failure is None:
                raise
            raise _as_of_requests(failure, self._of, body=True) from failure


class _BodyTimeout(requests.ReadTimeout, requests.ConnectionError):
    """A body stops to come. requests has the second for that, and the first is what programs expect."""


class _Incomplete(requests.exceptions.ChunkedEncodingError, requests.ConnectionError):
    """A body ends too early. requests has the first for that; the second is for older programs."""


def _as_of_requests(
    error: NangoError, request: requests.PreparedRequest, *, body: bool = False
) -> requests.RequestException:
    """The error as requests raises it on the way, or in the body of the response."""
    cls: type[requests.RequestException] = requests.ConnectionError
    if isinstance(error, TimeoutError):
        if was_connecting(error):
            cls = requests.ConnectTimeout
        elif was_sending(error):
            cls = requests.Timeout
        else:
            cls = _BodyTimeout if body else requests.ReadTimeout
    elif isinstance(error, TLSError):
        cls = requests.exceptions.SSLError
    elif isinstance(error, ProxyError):
        cls = requests.exceptions.ProxyError
    elif isinstance(error, DecodeError):
        cls = requests.exceptions.ContentDecodingError
    elif body:
        cls = _Incomplete
    return cls(str(error), request=request)
