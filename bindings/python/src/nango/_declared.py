"""Attributes of values with the documentation that their declaration has."""

from __future__ import annotations

import sys
from typing import Any, Callable, Optional

from . import _installation  # noqa: F401 - which refuses a mixture of two packages


class DeclaredProperty(property):
    """A property whose documentation, for help(), is the comment above its declaration in the class.

    The comment is read from the source when it is asked for: Python keeps no comments, and nothing needs it before.
    """

    def __init__(self, get: Any, put: Optional[Callable[[Any, Any], None]], class_name: str) -> None:
        self._where: tuple[str, str, str] = get.__globals__["__name__"], class_name, get.__name__
        super().__init__(get, put)


def _documentation(declared: DeclaredProperty) -> Optional[str]:
    import inspect  # which takes long to import, and help() alone needs it

    module, class_name, name = declared._where
    try:
        lines = inspect.getsource(sys.modules[module]).splitlines()
    except (KeyError, OSError):  # an installation without sources
        return None
    start = next(i for i, line in enumerate(lines) if line.startswith(f"class {class_name}("))
    place = next(i for i, line in enumerate(lines) if i > start and line.startswith(f"    {name}: "))
    comment: list[str] = []
    while lines[place - 1 - len(comment)].startswith("    #:"):
        comment.insert(0, lines[place - 1 - len(comment)][6:].strip())
    return " ".join(comment) or None


# Not in the class, whose own documentation is the text above. `property` sets that of an object, which is refused.
DeclaredProperty.__doc__ = property(_documentation, lambda _declared, _text: None)  # type: ignore[assignment]
