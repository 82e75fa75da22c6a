"""What the library calls back while a call runs, and the exceptions that come up there.

No exception may leave a callback: ctypes would print it, forget it, and answer C with whatever is in memory. But the
interpreter runs a program's signal handlers, which raise what they like, as soon as Python code begins to run on the
main thread: from Python 3.10 on before the first line of a function, outside of any `try` in it. So what C calls is
no function but `send` of a generator that has begun, and stands at a `yield` inside of a `try`. What is caught there
ends the call and is raised when it has ended.
"""

from __future__ import annotations

import functools
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from . import _ffi, _log

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator


class Callbacks:
    """The callbacks of one call. Each call has its own, since a signal handler may make a call itself."""

    __slots__ = ("_caught",)

    def __init__(self) -> None:
        self._caught: BaseException | None = None

    def interrupt(self) -> Any:
        """The callback that lets signal handlers run, and ends the call if one has raised."""
        answers = self._answers()
        next(answers)
        return _ffi.nango_interrupt_fn(answers.send)

    @contextmanager
    def receiving_log(self) -> Iterator[None]:
        """Receive what this thread's call has to log."""
        pieces = self._pieces()
        next(pieces)
        outer = getattr(_receiver, "write", None)
        _receiver.write = pieces.send
        try:
            yield
        finally:
            _receiver.write = outer

    def raise_caught(self) -> None:
        """Raise what a signal handler has raised."""
        error, self._caught = self._caught, None  # not kept: its traceback leads back to here
        if error is not None:
            try:
                raise error
            finally:
                del error

    def _catch(self, error: BaseException) -> None:
        if self._caught is None:
            self._caught = error

    def _answers(self) -> Generator[int, object, None]:
        while True:
            try:
                while True:  # a loop of its own, so that going round happens inside of the try too
                    yield int(self._caught is not None)
            except GeneratorExit:
                return
            except BaseException as error:
                self._catch(error)

    def _pieces(self) -> Generator[None, str, None]:
        message: list[str] = []
        while True:
            try:
                while True:
                    piece = yield
                    if piece != _END:
                        message.append(piece)
                        continue
                    received, message = message, []
                    # An exception in place of a piece has spoilt the message.
                    if len(received) == _PIECES:
                        _log.forward(int(received[_LEVEL]), int(received[_ADDRESS]))
            except GeneratorExit:
                return
            except BaseException as error:
                self._catch(error)


#: Has, for each thread, the generator of the call that it makes, as `write`.
_receiver = threading.local()

# A client has one log callback for all of its calls, on all threads, and C passes it three arguments. print, which is
# written in C too, looks up `write` of this thread and hands it the arguments piece by piece, with separators between
# and an end: `None`, ``, `4`, ``, `140012345678`, `\n`. No Python code runs before a generator's.
_END = "\n"
_PIECES, _LEVEL, _ADDRESS = 5, 2, 4
log = _ffi.nango_log_fn(functools.partial(print, file=_receiver, sep="", end=_END))
# Threads may still be inside of a call while the interpreter takes itself apart at the end: keep it for good.
_ffi.keep_for_good(log)
