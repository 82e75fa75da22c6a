"""JSON as the other languages give it: by a pointer, and as a text that is equal for equal values."""

from __future__ import annotations

import json
import re
from typing import Any

MISSING = object()


def canonical(value: Any) -> str:
    """JSON as a text that is equal for equal values, and tells 1, 1.0 and true apart."""
    return json.dumps(value, sort_keys=True, default=str)


def canonical_text(text: str | None) -> str | None:
    """The same for a value that is given as text."""
    return None if text is None else canonical(json.loads(text))


def text(value: Any) -> str | None:
    """A string, as C would give it: None for another type, and for what is no UTF-8 or holds U+0000."""
    is_text = isinstance(value, str) and not re.search("[\0\ud800-\udfff]", value)
    return value if is_text else None


def text_at(container: dict[str, Any], name: str) -> str | None:
    """A member that is a string."""
    return text(container.get(name))


def find(document: Any, pointer: str) -> Any:
    """The value that a JSON pointer (RFC 6901) names; MISSING if there is none."""
    if pointer == "":
        return document
    if not pointer.startswith("/") or re.search("~(?![01])", pointer):
        return MISSING
    value = document
    for token in pointer[1:].split("/"):
        name = token.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict):
            value = value.get(name, MISSING)
        elif isinstance(value, list) and re.fullmatch("0|[1-9][0-9]*", name) and int(name) < len(value):
            value = value[int(name)]
        else:
            return MISSING
    return value
