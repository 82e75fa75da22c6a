"""What operations give, as JSON."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import nango
from accessors import EPOCH
from nango._model import Model


class Result:
    """The result of an operation, which may be None."""

    def __init__(self, value: Any) -> None:
        self.value = value


def result(given: Any) -> Result:
    """What an operation has given, with all items of a list."""
    return Result(value(list(given) if isinstance(given, nango.Pages) else given))


def value(given: Any) -> Any:
    """A value, or an attribute of one."""
    if isinstance(given, Model):
        fields = {name: value(getattr(given, name)) for name in given._names if name != "unknown_fields"}
        return fields | ({"unknown": given.unknown_fields} if given.unknown_fields else {})
    if isinstance(given, datetime):
        seconds, rest = divmod(given - EPOCH, timedelta(seconds=1))
        return [seconds, rest.microseconds * 1000]
    return [value(item) for item in given] if isinstance(given, list) else given
