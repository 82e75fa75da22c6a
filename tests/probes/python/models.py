"""What operations give, as JSON."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import nango

CLASSES = tuple(getattr(nango.models, name) for name in nango.models.__all__)


class Result:
    """The result of an operation, which may be None."""

    def __init__(self, value: Any) -> None:
        self.value = value


def result(given: Any) -> Result:
    """The result of an operation, with all items of a list."""
    return Result(value(list(given) if isinstance(given, nango.Pages) else given))


def value(given: Any) -> Any:
    """A value, or an attribute of one."""
    if isinstance(given, CLASSES):
        names = [name for name, attribute in vars(type(given)).items() if isinstance(attribute, property)]
        fields = {name: value(getattr(given, name)) for name in names}
        unknown = fields.pop("unknown_fields", None)
        return {**fields, "unknown": unknown} if unknown else fields
    if isinstance(given, datetime):
        return given.isoformat()
    if isinstance(given, dict):
        return {key: value(item) for key, item in given.items()}
    return [value(item) for item in given] if isinstance(given, list) else given
