"""The two clients of the Python package have one source for what they share."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PYTHON = Path(__file__).resolve().parents[2] / "bindings" / "python"
MODULES = ("_client.py", "_async_client.py", "_settings.py", "_shortcuts.py", "_async_shortcuts.py")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The script and the modules that it reads and writes."""
    shutil.copy(PYTHON / "copy_signatures.py", tmp_path)
    package = tmp_path / "src" / "nango"
    package.mkdir(parents=True)
    for name in MODULES:
        shutil.copy(PYTHON / "src" / "nango" / name, package)
    return package


def run(package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the script next to a package."""
    script = package.parents[1] / "copy_signatures.py"
    return subprocess.run([sys.executable, script, *arguments], capture_output=True, text=True, check=False)


def edit(path: Path, old: str, new: str) -> None:
    """Replaces a text that a module has."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_what_is_committed_is_as_it_would_be_written(copied: Path) -> None:
    """And writing it again changes nothing."""
    before = {name: (copied / name).read_text("utf-8") for name in MODULES}
    assert run(copied, "--check").returncode == 0
    assert run(copied).returncode == 0
    assert {name: (copied / name).read_text("utf-8") for name in MODULES} == before


def test_a_new_setting_reaches_all(copied: Path) -> None:
    """The signature and docstring of AsyncClient, the arguments it passes on, and Settings."""
    client = copied / "_client.py"
    edit(
        client,
        "        base_url: Optional[str] = None,\n",
        "        base_url: Optional[str] = None,\n        color: str = '',\n",
    )
    edit(client, "        read_env: Whether", "        color: Of the client.\n        read_env: Whether")
    checked = run(copied, "--check")
    assert checked.returncode == 1
    assert "not as Client has it: _async_client.py, _settings.py" in checked.stderr
    assert run(copied).returncode == 0
    assert run(copied, "--check").returncode == 0
    made = (copied / "_async_client.py").read_text("utf-8")
    for text in ("        color: str = '',\n", "        color: Of the client.\n", "                color=color,\n"):
        assert text in made
    assert "    color: str\n" in (copied / "_settings.py").read_text("utf-8")


def test_a_docstring_changed_on_one_side_is_refused(copied: Path) -> None:
    """It is edited in Client."""
    edit(copied / "_async_client.py", "Forget everything that the cache has", "Forget it all")
    assert run(copied, "--check").returncode == 1


def test_what_reads_differently_has_to_be_found(copied: Path) -> None:
    """A sentence about signals is not copied into AsyncClient because it was reworded."""
    edit(copied / "_client.py", "Other threads run meanwhile. Ctrl-C", "Other threads run on. Ctrl-C")
    ended = run(copied, "--check")
    assert ended.returncode == 1
    assert "Client.get_connection does not have this once" in ended.stderr


def test_a_shortcut_is_written_once(copied: Path) -> None:
    """Those of AsyncClient are copied."""
    edit(copied / "_shortcuts.py", "Get the token of a connection alone", "Get only the token of a connection")
    checked = run(copied, "--check")
    assert checked.returncode == 1
    assert "not as Client has it: _async_shortcuts.py" in checked.stderr
    assert run(copied).returncode == 0
    assert "Get only the token of a connection" in (copied / "_async_shortcuts.py").read_text("utf-8")
