"""CHANGELOG.md as the packages have it, and what is refused."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from packages import EPOCH, LIBDIR, MACHINE, ROOT, TOOLS, run

if TYPE_CHECKING:
    from pathlib import Path

CHANGES = """\
# Changelog

## [Unreleased]

### Added

- Something that is not released, with 100% of
  its text in two lines.
  - A part of it.

## [0.1.0] - 2026-03-01

### Fixed

- A fault.
"""
PROGRAM = """
import sys
sys.path.insert(0, "packaging/system")
import changes
text, version, form = sys.argv[1:]
listed = changes.releases(text, version, {epoch})
maintainer = "Somebody <somebody@example.org>"
print(changes.debian("libnango", "1", maintainer, listed) if form == "deb" else changes.rpm("1", maintainer, listed))
"""


def written(text: str, version: str, form: str) -> str:
    """A changelog of a package."""
    return run(TOOLS, "-c", PROGRAM.format(epoch=EPOCH), text, version, form)


def test_what_is_unreleased_is_of_the_version_that_is_packed(tmp_path: Path) -> None:
    """At the time of the package; dpkg-parsechangelog, which refuses a wrong form, reads each entry."""
    file = tmp_path / "changelog"
    file.write_text(written(CHANGES, "0.2.0-rc.1", "deb"))
    for option, version, date in (("-o0", "0.2.0~rc.1-1", "Tue, 14 Nov 2023"), ("-o1", "0.1.0-1", "Sun, 01 Mar 2026")):
        parsed = run("dpkg-parsechangelog", "-l", file, option, "-c1")
        assert "warning" not in parsed
        assert f"Source: libnango\nVersion: {version}\n" in parsed
        assert f"Date: {date}" in parsed
    assert (
        "  * Something that is not released, with 100% of its text in two lines.\n  * A part of it.\n"
        in file.read_text()
    )
    assert all(len(line) <= 80 for line in file.read_text().splitlines())


def test_a_released_version_leaves_the_later_changes_out() -> None:
    """They are not in the files."""
    text = written(CHANGES, "0.1.0", "deb")
    assert "A fault." in text
    assert "Something" not in text


def test_the_changes_of_a_spec_file() -> None:
    """A percent sign begins a macro there."""
    text = written(CHANGES, "0.2.0", "rpm")
    assert text.startswith(
        "* Tue Nov 14 2023 Somebody <somebody@example.org> - 0.2.0-1\n"
        "- Added: Something that is not released, with 100%% of its text in two lines.\n"
    )
    assert "* Sun Mar 01 2026 Somebody <somebody@example.org> - 0.1.0-1\n- Fixed: A fault.\n" in text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (CHANGES.replace("[Unreleased]", "[0.2.0] - 2026-04-01"), "give 0.3.0, the version of Cargo.toml, a section"),
        (CHANGES.replace(" - 2026-03-01", ""), "version 0.1.0 has no date: write '## [0.1.0] - 2026-01-31'"),
        ("# Changelog\n", "begins with nothing: give 0.3.0"),
    ],
)
def test_a_changelog_that_lacks_the_version_is_refused(text: str, message: str) -> None:
    """With what to write."""
    with pytest.raises(AssertionError, match=r"CHANGELOG\.md") as refused:
        written(text, "0.3.0", "deb")
    assert message in str(refused.value)


def make_tree(folder: Path) -> Path:
    """The least that packages.toml has a place for."""
    libdir = folder / "usr" / LIBDIR["deb"]
    names = ["libnango.so.0", "libnango.so", "pkgconfig/nango.pc", "cmake/nango/nango-config.cmake"]
    shared = [folder / "usr/include/nango.h", folder / "usr/share/doc/libnango/LICENSE-MIT"]
    for file in [*shared, *[libdir / name for name in names]]:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("a text\n")
    run("ar", "rcs", libdir / "libnango.a")
    return folder


def pack(tree: Path, emulator: Path, folder: Path) -> str:
    """What deb.py prints."""
    folder.mkdir(exist_ok=True)
    command: list[str | Path] = [TOOLS, "packaging/system/deb.py", MACHINE, tree, emulator, folder]
    environment = {"SOURCE_DATE_EPOCH": str(EPOCH), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    return done.stderr


def test_a_file_of_no_package_and_a_pattern_without_a_file_are_refused(tmp_path: Path) -> None:
    """So that nothing that is installed is forgotten."""
    (tmp_path / "program").write_text("#!/bin/sh\n")
    tree = make_tree(tmp_path / "tree")
    assert pack(tree, tmp_path / "program", tmp_path / "debs") == ""
    (tree / "usr/share/new").write_text("")
    message = pack(tree, tmp_path / "program", tmp_path / "debs")
    assert message == "packages.toml: usr/share/new is in no package: it belongs to one\n"
    (tree / "usr/share/new").unlink()
    (tree / "usr/include/nango.h").unlink()
    message = pack(tree, tmp_path / "program", tmp_path / "debs")
    assert message == "packages.toml: no file is called usr/include/* (libnango-dev)\n"


def test_a_library_of_an_unknown_package_is_refused(tmp_path: Path) -> None:
    """Rather than left out of the dependencies."""
    source = tmp_path / "program.c"
    source.write_text("int strange(void); int main(void) { return strange(); }\n")
    (tmp_path / "strange.c").write_text("int strange(void) { return 0; }\n")
    compiler = os.environ.get("CC", "cc")
    run(compiler, "-shared", "-Wl,-soname,libstrange.so.7", "-o", tmp_path / "libstrange.so", tmp_path / "strange.c")
    run(compiler, source, "-o", tmp_path / "program", f"-L{tmp_path}", "-lstrange")
    message = pack(make_tree(tmp_path / "tree"), tmp_path / "program", tmp_path / "debs")
    assert message == ("a binary needs libstrange.so.7, and deb.py does not know which package of Debian has it\n")
