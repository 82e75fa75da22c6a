#!/usr/bin/env python3
"""Runs the tests on several Pythons: `matrix.py [--fast] 3.9 3.13`. Each must be on this machine.

--fast leaves out the files that take half of the time and find the same on every version: for the versions between
the oldest and the newest, which run them all.

The virtual environments are made under target/py of the checkout. An interpreter is looked for as `python3.9` on PATH,
then among the versions of pyenv.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).resolve().parent
REQUIREMENTS = HERE / "requirements-test.txt"
ENVIRONMENTS = HERE.parents[1] / "target" / "py"
FAST = "--fast"
SLOW = ("adapter_credentials", "encoders", "installation", "model_encoders", "transfers")


def works(python: Path, version: str) -> bool:
    """Whether this is a Python of that version: a shim on PATH may lead nowhere."""
    command = [str(python), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    return finished.stdout.strip() == version


def interpreter(version: str) -> Path | None:
    """The interpreter of a version such as 3.9."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    on_path = shutil.which(f"python{version}")
    candidates = [Path(on_path)] if on_path else []
    candidates += sorted(pyenv.glob(f"{version}.*/bin/python"))
    return next((python for python in candidates if works(python, version)), None)


def environment(version: str) -> Path | None:
    """The Python of a virtual environment with the tests' requirements; None without an interpreter."""
    home = ENVIRONMENTS / version
    python, installed = home / "bin" / "python", home / "requirements-test.txt"
    wanted = REQUIREMENTS.read_text(encoding="utf-8")
    if not (installed.is_file() and installed.read_text(encoding="utf-8") == wanted and works(python, version)):
        base = interpreter(version)
        if base is None:
            return None
        subprocess.run([str(base), "-m", "venv", "--clear", str(home)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", "-r", str(REQUIREMENTS)], check=True)
        installed.write_text(wanted, encoding="utf-8")
    return python


def run(version: str, ignored: Sequence[str] = ()) -> str:
    """Run the tests on one version, without the files that are ignored, and return the result."""
    python = environment(version)
    if python is None:
        return "not on this machine"
    command = [str(python), "-X", "dev", "-W", "error", "-m", "pytest", "-q"]
    command += [f"--ignore=tests/test_{name}.py" for name in ignored]
    finished = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    if finished.returncode:
        print(finished.stdout, finished.stderr)
    summary = finished.stdout.splitlines()[-1:] or ["no output"]
    return f"{'failed' if finished.returncode else 'passed'}: {summary[0]}"


def main() -> int:
    """Run all versions that are named; the exit code is 1 if one did not pass."""
    fast = sys.argv[1:2] == [FAST]
    versions = sys.argv[2 if fast else 1 :]
    if not versions:
        print("usage: matrix.py [--fast] VERSION..., such as 3.9 3.13", file=sys.stderr)
        return 2
    passed = True
    for version in versions:
        result = run(version, SLOW if fast else ())
        passed = passed and result.startswith("passed")
        print(f"python {version}: {result}", flush=True)
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
