"""Reads what most programs leave alone from the document of a connection, when it is asked for.

The library reads the document again then. That takes as long as ten accessors, which every call would need otherwise,
and no secret is copied before a program wants it.
"""

from __future__ import annotations

from typing import Any, Callable

from ._convert import Number
from ._ffi import lib
from ._lazy import Builder, parsed


def read_document(document: bytes, read: Callable[[Any], Any]) -> Any:
    """What a function reads of the library's connection."""
    handles: list[Any] = []
    try:
        # In one step, as in SharedHandle.call.
        handles.extend(map(lib.nango_connection_from_json, (document,), (None,)))
        return read(handles[0])
    finally:
        for handle in handles:
            lib.nango_connection_free(handle)


def built_of_document(accessor: Callable[[Any], bytes | None], build: Callable[[bytes], Any] = parsed) -> Builder:
    """Build an attribute of the text that an accessor gives; None without one."""

    def read(handle: Any) -> Any:
        text = accessor(handle)
        return None if text is None else build(text)

    return lambda document: read_document(document, read)


def build_account_id(document: bytes) -> int | None:
    """The account of a connection."""
    number: int | None = read_document(document, lambda handle: Number().read(lib.nango_connection_account_id, handle))
    return number
