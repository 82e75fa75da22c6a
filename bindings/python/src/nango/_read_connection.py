"""Turns the library's connections into Python objects. Their classes take long to make: a first connection does it.

The meaning of a member (the token, what counts as absent) comes from the library and is never decided here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, NamedTuple

from . import _times
from ._auth_mode import AuthMode
from ._connection import Connection
from ._credentials import CLASSES, Credentials
from ._ffi import SIGNATURES, lib

if TYPE_CHECKING:
    from datetime import datetime

    from ._convert import Number

#: An accessor of the library's for a text.
_Accessor = Callable[[Any], "bytes | None"]

#: Credentials that Nango spells unlike the field.
_SENT_AS = {"jwt_token": "jwtToken"}


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


#: The auth modes by their numbers in nango.h, and the substitute for one that is newer than this package.
_MODES = dict(enumerate(map(_mode, AuthMode)))
_UNKNOWN = _mode(AuthMode.UNKNOWN)
