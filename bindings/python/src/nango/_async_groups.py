"""The base of the groups of operations of an AsyncClient."""

from __future__ import annotations

from ._threads import MakesCalls


class AsyncGroup:
    """Operations of an AsyncClient."""

    __slots__ = ("_client",)

    def __init__(self, client: MakesCalls) -> None:
        self._client = client
