"""A Go program in its own module, with only the installed files of the project."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from server import EXPECTED
from support import PACKAGE, ROOT, SYSTEM, block, dynamic, needed

if TYPE_CHECKING:
    from pathlib import Path

    from support import Home

REPLACE = "export PKG_CONFIG_PATH"
STATIC = "go build -tags nango_static"


def test_the_library_of_a_checkout_has_the_version_of_the_crate() -> None:
    version = re.search(r'^version = "(.*)"$', (ROOT / "Cargo.toml").read_text(), re.MULTILINE)
    assert version is not None
    assert f"\nVersion: {version.group(1)}\n" in (PACKAGE / "checkout/nango.pc").read_text()


def test_a_module_of_go_1_24_needs_no_tidying(home: Home) -> None:
    """A package with `go 1.24.0` would be newer than the module, and the build fail until the module is updated."""
    home.run("".join(line for line in block(REPLACE).splitlines(keepends=True) if line.startswith("go mod edit")))
    home.run("go build -mod=readonly -o my_app .", **home.pkg_config())
    assert "\ngo 1.24\n" in (home.app / "go.mod").read_text()


@pytest.mark.parametrize("language", ["1.22", "1.24", "1.24.0"])
def test_the_package_of_a_checkout(home: Home, language: str) -> None:
    """In a module of any language version: the package needs 1.24, to which `go mod tidy` raises an older one."""
    (home.app / "go.mod").write_text(f"module example.com/my_app\n\ngo {language}\n")
    printed = home.run(block(REPLACE))
    assert printed.endswith(EXPECTED)
    assert "libnango.so.0" in needed(home.app / "my_app")


def test_vendoring_takes_everything_along(home: Home) -> None:
    home.run(block(REPLACE), **home.pkg_config())
    home.run("rm my_app && go mod vendor")
    shutil.rmtree(home.app.parent / "libnango")
    home.run("go build -o my_app .", **home.pkg_config(), GOPROXY="off")
    assert home.run("./my_app") == EXPECTED


def test_with_the_tag_the_library_is_inside(home: Home, tmp_path: Path) -> None:
    home.run(block(REPLACE), **home.pkg_config())
    assert home.run(block(STATIC), **home.pkg_config()) == EXPECTED
    program = home.app / "my_app_static"
    assert needed(program) <= SYSTEM
    assert "PATH" not in dynamic(program)

    # Without libnango one of them runs, and the other cannot.
    local = home.path / ".local"
    away = home.path / "away"
    local.rename(away)
    try:
        assert home.run("./my_app_static") == EXPECTED
        assert "libnango.so.0: cannot open shared object file" in home.attempt("./my_app").stdout
    finally:
        away.rename(local)


@pytest.mark.parametrize("tags", ["", "-tags nango_static"], ids=["shared", "static"])
def test_go_has_nothing_to_complain_about(home: Home, tags: str) -> None:
    home.run(block(REPLACE), **home.pkg_config())
    home.run(f"go vet {tags} ./... && go mod verify", **home.pkg_config())
    assert home.run(f"go run -race {tags} .", **home.pkg_config()) == EXPECTED
    assert home.run(f"go run {tags} .", **home.pkg_config(), GOEXPERIMENT="cgocheck2") == EXPECTED


def test_without_cgo_the_compiler_says_what_to_do(home: Home) -> None:
    home.point_at_the_checkout()
    done = home.attempt("go build .", **home.pkg_config(), CGO_ENABLED="0")
    assert done.returncode != 0
    assert "undefined: nango_needs_cgo_SET_CGO_ENABLED_TO_1_AND_INSTALL_A_C_COMPILER" in done.stdout


@pytest.mark.parametrize(
    ("tags", "name"),
    [("", "nango"), ("-tags nango_system", "nango"), ("-tags nango_static", "nango-static")],
)
def test_without_libnango_the_message_is_that_of_the_guide(home: Home, tags: str, name: str) -> None:
    home.point_at_the_checkout()
    done = home.attempt(f"go build {tags} .", PKG_CONFIG_LIBDIR=str(home.app))
    assert done.returncode != 0
    assert f"Package {name} was not found in the pkg-config search path" in done.stdout
    assert "PKG_CONFIG_PATH" in done.stdout


def test_a_libnango_with_another_abi_is_refused(home: Home, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(home.path / ".local", other, symlinks=True)
    header = other / "include/nango.h"
    header.write_text(header.read_text().replace("#define NANGO_ABI_VERSION 0", "#define NANGO_ABI_VERSION 1"))
    home.point_at_the_checkout()
    done = home.attempt("go build .", PKG_CONFIG_PATH=str(other / "lib/pkgconfig"))
    assert done.returncode != 0
    assert "This version of the Go package is for libnango with ABI 0" in done.stdout
