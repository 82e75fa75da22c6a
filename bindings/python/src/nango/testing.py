"""A local Nango server for tests: no account, no network, no secrets.

The program that it starts, `nango-emulator`, comes with the wheel of libnango; another one is used if the environment
variable NANGO_EMULATOR names it. With pytest:

from nango.testing import nango_emulator  # in conftest.py

def test_it(nango_emulator):
    with nango_emulator.client() as client:
        assert client.get_connection("customer-oauth2", "github").token == "gho_invented_demo_token"

Anywhere else `Emulator` is a context manager.

Unit tests that need no server at all get a connection from `connection` and an error from `error`, for a mock to return
and to raise:

client = mock.create_autospec(nango.Client, instance=True)
client.get_connection.return_value = nango.testing.connection("customer-1", "github", access_token="invented-token")
client.get_connection.side_effect = nango.testing.error(nango.NotFoundError, http_status=404)

What receives webhooks is tested with the headers that `sign_webhook` makes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._emulator import Emulator, EmulatorError, EmulatorRequest
from ._emulator_state import EmulatorWebhook
from ._for_tests import connection, error, sign_webhook
from ._public import shown_as_of

if TYPE_CHECKING:
    from ._pytest_fixture import nango_emulator as nango_emulator

__all__ = [
    "Emulator",
    "EmulatorError",
    "EmulatorRequest",
    "EmulatorWebhook",
    "connection",
    "error",
    "nango_emulator",
    "sign_webhook",
]


def __getattr__(name: str) -> Any:
    """Import the fixture when it is asked for: it alone needs pytest."""
    if name == "nango_emulator":
        from ._pytest_fixture import nango_emulator

        return nango_emulator
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


for _class in (Emulator, EmulatorError, EmulatorRequest, EmulatorWebhook):
    shown_as_of(__name__, _class)
del _class
for _function in (connection, error, sign_webhook):
    _function.__module__ = __name__
del _function
