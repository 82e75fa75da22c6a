"""A local Nango server for tests: no account, no network, no secrets.

Needs the program `nango-emulator`, found on PATH or named by the environment variable NANGO_EMULATOR. With pytest:

from nango.testing import nango_emulator  # in conftest.py

def test_it(nango_emulator):
    with nango_emulator.client() as client:
        assert client.get_connection("customer-oauth2", "github").token == "gho_invented_demo_token"

Anywhere else `Emulator` is a context manager.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._emulator import Emulator, EmulatorError, EmulatorRequest
from ._public import shown_as_of

if TYPE_CHECKING:
    from ._pytest_fixture import nango_emulator as nango_emulator

__all__ = ["Emulator", "EmulatorError", "EmulatorRequest", "nango_emulator"]


def __getattr__(name: str) -> Any:
    """Import the fixture when it is asked for: it alone needs pytest."""
    if name == "nango_emulator":
        from ._pytest_fixture import nango_emulator

        return nango_emulator
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


for _class in (Emulator, EmulatorError, EmulatorRequest):
    shown_as_of(__name__, _class)
del _class
