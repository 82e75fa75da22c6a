"""Builds the values of fields from the library's results. The library has checked them: none of this should fail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable

from . import _times
from ._errors import DecodeError
from ._json_text import loaded

if TYPE_CHECKING:
    from datetime import datetime

#: Makes the value of a field.
Builder = Callable[[bytes], Any]


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


def moment_of_milliseconds(digits: bytes) -> datetime | None:
    """Read a time in milliseconds since 1970; None beyond what datetime can hold."""
    return _times.from_milliseconds(int(digits))


def moment(text: bytes) -> datetime | None:
    """Parse a time; None if the text is not a valid time."""
    return _times.parse(text.decode())
