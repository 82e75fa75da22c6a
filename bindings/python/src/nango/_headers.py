"""The headers of a response."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Callable

from . import _installation  # noqa: F401 - which refuses a mixture of two packages
from ._public import publish


class ResponseHeaders(Mapping[str, str]):
    """Headers by their names, in whatever case. Several with one name are joined by ", "."""

    # A function that gives the pairs. Encoders that walk the slots find no value, which may be a secret.
    __slots__ = ("_pairs",)

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._pairs: Callable[[], list[tuple[str, str]]] = lambda: pairs

    def __getitem__(self, name: str) -> str:
        values = self.get_list(name)
        if not values:
            raise KeyError(name)
        return ", ".join(values)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(name for name, _value in self._pairs()))

    def __len__(self) -> int:
        return len({name for name, _value in self._pairs()})

    def get_list(self, name: str) -> list[str]:
        """The values of all headers with this name: Set-Cookie cannot be told apart once joined."""
        wanted = name.lower() if name.isascii() else name
        return [value for found, value in self._pairs() if found == wanted]

    def multi_items(self) -> list[tuple[str, str]]:
        """All headers, those with the same name one by one; names in lower case."""
        return list(self._pairs())

    def __repr__(self) -> str:
        return f"<nango.ResponseHeaders {sorted(self)}>"  # a value may be a secret

    def __copy__(self) -> ResponseHeaders:
        return self

    def __deepcopy__(self, _memo: object) -> ResponseHeaders:
        return self

    def __reduce_ex__(self, _protocol: object) -> Any:
        raise TypeError("ResponseHeaders may hold secrets and cannot be pickled: pass only the headers you need")


publish(__name__)
