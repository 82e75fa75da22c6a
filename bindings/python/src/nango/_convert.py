"""Turns the library's errors, headers and numbers into Python objects."""

from __future__ import annotations

from ctypes import byref, c_int64
from typing import Any, Callable

from ._errors import ErrorKind, NangoError, class_of
from ._ffi import lib
from ._headers import ResponseHeaders


def read_error(handle: Any) -> NangoError:
    """Read an error."""
    kind = ErrorKind(lib.nango_error_get_kind(handle))
    retry_after_ms = lib.nango_error_retry_after_ms(handle)
    return class_of(kind)(
        _text(lib.nango_error_message(handle)) or "the library gave no reason",
        kind=kind,
        http_status=lib.nango_error_http_status(handle) or None,
        code=_text(lib.nango_error_code(handle)),
        server_message=_text(lib.nango_error_server_message(handle)),
        body=_text(lib.nango_error_body(handle)),
        retry_after=None if retry_after_ms < 0 else retry_after_ms / 1000,
        attempts=lib.nango_error_attempts(handle),
        is_retryable=bool(lib.nango_error_is_retryable(handle)),
        request_id=_text(lib.nango_error_request_id(handle)),
    )


def take_error(handle: Any) -> NangoError:
    """Read an error and free it."""
    try:
        return read_error(handle)
    finally:
        lib.nango_error_free(handle)


def read_headers(handle: Any) -> ResponseHeaders:
    """Read the headers of a response."""
    return ResponseHeaders(
        [
            (lib.nango_response_header_name(handle, i).decode(), lib.nango_response_header_value(handle, i).decode())
            for i in range(lib.nango_response_header_count(handle))
        ]
    )


class Number:
    """A place for the library to put a number. Making one takes longer than the library does."""

    __slots__ = ("_out", "_place")

    def __init__(self) -> None:
        self._place = c_int64()
        self._out = byref(self._place)

    def read(self, accessor: Callable[[Any, Any], int], handle: Any) -> int | None:
        """Read a number; None if it is absent."""
        return self._place.value if accessor(handle, self._out) else None


def _text(sent: bytes | None) -> str | None:
    return None if sent is None else sent.decode()
