"""The handle of a client or a response, which must not be freed while a call uses it."""

from __future__ import annotations

import os
import threading
import warnings
from contextlib import suppress
from itertools import starmap
from threading import get_ident
from typing import TYPE_CHECKING, Any, Callable, Protocol

from ._errors import InvalidArgumentError
from ._misuse import ClientClosedError

if TYPE_CHECKING:
    from ._observers import Observers
    from ._settings import JSONLoads


def client_closed() -> ClientClosedError:
    """The error for a call of a client that is closed."""
    return ClientClosedError("client is closed: make a new one")


class SharedHandle:
    """A handle that lives until it is closed and the last call that uses it has ended.

    It has no lock: a signal handler, or the garbage collector, may call `close` between any two steps of the other
    methods, on the same thread, and a child of fork would wait for threads that it does not have. All depends on steps
    that the interpreter does not divide (put an item into a dict, take one from a list), and on their order: who uses
    the pointer is registered first and looks whether the handle is closed afterwards; who frees it looks in the reverse
    order.
    """

    def __init__(
        self,
        pointer: Any,
        shut_down: Callable[[Any], None],
        free: Callable[[Any], None],
        closed: Callable[[], InvalidArgumentError] = client_closed,
    ) -> None:
        self._pointer = pointer
        self._shut_down = shut_down
        self._free = free
        #: Makes the error for a call that comes too late.
        self._closed = closed
        #: Whether there were calls that the library may call back from.
        self.calls_back = False
        #: Emptied by the one that closes the handle.
        self._open = [pointer]
        #: Emptied by the one that frees it.
        self._unfreed = [pointer]
        #: Who uses the pointer: the process and the thread. The lock is held as long as a call runs.
        self._users: dict[threading.Lock, tuple[int, int]] = {}

    @property
    def closed(self) -> bool:
        """Whether further calls are rejected."""
        return not self._open

    def call(self, results: list[Any], function: Callable[..., Any], *arguments: Any) -> None:
        """Call a function of C with the pointer and more arguments, and append the result to `results`.

        The call and the keeping of its result are one step for the interpreter. Between two, a signal handler could
        raise, and nothing would free the result.
        """
        running = threading.Lock()
        with running:
            self._users[running] = _process, get_ident()
            try:
                if not self._open:
                    raise self._closed()
                results.extend(starmap(function, ((self._pointer, *arguments),)))
            finally:
                del self._users[running]
                if not self._open:
                    self._free_if_unused()

    def call_if_open(self, function: Callable[..., None], *arguments: Any) -> None:
        """Call a function of C that returns nothing, and that has nothing to do once the handle is closed."""
        with suppress(InvalidArgumentError):
            self.call([], function, *arguments)

    def shut_down(self) -> None:
        """End the calls that run, and those to come."""
        self.call([], self._shut_down)

    def close(self) -> None:
        """Reject further calls, end those that run, wait for them, and free the pointer. May be called again.

        From within a call (in a signal handler, say) it does not wait, since that call continues only afterwards: the
        last call to end frees the pointer then.
        """
        closing = threading.Lock()
        self._users[closing] = _process, get_ident()
        try:
            try:
                pointer = self._open.pop()
            except IndexError:
                pass  # another thread was first
            else:
                self._shut_down(pointer)
            self._wait_for_calls()
        finally:
            del self._users[closing]
            self._free_if_unused()

    def let_go(self) -> None:
        """Reject further calls, and free the pointer once no call runs: for a client that is collected."""
        self._open.clear()
        self._free_if_unused()

    def end(self) -> None:
        """Close, or release, as fits a client that is collected, or the interpreter's end.

        Then only daemon threads are left. Their calls are left alone, unless they call back: a thread that does so
        while the interpreter takes itself apart would be ended in the middle of the library.
        """
        if self.calls_back:
            self.close()
        else:
            self.let_go()

    def _wait_for_calls(self) -> None:
        here, users = (_process, get_ident()), list(self._users.items())
        if any(user == here and running.locked() for running, user in users):
            return
        for running, (process, _thread) in users:
            if process == here[0]:
                with running:
                    pass

    def _free_if_unused(self) -> None:
        if not self.closed:
            return
        # In a child of fork only the thread that forked continues; its parent's other threads do not matter here.
        if any(process == _process or thread == _forked for process, thread in list(self._users.values())):
            return
        try:
            pointer = self._unfreed.pop()
        except IndexError:
            return
        self._free(pointer)


def warn_of_unclosed(client: object, advice: str) -> None:
    """Warn as Python does of a socket that is not closed when it is collected. The interpreter's end closes all."""
    warnings.warn(f"unclosed {client!r}: {advice}", ResourceWarning, source=client, stacklevel=3)


class HasHandle(Protocol):
    """A client, as its calls and responses see it: the module of the client imports theirs."""

    _handle: SharedHandle
    #: Who follows its calls; None if nobody does.
    _observers: Observers | None
    #: What parses JSON; None for the standard library.
    _json_loads: JSONLoads | None


#: The id of this process. A system call for it would take longer than all of `call`.
_process = os.getpid()
#: The thread that forked this process, whose call of its parent's may go on here; None if the process came otherwise.
_forked: int | None = None


def _note_process() -> None:
    global _process, _forked
    _process, _forked = os.getpid(), get_ident()


os.register_at_fork(after_in_child=_note_process)
