"""The header, the library and the declarations of the package say the same."""

from __future__ import annotations

import ctypes
import logging
import re
import subprocess
from pathlib import Path

import pytest

import header
import nango
from nango import _ffi, _library, _log, _reading

#: How ctypes marks a function that is called with the interpreter lock held.
_FUNCFLAG_PYTHONAPI = 0x4


def test_every_declaration_of_the_header_is_understood() -> None:
    assert len(header.FUNCTIONS) == len(re.findall(r"^NANGO_API\b", header.TEXT, re.MULTILINE))


def test_the_library_exports_what_the_header_declares() -> None:
    library = _library.load()._name
    listing = subprocess.run(["nm", "-D", "--defined-only", library], capture_output=True, text=True, check=True)
    exported = {line.split()[-1].split("@")[0] for line in listing.stdout.splitlines()}
    assert exported == set(header.FUNCTIONS)


def test_the_package_declares_what_the_header_declares() -> None:
    assert set(_ffi.SIGNATURES) == set(header.FUNCTIONS)


@pytest.mark.parametrize("function", header.FUNCTIONS.values(), ids=lambda function: function.name)
def test_types_are_those_of_the_header(function: header.Function) -> None:
    wanted = header.ctype(function.result), tuple(header.ctype(argument.c_type) for argument in function.arguments)
    assert _ffi.SIGNATURES[function.name] == wanted
    declared = getattr(_ffi.lib, function.name)
    assert (declared.restype, tuple(declared.argtypes)) == wanted


def test_a_handle_in_place_of_another_is_refused() -> None:
    others = (
        _ffi.Error,
        _ffi.ClientOptions,
        _ffi.Client,
        _ffi.Cancel,
        _ffi.CallOptions,
        _ffi.Request,
        _ffi.Response,
        _ffi.Value,
    )
    for handle in others:
        with pytest.raises(ctypes.ArgumentError):
            _ffi.lib.nango_connection_token(handle())
    assert _ffi.lib.nango_connection_token(_ffi.Connection()) is None


@pytest.mark.parametrize("callback", header.CALLBACKS.values(), ids=lambda callback: callback.name)
def test_callbacks_are_those_of_the_header(callback: header.Function) -> None:
    declared = getattr(_ffi, callback.name)
    wanted = [header.ctype(argument.c_type) for argument in callback.arguments]
    # A string is taken as an address: see _ffi.
    wanted = [ctypes.c_void_p if c_type is ctypes.c_char_p else c_type for c_type in wanted]
    assert (declared._restype_, list(declared._argtypes_)) == (header.ctype(callback.result), wanted)


def test_log_levels_are_those_of_the_header() -> None:
    names = {**logging._nameToLevel, "TRACE": nango.TRACE}
    assert {names[name]: number for name, number in header.constants("NANGO_LOG_").items()} == {
        of_python: number for number, of_python in _log.LEVELS.items()
    }


def test_what_may_wait_lets_other_threads_run() -> None:
    holding = {name for name in _ffi.SIGNATURES if getattr(_ffi.lib, name)._flags_ & _FUNCFLAG_PYTHONAPI}
    assert set(_ffi.SIGNATURES) - holding == _ffi.BLOCKING


def test_error_kinds_are_those_of_the_header() -> None:
    assert {kind.name: kind.value for kind in nango.ErrorKind} == header.constants("NANGO_ERROR_")


def test_error_kinds_have_the_names_of_the_library() -> None:
    for kind in nango.ErrorKind:
        assert _ffi.lib.nango_error_kind_name(kind) == kind.name.encode()


def test_auth_modes_are_those_of_the_header() -> None:
    for name, number in header.constants("NANGO_AUTH_MODE_").items():
        assert _reading._MODES[number].auth_mode.value == name
    assert {mode.value for mode in nango.AuthMode} == set(header.constants("NANGO_AUTH_MODE_"))


def test_routes_are_those_of_the_header() -> None:
    assert {route.name: route.value for route in nango.Route} == header.constants("NANGO_ROUTE_")


def test_versions_agree() -> None:
    version = ".".join(str(header.CONSTANTS[f"NANGO_VERSION_{part}"]) for part in ("MAJOR", "MINOR", "PATCH"))
    project = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    assert nango.__version__ == version == _ffi.lib.nango_version().decode()
    assert f'\nversion = "{version}"\n' in project
    assert header.CONSTANTS["NANGO_ABI_VERSION"] == _library.ABI_VERSION == _ffi.lib.nango_abi_version()
