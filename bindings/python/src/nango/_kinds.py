"""The kinds of values that operations of Nango's API take and give.

Each knows its type in Python, reads what Nango sent, and writes a program's values. No message repeats a value: it
may be a secret.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timezone
from functools import partial
from types import GenericAlias
from typing import Any, Callable, NamedTuple, Optional, Union

from . import _times
from ._errors import InvalidArgumentError


class NotGiven:
    """The default of an argument for which None is a value."""

    def __repr__(self) -> str:
        return "NOT_GIVEN"


NOT_GIVEN = NotGiven()


class MismatchError(Exception):
    """What Nango sent is of another kind than described."""

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self._wanted = wanted
        #: Where it is: the keys and indices that lead there, the innermost first.
        self.path: list[Union[str, int]] = []

    @property
    def problem(self) -> str:
        """The error."""
        return f"{'/'.join(map(str, reversed(self.path))) or 'the whole'} is not {self._wanted}"


class Kind(NamedTuple):
    """One kind of values."""

    #: The type that the value has in Python.
    type: Any
    #: Reads a value that was sent, which is not null. Raises MismatchError.
    read: Callable[[Any], Any]
    #: Checks a program's argument, and converts it for JSON. Raises the error that fits a wrong argument.
    write: Callable[[str, Any], Any]
    #: Reads many in less time, if there is a way to; its MismatchError does not say which is wrong. A slice of what it
    #: gives is a list of the values.
    read_all: Optional[Callable[[list[Any]], Any]] = None


def scalar(python_type: type, wanted: str, *types: type) -> Kind:
    """A kind whose values are the same in Python and in JSON."""

    def read(sent: Any) -> Any:
        # By the class itself: a bool is an int for isinstance.
        if sent.__class__ not in types:
            raise MismatchError(wanted)
        return sent

    def write(name: str, value: Any) -> Any:
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            article = "an" if python_type is int else "a"
            raise TypeError(f"{name} must be {article} {python_type.__name__}, not {type(value).__name__}")
        return value

    return Kind(python_type, read, write)


def array(item: Kind) -> Kind:
    """Several of a kind."""

    def read(sent: Any) -> list[Any]:
        found = _read_many(item, sent)
        return found if isinstance(found, list) else found[:]

    def write(name: str, value: Any) -> list[Any]:
        # A str is an iterable too: of its letters.
        if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
            raise TypeError(f"{name} must be a list, not {type(value).__name__}")
        return [item.write(f"an item of {name}", each) for each in value]

    return Kind(GenericAlias(list, (item.type,)), read, write)


def page(item: Kind) -> Kind:
    """Several of a kind, read as what has a list for each slice: see Kind.read_all."""
    return array(item)._replace(read=partial(_read_many, item))


def _read_many(item: Kind, sent: Any) -> Any:
    if not isinstance(sent, list):
        raise MismatchError("an array")
    try:
        return item.read_all(sent) if item.read_all else list(map(item.read, sent))
    except MismatchError:  # of which the place is not known yet
        return [_read_at(at, item, value) for at, value in enumerate(sent)]


def mapping(item: Kind) -> Kind:
    """An object whose values are of a kind, under any keys."""

    def read(sent: Any) -> dict[str, Any]:
        if not isinstance(sent, dict):
            raise MismatchError("an object")
        return {key: _read_at(key, item, value) for key, value in sent.items()}

    def write(name: str, value: Any) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise TypeError(f"{name} must be a mapping, not {type(value).__name__}")
        return {
            STRING.write(f"a key of {name}", key): item.write(f"a value of {name}", of) for key, of in value.items()
        }

    return Kind(GenericAlias(dict, (str, item.type)), read, write)


def inside(at: tuple[Union[str, int], ...], kind: Kind) -> Kind:
    """What is at a place in an object or array: keys and indices lead there. It is null if it is not there."""

    def read(sent: Any) -> Any:
        step = at[0]
        if isinstance(step, str):
            return _read_at(step, behind, _read_object(sent).get(step))
        if not isinstance(sent, list):
            raise MismatchError("an array")
        return _read_at(step, behind, sent[step] if step < len(sent) else None)

    if not at:
        return kind
    behind = inside(at[1:], kind)
    return kind._replace(read=read, read_all=None)


def _read_at(step: Union[str, int], item: Kind, value: Any) -> Any:
    try:
        return item.read(value)
    except MismatchError as mismatch:
        mismatch.path.append(step)
        raise


def _read_timestamp(sent: Any) -> datetime:
    moment = _times.parse(sent) if isinstance(sent, str) else None
    if moment is None:
        raise MismatchError("an RFC 3339 time")
    return moment


def _write_timestamp(name: str, value: Any) -> str:
    if not isinstance(value, datetime):
        raise TypeError(f"{name} must be a datetime, not {type(value).__name__}")
    if value.utcoffset() is None:
        raise InvalidArgumentError(f"{name} has no time zone: pass one, such as datetime.timezone.utc")
    try:
        moment = value.astimezone(timezone.utc).replace(tzinfo=None)
    except OverflowError:
        raise InvalidArgumentError(f"{name} is no time that a datetime in UTC can hold") from None
    has_milliseconds = moment.microsecond and not moment.microsecond % 1000
    return f"{moment.isoformat(timespec='milliseconds' if has_milliseconds else 'auto')}Z"


def _as_it_is(value: Any) -> Any:
    return value


def _read_object(sent: Any) -> Any:
    if sent.__class__ is not dict:
        raise MismatchError("an object")
    return sent


STRING = scalar(str, "a string", str)
INTEGER = scalar(int, "an integer", int)
NUMBER = scalar(float, "a number", int, float)
BOOLEAN = scalar(bool, "a boolean", bool)
TIMESTAMP = Kind(datetime, _read_timestamp, _write_timestamp)
#: Any JSON value.
JSON = Kind(Any, _as_it_is, lambda _name, value: value)
#: Any JSON object.
OBJECT = mapping(JSON)._replace(read=_read_object)
