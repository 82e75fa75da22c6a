"""What values that hold secrets have in common."""

from __future__ import annotations

import copy
import dataclasses
from datetime import datetime
from typing import Any, TypeVar

_Self = TypeVar("_Self", bound="Value")


class Value:
    """The base of frozen dataclasses that hold secrets: equal by value, never printed, never pickled.

    Not left to `dataclass` itself, since what it generates prints every field, and test tools print the fields of two
    values that differ if the comparison is the generated one.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={self._shown(name, value)}" for name, value in self._items())
        return f"{type(self).__name__}({shown})"

    def _shown(self, _name: str, value: object) -> str:
        """Give the text of a field for repr: times, and whether there is something."""
        if value is None or isinstance(value, datetime):
            return repr(value)
        return "'[redacted]'"

    def _items(self) -> list[tuple[str, Any]]:
        fields = dataclasses.fields(self)  # type: ignore[arg-type]  # every subclass is a dataclass
        return [(field.name, getattr(self, field.name)) for field in fields]

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other) or not isinstance(other, Value):
            return NotImplemented
        return self._items() == other._items()

    # The parsed JSON inside can be changed, so a hash would not last.
    __hash__ = None  # type: ignore[assignment]

    def __copy__(self: _Self) -> _Self:
        return self

    def __deepcopy__(self: _Self, memo: dict[int, Any]) -> _Self:
        return type(self)(**{name: copy.deepcopy(value, memo) for name, value in self._items()})

    def __reduce_ex__(self, _protocol: object) -> Any:
        raise TypeError(
            f"{type(self).__name__} holds credentials and cannot be pickled: pass on what is needed of it, or get the "
            "connection where it is used"
        )
