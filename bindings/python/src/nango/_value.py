"""What values that hold secrets have in common."""

from __future__ import annotations

import copy
import dataclasses
import sys
from datetime import datetime
from types import FunctionType
from typing import Any, Callable, ClassVar, TypeVar

from ._declared import DeclaredProperty

_Self = TypeVar("_Self", bound="Value")
#: What makes the value of an attribute of what the library or Nango gave: see `_lazy`.
Builder = Callable[[Any], Any]


class Value:
    """The base of frozen dataclasses that hold secrets: equal by value, never printed, never encoded, never pickled.

    Encoders find an object's values in the fields of its dataclass, its slots, its annotations and `dir`. There they
    find the values that are not secret; all others are attributes too (see `hide_secrets`), and are kept in a
    function, since a walk of the slots gives what they hold.

    Printing and comparing are not left to `dataclass`: test tools print the fields of two values that differ if the
    comparison is the generated one.

    The library's values stay bytes until the attribute is read: most programs read a token and no more, and
    parsing the rest takes longer than the call. That cannot fail: the library has checked that it is UTF-8 and JSON.
    """

    # The values, in the order of their names: those of the fields, and what gives those that are hidden.
    __slots__ = ("_hidden", "_open")

    #: What a value is until it is built. None is of this class afterwards.
    _unbuilt: ClassVar[type] = bytes
    #: How values other than texts are built.
    _builders: ClassVar[dict[str, Builder]] = {}
    #: The names of everything that a value has, in their order.
    _names: ClassVar[tuple[str, ...]] = ()
    #: The names of attributes that are not fields.
    _hidden_names: ClassVar[frozenset[str]] = frozenset()

    _hidden: Callable[[], list[Any]]
    _open: list[Any]

    def __new__(cls: type[_Self], *arguments: object, **named: object) -> _Self:
        """Make room for the values, which `__init__` sets."""
        if named and len(arguments) + len(named) < len(cls._names):
            missing = [name for name in cls._names[len(arguments) :] if name not in named]
            raise TypeError(
                f"{cls.__name__} also needs {', '.join(missing)}: dataclasses.replace passes only what is not secret, "
                "copy.replace and __replace__ pass everything"
            )
        hidden = len(cls._hidden_names)
        return cls._of([None] * (len(cls._names) - hidden), [None] * hidden)

    @classmethod
    def _of(cls: type[_Self], open_values: list[Any], hidden_values: list[Any]) -> _Self:
        """Make a value from the library's."""
        value = object.__new__(cls)
        _set_open(value, open_values)
        _set_hidden(value, lambda: hidden_values)
        return value

    @classmethod
    def _property(cls, name: str, *, is_open: bool, place: int) -> property:
        """What gets and sets an attribute: its place is that among those that are hidden, or those that are not."""
        make = _open_property if is_open else _hidden_property
        return make(place, cls._builders.get(name, bytes.decode), cls._unbuilt)

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={self._shown(name, value)}" for name, value in self._items())
        return f"{type(self).__name__}({shown})"

    def _shown(self, _name: str, value: object) -> str:
        """Give the text of a value for repr: times, and whether there is something."""
        if value is None or isinstance(value, datetime):
            return repr(value)
        return "'[redacted]'"

    def _items(self) -> list[tuple[str, Any]]:
        return [(name, getattr(self, name)) for name in self._names]

    def __dir__(self) -> list[str]:
        """What encoders and printers may read. The class lists everything: help() and type checkers go by that."""
        return [name for name in object.__dir__(self) if name not in self._hidden_names]

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

    def __replace__(self: _Self, /, **changes: Any) -> _Self:
        """Make a copy with some values changed: copy.replace of Python 3.13 calls this."""
        return type(self)(**{**dict(self._items()), **changes})

    def __reduce_ex__(self, _protocol: object) -> Any:
        raise TypeError(
            f"{type(self).__name__} holds credentials and cannot be pickled: pass only the fields you need, or get the "
            "connection where it is used"
        )


#: Set the slots past what freezes a dataclass.
_set_open: Callable[[Value, list[Any]], None] = vars(Value)["_open"].__set__
_set_hidden: Callable[[Value, Callable[[], list[Any]]], None] = vars(Value)["_hidden"].__set__


def hide_secrets(*classes: type[Value], fields: dict[str, Any]) -> None:
    """Leave dataclasses the fields that are named, and make properties of all others.

    Fields come with their types: libraries look for those in the module that a class seems to be from. Bases come
    before what inherits from them, and all at once: `dataclass` takes over the fields of a base.
    """
    for cls in classes:
        cls._names = tuple(field.name for field in dataclasses.fields(cls))  # type: ignore[arg-type]  # it is one
        cls._hidden_names = frozenset(cls._names) - fields.keys()
    for cls in classes:
        inherited = getattr(cls.__mro__[1], "_names", ())
        opened: list[str] = []
        hidden: list[str] = []
        for name in cls._names:
            is_open = name in fields
            places = opened if is_open else hidden
            places.append(name)
            if name in inherited:
                continue
            made = cls._property(name, is_open=is_open, place=len(places) - 1)
            setattr(cls, name, DeclaredProperty(_declared(cls, name, made.fget), made.fset, cls.__name__))
        declared: dict[str, dataclasses.Field[Any]] = vars(cls)["__dataclass_fields__"]
        for name in declared.keys() - fields.keys():
            del declared[name]
        for name, field in declared.items():
            field.type = fields[name]
        if "__replace__" in vars(cls):  # of `dataclass` from Python 3.13 on, which goes by the fields
            del cls.__replace__
        # Some go by the annotations of a class.
        annotations: dict[str, Any] = vars(cls).get("__annotations__", {})
        for name in list(annotations):
            if name in fields:
                annotations[name] = fields[name]
            else:
                del annotations[name]


def _declared(cls: type[Value], name: str, get: Any) -> Any:
    """Have the function that gets an attribute as if it were written in the class: typing.get_type_hints reads it."""
    declared = FunctionType(get.__code__, vars(sys.modules[cls.__module__]), name, None, get.__closure__)
    declared.__annotations__["return"] = cls.__annotations__[name]
    return declared


def _open_property(index: int, build: Builder, unbuilt: type) -> property:
    def get(self: Value) -> Any:
        values = self._open
        value = values[index]
        if value.__class__ is unbuilt:
            # Concurrent threads may each build it; the results are equal.
            value = values[index] = build(value)
        return value

    def put(self: Value, value: object) -> None:
        self._open[index] = value

    return property(get, put)


def _hidden_property(index: int, build: Builder, unbuilt: type) -> property:
    def get(self: Value) -> Any:
        values = self._hidden()
        value = values[index]
        if value.__class__ is unbuilt:
            value = values[index] = build(value)
        return value

    def put(self: Value, value: object) -> None:
        self._hidden()[index] = value

    return property(get, put)
