"""Lists of Nango's API as a program reads them: item by item, or page by page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from ._call import Cancel
from ._handle import HasHandle
from ._listing import Listing, PageReader

_T = TypeVar("_T")


class Pages(Generic[_T]):
    """A list, whose pages are fetched while its items are read.

    Each `for` statement begins anew. An iterator that has raised an error can be asked again: it goes on with the page
    that could not be fetched. One thread at a time may use an iterator.
    """

    __slots__ = ("__dict__", "_client", "_listing")  # __dict__: see Client

    def __init__(self, client: HasHandle, listing: Listing[_T]) -> None:
        self._client = client
        self._listing = listing

    def __iter__(self) -> Iterator[_T]:
        """Give the items. The next page is fetched when those of one have been read."""
        return _Items(self.pages())

    def pages(self) -> Iterator[list[_T]]:
        """Give the items page by page."""
        return _Pages(self._client, PageReader(self._listing))


class _Pages(Generic[_T]):
    """No generator, which would end with its first error."""

    def __init__(self, client: HasHandle, reader: PageReader[_T]) -> None:
        self._client = client
        self._reader = reader

    def __iter__(self) -> _Pages[_T]:
        return self

    def __next__(self) -> list[_T]:
        if not self._reader.has_fetched:
            self._reader.fetch(self._client, Cancel(), waits=False)
        page = self._reader.take()
        if page is None:
            raise StopIteration
        return page


class _Items(Generic[_T]):
    def __init__(self, pages: Iterator[list[_T]]) -> None:
        self._pages = pages
        self._page: Iterator[_T] = iter(())

    def __iter__(self) -> _Items[_T]:
        return self

    def __next__(self) -> _T:
        while True:
            for item in self._page:
                return item
            self._page = iter(next(self._pages))
