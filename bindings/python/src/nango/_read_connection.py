"""Turns the library's connections into Python objects. Their classes take long to make: a first connection does it.

The meaning of a member (the token, what counts as absent) comes from the library and is never decided here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _times
from ._auth_mode import AuthMode
from ._connection import Connection
from ._ffi import lib
from ._read_credentials import AUTH_MODES

if TYPE_CHECKING:
    from ._convert import Number


def read_connection(handle: Any, number: Number) -> Connection:
    """Read a connection. What is hidden, but for the token, is the document until it is asked for."""
    expires_at_ms = number.read(lib.nango_connection_expires_at_ms, handle)
    return Connection._of(
        [
            lib.nango_connection_id(handle),
            lib.nango_connection_connection_id(handle),
            lib.nango_connection_provider_config_key(handle),
            lib.nango_connection_provider(handle),
            AUTH_MODES.get(lib.nango_connection_auth_mode(handle), AuthMode.UNKNOWN),
            lib.nango_connection_auth_mode_name(handle),
            None if expires_at_ms is None else _times.from_milliseconds(expires_at_ms),
            lib.nango_connection_created_at(handle),
            lib.nango_connection_updated_at(handle),
            lib.nango_connection_last_fetched_at(handle),
        ],
        [lib.nango_connection_token(handle), *([lib.nango_connection_json(handle)] * _OF_DOCUMENT)],
    )


#: How many attributes are hidden in addition to the token.
_OF_DOCUMENT = len(Connection._hidden_names) - 1
