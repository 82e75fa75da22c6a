"""Turns the library's results into Python objects.

The meaning of a member (the token, what counts as absent) comes from the library and is never decided here.
"""

from __future__ import annotations

from ctypes import byref, c_int64
from typing import TYPE_CHECKING, Any, Callable, NamedTuple

from . import _times
from ._auth_mode import AuthMode
from ._connection import Connection
from ._credentials import CLASSES, Credentials
from ._errors import ErrorKind, NangoError, class_of
from ._ffi import SIGNATURES, lib
from ._headers import ResponseHeaders

if TYPE_CHECKING:
    from datetime import datetime

#: An accessor of the library's for a text.
_Accessor = Callable[[Any], "bytes | None"]

#: Credentials that Nango spells unlike the field.
_SENT_AS = {"jwt_token": "jwtToken"}


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


def read_connection(handle: Any, number: Number) -> Connection:
    """Read a connection."""
    mode = _MODES.get(lib.nango_connection_auth_mode(handle), _UNKNOWN)
    expires_at_ms = number.read(lib.nango_connection_expires_at_ms, handle)
    expires_at = None if expires_at_ms is None else _times.from_milliseconds(expires_at_ms)
    document = lib.nango_connection_json(handle)
    return Connection._of(
        [
            lib.nango_connection_id(handle),
            lib.nango_connection_connection_id(handle),
            lib.nango_connection_provider_config_key(handle),
            lib.nango_connection_provider(handle),
            mode.auth_mode,
            lib.nango_connection_auth_mode_name(handle),
            expires_at,
            lib.nango_connection_created_at(handle),
            lib.nango_connection_updated_at(handle),
            lib.nango_connection_last_fetched_at(handle),
        ],
        [
            lib.nango_connection_token(handle),
            _read_credentials(handle, mode, expires_at),
            lib.nango_connection_metadata_json(handle),
            lib.nango_connection_connection_config_json(handle),
            lib.nango_connection_tags_json(handle),
            lib.nango_connection_end_user_json(handle),
            lib.nango_connection_errors_json(handle),
            lib.nango_connection_webhook_url_override(handle),
            number.read(lib.nango_connection_account_id, handle),
            document,  # as text
            document,  # and parsed
        ],
    )


def _read_credentials(handle: Any, mode: _Mode, expires_at: datetime | None) -> Credentials:
    whole = lib.nango_connection_credentials_json(handle) or {}
    hidden = [lib.nango_connection_raw_json(handle), whole]
    # The members that are objects are found in the whole.
    hidden += [accessor(handle) if accessor else whole for accessor in mode.accessors]
    return mode.credentials._of([expires_at], hidden)


class _Mode(NamedTuple):
    """How the credentials of an auth mode are read."""

    auth_mode: AuthMode
    credentials: type[Credentials]
    #: The accessors of the mode's own attributes, in their order; None for members that are objects.
    accessors: tuple[_Accessor | None, ...]


def _mode(auth_mode: AuthMode) -> _Mode:
    credentials = CLASSES[auth_mode]
    own = credentials._names[len(Credentials._names) :]
    accessors = (None if name in credentials._builders else _accessor(name) for name in own)
    return _Mode(auth_mode, credentials, tuple(accessors))


def _accessor(name: str) -> _Accessor:
    """The accessor of a credential: a dedicated one if it exists."""
    own = f"nango_connection_{name}"
    if own in SIGNATURES:
        accessor: _Accessor = getattr(lib, own)
        return accessor
    sent_as = _SENT_AS.get(name, name).encode()
    return lambda handle: lib.nango_connection_credential(handle, sent_as)


def _text(sent: bytes | None) -> str | None:
    return None if sent is None else sent.decode()


#: The auth modes by their numbers in nango.h, and the substitute for one that is newer than this package.
_MODES = dict(enumerate(map(_mode, AuthMode)))
_UNKNOWN = _mode(AuthMode.UNKNOWN)
