"""The base of objects that keep what Nango sent, of which a response may have thousands."""

from __future__ import annotations

from typing import Any, Callable, ClassVar, Generic, TypeVar

from ._errors import DecodeError
from ._kinds import JSON, OBJECT, Kind, MismatchError
from ._model import Field, Model
from ._value import Builder

_Self = TypeVar("_Self", bound="SentModel")
_Model = TypeVar("_Model", bound="SentModel")


class SentModel(Model):
    """A Model that has the whole object, as sent. Its other objects are read when they are asked for.

    A page has a thousand records, and to make those must not take as long as to parse the page. So all values of one
    are in a tuple, and that is hidden as what a method of it belongs to: to make a function of our own for each takes
    longer than all else.
    """

    __slots__ = ("_method",)

    _fields: ClassVar[tuple[Field, ...]] = ()

    #: A method of the tuple.
    _method: Any

    @classmethod
    def _of(cls: type[_Self], open_values: list[Any], hidden_values: list[Any]) -> _Self:
        return cls._with((*open_values, *hidden_values))

    @classmethod
    def _with(cls: type[_Self], values: tuple[Any, ...]) -> _Self:
        """Make an object of its values, in the order of the attributes."""
        model = object.__new__(cls)
        _set_method(model, values.count)
        return model

    @classmethod
    def _read(cls: type[_Self], sent: Any) -> _Self:
        return cls._with(tuple([_member(field, OBJECT.read(sent)) for field in cls._fields]))

    @classmethod
    def _read_all(cls: type[_Self], sent: list[Any]) -> Rows[_Self]:
        """Read many. An error does not say where it is."""
        if not _OBJECT.issuperset(map(type, sent)):
            raise MismatchError("an object")
        return Rows(cls, [_members(field, sent) for field in cls._fields])

    @property
    def _open(self) -> list[Any]:  # type: ignore[override]
        """What a walk of the slots finds: no value that is hidden, and no object that is not built yet."""
        values = dict(zip(self._names, self._method.__self__))
        shown = [name for name in self._names if name not in self._hidden_names]
        return [None if name in self._builders and values[name].__class__ is dict else values[name] for name in shown]

    @classmethod
    def _describe(cls, fields: tuple[Field, ...]) -> Kind:
        cls._fields = fields
        cls._builders = {field.name: _built_later(field) for field in fields if field.later}
        return Kind(cls, cls._read, OBJECT.write, cls._read_all)

    @classmethod
    def _property(cls, name: str, *, is_open: bool, place: int) -> property:
        index = cls._names.index(name)

        def put(self: SentModel, value: object) -> None:
            values = self._method.__self__
            _set_method(self, (*values[:index], value, *values[index + 1 :]).count)

        build = cls._builders.get(name)
        if build is None:
            return property(lambda self: self._method.__self__[index], put)

        def get(self: SentModel) -> Any:
            # Without a variable for what was sent: error reporters print those.
            if self._method.__self__[index].__class__ is dict:
                # Concurrent threads may each build it; the results are equal.
                put(self, build(self._method.__self__[index]))
            return self._method.__self__[index]

        return property(get, put)


class Rows(Generic[_Model]):
    """Many objects that were read. A slice makes them, as a list.

    Those of a whole page at once would be thousands of new objects for the garbage collector to walk through.
    """

    __slots__ = ("_columns", "_model")

    def __init__(self, model: type[_Model], columns: list[list[Any]]) -> None:
        self._model = model
        #: The values of each attribute.
        self._columns = columns

    def __len__(self) -> int:
        return len(self._columns[0])

    def __getitem__(self, which: slice) -> list[_Model]:
        cls, make, set_method = self._model, object.__new__, _set_method
        models: list[_Model] = []
        for values in zip(*[column[which] for column in self._columns]):
            model = make(cls)
            set_method(model, values.count)
            models.append(model)
        return models


_set_method: Callable[[SentModel, object], None] = vars(SentModel)["_method"].__set__
_OBJECT = frozenset((dict,))
_OBJECT_OR_NULL = frozenset((dict, type(None)))


def _member(field: Field, sent: dict[str, Any]) -> Any:
    """The value of an attribute of one object."""
    if field.whole:
        return sent
    value = sent.get(field.sent_as)
    try:
        return None if value is None else (OBJECT if field.later else field.kind).read(value)
    except MismatchError as mismatch:
        mismatch.path.append(field.sent_as)
        raise


def _members(field: Field, sent: list[dict[str, Any]]) -> list[Any]:
    """The values of an attribute of many. The checks are loops of the interpreter's own, which take a third."""
    if field.whole:
        return sent
    name = field.sent_as
    values = [one.get(name) for one in sent]
    if field.later:
        if not _OBJECT_OR_NULL.issuperset(map(type, values)):
            raise MismatchError("an object")
    elif field.kind is not JSON:
        values = [None if value is None else field.kind.read(value) for value in values]
    return values


def _built_later(field: Field) -> Builder:
    """What builds a value when it is asked for. Then Nango's mistake is an error there."""

    def build(sent: dict[str, Any]) -> Any:
        try:
            return field.kind.read(sent)
        except MismatchError as mismatch:
            mismatch.path.append(field.sent_as)
            problem = mismatch.problem
        finally:
            del sent  # the error below would carry along this frame
        raise DecodeError(
            f"a part of the response is not as Nango's API describes it: {problem}: update libnango, or take it from "
            "the object as sent"
        )

    return build
