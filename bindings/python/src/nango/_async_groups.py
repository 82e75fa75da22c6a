"""The base of the groups of operations of an AsyncClient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._groups import PatchableGroup
from ._threads import MakesCalls


class AsyncGroup(PatchableGroup):
    """Operations of an AsyncClient."""

    __slots__ = ()

    if TYPE_CHECKING:
        _client: MakesCalls

    def __init__(self, client: MakesCalls) -> None:
        self._client = client
