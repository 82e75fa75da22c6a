"""Writes JSON the way a person would: one value a line, short lists in one line, nothing invisible."""

from __future__ import annotations

import json
import re
from typing import Any

WIDTH = 120


def render(value: Any) -> str:
    """The text of a case file."""
    return _layout(value, 0, 0) + "\n"


def _layout(value: Any, indent: int, used: int) -> str:
    line = _compact(value)
    if not isinstance(value, (dict, list)) or not value:
        return line
    if indent + used + len(line) <= WIDTH and not (isinstance(value, dict) and indent < 4):
        return line
    inner = " " * (indent + 1)
    if isinstance(value, list):
        items = [inner + _layout(item, indent + 1, 0) for item in value]
        opening, closing = "[", "]"
    else:
        names = {key: _compact(key) + ": " for key in value}
        items = [inner + names[key] + _layout(item, indent + 1, len(names[key])) for key, item in value.items()]
        opening, closing = "{", "}"
    return opening + "\n" + ",\n".join(items) + "\n" + " " * indent + closing


def _compact(value: Any) -> str:
    return re.sub(r"[^\n]", _visible, json.dumps(value, ensure_ascii=False))


def _visible(match: re.Match[str]) -> str:
    char = match.group()
    return char if char.isprintable() else json.dumps(char)[1:-1]
