"""Parses JSON, without losing digits of it."""

from __future__ import annotations

import codecs
import json
from typing import TYPE_CHECKING, Any

from ._importing import importing

if TYPE_CHECKING:
    from decimal import Decimal


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
