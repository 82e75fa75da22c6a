"""The client's handle, which must not be freed while a call uses it."""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Callable

from ._errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Iterator


class SharedHandle:
    """A handle that lives until it is closed and the last call that uses it has ended.

    A signal handler, or the garbage collector, may call `close` at any point of the other methods, on the same thread.
    So the lock can be taken again, and the order of the steps matters: a call is counted before it looks whether the
    handle is closed, and uncounted before that is looked at again.
    """

    def __init__(self, pointer: Any, free: Callable[[Any], None]) -> None:
        self._pointer = pointer
        self._unfreed = [pointer]
        self._free = free
        self._lock = threading.RLock()
        self._calls = 0
        self._closed = False
        self._process = os.getpid()

    @property
    def closed(self) -> bool:
        """Whether no further call is let in."""
        return self._closed

    @contextmanager
    def borrowed(self) -> Iterator[Any]:
        """Lend the pointer for the length of a call."""
        # In a child process the lock may be held by a thread that is not there, and the sockets are the parent's too:
        # an answer to the parent could be taken for the child's.
        if os.getpid() != self._process:
            raise InvalidArgumentError("client was made before a fork: make a new one in the child process")
        self._enter()
        try:
            yield self._pointer
        finally:
            self._leave()

    def close(self) -> None:
        """Let no further call in, and free the pointer once the last one has ended. May be called again."""
        if os.getpid() != self._process:
            return  # the parent's to free
        with self._lock:
            if self._closed:
                return
            self._closed = True
        self._free_if_unused()

    def _enter(self) -> None:
        with self._lock:
            self._calls += 1
        if self._closed:
            self._leave()
            raise InvalidArgumentError("client is closed: make a new one")

    def _leave(self) -> None:
        with self._lock:
            self._calls -= 1
        self._free_if_unused()

    def _free_if_unused(self) -> None:
        with self._lock:
            if not self._closed or self._calls:
                return
            try:
                pointer = self._unfreed.pop()  # one step, so that no two take it
            except IndexError:
                return
        self._free(pointer)
