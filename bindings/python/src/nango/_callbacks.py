"""The library's callbacks while a call runs, and the exceptions raised in them.

No exception may leave a callback: ctypes would print it, drop it, and return an undefined value to C. But the
interpreter runs a program's signal handlers, which raise what they like, as soon as Python code begins to run on the
main thread: from Python 3.10 on before the first line of a function, outside of any `try` in it. So what C calls is
no function but `send` of a generator that has begun, and stands at a `yield` inside of a `try`. What is caught there
ends the call and is raised when it has ended.
"""

from __future__ import annotations

import ctypes
import functools
import operator
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Callable

from . import _ffi

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from ._observers import Observers


class Callbacks:
    """The callbacks of one call at a time: a signal handler may make a call itself, which has others."""

    __slots__ = ("_caught",)

    def __init__(self) -> None:
        self._caught: BaseException | None = None

    def interrupt(self) -> Any:
        """The callback that lets signal handlers run, and ends the call if one has raised."""
        return _ffi.nango_interrupt_fn(self._guarded(lambda _user_data: 0, failed=1))

    def body_reader(self, read: Callable[[int], bytes]) -> Any:
        """The callback that gives the next part of a body, and gives up once that, or a signal handler, has raised."""

        def give(wanted: tuple[int, int, int]) -> int:
            _user_data, address, capacity = wanted
            part = read(capacity)
            ctypes.memmove(address, part, len(part))
            return len(part)

        send = self._guarded(give, failed=-1)
        return _ffi.nango_read_fn(functools.partial(_call_with_tuple, send, b"((nnn))"))

    @contextmanager
    def receiving(self, observers: Observers) -> Iterator[None]:
        """Receive what this thread's call has to tell those who follow it."""
        outer = _log_receiver.receive, _summary_receiver.receive
        on_call = observers.on_call
        # observers_of has imported both.
        if observers.log_level:
            from . import _log

            self._receive_with(_log_receiver, _Parts(3, _log.forward))
        if on_call is not None:
            from . import _summary

            self._receive_with(_summary_receiver, _Parts(1, functools.partial(_summary.forward, on_call)))
        try:
            yield
        finally:
            _log_receiver.receive, _summary_receiver.receive = outer

    def _receive_with(self, receiver: _Receiver, parts: _Parts) -> None:
        receiver.receive = functools.partial(max, key=self._guarded(parts.receive, failed=1))

    def raise_caught(self) -> None:
        """Re-raise the exception of a signal handler."""
        if self._caught is None:
            return
        error, self._caught = self._caught, None  # not kept: its traceback leads back to here
        try:
            raise error
        finally:
            del error

    def forget(self) -> None:
        """Reset, regardless of the last call's outcome."""
        self._caught = None

    def _guarded(self, receive: Callable[[Any], int], failed: int) -> Callable[[Any], int]:
        """Guard a function against its own exceptions and those of signal handlers.

        The result is a function that returns the same, and `failed` once something was raised.
        """
        guard = self._guard(receive, failed)
        next(guard)
        return guard.send

    def _guard(self, receive: Callable[[Any], int], failed: int) -> Generator[int, Any, None]:
        # Signal handlers run where a generator resumes, a function begins and a loop repeats, so that has to happen
        # inside of a try. The outer one is for a handler that comes while the exception of another is being caught.
        answer = 0
        while True:
            try:
                while True:
                    try:
                        while True:
                            answer = receive((yield answer if self._caught is None else failed))
                    except GeneratorExit:
                        return
                    except BaseException as error:
                        self._catch(error)
            except BaseException as error:
                self._catch(error)

    def _catch(self, error: BaseException) -> None:
        if error.__context__ is None and error is not self._caught:
            error.__context__ = self._caught
        self._caught = error


# The callback that reads a body has three arguments, its user data first, and `send` takes one. No Python code may run
# before that of the generator here either, so a built-in function makes one tuple of the three.
_call_with_tuple = ctypes.PYFUNCTYPE(
    ctypes.py_object, ctypes.py_object, ctypes.c_char_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t
)(("PyObject_CallFunction", ctypes.pythonapi))


class _Parts:
    """What a callback of C's receives, whose arguments arrive one by one."""

    def __init__(self, count: int, forward: Callable[..., None]) -> None:
        self._count = count
        self._forward = forward
        self._parts: list[int] = []

    def receive(self, part: int | None) -> int:
        """Take the user data, which is None and comes first, and then the parts: numbers, and addresses of texts."""
        if part is None:
            self._parts = []
            return 0
        self._parts.append(part)
        if len(self._parts) == self._count:
            self._forward(*self._parts)
        return 0


class _Receiver(threading.local):
    """Calls the `receive` of each thread."""

    receive: Callable[..., int] | None = None
    __call__ = property(operator.attrgetter("receive"))


# A client has one log callback, and one for the ends of calls, for its calls on all threads, and C passes them several
# arguments. No Python code may run before that of a generator, and none does: what finds the thread's own `receive`,
# and `max`, which sends the arguments one by one in order to compare what comes back, are written in C.
_log_receiver = _Receiver()
_summary_receiver = _Receiver()
log = _ffi.nango_log_record_fn(_log_receiver)
summary = _ffi.nango_call_hook_fn(_summary_receiver)
# Threads may still be inside of a call while the interpreter takes itself apart at the end: keep them for good.
_ffi.keep_for_good(log)
_ffi.keep_for_good(summary)
