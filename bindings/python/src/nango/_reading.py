"""Turns what the library hands out into Python objects.

What a member means (which field is the token, what counts as absent) is asked of the library and never decided here.
"""

from __future__ import annotations

import dataclasses
import json
from ctypes import byref, c_int64
from decimal import Decimal
from typing import Any, Callable

from . import _auth_mode, _times
from ._connection import Connection
from ._credentials import CLASSES, Credentials
from ._errors import ErrorKind, NangoError, class_of
from ._ffi import SIGNATURES, lib

#: Credentials that Nango spells unlike the field.
_SENT_AS = {"jwt_token": "jwtToken"}
#: Credentials that are JSON objects.
_OBJECTS = frozenset({"app", "config_override", "user"})


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
    )


def read_connection(handle: Any) -> Connection:
    """Read a connection."""
    document = _required(lib.nango_connection_json(handle))
    auth_mode = _auth_mode.from_number(lib.nango_connection_auth_mode(handle))
    credentials = _credentials(handle, CLASSES[auth_mode])
    return Connection(
        id=lib.nango_connection_id(handle),
        connection_id=_required(lib.nango_connection_connection_id(handle)),
        provider_config_key=_required(lib.nango_connection_provider_config_key(handle)),
        provider=_text(lib.nango_connection_provider(handle)),
        auth_mode=auth_mode,
        auth_mode_name=_text(lib.nango_connection_auth_mode_name(handle)),
        token=_text(lib.nango_connection_token(handle)),
        expires_at=credentials.expires_at,
        credentials=credentials,
        created_at=_times.parse(_text(lib.nango_connection_created_at(handle))),
        updated_at=_times.parse(_text(lib.nango_connection_updated_at(handle))),
        last_fetched_at=_times.parse(_text(lib.nango_connection_last_fetched_at(handle))),
        metadata=_parsed(lib.nango_connection_metadata_json(handle)),
        connection_config=_parsed(lib.nango_connection_connection_config_json(handle)),
        tags=_parsed(lib.nango_connection_tags_json(handle)),
        end_user=_parsed(lib.nango_connection_end_user_json(handle)),
        errors=_parsed(lib.nango_connection_errors_json(handle)),
        webhook_url_override=_text(lib.nango_connection_webhook_url_override(handle)),
        account_id=_number(lib.nango_connection_account_id, handle),
        json=document,
        data=_DECODER.decode(document),
    )


def _credentials(handle: Any, cls: type[Credentials]) -> Credentials:
    expires_at_ms = _number(lib.nango_connection_expires_at_ms, handle)
    common = {
        "expires_at": None if expires_at_ms is None else _times.from_milliseconds(expires_at_ms),
        "raw": _parsed(lib.nango_connection_raw_json(handle)),
        "data": _parsed(lib.nango_connection_credentials_json(handle)) or {},
    }
    names = (field.name for field in dataclasses.fields(cls))
    return cls(**common, **{name: _credential(handle, name) for name in names if name not in common})


def _credential(handle: Any, name: str) -> Any:
    """One credential: through its own accessor if it has one."""
    if name in _OBJECTS:
        value = _parsed(lib.nango_connection_get_json(handle, f"/credentials/{name}".encode()))
        return value if isinstance(value, dict) else None
    accessor = f"nango_connection_{name}"
    if accessor in SIGNATURES:
        return _text(getattr(lib, accessor)(handle))
    return _text(lib.nango_connection_credential(handle, _SENT_AS.get(name, name).encode()))


def _text(value: bytes | None) -> str | None:
    return None if value is None else value.decode("utf-8")


def _required(value: bytes | None) -> str:
    """The text of what is NULL for a NULL handle only."""
    return "" if value is None else value.decode("utf-8")


def _number(accessor: Callable[..., int], handle: Any) -> int | None:
    number = c_int64()
    return number.value if accessor(handle, byref(number)) else None


def _parsed(value: bytes | None) -> Any:
    return None if value is None else _DECODER.decode(value.decode("utf-8"))


def _integer(digits: str) -> int | Decimal:
    """Read an integer; as a Decimal if it has more digits than Python makes an int of (4300, from 3.11)."""
    try:
        return int(digits)
    except ValueError:
        return Decimal(digits)


_DECODER = json.JSONDecoder(parse_int=_integer)
