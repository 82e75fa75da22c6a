#!/usr/bin/env python3
"""Python's clients for asyncio: each gets a connection again and again, reads the same fields and checks the token.

usage: async_clients.py CLIENT BASE_URL CALLS|- CONNECTION_ID

A client whose name ends in -1000 has that many calls at once.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from clients import (
    CONNECT_TIMEOUT_SECONDS,
    HEADERS,
    INTEGRATION,
    SECRET_KEY,
    TIMEOUT_SECONDS,
    check,
    check_json,
    fields_of,
)
from turns import turns

AT_ONCE = 1_000

Call = Callable[[], Awaitable[None]]


@asynccontextmanager
async def with_nango(base_url: str, connection_id: str) -> AsyncIterator[Call]:
    """This project's package."""
    import nango

    async with nango.AsyncClient(SECRET_KEY, base_url=base_url) as client:

        async def call() -> None:
            check(fields_of(await client.get_connection(connection_id, INTEGRATION)))

        yield call


@asynccontextmanager
async def with_nango_sync(base_url: str, connection_id: str) -> AsyncIterator[Call]:
    """Its client that blocks, in the same loop: what one call is compared with."""
    import nango

    with nango.Client(SECRET_KEY, base_url=base_url) as client:

        async def call() -> None:
            check(fields_of(client.get_connection(connection_id, INTEGRATION)))

        yield call


@asynccontextmanager
async def with_aiohttp(base_url: str, connection_id: str) -> AsyncIterator[Call]:
    """A session of aiohttp."""
    import aiohttp

    timeout = aiohttp.ClientTimeout(
        total=TIMEOUT_SECONDS, connect=CONNECT_TIMEOUT_SECONDS
    )
    url = f"{base_url}/connection/{connection_id}"
    async with aiohttp.ClientSession(headers=HEADERS, timeout=timeout) as session:

        async def call() -> None:
            async with session.get(
                url, params={"provider_config_key": INTEGRATION}
            ) as response:
                response.raise_for_status()
                check_json(await response.json())

        yield call


CLIENTS = {"nango": with_nango, "nango-sync": with_nango_sync, "aiohttp": with_aiohttp}


async def make(call: Call, calls: int, at_once: int) -> None:
    """Make so many calls: one after the other, or many at once."""
    while calls > 0:
        count = min(calls, at_once)
        calls -= count
        if count == 1:
            await call()
        else:
            await asyncio.gather(*(call() for _ in range(count)))


async def run(client: str, base_url: str, calls: str, connection_id: str) -> None:
    """Make the calls of each turn."""
    name = client.removesuffix(f"-{AT_ONCE}")
    at_once = AT_ONCE if name != client else 1
    async with CLIENTS[name](base_url, connection_id) as call:
        for count in turns(calls):
            await make(call, count, at_once)


def main() -> None:
    """Make the calls."""
    client, base_url, calls, connection_id = sys.argv[1:]
    asyncio.run(run(client, base_url, calls, connection_id))


if __name__ == "__main__":
    main()
