"""The base of enums that have the numbers of nango.h."""

from __future__ import annotations

from enum import IntEnum

from . import _installation  # noqa: F401 - which refuses a mixture of two packages


class NamedNumber(IntEnum):
    """An int that prints its name.

    An IntEnum prints a name or a number, which depends on the version of Python and differs between str and format.
    """

    def __str__(self) -> str:
        return self.name

    def __format__(self, spec: str) -> str:
        try:
            return format(self.name, spec)
        except ValueError:  # a format of numbers, such as "d" or "03d"
            return format(int(self), spec)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self.name}: {int(self)}>"
