"""JSON as the other languages give it: as a text, and by a pointer."""

from __future__ import annotations

import json
import re
from typing import Any

MISSING = object()


def document(value: Any) -> str | None:
    """A document as a text; None for None, the package's value for an absent one."""
    return None if value is None else json.dumps(value, default=str)


def text(value: Any) -> str | None:
    """A string as in C: None for another type, for invalid UTF-8 and with U+0000."""
    is_text = isinstance(value, str) and not re.search("[\0\ud800-\udfff]", value)
    return value if is_text else None


def text_at(container: dict[str, Any], name: str) -> str | None:
    """A member that is a string."""
    return text(container.get(name))


def string_at(container: Any, pointer: str) -> str | None:
    """The string that a JSON pointer names."""
    return text(find(container, pointer))


def json_at(container: Any, pointer: str) -> str | None:
    """The value that a JSON pointer names, as a text."""
    value = find(container, pointer)
    return None if value is MISSING else json.dumps(value, default=str)


def find(container: Any, pointer: str) -> Any:
    """The value that a JSON pointer (RFC 6901) names; MISSING if there is none."""
    if pointer == "":
        return container
    if not pointer.startswith("/") or re.search("~(?![01])", pointer):
        return MISSING
    value = container
    for token in pointer[1:].split("/"):
        name = token.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict):
            value = value.get(name, MISSING)
        elif isinstance(value, list) and re.fullmatch("0|[1-9][0-9]*", name) and int(name) < len(value):
            value = value[int(name)]
        else:
            return MISSING
    return value
