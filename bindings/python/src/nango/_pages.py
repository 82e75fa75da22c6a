"""Lists of Nango's API as a program reads them: item by item, or page by page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any, Generic, Optional, TypeVar, cast
from weakref import ref

from ._call import Cancel
from ._handle import HasHandle
from ._listing import Listing, Page, PageReader, Position
from ._public import publish

_T = TypeVar("_T")


class Pages(Generic[_T]):
    """A list, whose pages are fetched while its items are read.

    Each `for` statement begins anew. An iterator that has raised an error can be asked again: it goes on with the page
    that could not be fetched. One thread at a time may use an iterator.
    """

    __slots__ = ("__dict__", "_client", "_listing", "_position")  # __dict__: see Client

    def __init__(self, client: HasHandle, listing: Listing[_T]) -> None:
        self._client = client
        self._listing = listing
        self._position = Position(listing)

    def __iter__(self) -> _Items[_T]:
        """Give the items. The next page is fetched when those of one have been read."""
        self._position = Position(self._listing)
        return _Items._of(_Pages(self._client, PageReader(self._listing), Position(self._listing)), self._position)

    def pages(self) -> _Pages[_T]:
        """Give the items page by page."""
        self._position = Position(self._listing)
        return _Pages(self._client, PageReader(self._listing), self._position)

    @property
    def cursor(self) -> Optional[str]:
        """The cursor of the item that was read last; of pages, that of the last item of the page that was read last.

        A list that starts at it goes on behind that item: a program that stores it can go on there another time, also
        after an error. Before the first item it is the `cursor` that the list starts at, and None if it starts at its
        beginning. It is None too if the items have no cursors. An iterator has a `cursor` of its own; this is that of
        the iterator that was made last.
        """
        return self._position.cursor


class _Pages(Generic[_T]):
    """No generator, which would end with its first error."""

    def __init__(self, client: HasHandle, reader: PageReader[_T], position: Position[_T]) -> None:
        self._client = client
        self._reader = reader
        self._position = position

    def __iter__(self) -> _Pages[_T]:
        return self

    def __next__(self) -> list[_T]:
        page = self.fetched()[:]
        self._position.pass_page(page)
        return page

    def fetched(self) -> Page[_T]:
        """The next page, of which nothing is noted as read."""
        if not self._reader.has_fetched:
            self._reader.fetch(self._client, Cancel(), waits=False)
        page = self._reader.take()
        if page is None:
            raise StopIteration
        return page

    @property
    def cursor(self) -> Optional[str]:
        """See Pages."""
        return self._position.cursor


class _Items(chain[_T]):
    """The items, each given by a loop of the interpreter's own: a method for it would take longer than the item.

    `chain` ends for good with an error of what gives it its parts, but not with an error of a part. So what fetches the
    next page is a part too: without items, and asked again after an error.
    """

    __slots__ = ("__weakref__", "_fetching", "_pages", "_parts", "_position")

    if TYPE_CHECKING:
        _fetching: Iterator[_T]
        _pages: _Pages[_T]
        _parts: list[Optional[Iterator[_T]]]
        _position: Position[_T]

    @classmethod
    def _of(cls, pages: _Pages[_T], position: Position[_T]) -> _Items[_T]:
        parts: list[Optional[Iterator[_T]]] = [None]  # the end
        items = cast("_Items[_T]", cls.from_iterable(iter(parts.pop, None)))
        items._pages, items._parts, items._position = pages, parts, position
        # A reference to the items themselves would leave them, and the page, to the garbage collector.
        items._fetching = map(_fetch_page, repeat(ref(items)))
        parts.append(items._fetching)
        return items

    @property
    def cursor(self) -> Optional[str]:
        """See Pages."""
        return self._position.cursor

    def __reduce_ex__(self, _protocol: object) -> Any:
        raise TypeError("an iterator of a list cannot be pickled or copied: keep its cursor, and begin a list there")


def _fetch_page(of: ref[_Items[_T]]) -> _T:
    """Have the items that come next, whose page may have to be fetched, and end as a part that has no items."""
    items = of()
    assert items is not None  # it is what asks
    if len(items._parts) == 1:  # and not one whose fetching was interrupted by a signal's handler at its very end
        items._position.leave_part()
        if not items._position.is_amid_page:
            items._position.begin(items._pages.fetched())
        items._parts += (items._fetching, items._position.walk())
    raise StopIteration


publish(__name__)
