"""Builds the values of fields from the library's results. None of this can fail."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Callable

from . import _times
from ._importing import importing

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

#: Makes the value of a field.
Builder = Callable[[bytes], Any]


def parsed(text: bytes) -> Any:
    """Parse JSON. Integers keep all their digits."""
    try:
        return _DECODER.decode(text.decode())
    except json.JSONDecodeError:
        raise
    except ValueError:  # an integer that is too long for an int
        return _DECODER_OF_LONG_INTEGERS.decode(text.decode())


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
    with importing:
        from decimal import Decimal  # which few such documents need

    try:
        return int(digits)
    except ValueError:
        return Decimal(digits)


#: With a function of its own for integers, parsing takes a fifth longer.
_DECODER = json.JSONDecoder()
_DECODER_OF_LONG_INTEGERS = json.JSONDecoder(parse_int=_integer)
