"""A list of Nango's API, whose pages are fetched one after the other."""

from __future__ import annotations

import threading
from operator import length_hint
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from ._api_call import exchange, timeout_ms
from ._errors import DecodeError, InvalidArgumentError
from ._ffi import lib

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ._api_response import APIResponse
    from ._call import Cancel
    from ._handle import HasHandle
    from ._operation import Operation

_T = TypeVar("_T")

#: How many items are made at once: few enough for the garbage collector not to begin because of them.
_PART = 100

#: How the next page is requested: the numbers of nango.h.
BY_NUMBER = 1
BY_CURSOR = 2

BUSY = "the pages are being read already: let one thread or task at a time read them"


class Page(Protocol[_T]):
    """The items of a page: a list, or what gives a list of them for a slice."""

    def __len__(self) -> int: ...

    def __getitem__(self, which: slice, /) -> list[_T]: ...


class Listing(Generic[_T]):
    """The checked arguments."""

    __slots__ = ("cursor", "key", "read", "request", "start", "style", "timeout_ms")

    def __init__(
        self,
        operation: Operation[list[_T]],
        values: dict[str, Any],
        timeout: float | None,
        *,
        style: int,
        key: str | None = None,
        cursor: str | None = None,
    ) -> None:
        try:
            self.request = operation.request(values)
            #: The cursor that the list starts at.
            self.start: str | None = values.get("cursor")
        finally:
            del values  # see Client
        self.read = operation.read
        self.timeout_ms = timeout_ms(timeout)
        self.style = style
        #: The attribute that tells two items apart, if items can come twice.
        self.key = key
        #: The attribute whose own attribute `cursor` is an item's cursor, if the items have one.
        self.cursor = cursor


class Position(Generic[_T]):
    """How far a list has been read."""

    __slots__ = ("_before", "_begin", "_left", "_listing", "_page", "_part")

    def __init__(self, listing: Listing[_T]) -> None:
        self._listing = listing
        #: The page whose items are being given, and where its next part begins.
        self._page: Page[_T] = []
        self._begin = 0
        #: The part of it whose items are being given, and those that are left of them.
        self._part: list[_T] = []
        self._left: Iterator[_T] = iter(self._part)
        #: The item that was given last before those.
        self._before: _T | None = None

    def begin(self, page: Page[_T]) -> None:
        """Note which page to give the items of."""
        self._page, self._begin = page, 0

    @property
    def is_amid_page(self) -> bool:
        """Whether the page has another part."""
        return self._begin < len(self._page)

    def walk(self) -> Iterator[_T]:
        """Give the next part of the page. How much was given is asked of the iterator: no step has to note it."""
        self.leave_part()
        end = self._begin + _PART
        part = self._page[self._begin : end]
        left = iter(part)
        # No more calls once this has changed: a signal's handler that raises there would have the part passed over.
        if end < len(self._page):
            self._begin = end
        else:
            self._page, self._begin = [], 0
        self._part, self._left = part, left
        return left

    def leave_part(self) -> None:
        """Keep no more than the item that was given last: the next page takes the memory of this one."""
        self._before, self._part = self._last, []
        self._left = iter(self._part)

    def pass_page(self, page: list[_T]) -> None:
        """Note that a page was given as a whole."""
        if page:
            self._before = page[-1]

    @property
    def _last(self) -> _T | None:
        """The item that was given last."""
        given = len(self._part) - length_hint(self._left)
        return self._part[given - 1] if given else self._before

    @property
    def cursor(self) -> str | None:
        """The cursor of the item that was given last, or what the list starts at."""
        last = self._last
        if last is None:
            return self._listing.start
        if self._listing.cursor is None:
            return None
        cursor: str | None = getattr(getattr(last, self._listing.cursor), "cursor", None)
        if cursor is None:  # which would be the beginning of the list
            raise DecodeError(
                "the item that was read last has no cursor, so the list cannot be read on from there: update libnango, "
                "or continue with the same iterator"
            )
        return cursor


class PageReader(Generic[_T]):
    """Fetches the pages of one listing. Fetched pages are kept until they are taken."""

    def __init__(self, listing: Listing[_T]) -> None:
        self._listing = listing
        with listing.request.handed_over() as request:
            self._pages = _PagesHandle(request, listing.style)
        #: A response that is not read yet: one that cannot be read stays, so that no page is missed.
        self._answers: list[APIResponse] = []
        #: The pages that were fetched, and None for the end.
        self._fetched: list[Page[_T] | None] = []
        #: The keys of the items of the previous page.
        self._before: set[Any] = set()
        self._turn = threading.Lock()

    def take(self) -> Page[_T] | None:
        """The first fetched page; None at the end, which stays."""
        return self._fetched.pop(0) if self._fetched[0] is not None else None

    @property
    def has_fetched(self) -> bool:
        """Whether there is something to take."""
        return bool(self._fetched)

    def fetch(self, client: HasHandle, cancel: Cancel, *, waits: bool) -> None:
        """Fetch the next page, or the same again after an error.

        The library lets one thread at a time do so: another waits, or gets an error.
        """
        if not self._turn.acquire(blocking=waits):
            raise InvalidArgumentError(BUSY)
        try:
            if not self._answers:
                exchange(
                    self._answers,
                    client,
                    lib.nango_pages_next,
                    lambda pointer: (self._pages.pointer, pointer),
                    timeout_ms=self._listing.timeout_ms,
                    cancel=cancel,
                    is_json=False,  # which the library has looked at already
                )
            if not self._answers:
                self._fetched.append(None)
                return
            page: Page[_T] = self._listing.read(self._answers[0])
            self._fetched.append(self._without_repeated(page))
            self._answers.clear()
        finally:
            self._turn.release()

    def _without_repeated(self, page: Page[_T]) -> Page[_T]:
        """Leave out the items that were on the page before, which moved while they were being read."""
        key = self._listing.key
        if key is None:
            return page
        items = page[:]
        before, keys = self._before, [getattr(item, key) for item in items]
        self._before = {key for key in keys if key is not None}
        return [item for item, key in zip(items, keys) if key not in before]


class _PagesHandle:
    """The library's pages."""

    __slots__ = ("_free", "pointer")

    def __init__(self, request: Any, style: int) -> None:
        self._free = lib.nango_pages_free  # see Cancel
        self.pointer = lib.nango_pages_new(request, style)

    def __del__(self) -> None:
        # Without them if a signal's handler ended __init__.
        if hasattr(self, "_free") and hasattr(self, "pointer"):
            self._free(self.pointer)
