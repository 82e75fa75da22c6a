"""Runs Python programs that use the package, each in its own interpreter."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from server import PATIENCE

PYTHON = Path(__file__).parents[1]
# What asyncio reports in development mode of a step that took long, which on a busy machine may be any.
SLOW_STEP = re.compile(r"^Executing <.* took [0-9.]+ seconds\n", re.MULTILINE)


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the interpreter that runs the tests, as strict as it can be."""
    finished = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", *arguments],
        env={**os.environ, "PYTHONPATH": str(PYTHON / "src"), **environment},
        capture_output=True,
        text=True,
        timeout=2 * PATIENCE,
        check=False,
    )
    finished.stderr = SLOW_STEP.sub("", finished.stderr)
    return finished


def output(code: str, *arguments: str, **environment: str) -> str:
    """The output of a program that must succeed and print nothing on standard error."""
    finished = run("-c", code, *arguments, **environment)
    assert (finished.returncode, finished.stderr) == (0, ""), finished.stderr
    return finished.stdout
