"""The fixture of nango.testing. A separate module, since it alone needs pytest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ._emulator import Emulator


@pytest.fixture
def nango_emulator() -> Iterator[Emulator]:
    """An emulator with its demo connections, for one test."""
    with Emulator() as emulator:
        yield emulator
