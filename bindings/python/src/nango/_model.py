"""The base of the objects that operations of Nango's API return."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Optional, TypeVar

from ._kinds import OBJECT, Kind, MismatchError
from ._value import Value, hide_secrets

_Self = TypeVar("_Self", bound="Model")


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


class Model(Value):
    """The base of frozen dataclasses that Nango's API gives: equal by value, and as careful with secrets as Connection.

    An attribute that Nango leaves out is None. Where the type of an attribute has no None, Nango always sends it. What
    this package does not know is in `unknown_fields`, by the names that Nango has for it.
    """

    __slots__ = ()

    if TYPE_CHECKING:  # alone: what goes by annotations must not find it
        unknown_fields: dict[str, Any]

    #: The fields, with how they are read.
    _fields: ClassVar[tuple[Field, ...]] = ()

    @classmethod
    def _read(cls: type[_Self], sent: Any) -> _Self:
        """Read what Nango sent."""
        if not isinstance(sent, dict):
            raise MismatchError("an object")
        unknown = dict(sent)
        open_values: list[Any] = []
        hidden_values: list[Any] = []
        for field in cls._fields:
            wire = field.wire or field.name
            value = unknown.pop(wire, None)
            if value is not None:
                try:
                    value = field.kind.read(value)
                except MismatchError as mismatch:
                    mismatch.path.append(wire)
                    raise
            (hidden_values if field.hidden else open_values).append(value)
        return cls._of(open_values, [*hidden_values, unknown])

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
    model._fields = fields
    hide_secrets(
        model,
        fields={
            field.name: Optional[field.kind.type] if field.nullable else field.kind.type
            for field in fields
            if not field.hidden
        },
    )
    return Kind(model, model._read, OBJECT.write)
