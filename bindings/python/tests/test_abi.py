"""The library, the description of its ABI and the package agree."""

from __future__ import annotations

import ctypes
import logging
import subprocess
from pathlib import Path

import pytest

import abi
import nango
from nango import _ffi, _library, _listing, _log, _read_credentials
from nango._generated import abi as declared

#: How ctypes marks a function that is called with the interpreter lock held.
_FUNCFLAG_PYTHONAPI = 0x4


def test_the_library_exports_what_the_description_lists() -> None:
    library = _library.load()._name
    listing = subprocess.run(["nm", "-D", "--defined-only", library], capture_output=True, text=True, check=True)
    exported = {line.split()[-1].split("@")[0] for line in listing.stdout.splitlines()}
    assert exported == set(abi.FUNCTIONS)


def test_a_handle_in_place_of_another_is_refused() -> None:
    handles = [kind for kind in vars(declared).values() if isinstance(kind, type) and issubclass(kind, ctypes.c_void_p)]
    for handle in set(handles) - {ctypes.c_void_p, declared.Connection}:
        with pytest.raises(ctypes.ArgumentError):
            _ffi.lib.nango_connection_token(handle())
    assert _ffi.lib.nango_connection_token(declared.Connection()) is None


def test_log_levels_are_those_of_the_header() -> None:
    names = {**logging._nameToLevel, "TRACE": nango.TRACE}
    assert {names[name]: number for name, number in abi.constants("NANGO_LOG_").items()} == {
        of_python: number for number, of_python in _log.LEVELS.items()
    }


def test_what_may_wait_lets_other_threads_run() -> None:
    holding = {name for name in _ffi.SIGNATURES if getattr(_ffi.lib, name)._flags_ & _FUNCFLAG_PYTHONAPI}
    assert set(_ffi.SIGNATURES) - holding == {name for name, function in abi.FUNCTIONS.items() if function.blocks}


def test_error_kinds_are_those_of_the_header() -> None:
    assert {kind.name: kind.value for kind in nango.ErrorKind} == abi.constants("NANGO_ERROR_")


def test_error_kinds_have_the_names_of_the_library() -> None:
    for kind in nango.ErrorKind:
        assert _ffi.lib.nango_error_kind_name(kind) == kind.name.encode()


def test_auth_modes_are_those_of_the_header() -> None:
    for name, number in abi.constants("NANGO_AUTH_MODE_").items():
        assert _read_credentials.AUTH_MODES[number].value == name
    assert {mode.value for mode in nango.AuthMode} == set(abi.constants("NANGO_AUTH_MODE_"))


def test_routes_are_those_of_the_header() -> None:
    assert {route.name: route.value for route in nango.Route} == abi.constants("NANGO_ROUTE_")


def test_page_styles_are_those_of_the_header() -> None:
    assert abi.constants("NANGO_PAGE_STYLE_") == {"NUMBER": _listing.BY_NUMBER, "CURSOR": _listing.BY_CURSOR}


def test_versions_agree() -> None:
    version = ".".join(str(abi.CONSTANTS[f"NANGO_VERSION_{part}"]) for part in ("MAJOR", "MINOR", "PATCH"))
    project = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    assert nango.__version__ == version == _ffi.lib.nango_version().decode()
    assert f'\nversion = "{version}"\n' in project
    assert abi.CONSTANTS["NANGO_ABI_VERSION"] == _library.ABI_VERSION == _ffi.lib.nango_abi_version()
