"""A request for an external API, checked and handed to the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from ctypes import c_int32
from typing import TYPE_CHECKING, Any, Callable, Optional, Union

from . import _arguments as arguments
from ._ffi import lib
from ._importing import importing
from ._query import Params, query_of

if TYPE_CHECKING:
    from ._body import Body
    from ._callbacks import Callbacks
    from ._settings import Headers

    _Pairs = list[tuple[bytes, bytes]]
    #: The query, the headers and the body.
    _Hidden = tuple[_Pairs, _Pairs, Union[Body, None]]


class Request:
    """A request to an external API."""

    # Possible secrets are in a function: no walk of the slots finds them.
    __slots__ = ("_base_url_override", "_hidden", "_line", "_retry_on", "_settings")

    def __init__(
        self,
        method: str,
        endpoint: str,
        *,
        params: Optional[Params],
        headers: Optional[Headers],
        body: Optional[Body],
        base_url_override: Optional[str],
        retries: Optional[int],
        retry_on: Optional[Iterable[int]],
        decompress: bool,
        nango_parses_body: bool,
        forward_headers_on_redirect: bool,
        idle_timeout: Optional[float],
    ) -> None:
        self._line = arguments.text("method", method), arguments.text("endpoint", endpoint)
        query = [] if params is None else list(query_of(params))
        all_headers = [] if headers is None else list(arguments.headers(headers))
        self._hidden: Callable[[], _Hidden] = lambda: (query, all_headers, body)
        self._base_url_override = (
            None if base_url_override is None else arguments.text("base_url_override", base_url_override)
        )
        self._retry_on = [] if retry_on is None else [arguments.count("retry_on", status) for status in retry_on]
        #: The setters to call, with their values.
        self._settings: list[tuple[str, int]] = [
            ("decompress", arguments.flag("decompress", decompress)),
            ("nango_parses_body", arguments.flag("nango_parses_body", nango_parses_body)),
            (
                "forward_headers_on_redirect",
                arguments.flag("forward_headers_on_redirect", forward_headers_on_redirect),
            ),
        ]
        if retries is not None:
            self._settings.append(("retries", arguments.count("retries", retries)))
        if idle_timeout is not None:
            self._settings.append(("idle_timeout_ms", arguments.milliseconds("idle_timeout", idle_timeout)))

    def url(self) -> Callable[[], str]:
        """Gives path and query, after the base URL if there is one. A function, since the query may have secrets."""
        query, _headers, _body = self._hidden()
        base = (self._base_url_override or b"").decode().rstrip("/")
        endpoint = self._line[1].decode()
        if base and not endpoint.startswith("/"):
            base += "/"

        def url() -> str:
            with importing:
                from urllib.parse import quote  # which takes long to import, and few ask for it

            added = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in query)
            return base + endpoint + ("&" if "?" in endpoint else "?") * bool(added) + added

        return url

    @contextmanager
    def handed_over(self, callbacks: Callbacks) -> Iterator[Any]:
        """The library's request, for one call."""
        reader = self._reader(callbacks)  # which has to live as long as the request
        request = lib.nango_request_new(*self._line)
        try:
            self._fill(request, reader)
            yield request
        finally:
            lib.nango_request_free(request)

    def _reader(self, callbacks: Callbacks) -> Any:
        """The callback for a body that is not in memory."""
        _query, _headers, body = self._hidden()
        if body is None or isinstance(body.content, bytes):
            return None
        return callbacks.body_reader(body.content.read)

    def _fill(self, request: Any, reader: Any) -> None:
        """Set everything: not where the call is made, whose traceback would show each local variable."""
        query, headers, body = self._hidden()
        # What a header says comes before what is usual.
        has_type = any(name.lower() == b"content-type" for name, _value in headers)
        content_type = None if body is None else body.named or (None if has_type else body.usual)
        for name, value in query:
            lib.nango_request_add_query(request, name, value)
        for name, value in headers:
            lib.nango_request_add_header(request, name, value)
        for setting, number in self._settings:
            getattr(lib, f"nango_request_set_{setting}")(request, number)
        if self._base_url_override is not None:
            lib.nango_request_set_base_url_override(request, self._base_url_override)
        statuses = (c_int32 * len(self._retry_on))(*self._retry_on)
        lib.nango_request_set_retry_on(request, statuses, len(statuses))
        if body is not None and isinstance(body.content, bytes):
            lib.nango_request_set_body(request, body.content, body.length, content_type)
        elif body is not None:
            lib.nango_request_set_body_reader(request, reader, None, body.length, content_type)
