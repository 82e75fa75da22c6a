"""The base of the groups of operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import _installation  # noqa: F401 - which refuses a mixture of two packages

if TYPE_CHECKING:
    from ._handle import HasHandle
    from ._threads import MakesCalls


class Group:
    """Operations of a Client."""

    __slots__ = ("_client",)

    def __init__(self, client: HasHandle) -> None:
        self._client = client


class AsyncGroup:
    """Operations of an AsyncClient."""

    __slots__ = ("_client",)

    def __init__(self, client: MakesCalls) -> None:
        self._client = client
