"""The installed files, their contents, and how they are removed."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from guide import blocks, part_of_the_guide

from conftest import CARGO_TARGET_DIR, EXAMPLES, ROOT, files, make, run

LICENCES = {"share", "share/doc", "share/doc/libnango"} | {
    f"share/doc/libnango/{name}" for name in ("LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY-NOTICES")
}
RUNTIME = {"lib", "lib/libnango.so.0", "lib/libnango.so.0.1.0"} | LICENCES
STATIC = {"lib/libnango.a", "lib/pkgconfig/nango-static.pc"}
DEVELOPMENT = {
    "include",
    "include/nango.ffi.h",
    "include/nango.h",
    "include/nango.hpp",
    "include/nango_api.h",
    "include/nango_api.hpp",
    "include/nango_connection.hpp",
    "include/nango_document.hpp",
    "include/nango_error.hpp",
    "include/nango_list.hpp",
    "include/nango_names.hpp",
    "include/nango_options.hpp",
    "include/nango_parameters.hpp",
    "include/nango_request.hpp",
    "include/nango_string.hpp",
    "include/nango_value.hpp",
    "include/nango_webhook.hpp",
    "lib/cmake",
    "lib/cmake/nango",
    "lib/cmake/nango/nango-config-version.cmake",
    "lib/cmake/nango/nango-config.cmake",
    "lib/libnango.so",
    "lib/pkgconfig",
    "lib/pkgconfig/nango.pc",
}


def declared(header: Path) -> set[str]:
    """The functions of nango.h."""
    return set(re.findall(r"^NANGO_API\b[^;(]*?\b(nango_\w+)\(", header.read_text(), re.MULTILINE))


def test_files_and_links(installed: Path) -> None:
    """These and no others; the links lead to the library next to them."""
    assert files(installed) == RUNTIME | DEVELOPMENT | STATIC
    for link in ("libnango.so", "libnango.so.0"):
        assert (installed / "lib" / link).readlink() == Path("libnango.so.0.1.0")
    assert os.access(installed / "lib/libnango.so.0.1.0", os.X_OK)


def test_the_shared_library(installed: Path) -> None:
    """Its name is that of the ABI, it stays loaded, and it has no run path."""
    dynamic = run(["readelf", "-dW", installed / "lib/libnango.so"], installed)
    assert re.findall(r"\(SONAME\).*\[(.*)\]", dynamic) == ["libnango.so.0"]
    assert "NODELETE" in dynamic
    assert not re.findall(r"\((RPATH|RUNPATH)\)", dynamic)


@pytest.mark.parametrize("arguments", [["-D", "lib/libnango.so"], ["-g", "lib/libnango.a"]])
def test_exports(arguments: list[str], installed: Path) -> None:
    """Both libraries export exactly the functions in the header."""
    printed = run(["nm", "--defined-only", *arguments], installed)
    exported = {words[2] for line in printed.splitlines() if len(words := line.split()) == 3}
    assert exported == declared(installed / "include/nango.h")


def test_the_static_library_is_stripped(installed: Path) -> None:
    """It is one object, without debugging information and LLVM's bitcode."""
    sections = run(["readelf", "-SW", installed / "lib/libnango.a"], installed)
    assert sections.count("File: ") <= 1
    assert not re.findall(r"\.(debug_\w+|llvm\w+)", sections)
    assert ".eh_frame" in sections


def test_no_folder_of_the_builder(installed: Path) -> None:
    """No installed file names the checkout or cargo's folder."""
    names = [ROOT, CARGO_TARGET_DIR, Path(os.environ.get("CARGO_HOME") or Path.home() / ".cargo"), installed]
    for file in sorted(path for path in installed.rglob("*") if path.is_file()):
        content = file.read_bytes()
        assert not [name for name in names if os.fsencode(name) in content], file


def test_flags_are_those_of_rustc(installed: Path) -> None:
    """The libraries that rustc lists for the static library, except those that every compiler adds."""
    printed = run(
        [
            "cargo",
            "rustc",
            "--locked",
            "-p",
            "nango",
            "--crate-type",
            "staticlib",
            "--",
            "--print",
            "native-static-libs",
        ],
        ROOT,
        {"CARGO_TARGET_DIR": ROOT / "target"},
    )
    (asked,) = re.findall(r"native-static-libs: (.*)$", printed, re.MULTILINE)
    (libs,) = re.findall(r"^Libs: (.*)$", (installed / "lib/pkgconfig/nango-static.pc").read_text(), re.MULTILINE)
    ours = set(libs.split()) - {"-L${libdir}", "-l:libnango.a"}
    assert ours == set(asked.split()) - {"-lc", "-lgcc_s"}


def test_without_the_static_library(tmp_path: Path) -> None:
    """The rest is the same."""
    make("install", f"PREFIX={tmp_path}/p", "NANGO_STATIC=OFF", cwd=tmp_path)
    assert files(tmp_path / "p") == RUNTIME | DEVELOPMENT


def test_components(tmp_path: Path) -> None:
    """What runs a program and what builds one, for those who make packages; blanks in names do no harm."""
    run(["cmake", "-S", ROOT / "bindings/c", "-B", "a build"], tmp_path)
    run(["cmake", "--build", "a build"], tmp_path)
    for component, expected in [("nango_runtime", RUNTIME), ("nango_development", {"lib"} | DEVELOPMENT | STATIC)]:
        run(["cmake", "--install", "a build", "--prefix", tmp_path / component, "--component", component], tmp_path)
        assert files(tmp_path / component) == expected


def test_built_with_clang(tmp_path: Path, installed: Path) -> None:
    """The installed files are the same for any compiler of the project."""
    run(["cmake", "-S", ROOT / "bindings/c", "-B", "build", "-DCMAKE_C_COMPILER=clang"], tmp_path)
    run(["cmake", "--build", "build"], tmp_path)
    for name in ("libnango.so.0.1.0", "libnango.a"):
        assert (tmp_path / "build/lib" / name).read_bytes() == (installed / "lib" / name).read_bytes()


def test_building_again_changes_nothing(tmp_path: Path) -> None:
    """A project that is up to date is not linked again."""
    run(["cmake", "-G", "Ninja", "-S", ROOT / "bindings/c", "-B", "build"], tmp_path)
    run(["cmake", "--build", "build"], tmp_path)
    made = [tmp_path / "build/lib" / name for name in ("libnango.so.0.1.0", "libnango.a")]
    before = [path.stat().st_mtime_ns for path in made]
    run(["cmake", "--build", "build"], tmp_path)
    assert [path.stat().st_mtime_ns for path in made] == before


def test_staging_and_uninstalling_with_make(tmp_path: Path) -> None:
    """DESTDIR is put before everything; existing files stay."""
    stage = tmp_path / "stage"
    (stage / "opt/nango/lib").mkdir(parents=True)
    (stage / "opt/nango/lib/other.txt").touch()
    before = files(stage)
    where = ["PREFIX=/opt/nango", f"DESTDIR={stage}"]
    make("install", *where, cwd=tmp_path)
    assert files(stage / "opt/nango") == RUNTIME | DEVELOPMENT | STATIC | {"lib/other.txt"}
    make("uninstall", *where, cwd=tmp_path)
    assert files(stage) == before


def test_uninstalling_leaves_nothing(tmp_path: Path) -> None:
    """Where nothing else was, and in the folder that was requested."""
    for prefix in ("the one", "two"):
        make("install", f"PREFIX={tmp_path / prefix}", "LIBDIR=lib/some-where", cwd=tmp_path)
    make("uninstall", f"PREFIX={tmp_path / 'the one'}", "LIBDIR=lib/some-where", cwd=tmp_path)
    assert files(tmp_path / "the one") == set()
    assert "lib/some-where/libnango.so" in files(tmp_path / "two")


def test_uninstalling_what_is_not_there(tmp_path: Path) -> None:
    """Reports it, and how to fix it."""
    printed = run(["make", "-C", ROOT, "uninstall", f"PREFIX={tmp_path}/nowhere"], tmp_path, expect=2)
    assert f"There is no libnango in {tmp_path}/nowhere: say with PREFIX" in " ".join(printed.split())


def test_without_rust(tmp_path: Path) -> None:
    """The message names the missing tool and where to get it."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("as", "cc", "ld", "make"):
        (tools / name).symlink_to(shutil.which(name) or name)
    command: list[str | Path] = [shutil.which("cmake") or "cmake", "-S", ROOT / "bindings/c", "-B", "build"]
    command += ["-DCMAKE_FIND_USE_CMAKE_SYSTEM_PATH=OFF", f"-DCMAKE_MAKE_PROGRAM={tools / 'make'}"]
    nowhere: dict[str, str | Path] = {"PATH": tools, "HOME": tmp_path, "CARGO_HOME": tmp_path, "CARGO": "", "RUSTC": ""}
    printed = run(command, tmp_path, nowhere, expect=1)
    assert "cargo or rustc is missing: install Rust 1.85 or later" in " ".join(printed.split())


def test_options_are_documented() -> None:
    """The guide names each setting of the CMake project, and none that is not there."""
    folder = ROOT / "bindings/c"
    scripts = "".join(path.read_text() for path in [folder / "CMakeLists.txt", *sorted(folder.glob("cmake/*.cmake"))])
    settings = set(re.findall(r"(?:option|find_program|DEFINED|set)[( ](NANGO_[A-Z_]+)", scripts))
    assert settings == set(re.findall(r"NANGO_(?!SECRET|BASE)[A-Z_]+", part_of_the_guide()))


def test_the_commands_of_the_guide(tmp_path: Path) -> None:
    """docs/installing.md from top to bottom, as a newcomer types it: nothing stays in ~/.local."""
    (tmp_path / "libnango").symlink_to(ROOT)
    for suffix in ("c", "cpp"):
        (tmp_path / f"main.{suffix}").write_text((EXAMPLES / f"get_connection.{suffix}").read_text())
    home = tmp_path / "home"
    cargo = {"CARGO_HOME": Path.home() / ".cargo", "RUSTUP_HOME": Path.home() / ".rustup"}
    kept = {name: os.environ.get(name) or folder for name, folder in cargo.items()}
    # The programs have no secret key, which they report before they fail.
    commands = "".join(blocks("sh")).replace("./my_app", "! ./my_app")
    printed = run(["sh", "-ec", commands], tmp_path, {"HOME": home, **kept})
    assert printed.count("INVALID_ARGUMENT: secret_key is missing") == 3
    assert files(home) == {".local"}
