"""Checks a program's arguments, and converts them for C.

A value that cannot be passed whole is rejected here: a C string cut at U+0000 would name another connection.
No message repeats a value, which may be a secret.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Iterator, Mapping

from ._errors import InvalidArgumentError

_INT32_MAX = 2**31 - 1
_INT64_MAX = 2**63 - 1


def text(name: str, value: object) -> bytes:
    """A string as C takes it."""
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a str, not {type(value).__name__}")
    try:
        encoded = value.encode()
    except UnicodeEncodeError:
        encoded = None
    # Out here, since an error raised up there would carry along Python's own, which has the string.
    if encoded is None:
        raise InvalidArgumentError(
            f"{name} contains a lone surrogate, which is not text: decode it with the right codec"
        )
    if 0 in encoded:
        raise InvalidArgumentError(f"{name} contains U+0000, which cannot be sent: remove it")
    return encoded


def flag(name: str, value: object) -> int:
    """A yes or no. Only a bool will do: the text "false" would count as true."""
    if not isinstance(value, bool):
        raise TypeError(f"{name} must be a bool, not {type(value).__name__}")
    return int(value)


def milliseconds(name: str, seconds: object) -> int:
    """Seconds as milliseconds, rounded up, so that a short time is not 0; at most the longest that C supports."""
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
        raise TypeError(f"{name} must be a number of seconds or None, not {type(seconds).__name__}")
    if not seconds >= 0:  # so that NaN is refused too
        raise InvalidArgumentError(f"{name} must be 0 or more seconds")
    if seconds >= _INT64_MAX / 1000:
        return _INT64_MAX
    return math.ceil(seconds * 1000)


def size(name: str, value: object) -> int:
    """A number of bytes; at most the largest that C supports."""
    return min(_not_negative(name, value, "0 or more bytes"), _INT64_MAX)


def count(name: str, value: object) -> int:
    """How often; as often as C can count if more."""
    return min(_not_negative(name, value, "0 or more"), _INT32_MAX)


def path(name: str, value: object) -> bytes:
    """A path as C takes it."""
    if isinstance(value, os.PathLike):
        value = os.fspath(value)
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a str or a path, not {type(value).__name__}")
    return text(name, value)


def headers(pairs: Mapping[str, str] | Iterable[tuple[str, str]]) -> Iterator[tuple[bytes, bytes]]:
    """Headers, each with its name and its value."""
    for pair in pairs.items() if isinstance(pairs, Mapping) else pairs:
        if not isinstance(pair, (tuple, list)) or len(pair) != 2:
            raise TypeError("headers must be a mapping, or pairs of a name and a value")
        yield text("header name", pair[0]), text("header value", pair[1])


def whole(name: str, value: object) -> int:
    """An integer."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} must be an int or None, not {type(value).__name__}")
    return value


def _not_negative(name: str, value: object, wanted: str) -> int:
    number = whole(name, value)
    if number < 0:
        raise InvalidArgumentError(f"{name} must be {wanted}")
    return number
