"""The calls of an AsyncClient on threads of the library, whose ends an event loop collects.

A thread of Python's would need the interpreter lock to begin a call and to end it, and wake the loop through a socket.
"""

from __future__ import annotations

import asyncio
import os
from ctypes import byref
from itertools import count
from typing import TYPE_CHECKING, Any, Callable, Protocol
from weakref import ref

from . import _ffi
from ._call import connection_of
from ._convert import read_error, take_error
from ._ffi import lib

if TYPE_CHECKING:
    from ._call import Call, Cancel
    from ._connection import Connection
    from ._handle import SharedHandle


#: How long the calls of a client that was shut down may take to end. One that a signal's handler has lost never does.
_LONGEST_END_SECONDS = 5


class Turns(Protocol):
    """How many calls may run at once, those on threads of Python's included."""

    def take_turn(self) -> bool: ...

    def give_turn_back(self) -> None: ...


class LoopQueue:
    """A completion queue of the library, and the event loop that collects from it."""

    def __init__(self, client: SharedHandle, max_threads: int, loop: asyncio.AbstractEventLoop, turns: Turns) -> None:
        error = _ffi.Error()
        self._free = lib.nango_queue_free  # see Cancel
        #: Emptied by the one that frees it.
        self._unfreed: list[Any] = []
        client.call(self._unfreed, lib.nango_queue_new, max_threads, byref(error))
        if error:
            self._unfreed.clear()
            raise take_error(error)
        self._pointer = self._unfreed[0]
        self._process = os.getpid()
        self._turns = turns
        #: The numbers of calls, of which none comes twice: each result belongs to one.
        self._tags = count(1)
        #: What the tasks wait for, by the numbers of their calls. None if nobody does any more.
        self._answers: dict[int, tuple[asyncio.Future[Connection] | None, Cancel]] = {}
        #: What waits for the last of them.
        self._emptied: list[asyncio.Future[None]] = []
        self._loop: ref[asyncio.AbstractEventLoop] | None = None
        self.move(loop)

    def __del__(self) -> None:
        if getattr(self, "_unfreed", None):
            self.close()

    @property
    def loop(self) -> asyncio.AbstractEventLoop | None:
        """The loop that collects; None if it is closed, or nobody uses it any more."""
        loop = self._loop() if self._loop else None
        return None if loop is None or loop.is_closed() else loop

    @property
    def is_open(self) -> bool:
        """Whether the queue is not freed yet."""
        return bool(self._unfreed)

    @property
    def is_busy(self) -> bool:
        """Whether there are calls whose results were not collected yet."""
        return bool(self._answers)

    def move(self, loop: asyncio.AbstractEventLoop) -> None:
        """Collect on another loop, as the one so far was closed: nobody waits there any more."""
        self._answers = {tag: (None, cancel) for tag, (_, cancel) in self._answers.items()}
        loop.add_reader(lib.nango_queue_descriptor(self._pointer), self._collect)
        self._loop = ref(loop)

    def start(self, call: Call, cancel: Cancel) -> asyncio.Future[Connection] | None:
        """Start a call, and return the future of its result; None if too many run already."""
        if not self._turns.take_turn():
            return None
        tag = next(self._tags)
        try:
            answer: asyncio.Future[Connection] = asyncio.get_running_loop().create_future()
            self._answers[tag] = answer, cancel
            call.start(self._pointer, tag)
        except BaseException:
            self._answers.pop(tag, None)
            self._turns.give_turn_back()
            raise
        return answer

    def _collect(self) -> None:
        """Take over the results of the calls that have ended."""
        answers = self._answers
        while True:
            completion = lib.nango_queue_next(self._pointer)
            if not completion:
                break
            started = None
            try:
                # None if a signal's handler ended what started it, and gave its turn back.
                started = answers.pop(lib.nango_completion_tag(completion), None)
                if started and started[0] and not started[0].done():
                    self._settle(started[0], completion)
            finally:
                lib.nango_completion_free(completion)
                if started:
                    self._turns.give_turn_back()
            if not answers:
                break
        if self._emptied and not answers:
            self._tell_emptied()

    def _tell_emptied(self) -> None:
        for emptied in self._emptied:
            if not emptied.done():
                emptied.set_result(None)
        self._emptied.clear()

    def _settle(self, answer: asyncio.Future[Connection], completion: Any) -> None:
        try:
            connection = lib.nango_completion_connection(completion)
            if not connection:
                raise read_error(lib.nango_completion_error(completion))
            result = connection_of(connection)
        except Exception as error:
            answer.set_exception(error.with_traceback(None))
        else:
            answer.set_result(result)

    async def end(self) -> None:
        """Wait for the calls to end, which their client has ended already, and free the queue: on its loop."""
        if self._answers:
            await asyncio.wait([self._when_emptied()], timeout=_LONGEST_END_SECONDS)
        self.close()

    def end_soon(self) -> None:
        """Do so on its loop, which may run on another thread; at once if that is closed."""
        self._on_loop(self._end_soon)

    def let_go(self) -> None:
        """Free the queue of a client that was collected: on its loop, which may run on another thread."""
        self._on_loop(self.close)

    def _on_loop(self, function: Callable[[], None]) -> None:
        loop = self.loop
        try:
            if loop is not None:
                loop.call_soon_threadsafe(function)
                return
        except RuntimeError:  # it was closed just now
            pass
        self.close()

    def _end_soon(self) -> None:
        if self._answers:
            self._when_emptied().add_done_callback(lambda _: self.close())
        else:
            self.close()

    def _when_emptied(self) -> asyncio.Future[None]:
        emptied: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._emptied.append(emptied)
        return emptied

    def close(self) -> None:
        """End the calls that run, and free the queue. A child of fork leaves that of its parent alone."""
        if self._process != os.getpid():
            self._unfreed.clear()
        try:
            pointer = self._unfreed.pop()
        except IndexError:
            return
        for _, cancel in list(self._answers.values()):
            cancel.trigger()
        loop = self.loop
        if loop is not None:
            loop.remove_reader(lib.nango_queue_descriptor(pointer))
        self._free(pointer)
