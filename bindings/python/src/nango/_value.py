"""What values that hold secrets have in common."""

from __future__ import annotations

import copy
import dataclasses
from datetime import datetime
from typing import TYPE_CHECKING, Any, Callable, ClassVar, TypeVar

if TYPE_CHECKING:
    from ._building import Builder

_Self = TypeVar("_Self", bound="Value")


class Value:
    """The base of frozen dataclasses that hold secrets: equal by value, never printed, never pickled.

    Not left to `dataclass` itself, since what it generates prints every field, and test tools print the fields of two
    values that differ if the comparison is the generated one.

    What the library gave stays bytes until somebody asks for the field: most programs read a token and no more, and
    parsing the rest takes longer than the call. That cannot fail: the library has checked that it is UTF-8 and JSON.
    """

    #: The values of the fields, in their order. No field is made of bytes, so bytes are what is not built yet.
    __slots__ = ("_values",)

    #: How the fields are built that are no texts.
    _builders: ClassVar[dict[str, Builder]] = {}

    _values: list[Any]

    def __new__(cls: type[_Self], *_arguments: object, **_fields: object) -> _Self:
        """Make room for the fields, which `__init__` sets."""
        return cls._of([None] * len(dataclasses.fields(cls)))  # type: ignore[arg-type]  # see _items

    @classmethod
    def _of(cls: type[_Self], values: list[Any]) -> _Self:
        """Make a value of what the library gave for its fields."""
        value = object.__new__(cls)
        _set_values(value, values)
        return value

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


#: Sets the slot past what freezes a dataclass.
_set_values: Callable[[Value, list[Any]], None] = vars(Value)["_values"].__set__
_Class = TypeVar("_Class", bound="type[Value]")


def built_late(cls: _Class) -> _Class:
    """Let the fields of a dataclass be built when they are first asked for."""
    for index, field in enumerate(dataclasses.fields(cls)):  # type: ignore[arg-type]  # see Value._items
        if not hasattr(cls, field.name):  # else it is inherited
            setattr(cls, field.name, _property(index, cls._builders.get(field.name, bytes.decode)))
    return cls


def _property(index: int, build: Builder) -> property:
    def get(self: Value) -> Any:
        value = self._values[index]
        if value.__class__ is bytes:
            # Of threads that come at the same time each may build it; what they build is equal.
            value = self._values[index] = build(value)
        return value

    def put(self: Value, value: object) -> None:
        self._values[index] = value

    return property(get, put)
