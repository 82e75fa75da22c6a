"""A list of Nango's API, whose pages are fetched one after the other."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._api_call import exchange, timeout_ms
from ._errors import InvalidArgumentError
from ._ffi import lib

if TYPE_CHECKING:
    from ._api_response import APIResponse
    from ._call import Cancel
    from ._handle import HasHandle
    from ._operation import Operation

_T = TypeVar("_T")

#: How the next page is requested: the numbers of nango.h.
BY_NUMBER = 1
BY_CURSOR = 2

BUSY = "the pages are being read already: let one thread or task at a time read them"


class Listing(Generic[_T]):
    """The checked arguments."""

    __slots__ = ("key", "read", "request", "style", "timeout_ms")

    def __init__(
        self,
        operation: Operation[list[_T]],
        values: dict[str, Any],
        timeout: float | None,
        *,
        style: int,
        key: str | None = None,
    ) -> None:
        try:
            self.request = operation.request(values)
        finally:
            del values  # see Client
        self.read = operation.read
        self.timeout_ms = timeout_ms(timeout)
        self.style = style
        #: The attribute that tells two items apart, if items can come twice.
        self.key = key


class PageReader(Generic[_T]):
    """Fetches the pages of one listing. Fetched pages are kept until they are taken."""

    def __init__(self, listing: Listing[_T]) -> None:
        self._listing = listing
        with listing.request.handed_over() as request:
            self._pages = _PagesHandle(request, listing.style)
        #: A response that is not read yet: one that cannot be read stays, so that no page is missed.
        self._answers: list[APIResponse] = []
        #: The pages that were fetched, and None for the end.
        self._fetched: list[list[_T] | None] = []
        #: The keys of the items of the previous page.
        self._before: set[Any] = set()
        self._turn = threading.Lock()

    def take(self) -> list[_T] | None:
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
            page = self._listing.read(self._answers[0])
            self._fetched.append(self._without_repeated(page))
            self._answers.clear()
        finally:
            self._turn.release()

    def _without_repeated(self, page: list[_T]) -> list[_T]:
        """Leave out the items that were on the page before, which moved while they were being read."""
        key = self._listing.key
        if key is None:
            return page
        before, keys = self._before, [getattr(item, key) for item in page]
        self._before = {key for key in keys if key is not None}
        return [item for item, key in zip(page, keys) if key not in before]


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
