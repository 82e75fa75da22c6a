"""Runs Python programs that use the package, each in its own interpreter."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from server import PATIENCE

PYTHON = Path(__file__).parents[1]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the interpreter that runs the tests, as strict as it can be."""
    return subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", *arguments],
        env={**os.environ, "PYTHONPATH": str(PYTHON / "src"), **environment},
        capture_output=True,
        text=True,
        timeout=2 * PATIENCE,
        check=False,
    )


def output(code: str, *arguments: str, **environment: str) -> str:
    """The output of a program that must succeed and print nothing on standard error."""
    finished = run("-c", code, *arguments, **environment)
    assert (finished.returncode, finished.stderr) == (0, ""), finished.stderr
    return finished.stdout
