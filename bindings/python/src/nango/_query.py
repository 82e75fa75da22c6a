"""The parameters of a query: the types that a program may pass, which are those of requests, and how they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Optional, Protocol, TypeVar, Union

from . import _arguments as arguments
from ._errors import InvalidArgumentError
from ._importing import importing

_Key = TypeVar("_Key", covariant=True)
_Item = TypeVar("_Item", covariant=True)


class SupportsItems(Protocol[_Key, _Item]):
    """A mapping, whose keys may be of a narrower type: those of collections.abc.Mapping may not."""

    def items(self) -> Iterable[tuple[_Key, _Item]]:
        """Its pairs."""
        ...


#: A name, and a value: bytes are UTF-8.
_Plain = Union[str, bytes, int, float]
#: A value, or several; None is left out.
_Values = Union[_Plain, Iterable[Optional[_Plain]], None]
_Pair = tuple[_Plain, _Values]
#: Parameters of the query. Of a dict that is written into the call, mypy infers the type of the values if there is one
#: Mapping, and no Iterable, which a dict is too.
Params = Union[
    Mapping[str, _Values],
    SupportsItems[_Plain, _Values],
    Sequence[_Pair],
    AbstractSet[_Pair],
    Iterator[_Pair],
    str,
    bytes,
]


def query_of(params: Params) -> Iterator[tuple[bytes, bytes]]:
    """The parameters of a query, one by one."""
    for pair in _pairs_of(params):
        if not isinstance(pair, (tuple, list)) or len(pair) != 2:
            raise TypeError("params must be a mapping, pairs of a name and a value, or a query such as 'a=1&b=2'")
        name, values = pair
        name_text = _text("name in params", name, "")
        for value in (values,) if isinstance(values, (str, bytes)) or not isinstance(values, Iterable) else values:
            if value is not None:
                yield name_text, _text("value in params", value, ", None or several of those")


def text_of(value: object) -> object:
    """A number or boolean as APIs expect it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        return float.__repr__(value)
    return value


def _pairs_of(params: Any) -> Iterable[Any]:
    if isinstance(params, (str, bytes)):
        return _parsed(_decoded("params", params))
    if hasattr(params, "items"):
        items: Iterable[Any] = params.items()
        return items
    return params if isinstance(params, Iterable) else [params]


def _parsed(query: str) -> list[tuple[str, str]]:
    try:
        with importing:
            from urllib.parse import parse_qsl  # which takes long to import, and most pass no query as a text

        return parse_qsl(query, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        pass
    # Out here, since an error raised up there would carry along Python's own, which has the value.
    raise InvalidArgumentError("params is a query that is not UTF-8 once it is decoded: pass it as part of the URL")


def _text(name: str, value: object, more: str) -> bytes:
    value = text_of(value)
    if not isinstance(value, (str, bytes)):
        raise TypeError(f"{name} must be a str, bytes, int, float or bool{more}, not {type(value).__name__}")
    return arguments.text(name, _decoded(name, value))


def _decoded(name: str, value: Union[str, bytes]) -> str:
    if isinstance(value, str):
        return value
    try:
        return value.decode()
    except UnicodeDecodeError:
        pass
    raise InvalidArgumentError(f"{name} is bytes that are not UTF-8: decode them with the right codec")  # see _parsed
