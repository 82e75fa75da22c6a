"""Names classes as programs do."""

from __future__ import annotations

import sys
import typing

import nango

from . import _installation  # noqa: F401 - which refuses a mixture of two packages


def publish(module: str) -> None:
    """Name the public classes of a module, at its end, as programs do."""
    for name, made in list(vars(sys.modules[module]).items()):
        if name in nango.__all__ and isinstance(made, type) and made.__module__ == module:
            shown_as_of(nango.__name__, made)


def shown_as_of(module: str, cls: type) -> None:
    """Have tracebacks, reprs and pickles name a class with a public module: nango.NotFoundError.

    typing.get_type_hints looks for the names in annotations there too, so those of the class are resolved before.
    """
    annotations = vars(cls).get("__annotations__", {})
    if any(isinstance(annotation, str) for annotation in annotations.values()):
        hints = typing.get_type_hints(cls)
        annotations.update((name, hints[name]) for name in annotations)
    cls.__module__ = module
