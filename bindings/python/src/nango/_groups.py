"""The base of the groups of operations, and how a client has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional
from weakref import WeakValueDictionary

from . import _installation  # noqa: F401 - which refuses a mixture of two packages
from ._handle import HasHandle


class PatchableGroup:
    """A group on which tests can replace methods: the client then keeps it."""

    # __dict__: see Client.
    __slots__ = ("__dict__", "__weakref__", "_client")

    def __setattr__(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)
        if name != "_client":
            client: Any = getattr(self, "_client")  # noqa: B009 - of a type that the subclass tells
            vars(client).setdefault("_changed_groups", {})[type(self)] = self


class Group(PatchableGroup):
    """Operations of a Client."""

    __slots__ = ()

    if TYPE_CHECKING:
        _client: HasHandle

    def __init__(self, client: HasHandle) -> None:
        self._client = client


if TYPE_CHECKING:
    group = property
else:

    class group(property):  # noqa: N801 - used as property is
        """A property that gives one group as long as the program has it, and that tests can replace.

        The group refers to the client. If the client referred to the group too, a client that is forgotten would be
        closed late: by the garbage collector.
        """

        def __set_name__(self, _owner: type, name: str) -> None:
            self._name = name

        def __get__(self, client: Any, owner: Optional[type] = None) -> Any:
            if client is None:
                return self
            attributes = vars(client)
            if self._name in attributes:
                return attributes[self._name]
            groups = attributes.setdefault("_groups", WeakValueDictionary())
            found = groups.get(self._name)
            return groups.setdefault(self._name, self.fget(client)) if found is None else found

        def __set__(self, client: Any, replacement: object) -> None:
            vars(client)[self._name] = replacement

        def __delete__(self, client: Any) -> None:
            if self._name not in vars(client):
                raise AttributeError(f"{self._name} was not replaced")
            del vars(client)[self._name]
