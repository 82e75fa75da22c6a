"""Reads the credentials of a connection, of the class that its auth mode has."""

from __future__ import annotations

from typing import Any, Callable, NamedTuple

from . import _times
from ._auth_mode import AuthMode
from ._convert import Number
from ._credentials import CLASSES, Credentials
from ._document import read_document
from ._ffi import SIGNATURES, lib

#: An accessor of the library's for a text.
_Accessor = Callable[[Any], "bytes | None"]

#: Credentials that Nango spells unlike the field.
_SENT_AS = {"jwt_token": "jwtToken"}

#: The auth modes by their numbers in nango.h.
AUTH_MODES = dict(enumerate(AuthMode))


def build_credentials(document: bytes) -> Credentials:
    """The credentials in the document of a connection."""
    read: Credentials = read_document(document, _read_credentials)
    return read


def _read_credentials(handle: Any) -> Credentials:
    mode = _MODES[AUTH_MODES.get(lib.nango_connection_auth_mode(handle), AuthMode.UNKNOWN)]
    expires_at_ms = Number().read(lib.nango_connection_expires_at_ms, handle)
    whole = lib.nango_connection_credentials_json(handle) or {}
    hidden = [lib.nango_connection_raw_json(handle), whole]
    # The members that are objects are found in the whole.
    hidden += [accessor(handle) if accessor else whole for accessor in mode.accessors]
    return mode.credentials._of([None if expires_at_ms is None else _times.from_milliseconds(expires_at_ms)], hidden)


class _Mode(NamedTuple):
    """How the credentials of an auth mode are read."""

    credentials: type[Credentials]
    #: The accessors of the mode's own attributes, in their order; None for members that are objects.
    accessors: tuple[_Accessor | None, ...]


def _mode(auth_mode: AuthMode) -> _Mode:
    made = CLASSES[auth_mode]
    own = made._names[len(Credentials._names) :]
    accessors = (None if name in made._builders else _accessor(name) for name in own)
    return _Mode(made, tuple(accessors))


def _accessor(name: str) -> _Accessor:
    """The accessor of a credential: a dedicated one if it exists."""
    own = f"nango_connection_{name}"
    if own in SIGNATURES:
        accessor: _Accessor = getattr(lib, own)
        return accessor
    sent_as = _SENT_AS.get(name, name).encode()
    return lambda handle: lib.nango_connection_credential(handle, sent_as)


_MODES = {auth_mode: _mode(auth_mode) for auth_mode in AuthMode}
