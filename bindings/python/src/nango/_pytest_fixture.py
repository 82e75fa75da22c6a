"""The fixture of nango.testing. A separate module, since it alone needs pytest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ._emulator import Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def nango_emulator() -> Iterator[Emulator]:
    """An emulator with its demo connections, for one test."""
    with Emulator() as emulator:
        yield emulator
