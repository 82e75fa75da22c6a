from __future__ import annotations

import gc
import signal
import socket
from typing import TYPE_CHECKING

import pytest

import nango
from nango.testing import nango_emulator as nango_emulator
from server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET_KEY = "00000000-0000-4000-8000-00000000c0de"

#: The variables that a client reads, in addition to those of proxies and certificates.
VARIABLES = ("NANGO_SECRET_KEY", "NANGO_API_KEY", "NANGO_BASE_URL", "NANGO_HOSTPORT", "NANGO_ALLOW_PLAINTEXT_HTTP")


@pytest.fixture(scope="session", autouse=True)
def control_c_as_in_a_terminal() -> None:
    """A job that a shell starts in the background ignores SIGINT, and so would every program that the tests start."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """Many tests collect garbage: all that was imported for them is none, and is not looked at each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture
def client(server: Server) -> Iterator[nango.Client]:
    with nango.Client(SECRET_KEY, base_url=server.url, max_retries=0) as client:
        yield client


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address without a listener."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


@pytest.fixture(autouse=True)
def no_settings_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
