"""The functions of libnango, each with its types and with or without the interpreter lock."""

from __future__ import annotations

import ctypes
from types import ModuleType

from . import _library
from ._generated.abi import (
    BLOCKING,
    SIGNATURES,
    Error,
    nango_call_hook_fn,
    nango_interrupt_fn,
    nango_log_record_fn,
    nango_read_fn,
)

TYPE_CHECKING = False  # see __init__.py
if TYPE_CHECKING:
    from typing import Any

__all__ = [
    "SIGNATURES",
    "Error",
    "keep_for_good",
    "lib",
    "nango_call_hook_fn",
    "nango_interrupt_fn",
    "nango_log_record_fn",
    "nango_read_fn",
]


def keep_for_good(value: object) -> None:
    """Never let the interpreter free an object, not even at its end."""
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(value))


def _declare(library: ctypes.CDLL) -> ModuleType:
    """All functions of the library, typed."""
    releasing, holding = library, ctypes.PyDLL(library._name, handle=library._handle)
    functions = ModuleType("lib")  # whose attributes Python finds faster than those of other objects
    for name, (result, arguments) in SIGNATURES.items():
        try:
            function = getattr(releasing if name in BLOCKING else holding, name)
        except AttributeError:
            raise ImportError(
                f"{library._name} has no {name}, so it is older than this package: install a newer libnango"
            ) from None
        function.restype = result
        function.argtypes = arguments
        setattr(functions, name, function)
    return functions


#: The functions of nango.h by name.
lib: Any = _declare(_library.load())
