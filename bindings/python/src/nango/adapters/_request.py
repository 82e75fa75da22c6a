"""Code shared by the adapters: a request of another HTTP client as a call through Nango."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .._body import Body, body_of
from .._errors import InvalidArgumentError
from .._proxy import ProxyCall
from .._request import Request
from ._credentials import checked, left_out

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from ._credentials import Authorization

#: Headers that an HTTP client adds by itself for the connection to its server, which does not exist here. requests adds
#: Proxy-Authorization when it follows a redirect.
_OF_THE_CONNECTION = frozenset({"connection", "content-length", "host", "proxy-authorization", "transfer-encoding"})


class Target:
    """The connection to use for the call, and the options."""

    def __init__(
        self,
        connection_id: str,
        provider_config_key: str,
        hosts_from_url: Iterable[str] | None,
        retries: int | None,
        retry_on: Iterable[int] | None,
        authorization: Authorization,
        nango_parses_body: bool,
        forward_headers_on_redirect: bool,
    ) -> None:
        self._authorization = checked(authorization)
        self.ids = connection_id, provider_config_key
        if isinstance(hosts_from_url, str):
            raise TypeError("hosts_from_url must be several hosts, not a str: put it into a list")
        self._hosts = None if hosts_from_url is None else {host.lower() for host in hosts_from_url}
        self.nango_parses_body = nango_parses_body
        self.forward_headers_on_redirect = forward_headers_on_redirect
        self.retries = retries
        self.retry_on = None if retry_on is None else list(retry_on)

    def base_url_override(self, scheme: str, host: str) -> str | None:
        """The base URL that goes along with a request to this host."""
        if self._hosts is None:
            return None
        if host.lower() not in self._hosts:
            raise InvalidArgumentError(
                "the URL's host is not in hosts_from_url: add it if it may receive the connection's credentials"
            )
        return f"{scheme}://{host}"

    def left_out(self, headers: Iterable[tuple[str, str]], added: Callable[[], Collection[str]]) -> set[str]:
        """The names, in lower case, of the credential headers that are not to be sent."""
        return left_out(self._authorization, headers, added)

    def __repr__(self) -> str:
        return f"{self.ids[0]!r}, {self.ids[1]!r}"


def check_client(client: object, wanted: type, advice: str) -> None:
    """Refuse another kind of client where the adapter is made: its calls would fail in odd ways."""
    if not isinstance(client, wanted):
        kind = type(client)
        name = f"nango.{kind.__name__}" if kind.__module__.startswith("nango") else kind.__name__
        raise TypeError(f"client must be a nango.{wanted.__name__}, not {name}{advice}")


class Incoming(NamedTuple):
    """A request of another HTTP client."""

    method: str
    scheme: str
    #: With the port, if the URL has one.
    host: str
    #: Path and query, encoded.
    endpoint: str
    headers: list[tuple[str, str]]
    #: None if there is none.
    data: object
    #: Until the head of the response, and for each part of a body; None for the client's own.
    timeout: float | None
    idle_timeout: float | None

    def call(self, target: Target, *, interruptible: bool = True) -> ProxyCall:
        """The call of the external API."""
        request = Request(
            self.method,
            self.endpoint,
            params=None,
            headers=[(name, value) for name, value in self.headers if name.lower() not in _OF_THE_CONNECTION],
            body=self._body(),
            base_url_override=target.base_url_override(self.scheme, self.host),
            retries=target.retries,
            retry_on=target.retry_on,
            decompress=True,  # Nango may leave out the header that says how to
            nango_parses_body=target.nango_parses_body,
            forward_headers_on_redirect=target.forward_headers_on_redirect,
            idle_timeout=self.idle_timeout,
        )
        return ProxyCall(*target.ids, request, self.timeout, interruptible=interruptible)

    def _body(self) -> Body | None:
        named = {name.lower(): value for name, value in self.headers}
        if self.data is None:
            return None
        body = body_of(self.data, None, None)
        if body is None or isinstance(body.content, bytes) or "content-length" not in named:
            return body
        return body._replace(length=int(named["content-length"]))


def total(parts: Iterable[float | None]) -> float | None:
    """The sum of the times that are given; None if none is."""
    given = [part for part in parts if part is not None]
    return sum(given) if given else None
