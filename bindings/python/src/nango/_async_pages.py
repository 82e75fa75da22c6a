"""Lists of Nango's API as a program reads them with asyncio: item by item, or page by page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, Optional, TypeVar

from ._call import Cancel
from ._errors import InvalidArgumentError
from ._handle import HasHandle
from ._listing import BUSY, Listing, Page, PageReader, Position
from ._public import publish
from ._threads import MakesCalls

_T = TypeVar("_T")


class AsyncPages(Generic[_T]):
    """A list, whose pages are fetched while its items are read with `async for`.

    Each `async for` statement begins anew. An iterator that has raised an error can be asked again: it goes on with the
    page that could not be fetched. One task at a time may use an iterator.
    """

    __slots__ = ("__dict__", "_client", "_listing", "_position")  # __dict__: see Client

    def __init__(self, client: MakesCalls, listing: Listing[_T]) -> None:
        self._client = client
        self._listing = listing
        self._position = Position(listing)

    def __aiter__(self) -> _AsyncItems[_T]:
        """Give the items. The next page is fetched when those of one have been read."""
        self._position = Position(self._listing)
        pages = _AsyncPages(self._client, PageReader(self._listing), Position(self._listing))
        return _AsyncItems(pages, self._position)

    def pages(self) -> _AsyncPages[_T]:
        """Give the items page by page."""
        self._position = Position(self._listing)
        return _AsyncPages(self._client, PageReader(self._listing), self._position)

    @property
    def cursor(self) -> Optional[str]:
        """The cursor of the item that was read last: see Pages."""
        return self._position.cursor


class _Fetch(Generic[_T]):
    """A page, fetched on a thread. That of a task that was cancelled may still be at it: this one waits."""

    def __init__(self, reader: PageReader[_T]) -> None:
        self._reader = reader
        self.cancel = Cancel()

    def run(self, client: HasHandle) -> None:
        self._reader.fetch(client, self.cancel, waits=True)


class _AsyncPages(Generic[_T]):
    """No generator, which would end with its first error."""

    def __init__(self, client: MakesCalls, reader: PageReader[_T], position: Position[_T]) -> None:
        self._client = client
        self._reader = reader
        self._position = position
        self._is_busy = False

    def __aiter__(self) -> _AsyncPages[_T]:
        return self

    async def __anext__(self) -> list[_T]:
        page = (await self.fetched())[:]
        self._position.pass_page(page)
        return page

    async def fetched(self) -> Page[_T]:
        """The next page, of which nothing is noted as read."""
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

    @property
    def cursor(self) -> Optional[str]:
        """See Pages."""
        return self._position.cursor


class _AsyncItems(Generic[_T]):
    def __init__(self, pages: _AsyncPages[_T], position: Position[_T]) -> None:
        self._pages = pages
        self._part: Iterator[_T] = iter(())
        self._position = position

    def __aiter__(self) -> _AsyncItems[_T]:
        return self

    async def __anext__(self) -> _T:
        while True:
            for item in self._part:
                return item
            self._position.leave_part()
            if not self._position.is_amid_page:
                self._position.begin(await self._pages.fetched())
            self._part = self._position.walk()

    @property
    def cursor(self) -> Optional[str]:
        """See Pages."""
        return self._position.cursor


publish(__name__)
