"""Finds libnango and loads it."""

from __future__ import annotations

import ctypes
import os

from . import _installation  # noqa: F401 - which refuses a mixture of two packages

#: The ABI that this package is written for: NANGO_ABI_VERSION in nango.h.
ABI_VERSION = 0

_FILE_NAME = "libnango.so"
_SONAME = f"{_FILE_NAME}.{ABI_VERSION}"
_PACKAGE = os.path.dirname(os.path.realpath(__file__))
#: Where it is in a checkout.
_IN_CHECKOUT = os.path.join(os.sep, "bindings", "python", "src", "nango")


def load() -> ctypes.CDLL:
    """Load the library, or raise an ImportError that explains what to do."""
    name = _find()
    try:
        library = ctypes.CDLL(name)
    except OSError as error:
        raise ImportError(
            f"cannot load libnango from {name} ({error}): set NANGO_LIBRARY to the path of {_FILE_NAME}, or unset it "
            "and install a wheel of libnango, which brings the library"
        ) from None
    _check_abi(library, name)
    return library


def _find() -> str:
    """Return the library's path, or its bare name for the system's loader to look for."""
    named = os.environ.get("NANGO_LIBRARY")
    if named:
        # Without a slash the loader would look in its own directories instead of this one.
        return named if os.path.isabs(named) else os.path.join(os.getcwd(), named)
    for candidate in (os.path.join(_PACKAGE, _FILE_NAME), _built_in_checkout()):
        if candidate is not None and os.path.isfile(candidate):
            return candidate
    return _SONAME


def _built_in_checkout() -> str | None:
    """Return cargo's path of the library if this package is used from a checkout."""
    if not _PACKAGE.endswith(_IN_CHECKOUT):
        return None
    return os.path.join(os.sep, _PACKAGE[: -len(_IN_CHECKOUT)], "target", "release", _FILE_NAME)


def _check_abi(library: ctypes.CDLL, name: str) -> None:
    try:
        abi_version = library.nango_abi_version
    except AttributeError:
        raise ImportError(
            f"{name} is not libnango: set NANGO_LIBRARY to the path of {_FILE_NAME}, or unset it"
        ) from None
    abi_version.argtypes = ()
    abi_version.restype = ctypes.c_uint32
    found = abi_version()
    if found != ABI_VERSION:
        raise ImportError(
            f"{name} has ABI {found} and this package needs ABI {ABI_VERSION}: install a library and a Python "
            "package of libnango of the same version"
        )
