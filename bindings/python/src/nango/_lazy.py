"""Builds the values of fields from the library's results. None of this can fail."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Callable

from . import _times

if TYPE_CHECKING:
    from datetime import datetime

#: Makes the value of a field.
Builder = Callable[[bytes], Any]


def parsed(text: bytes) -> Any:
    """Parse JSON."""
    return _DECODER.decode(text.decode())


def object_at(name: str) -> Builder:
    """Build the member of an object that is an object itself; None if it is something else, or is not there."""

    def build(text: bytes) -> dict[str, Any] | None:
        value = parsed(text).get(name)
        return value if isinstance(value, dict) else None

    return build


def moment(text: bytes) -> datetime | None:
    """Parse a time; None if the text is not a valid time."""
    return _times.parse(text.decode())


def _integer(digits: str) -> int | Decimal:
    """Read an integer; as a Decimal if it has more digits than Python makes an int of (4300, from 3.11)."""
    try:
        return int(digits)
    except ValueError:
        return Decimal(digits)


_DECODER = json.JSONDecoder(parse_int=_integer)
