"""The tag of a release fits the versions of the packages, and has its notes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: The files with a version, and a line of each.
FILES = {
    "Cargo.toml": 'version = "0.2.0"',
    "bindings/python/pyproject.toml": 'version = "0.2.0"',
    "bindings/python/src/nango/__init__.py": '__version__ = "0.2.0"',
    "bindings/java/pom.xml": "  <version>0.2.0</version>",
    "bindings/java/nango/pom.xml": "    <version>0.2.0</version>",
    "bindings/java/jackson/pom.xml": "    <version>0.2.0</version>",
    "bindings/java/kotlin/pom.xml": "    <version>0.2.0</version>",
    "bindings/ruby/lib/nango/version.rb": "  VERSION = '0.2.0'",
    "bindings/php/ext/nango.c": '#define NANGO_EXTENSION_VERSION "0.2.0"',
}
CHANGES = """\
# Changelog

## [Unreleased]

- Not yet.

## [0.2.0] - 2026-12-01

### Added

- Something.

## [0.1.0] - 2026-11-01

- The first.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of version 0.2.0, with the script."""
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging/tag.py").write_bytes((ROOT / "packaging/tag.py").read_bytes())
    for name, line in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"name\n{line}\nother\n{line.replace('0.2.0', '9')}\n")
    (tmp_path / "CHANGELOG.md").write_text(CHANGES)
    return tmp_path


def tag(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(project / "packaging/tag.py"), *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_the_tag_of_the_version_fits(project: Path) -> None:
    assert tag(project, "check", "v0.2.0").returncode == 0


def test_the_notes_are_the_section_of_the_version(project: Path) -> None:
    assert tag(project, "notes", "v0.2.0").stdout == "### Added\n\n- Something.\n"


@pytest.mark.parametrize("wrong", ["0.2.0", "v2", "bindings/go/v0.2.0", "main", ""])
def test_what_is_no_version_is_refused(wrong: str, project: Path) -> None:
    checked = tag(project, "check", wrong)
    assert (checked.returncode, checked.stderr) == (
        1,
        f"tag.py: '{wrong}' is not the tag of a version, which looks like v0.1.0\n",
    )


@pytest.mark.parametrize("name", FILES)
def test_each_package_needs_the_version(name: str, project: Path) -> None:
    (project / name).write_text(FILES[name].replace("0.2.0", "0.1.9"))
    checked = tag(project, "check", "v0.2.0")
    assert checked.returncode == 1
    assert checked.stderr == f"tag.py: {name} has version 0.1.9: set it to 0.2.0, or tag v0.1.9\n"


def test_a_version_that_the_changelog_lacks_is_refused(project: Path) -> None:
    (project / "CHANGELOG.md").write_text(CHANGES.replace("## [0.2.0]", "## [0.2.0-rc.1]"))
    for command in ("check", "notes"):
        checked = tag(project, command, "v0.2.0")
        assert (checked.returncode, checked.stdout) == (1, "")
        assert checked.stderr == "tag.py: CHANGELOG.md has no section '## [0.2.0]': turn 'Unreleased' into it\n"


def test_the_script_reads_this_project() -> None:
    """Of which the version in development has no section yet, and each file the same version."""
    checked = tag(ROOT, "check", "v999.0.0")
    assert checked.returncode == 1
    named = [line.split()[1] for line in checked.stderr.splitlines()]
    assert named == [*FILES, "CHANGELOG.md"]
    versions = {line.split()[4] for line in checked.stderr.splitlines()[:-1]}
    assert len(versions) == 1
