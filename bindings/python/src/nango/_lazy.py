"""Builds the values of fields from the library's results. The library has checked them: none of this should fail."""

from __future__ import annotations

import codecs
import json
from typing import TYPE_CHECKING, Any, Callable

from . import _times
from ._errors import DecodeError
from ._importing import importing

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

#: Makes the value of a field.
Builder = Callable[[bytes], Any]


def without_mark(text: bytes) -> bytes:
    """JSON in UTF-8 without the byte order mark that some servers send before it, which json and orjson refuse."""
    return text[len(codecs.BOM_UTF8) :] if text.startswith(codecs.BOM_UTF8) else text


def loaded(text: bytes) -> Any:
    """Parse what may be JSON. Integers keep all their digits.

    Raises:
        ValueError: It is not JSON. The exception has the text.
    """
    text = without_mark(text)
    try:
        return _DECODER.decode(text.decode())
    except json.JSONDecodeError:
        raise
    except ValueError:  # an integer that is too long for an int
        return _DECODER_OF_LONG_INTEGERS.decode(text.decode())


def parsed(text: bytes) -> Any:
    """Parse what the library knows to be JSON.

    Raises:
        DecodeError: Python cannot parse it. The exception does not have the text.
    """
    try:
        return loaded(text)
    except ValueError as error:
        raised = type(error).__name__
    # Out here, since an error raised up there would carry along that of the parser.
    del text
    raise DecodeError(f"json raised {raised} for a text that is JSON by RFC 8259: please report it")


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
