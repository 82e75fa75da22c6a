"""What the adapters have in common: a request of another HTTP client as a call through Nango."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .._body import Body, body_of
from .._proxy import ProxyCall
from .._request import Request

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What an HTTP client adds by itself for the connection to its server, which here is none of its own.
_OF_THE_CONNECTION = frozenset({"connection", "content-length", "host", "transfer-encoding"})


class Target(NamedTuple):
    """Whose external API is called, and how."""

    connection_id: str
    provider_config_key: str
    override_base_url: bool
    retries: int | None
    retry_on: list[int] | None

    def __repr__(self) -> str:
        return f"{self.connection_id!r}, {self.provider_config_key!r}"


class Incoming(NamedTuple):
    """A request of another HTTP client."""

    method: str
    #: Scheme, host and port.
    origin: str
    #: Path and query, encoded.
    endpoint: str
    headers: list[tuple[str, str]]
    #: None if there is none.
    data: object
    #: Until the head of the answer, and for each part of a body; None for the client's own.
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
            base_url_override=self.origin if target.override_base_url else None,
            retries=target.retries,
            retry_on=target.retry_on,
            decompress=True,  # Nango may leave out the header that says how to
            idle_timeout=self.idle_timeout,
        )
        ids = target.connection_id, target.provider_config_key
        return ProxyCall(*ids, request, self.timeout, interruptible=interruptible)

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
