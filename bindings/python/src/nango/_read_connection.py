"""Turns the library's connections into Python objects. Their classes take long to make: a first connection does it.

The meaning of a member (the token, what counts as absent) comes from the library and is never decided here.
"""

from __future__ import annotations

from typing import Any

from ._auth_mode import AuthMode
from ._connection import Connection
from ._ffi import lib
from ._read_credentials import AUTH_MODES


def read_connection(handle: Any) -> Connection:
    """Read a connection, in one call of the library.

    What is hidden, but for the token, is the document until it is asked for.
    """
    members: list[Any] = lib.nango_connection_joined(handle).split(_BETWEEN, _MEMBERS - 1)
    if _ABSENT in members:
        members = [None if member == _ABSENT else member for member in members]
    number, mode, expires, connection_id, key, provider, mode_name, created, updated, fetched, token, json = members
    return Connection._of(
        [
            number,
            connection_id,
            key,
            provider,
            _AUTH_MODES.get(mode, AuthMode.UNKNOWN),
            mode_name,
            expires,
            created,
            updated,
            fetched,
        ],
        [token, *([json] * _OF_DOCUMENT)],
    )


#: What the library puts between two members, and in the place of one that is absent.
_BETWEEN, _ABSENT = b"\xff", b"\xfe"
#: How many members those are. The last is the longest, which is not searched for another.
_MEMBERS = 12
_AUTH_MODES = {b"%d" % number: mode for number, mode in AUTH_MODES.items()}
#: How many attributes are hidden in addition to the token.
_OF_DOCUMENT = len(Connection._hidden_names) - 1
