"""The cache as a program sees it: which calls reach Nango, and which get a cached response."""

from __future__ import annotations

import asyncio
import math
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest

import nango
from conftest import SECRET_KEY
from server import CREDENTIALS, PATIENCE, Answer, Gate, document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from server import Request, Server

#: Longer than any test runs.
TTL = 300


@pytest.fixture
def cached(server: Server) -> Iterator[nango.Client]:
    with nango.Client(SECRET_KEY, base_url=server.url, max_retries=0, cache_ttl=TTL) as client:
        yield client


def gives_token(server: Server, token: str, **credentials: Any) -> None:
    server.gives(document({**CREDENTIALS, "access_token": token, **credentials}))


def token(client: nango.Client, connection_id: str = "customer-1", **options: Any) -> str | None:
    return client.get_connection(connection_id, "github", **options).token


def test_without_a_cache_every_call_asks(client: nango.Client, server: Server) -> None:
    assert token(client) == token(client, max_age=60) == "invented-access-token"
    assert len(server.requests) == 2


def test_a_hit_asks_nobody(cached: nango.Client, server: Server) -> None:
    first = cached.get_connection("customer-1", "github")
    gives_token(server, "invented-other")
    second = cached.get_connection("customer-1", "github", max_age=60)
    assert first == second
    # Each call has its own copy: changing it does not affect the others.
    assert first.data is not second.data
    assert len(server.requests) == 1


def test_each_connection_has_its_own_entry(cached: nango.Client, server: Server) -> None:
    for connection_id in ("customer-1", "customer-2", "customer-1", "customer-2"):
        token(cached, connection_id)
    token(cached, refresh_token=True)
    assert len(server.requests) == 3


def test_a_max_age_of_0_asks_and_keeps_the_answer(cached: nango.Client, server: Server) -> None:
    token(cached)
    gives_token(server, "invented-other")
    assert token(cached, max_age=0) == "invented-other"
    assert token(cached) == "invented-other"
    assert len(server.requests) == 2


def test_a_forced_refresh_replaces_what_is_kept(cached: nango.Client, server: Server) -> None:
    token(cached)
    gives_token(server, "invented-other")
    assert token(cached, force_refresh=True) == "invented-other"
    assert token(cached) == "invented-other"
    assert len(server.requests) == 2


def test_what_is_invalidated_is_asked_for_again(cached: nango.Client, server: Server) -> None:
    token(cached, "customer-1")
    token(cached, "customer-2")
    gives_token(server, "invented-other")
    cached.invalidate("customer-1", "github")
    assert token(cached, "customer-1") == "invented-other"
    assert token(cached, "customer-2") == "invented-access-token"
    assert len(server.requests) == 3


def test_a_cleared_cache_has_nothing(cached: nango.Client, server: Server) -> None:
    token(cached, "customer-1")
    token(cached, "customer-2")
    gives_token(server, "invented-other")
    cached.clear_cache()
    assert token(cached, "customer-1") == token(cached, "customer-2") == "invented-other"
    assert len(server.requests) == 4


def test_what_is_about_to_expire_is_not_handed_out_again(cached: nango.Client, server: Server) -> None:
    soon = datetime.now(timezone.utc) + timedelta(seconds=30)
    gives_token(server, "invented-short", expires_at=soon.isoformat())
    assert token(cached) == token(cached) == "invented-short"
    assert len(server.requests) == 2


def test_calls_at_once_share_a_request(cached: nango.Client, server: Server) -> None:
    gate = Gate()
    server.answer = gate
    with ThreadPoolExecutor(4) as pool:
        calls = [pool.submit(token, cached) for _ in range(4)]
        gate.wait_for_requests()
        gate.open()
        assert {call.result(PATIENCE) for call in calls} == {"invented-access-token"}
    assert len(server.requests) == 1


def test_errors_are_not_kept(cached: nango.Client, server: Server) -> None:
    server.gives("", 500)
    with pytest.raises(nango.ServerError):
        token(cached)
    server.answer = lambda _request: Answer()
    assert token(cached) == "invented-access-token"


def test_a_closed_client_has_nothing_to_forget(cached: nango.Client, server: Server) -> None:
    token(cached)
    cached.close()
    cached.invalidate("customer-1", "github")
    cached.clear_cache()
    with pytest.raises(nango.InvalidArgumentError, match="^client is closed"):
        token(cached)
    assert len(server.requests) == 1


def test_without_a_cache_there_is_nothing_to_forget(client: nango.Client) -> None:
    client.invalidate("customer-1", "github")
    client.clear_cache()
    assert token(client) == "invented-access-token"


def test_a_signal_handler_may_ask_for_what_the_call_waits_for(cached: nango.Client, server: Server) -> None:
    gate = Gate()
    inner: list[str | None] = []

    def handle(_number: int, _frame: object) -> None:
        gives_token(server, "invented-inner")
        inner.append(token(cached))
        gate.open()

    def answer(request: Request) -> Answer:
        os.kill(os.getpid(), signal.SIGUSR1)
        return gate(request)

    server.answer = answer
    before = signal.signal(signal.SIGUSR1, handle)
    try:
        outer = token(cached, timeout=PATIENCE)
    finally:
        signal.signal(signal.SIGUSR1, before)
        gate.open()
    assert (outer, inner) == ("invented-access-token", ["invented-inner"])
    assert len(server.requests) == 2


def test_asyncio(server: Server) -> None:
    async def main() -> None:
        async with nango.AsyncClient(SECRET_KEY, base_url=server.url, cache_ttl=TTL) as client:
            tasks = [client.get_connection("customer-1", "github") for _ in range(3)]
            assert {connection.token for connection in await asyncio.gather(*tasks)} == {"invented-access-token"}
            assert len(server.requests) == 1
            client.invalidate("customer-1", "github")
            await client.get_connection("customer-1", "github")
            assert len(server.requests) == 2
            client.clear_cache()
            await client.get_connection("customer-1", "github")
            assert len(server.requests) == 3
            await client.get_connection("customer-1", "github", max_age=0)
            assert len(server.requests) == 4
        client.invalidate("customer-1", "github")
        client.clear_cache()

    asyncio.run(main())


@pytest.mark.parametrize("argument", ["connection_id", "provider_config_key"])
@pytest.mark.parametrize(
    ("bad", "error"),
    [
        ("customer-1\0", nango.InvalidArgumentError),
        ("\udfff", nango.InvalidArgumentError),
        (None, TypeError),
        (b"customer-1", TypeError),
    ],
)
def test_bad_ids_are_refused(cached: nango.Client, argument: str, bad: Any, error: type[Exception]) -> None:
    arguments = {"connection_id": "customer-1", "provider_config_key": "github", argument: bad}
    with pytest.raises(error, match=f"^{argument} "):
        cached.invalidate(**arguments)


@pytest.mark.parametrize(
    ("bad", "error"),
    [(-1, nango.InvalidArgumentError), (math.nan, nango.InvalidArgumentError), ("60", TypeError), (True, TypeError)],
)
def test_bad_times_are_refused(cached: nango.Client, server: Server, bad: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="^max_age must be"):
        token(cached, max_age=bad)
    with pytest.raises(error, match="^cache_ttl must be"):
        nango.Client(SECRET_KEY, cache_ttl=bad)
    assert server.requests == []


@pytest.mark.parametrize("longer", [300.001, math.inf])
def test_a_connection_is_not_kept_longer_than_nango_advises(longer: float) -> None:
    with pytest.raises(nango.InvalidArgumentError, match="^cache_ttl"):
        nango.Client(SECRET_KEY, cache_ttl=longer)


@pytest.mark.parametrize(
    "change",
    [
        lambda client: client.connections.update("customer-1", "github", tags={"plan": "gold"}),
        lambda client: client.connections.delete("customer-1", "github"),
        lambda client: client.connections.set_metadata("github", ["customer-2", "customer-1"], {"a": 1}),
        lambda client: client.connections.import_("github", {"type": "NONE"}, connection_id="customer-1"),
        lambda client: client.request("PATCH", "/integrations/github", json={"unique_key": "github-2"}),
    ],
    ids=["update", "delete", "set_metadata", "import", "request"],
)
def test_what_a_call_changes_is_dropped(
    cached: nango.Client, server: Server, change: Callable[[nango.Client], object]
) -> None:
    assert token(cached) == token(cached)
    change(cached)
    gives_token(server, "invented-other")
    assert token(cached) == "invented-other"
    assert len(server.requests) == 3
