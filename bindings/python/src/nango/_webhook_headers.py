"""The signature among the headers of a request, as web frameworks have them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Optional, Protocol, Union

from . import _installation  # noqa: F401 - which refuses a mixture of two packages

SIGNATURE_HEADER = "X-Nango-Hmac-Sha256"
_NAME = SIGNATURE_HEADER.lower()
#: Before the name of a header in a WSGI environment and in Django's META.
_WSGI_PREFIX = "http-"


class HasItems(Protocol):
    """A mapping, or what a web framework has in place of one."""

    def items(self) -> Iterable[tuple[Any, Any]]:
        """The names and values."""


Headers = Union[HasItems, Iterable[tuple[Any, Any]]]


def signature_in(headers: Headers) -> Optional[bytes]:
    """The signature as C takes it; None if there is not exactly one."""
    pairs = headers.items() if hasattr(headers, "items") else headers
    if isinstance(pairs, (str, bytes)) or not isinstance(pairs, Iterable):
        raise TypeError(f"headers must be a mapping, such as request.headers, not {type(headers).__name__}")
    found: list[object] = []
    for pair in pairs:
        if not isinstance(pair, (tuple, list)) or len(pair) != 2:
            raise TypeError("headers must be a mapping, or pairs of a name and a value")
        name, value = pair
        if _is_name(name):
            found.extend(value if isinstance(value, (list, tuple)) else [value])
    return _as_bytes(found[0]) if len(found) == 1 else None


def _is_name(name: object) -> bool:
    text = name.decode("latin-1") if isinstance(name, bytes) else name
    if not isinstance(text, str):
        return False
    text = text.strip().lower().replace("_", "-")
    return text in (_NAME, _WSGI_PREFIX + _NAME)


def _as_bytes(value: object) -> Optional[bytes]:
    """A value that came with a request, so that a wrong one is no mistake of the program."""
    if isinstance(value, str):
        value = value.encode(errors="replace")
    # C would see only what is before a NUL.
    return value if isinstance(value, bytes) and 0 not in value else None
