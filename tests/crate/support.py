"""Runs cargo as a user with the crate and nothing else of the project."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: The crate's dependencies are built here once for all tests.
TARGET = ROOT / "target/crate"
#: Variables that a user's shell does not have.
OURS = ("CARGO_", "NANGO_", "RUST")
KEPT = {"CARGO_HOME", "CARGO_NET_OFFLINE", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN"}


def environment(**more: str) -> dict[str, str]:
    """The environment without the settings of the developer."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(OURS) or name in KEPT}
    return {**clean, "CARGO_TARGET_DIR": str(TARGET), "CARGO_TERM_COLOR": "never", **more}


def cargo(*arguments: str, directory: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs a cargo command; returns its output."""
    return subprocess.run(
        [os.environ.get("CARGO", "cargo"), *arguments],
        cwd=directory,
        env=environment(**more),
        check=False,
        capture_output=True,
        text=True,
    )
