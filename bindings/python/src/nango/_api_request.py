"""A request for Nango's own API, checked and handed to the library."""

from __future__ import annotations

import json as _json
from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Callable

from . import _arguments as arguments
from ._ffi import lib
from ._query import query_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._query import Params
    from ._settings import Headers

    _Pairs = list[tuple[bytes, bytes]]
    #: The parameters of the path, the query, the headers and the JSON of the body.
    _Hidden = tuple[_Pairs, _Pairs, _Pairs, "bytes | None"]


class APIRequest:
    """A request to Nango. Possible secrets are in a function: no walk of the slots finds them."""

    __slots__ = ("_hidden", "_line", "_repeatable")

    def __init__(
        self,
        method: str,
        path: str,
        path_params: _Pairs,
        query: _Pairs,
        headers: _Pairs,
        body: bytes | None,
        *,
        repeatable: bool = False,
    ) -> None:
        self._line = arguments.text("method", method), arguments.text("path", path)
        #: Whether sending it twice is as good as once.
        self._repeatable = repeatable
        self._hidden: Callable[[], _Hidden] = lambda: (path_params, query, headers, body)

    @contextmanager
    def handed_over(self) -> Iterator[Any]:
        """The library's request, for one call."""
        request = lib.nango_request_new(*self._line)
        try:
            self._fill(request)
            yield request
        finally:
            lib.nango_request_free(request)

    def _fill(self, request: Any) -> None:
        """Set everything: not where the call is made, whose traceback would show each local variable."""
        path_params, query, headers, body = self._hidden()
        for name, value in path_params:
            lib.nango_request_set_path_parameter(request, name, value)
        for name, value in query:
            lib.nango_request_add_query(request, name, value)
        for name, value in headers:
            lib.nango_request_add_header(request, name, value)
        if body is not None:
            lib.nango_request_set_json(request, body)
        lib.nango_request_set_repeatable(request, self._repeatable)


def raw_request(
    method: str,
    path: str,
    *,
    path_params: Mapping[str, str] | None,
    params: Params | None,
    headers: Headers | None,
    json: object,
) -> APIRequest:
    """A request as a program puts it together by itself."""
    if path_params is not None and not isinstance(path_params, Mapping):
        raise TypeError(f"path_params must be a mapping or None, not {type(path_params).__name__}")
    return APIRequest(
        method,
        path,
        [
            (arguments.text("name in path_params", name), arguments.text("value in path_params", value))
            for name, value in (path_params or {}).items()
        ],
        [] if params is None else list(query_of(params)),
        [] if headers is None else list(arguments.headers(headers)),
        None if json is None else encoded(json),
    )


def encoded(json: object) -> bytes:
    """The JSON text of a value."""
    return _json.dumps(json, allow_nan=False).encode()
