"""What type checkers see of the package in the wheel."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Callable

import pytest

from environment import PACKAGE, ROOT

if TYPE_CHECKING:
    from environment import Environment

    Checker = Callable[[Environment, Path], subprocess.CompletedProcess[str]]

BIN = ROOT / "target/py"
PROGRAM = PACKAGE / "tests/typecheck/user_program.py"
MISTAKE = (
    "import nango\n\n\ndef token(client: nango.Client) -> bytes:\n    return client.get_connection('a', 'b').token\n"
)
PYRIGHT = {
    "typeCheckingMode": "strict",
    "pythonVersion": "3.9",
    # A comment that ignores an error is an error itself if there is none.
    "reportUnnecessaryTypeIgnoreComment": "error",
    # The program is not run: of typing_extensions its types are enough.
    "reportMissingModuleSource": "none",
}


def mypy(installed: Environment, program: Path) -> subprocess.CompletedProcess[str]:
    """Check a program with mypy, which finds the package only in the environment."""
    command = [str(BIN / "dev/bin/mypy"), "--config-file=", "--strict", "--cache-dir=.mypy_cache"]
    return check([*command, "--python-executable", str(installed.python), program.name], program.parent)


def pyright(installed: Environment, program: Path) -> subprocess.CompletedProcess[str]:
    """The same with pyright."""
    (program.parent / "pyrightconfig.json").write_text(json.dumps(PYRIGHT), encoding="utf-8")
    command = [str(BIN / "packaging/bin/pyright"), "--pythonpath", str(installed.python), "--warnings"]
    return check([*command, "--project", str(program.parent)], program.parent)


def check(command: list[str], directory: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("checker", [mypy, pyright])
def test_a_program_is_accepted(checker: Checker, installed: Environment, tmp_path: Path) -> None:
    finished = checker(installed, Path(shutil.copy(PROGRAM, tmp_path)))
    assert finished.returncode == 0, finished.stdout + finished.stderr


@pytest.mark.parametrize("checker", [mypy, pyright])
def test_a_mistake_is_found(checker: Checker, installed: Environment, tmp_path: Path) -> None:
    program = tmp_path / "mistake.py"
    program.write_text(MISTAKE, encoding="utf-8")
    finished = checker(installed, program)
    assert finished.returncode == 1
    assert "str" in finished.stdout
    assert "bytes" in finished.stdout
