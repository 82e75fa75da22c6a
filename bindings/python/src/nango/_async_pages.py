"""Lists of Nango's API as a program reads them with asyncio: item by item, or page by page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Generic, TypeVar

from ._call import Cancel
from ._errors import InvalidArgumentError
from ._handle import HasHandle
from ._listing import BUSY, Listing, PageReader
from ._threads import MakesCalls

_T = TypeVar("_T")


class AsyncPages(Generic[_T]):
    """A list, whose pages are fetched while its items are read with `async for`.

    Each `async for` statement begins anew. An iterator that has raised an error can be asked again: it goes on with the
    page that could not be fetched. One task at a time may use an iterator.
    """

    __slots__ = ("__dict__", "_client", "_listing")  # __dict__: see Client

    def __init__(self, client: MakesCalls, listing: Listing[_T]) -> None:
        self._client = client
        self._listing = listing

    def __aiter__(self) -> AsyncIterator[_T]:
        """Give the items. The next page is fetched when those of one have been read."""
        return _AsyncItems(self.pages())

    def pages(self) -> AsyncIterator[list[_T]]:
        """Give the items page by page."""
        return _AsyncPages(self._client, PageReader(self._listing))


class _Fetch(Generic[_T]):
    """A page, fetched on a thread. That of a task that was cancelled may still be at it: this one waits."""

    def __init__(self, reader: PageReader[_T]) -> None:
        self._reader = reader
        self.cancel = Cancel()

    def run(self, client: HasHandle) -> None:
        self._reader.fetch(client, self.cancel, waits=True)


class _AsyncPages(Generic[_T]):
    """No generator, which would end with its first error."""

    def __init__(self, client: MakesCalls, reader: PageReader[_T]) -> None:
        self._client = client
        self._reader = reader
        self._is_busy = False

    def __aiter__(self) -> _AsyncPages[_T]:
        return self

    async def __anext__(self) -> list[_T]:
        if self._is_busy:
            raise InvalidArgumentError(BUSY)
        self._is_busy = True
        try:
            if not self._reader.has_fetched:
                await self._client._call(_Fetch(self._reader))
        finally:
            self._is_busy = False
        page = self._reader.take()
        if page is None:
            raise StopAsyncIteration
        return page


class _AsyncItems(Generic[_T]):
    def __init__(self, pages: AsyncIterator[list[_T]]) -> None:
        self._pages = pages
        self._page: Iterator[_T] = iter(())

    def __aiter__(self) -> _AsyncItems[_T]:
        return self

    async def __anext__(self) -> _T:
        while True:
            for item in self._page:
                return item
            self._page = iter(await self._pages.__anext__())
