"""The base of the groups of operations of a Client."""

from __future__ import annotations

from . import _installation  # noqa: F401 - which refuses a mixture of two packages
from ._handle import HasHandle


class Group:
    """Operations of a Client."""

    __slots__ = ("_client",)

    def __init__(self, client: HasHandle) -> None:
        self._client = client
