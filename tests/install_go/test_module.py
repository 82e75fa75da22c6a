"""The published module, from a module proxy: a Go program builds with Go and a C compiler alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from server import EXPECTED
from support import BUNDLED, MODULE, ROOT, SYSTEM, VERSION, copy_package, dynamic, needed, pack

if TYPE_CHECKING:
    from pathlib import Path

    from support import Bare, Home

#: The commands for the guide as soon as the package is published.
GET = f"go get {MODULE}@{VERSION}"
BUILD = "go build -o my_app . && ./my_app"


def test_go_get_and_go_build_are_enough(bare: Bare) -> None:
    assert bare.run(f"{GET} && {BUILD}").endswith(EXPECTED)
    program = bare.app / "my_app"
    # Without libgcc_s: an image such as distroless/base has glibc alone.
    assert needed(program) <= SYSTEM - {"libgcc_s.so.1"}
    assert "PATH" not in dynamic(program)
    # Outside of the project a program is built with -trimpath and without debugging information.
    bare.run("go build -trimpath -ldflags '-s -w' -o my_app . && ./my_app")
    print(f"size of the program: {program.stat().st_size} bytes")


def test_go_has_nothing_to_complain_about(bare: Bare) -> None:
    bare.run(f"{GET} && go vet ./... && go mod verify")
    assert bare.run("go run -race .") == EXPECTED
    assert bare.run("go run .", GOEXPERIMENT="cgocheck2") == EXPECTED


def test_vendoring_takes_the_library_along(bare: Bare) -> None:
    bare.run(f"{GET} && go mod vendor")
    assert (bare.app / "vendor" / MODULE / "internal/libnango" / f"{BUNDLED}.a").is_file()
    shutil.rmtree(bare.app.parent / "modules")
    assert bare.run(BUILD, GOPROXY="off") == EXPECTED


def test_without_cgo_the_compiler_says_what_to_do(bare: Bare) -> None:
    bare.run(GET)
    done = bare.attempt("go build .", CGO_ENABLED="0")
    assert done.returncode != 0
    assert "undefined: nango_needs_cgo_SET_CGO_ENABLED_TO_1_AND_INSTALL_A_C_COMPILER" in done.stdout


def test_the_tag_musl_is_refused_on_glibc(bare: Bare) -> None:
    bare.run(GET)
    done = bare.attempt("go build -tags musl .")
    assert done.returncode != 0
    assert "The tag musl is for systems with musl (Alpine), and the C library here is glibc" in done.stdout


def test_without_the_tag_musl_is_refused(bare: Bare, tmp_path: Path) -> None:
    """A compiler whose headers define no __GLIBC__, as those of musl."""
    headers = tmp_path / "musl"
    headers.mkdir()
    (headers / "features.h").write_text("#include_next <features.h>\n#undef __GLIBC__\n")
    bare.run(GET)
    done = bare.attempt("go build .", CGO_CFLAGS=f"-I{headers}")
    assert done.returncode != 0
    assert "For musl (Alpine): go build -tags musl" in done.stdout


def test_with_the_tag_the_installed_library_is_used(home: Home) -> None:
    home.run(f"{GET} && go build -tags nango_system -o my_app .", **home.pkg_config())
    assert home.run("./my_app") == EXPECTED
    assert "libnango.so.0" in needed(home.app / "my_app")


def test_with_the_tag_the_installed_header_counts(home: Home, tmp_path: Path) -> None:
    """Not that of the module, which would hide that the installed library has another ABI."""
    other = tmp_path / "other"
    shutil.copytree(home.path / ".local", other, symlinks=True)
    header = other / "include/nango.h"
    header.write_text(header.read_text().replace("#define NANGO_ABI_VERSION 0", "#define NANGO_ABI_VERSION 1"))
    home.run(GET)
    done = home.attempt("go build -tags nango_system .", PKG_CONFIG_PATH=str(other / "lib/pkgconfig"))
    assert done.returncode != 0
    assert "This version of the Go package is for libnango with ABI 0" in done.stdout


def test_with_the_tag_and_nothing_installed_pkg_config_says_so(home: Home) -> None:
    home.run(GET)
    done = home.attempt("go build -tags nango_system .", PKG_CONFIG_LIBDIR=str(home.app))
    assert done.returncode != 0
    assert "Package nango was not found in the pkg-config search path" in done.stdout


def test_the_tags_of_a_release_give_the_module_of_the_proxy(home: Home, tmp_path: Path) -> None:
    """Go takes modules from git, and checks that everybody gets the same: here as git has it, and as the zip has it."""
    artifacts = tmp_path / "artifacts"
    artifacts.mkdir()
    shutil.copy(home.proxy / MODULE / "@v" / f"{VERSION}.zip", artifacts / f"nango-go-{VERSION}.zip")
    pack(copy_package(tmp_path / "tokens", "nangooauth2"), artifacts / f"nango-go-nangooauth2-{VERSION}.zip")
    repository = tmp_path / "repository"
    subprocess.run(["git", "init", "--quiet", repository], check=True)
    command = ["sh", str(ROOT / "packaging/go_tag.sh"), str(artifacts), VERSION.removeprefix("v")]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "PYTHON": sys.executable}
    done = subprocess.run(command, cwd=repository, env=environment, check=True, capture_output=True, text=True)
    assert done.stdout.split() == [f"bindings/go/{VERSION}", f"bindings/go/nangooauth2/{VERSION}"]

    described = f"go mod download -json {MODULE}@{VERSION}"
    served = json.loads(home.run(described))
    direct = {"GOPROXY": "direct", "GOMODCACHE": str(tmp_path / "direct"), **hosting(repository)}
    tagged = json.loads(home.run(described, **direct))
    assert tagged["Sum"] == served["Sum"]
    assert VERSION in home.run(f"go mod download -json {MODULE}/nangooauth2@{VERSION}", **direct)


def hosting(repository: Path) -> dict[str, str]:
    """Has git take a local repository for the one that publishes the modules."""
    return {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.file://{repository}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://github.com/libnango/libnango",
    }


def test_a_name_that_no_program_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "internal/clib").mkdir(parents=True)
    (tmp_path / "internal/clib/link_default.go").touch()
    command = ["sh", str(ROOT / "packaging/gobundle/bundle.sh"), str(tmp_path), "linux_riscv64_glibc=libnango.a"]
    done = subprocess.run(command, env=os.environ, check=False, capture_output=True, text=True)
    assert done.returncode != 0
    assert "no program links linux_riscv64_glibc" in done.stderr


def test_other_systems_ask_pkg_config(bare: Bare) -> None:
    bare.run(GET)
    list_flags = f"go list -f '{{{{.CgoPkgConfig}}}} {{{{.CgoLDFLAGS}}}}' {MODULE}/internal/clib"
    assert bare.run(list_flags, GOARCH="riscv64", CGO_ENABLED="1") == "[nango] []\n"
