"""Reads include/nango.h: functions with their types, and constants."""

from __future__ import annotations

import ctypes
import re
from pathlib import Path
from typing import Any, NamedTuple

from nango import _ffi

TEXT = (Path(__file__).parents[3] / "include" / "nango.h").read_text(encoding="utf-8")

_FUNCTION = re.compile(r"^NANGO_API\s+(?:NANGO_MUST_USE\s+)?([\w ]+?[\s*]+)(nango_\w+)\(([^)]*)\)", re.MULTILINE)
_NUMBERS = {
    "double": ctypes.c_double,
    "int32_t": ctypes.c_int32,
    "int64_t": ctypes.c_int64,
    "size_t": ctypes.c_size_t,
    "uint32_t": ctypes.c_uint32,
}
_TYPEDEFS = {name: c_type for c_type, name in re.findall(r"^typedef (int32_t) (\w+);", TEXT, re.MULTILINE)}


class Argument(NamedTuple):
    name: str
    c_type: str

    @property
    def is_pointer(self) -> bool:
        return self.c_type.endswith("*") or self.is_callback

    @property
    def is_callback(self) -> bool:
        return self.c_type in CALLBACKS


class Function(NamedTuple):
    name: str
    result: str
    arguments: tuple[Argument, ...]

    @property
    def gives_handle(self) -> bool:
        return self.result.endswith("*") and not self.result.startswith("const ")


def _typed(declaration: str) -> Argument:
    c_type, name = re.fullmatch(r"(.*?[\s*])(\w+)", " ".join(declaration.split()), re.DOTALL).groups()  # type: ignore[union-attr]
    return Argument(name, c_type.strip())


def _callbacks() -> dict[str, Function]:
    found = re.findall(r"^typedef (\w+) \(\*(nango_\w+)\)\(([^)]*)\);", TEXT, re.MULTILINE)
    return {
        name: Function(name, result, tuple(_typed(argument) for argument in arguments.split(",")))
        for result, name, arguments in found
    }


def _functions() -> dict[str, Function]:
    functions = {}
    for result, name, arguments in _FUNCTION.findall(TEXT):
        listed = [] if arguments == "void" else [_typed(argument) for argument in arguments.split(",")]
        functions[name] = Function(name, " ".join(result.split()), tuple(listed))
    return functions


CALLBACKS = _callbacks()
FUNCTIONS = _functions()
CONSTANTS = {name: int(value) for name, value in re.findall(r"^#define (NANGO_\w+) ([0-9]+)$", TEXT, re.MULTILINE)}


def constants(prefix: str) -> dict[str, int]:
    """The constants whose names start so, without the prefix."""
    return {name[len(prefix) :]: value for name, value in CONSTANTS.items() if name.startswith(prefix)}


def ctype(c_type: str) -> Any:
    """The ctypes type that belongs to a type of the header."""
    c_type = _TYPEDEFS.get(c_type, c_type)
    if c_type == "void":
        return None
    if c_type in CALLBACKS:
        return getattr(_ffi, c_type)
    if c_type in ("void *", "const void *"):
        return ctypes.c_void_p
    if c_type == "const char *":
        return ctypes.c_char_p
    if not c_type.endswith("*"):
        return _NUMBERS[c_type]
    target = c_type[:-1].replace("const ", "").strip()
    if target.endswith("*") or target in _NUMBERS:
        return ctypes.POINTER(ctype(target))
    # A handle: nango_call_options is CallOptions.
    return getattr(_ffi, target[len("nango_") :].title().replace("_", ""))
