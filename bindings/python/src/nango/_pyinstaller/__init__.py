"""Tells PyInstaller how to pack this package: see the entry point in pyproject.toml."""

from __future__ import annotations

from pathlib import Path

from .. import _installation  # noqa: F401 - which refuses a mixture of two packages


def hook_folders() -> list[str]:
    """Where the hooks are."""
    return [str(Path(__file__).parent)]
