"""The body of a request that an async iterable gives, for the thread that sends it."""

from __future__ import annotations

import asyncio
import concurrent.futures
from typing import TYPE_CHECKING

from ._errors import CallCancelledError

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator


class PartsOfLoop:
    """An async iterable as an iterator for a thread outside the loop, in which each part is made."""

    def __init__(self, parts: AsyncIterable[bytes], loop: asyncio.AbstractEventLoop) -> None:
        self._parts = parts.__aiter__()
        self._loop = loop
        self._pending: concurrent.futures.Future[bytes | None] | None = None
        self._given_up = False

    def __iter__(self) -> PartsOfLoop:
        return self

    def __next__(self) -> bytes:
        part = self._wait_for_next()
        if part is None:
            raise StopIteration
        return part

    def give_up(self) -> None:
        """End the wait of the thread for a part, and those to come."""
        self._given_up = True
        if self._pending is not None:
            self._pending.cancel()

    def _wait_for_next(self) -> bytes | None:
        next_part = _next(self._parts)
        try:
            self._pending = asyncio.run_coroutine_threadsafe(next_part, self._loop)
        except RuntimeError:  # the loop was closed
            next_part.close()
            raise
        pending = self._pending
        # The side that gives up sets the one and checks the other; here it is done in the reverse order.
        if self._given_up:
            pending.cancel()
        try:
            return pending.result()
        except concurrent.futures.CancelledError:
            raise CallCancelledError("the call was cancelled while its body was being produced") from None


async def _next(parts: AsyncIterator[bytes]) -> bytes | None:
    async for part in parts:
        return part
    return None
