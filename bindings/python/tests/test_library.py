"""How the library is found, and the message if it is not."""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Any

import pytest

from nango import _ffi, _library
from program import run


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package in a checkout, without a library."""
    package = tmp_path / "bindings" / "python" / "src" / "nango"
    package.mkdir(parents=True)
    (tmp_path / "target" / "release").mkdir(parents=True)
    monkeypatch.setattr(_library, "_PACKAGE", str(package))
    monkeypatch.delenv("NANGO_LIBRARY", raising=False)
    return package


def built(package: Path) -> Path:
    return package.parents[3] / "target" / "release" / "libnango.so"


def test_the_system_is_asked_last(package: Path) -> None:
    assert _library._find() == "libnango.so.0"


def test_the_checkout_comes_before_the_system(package: Path) -> None:
    built(package).touch()
    assert _library._find() == str(built(package))


def test_the_package_comes_before_the_checkout(package: Path) -> None:
    built(package).touch()
    (package / "libnango.so").touch()
    assert _library._find() == str(package / "libnango.so")


def test_the_environment_comes_first(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (package / "libnango.so").touch()
    monkeypatch.setenv("NANGO_LIBRARY", "libnango.so")
    assert _library._find() == str(Path.cwd() / "libnango.so")
    monkeypatch.setenv("NANGO_LIBRARY", "")
    assert _library._find() == str(package / "libnango.so")


def test_an_installed_package_looks_into_no_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "lib" / "python" / "site-packages" / "nango"
    monkeypatch.setattr(_library, "_PACKAGE", str(package))
    assert _library._built_in_checkout() is None


def test_without_a_library_the_import_says_what_to_do(tmp_path: Path) -> None:
    missing = tmp_path / "libnango.so"
    finished = run("-c", "import nango", NANGO_LIBRARY=str(missing))
    last = finished.stderr.splitlines()[-1]
    assert finished.returncode == 1
    assert last.startswith(f"ImportError: cannot load libnango from {missing} (")
    assert "set NANGO_LIBRARY to the path of libnango.so" in last


def test_another_library_is_refused() -> None:
    with pytest.raises(ImportError, match="^other.so is not libnango: set NANGO_LIBRARY"):
        _library._check_abi(ctypes.CDLL(None), "other.so")


def test_another_abi_is_refused() -> None:
    class Newer:
        def __init__(self) -> None:
            self.nango_abi_version: Any = lambda: 1

    newer: Any = Newer()
    with pytest.raises(ImportError, match="^newer.so has ABI 1 and this package needs ABI 0: install"):
        _library._check_abi(newer, "newer.so")


def test_an_older_library_is_refused() -> None:
    with pytest.raises(ImportError, match="has no nango_version, so it is older than this package"):
        _ffi._declare(ctypes.CDLL(None))
