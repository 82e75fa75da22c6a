"""Unpack, which typing has from Python 3.11 on: no requirement of a program that runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _installation  # noqa: F401 - which refuses a mixture of two packages

if TYPE_CHECKING:
    from typing_extensions import Unpack as Unpack
else:

    class Unpack:
        """Leaves the TypedDict as it is, for typing.get_type_hints."""

        def __class_getitem__(cls, settings: Any) -> Any:
            """The TypedDict of the keyword arguments."""
            return settings
