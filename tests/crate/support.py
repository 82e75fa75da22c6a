"""Runs cargo as somebody who has the crate and nothing else of the project."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: What the crate needs is built here once for all tests.
TARGET = ROOT / "target/crate"
#: What a user's shell does not have.
OURS = ("CARGO_", "NANGO_", "RUST")
KEPT = {"CARGO_HOME", "CARGO_NET_OFFLINE", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN"}


def environment(**more: str) -> dict[str, str]:
    """The environment without the settings of whoever runs the tests."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(OURS) or name in KEPT}
    return {**clean, "CARGO_TARGET_DIR": str(TARGET), "CARGO_TERM_COLOR": "never", **more}


def cargo(*arguments: str, directory: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs a cargo command; gives what it printed."""
    return subprocess.run(
        [os.environ.get("CARGO", "cargo"), *arguments],
        cwd=directory,
        env=environment(**more),
        check=False,
        capture_output=True,
        text=True,
    )
