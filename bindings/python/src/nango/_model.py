"""The base of the objects that operations of Nango's API return."""

from __future__ import annotations

from types import FunctionType
from typing import Any, Callable, ClassVar, NamedTuple, Optional, TypeVar

from ._kinds import OBJECT, Kind, MismatchError
from ._value import Value, hide_secrets

_Self = TypeVar("_Self", bound="Model")
#: The members that are read, by the names that Nango has for them.
_Readers = tuple[tuple[str, Callable[[Any], Any]], ...]


class Field(NamedTuple):
    """A field of a model."""

    name: str
    kind: Kind
    #: What Nango calls it, if that is not its name.
    wire: str = ""
    #: Whether Nango may leave it out, or send null.
    nullable: bool = False
    #: Whether it is a secret or the customer's data, which printers and encoders must not find.
    hidden: bool = False
    #: Whether it is an object that is read when it is asked for: see SentModel.
    later: bool = False
    #: Whether it is the object itself, as sent, rather than a member of it.
    whole: bool = False

    @property
    def sent_as(self) -> str:
        """What Nango calls it."""
        return self.wire or self.name


class Model(Value):
    """The base of frozen dataclasses that Nango's API gives: equal by value, and as careful with secrets as Connection.

    An attribute that Nango leaves out is None. Where the type of an attribute has no None, Nango always sends it. What
    this package does not know is in `unknown_fields`, by the names that Nango has for it, unless an attribute has the
    whole object (see SentModel).
    """

    __slots__ = ()

    #: No value that was sent is a function.
    _unbuilt: ClassVar[type] = FunctionType
    _open_readers: ClassVar[_Readers] = ()
    _hidden_readers: ClassVar[_Readers] = ()
    #: The members that have an attribute.
    _known: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def _read(cls: type[_Self], sent: Any) -> _Self:
        """Read what Nango sent."""
        if sent.__class__ is not dict:
            raise MismatchError("an object")
        open_values = _read_members(sent, cls._open_readers)
        hidden_values = _read_members(sent, cls._hidden_readers) if cls._hidden_readers else []
        hidden_values.append(_others(sent, cls._known))
        return cls._of(open_values, hidden_values)

    @classmethod
    def _describe(cls, fields: tuple[Field, ...]) -> Kind:
        """Take over how the fields are read, and return the kind of the values."""
        cls._open_readers = tuple(_reader(field) for field in fields if not field.hidden)
        cls._hidden_readers = tuple(_reader(field) for field in fields if field.hidden)
        cls._known = frozenset(field.sent_as for field in fields)
        return Kind(cls, cls._read, OBJECT.write)

    def __repr__(self) -> str:
        shown = [f"{name}={self._shown(name, value)}" for name, value in self._items() if name != "unknown_fields"]
        return f"{type(self).__name__}({', '.join(shown)})"

    def _shown(self, name: str, value: object) -> str:
        return super()._shown(name, value) if name in self._hidden_names else repr(value)

    def __reduce_ex__(self, _protocol: object) -> Any:
        raise TypeError(
            f"{type(self).__name__} may hold secrets or a customer's data and cannot be pickled: pass only the fields "
            "you need"
        )


def describe(model: type[_Self], *fields: Field) -> Kind:
    """Declare the fields of a model, in the order of the dataclass, and return the kind of its values."""
    kind = model._describe(fields)
    hide_secrets(
        model,
        fields={
            field.name: Optional[field.kind.type] if field.nullable else field.kind.type
            for field in fields
            if not field.hidden
        },
    )
    return kind


def _reader(field: Field) -> tuple[str, Callable[[Any], Any]]:
    return field.sent_as, field.kind.read


def _read_members(sent: dict[str, Any], readers: _Readers) -> list[Any]:
    values: list[Any] = []
    try:
        for wire, read in readers:
            value = sent.get(wire)
            values.append(None if value is None else read(value))
    except MismatchError as mismatch:
        mismatch.path.append(wire)
        raise
    return values


def _others(sent: dict[str, Any], known: frozenset[str]) -> dict[str, Any]:
    """What this package does not know."""
    return {} if known.issuperset(sent) else {name: value for name, value in sent.items() if name not in known}
