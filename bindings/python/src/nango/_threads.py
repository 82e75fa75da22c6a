"""The threads that make the calls of an AsyncClient."""

from __future__ import annotations

import asyncio
import os
from collections import deque
from concurrent import futures
from contextlib import suppress
from contextvars import Context, copy_context
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Callable, Generic, Protocol, TypeVar

from ._call import Cancel
from ._loop_queue import LoopQueue
from ._misuse import AsyncioRequiredError

if TYPE_CHECKING:
    from ._async_body import PartsOfLoop
    from ._handle import HasHandle, SharedHandle

_T = TypeVar("_T")
_Result = TypeVar("_Result", covariant=True)
#: How long a thread waits for its next call before it lets go of the client. A program that ends without closing its
#: client waits as long.
_IDLE_SECONDS = 0.1
#: How long it waits where another thread is about to wake it.
_INTERRUPTED_SECONDS = 1
#: How often a loop that closes a client looks whether another has ended its calls.
_LOOK_SECONDS = 0.01
_MOST_LOOKS = 100


class Runs(Protocol[_Result]):
    """A call that a thread can make."""

    @property
    def cancel(self) -> Cancel:
        """Ends the call."""
        ...

    def run(self, client: HasHandle) -> _Result:
        """Make the call."""
        ...


class MakesCalls(Protocol):
    """An AsyncClient, as its operations see it: its module imports theirs."""

    async def _call(self, call: Runs[_T]) -> _T: ...


class OnThread(Generic[_T]):
    """A call that a thread makes or is going to make, and the future of the loop that waits for it.

    A future of `concurrent.futures` that is wrapped for the loop would do the same, and cost as much as the call.
    """

    __slots__ = ("_call", "_calls", "_context", "_ended", "_loop", "_watchers", "answer")

    def __init__(self, call: Callable[[], _T], calls: set[OnThread[Any]]) -> None:
        self._call = call
        #: Where it is as long as it runs.
        self._calls = calls
        self._context: Context = copy_context()
        self._loop = asyncio.get_running_loop()
        self._ended = False
        self._watchers: list[futures.Future[None]] = []
        self.answer: asyncio.Future[_T] = self._loop.create_future()
        calls.add(self)

    def run(self) -> None:
        """Make the call, unless nobody waits for it any more."""
        if self.answer.cancelled():
            self._end()
            return
        try:
            result = self._context.run(self._call)
        except BaseException as error:
            self._end()
            self._give(None, error)
            del self  # the error leads to this frame
        else:
            self._end()
            self._give(result, None)

    def end(self) -> futures.Future[None]:
        """A future of the end, for any loop."""
        watcher: futures.Future[None] = futures.Future()
        self._watchers.append(watcher)
        # The thread looks in the reverse order.
        if self._ended:
            _set(watcher)
        return watcher

    def drop(self) -> None:
        """Note that no thread makes the call."""
        self._end()

    def refuse(self, error: Exception) -> None:
        """Raise an error where the answer is awaited: no thread makes the call."""
        self._end()
        self._give(None, error)

    def _end(self) -> None:
        self._ended = True
        self._calls.discard(self)
        for watcher in self._watchers:
            _set(watcher)

    def _give(self, result: _T | None, error: BaseException | None) -> None:
        with suppress(RuntimeError):  # the loop was closed, and nobody waits any more
            self._loop.call_soon_threadsafe(_settle, self.answer, result, error)


def _set(watcher: futures.Future[None]) -> None:
    with suppress(futures.InvalidStateError):  # both sides have seen the other
        watcher.set_result(None)


def _settle(answer: asyncio.Future[Any], result: Any, error: BaseException | None) -> None:
    if answer.done():  # the task was cancelled
        return
    if error is None:
        answer.set_result(result)
    else:
        answer.set_exception(error)


class _Pool:
    """Threads that make calls, a new one whenever all others are busy and there may be more.

    An executor starts them and ends them with the interpreter. Handing each call to it would take two locks and a
    condition, so a thread of it takes calls from here for as long as they come. Nothing here has a lock: each step is
    one that the interpreter does not divide, and whoever adds something looks for the other side afterwards.
    """

    def __init__(self, most: int, name: str) -> None:
        self._executor = futures.ThreadPoolExecutor(most, thread_name_prefix=name)
        self._waiting: deque[OnThread[Any]] = deque()
        #: What wakes each thread that waits and that nobody has woken. Each has its own: of several that wait for the
        #: same queue, the one that is woken wakes the next one, which finds nothing.
        self._idle: list[SimpleQueue[None]] = []
        #: One for each thread that may still be started.
        self._startable: list[None] = [None] * most
        self._ended = False

    def start(self, call: OnThread[Any]) -> None:
        """Have a thread make a call."""
        self._waiting.append(call)
        if not self._wake_idle() and _taken(self._startable):
            try:
                self._executor.submit(self._make_calls)
            except RuntimeError:  # the system gives no further thread, or the interpreter ends
                self._startable.append(None)
                if self._take_back(call):
                    raise

    def _wake_idle(self) -> bool:
        """Whether a thread waited, which is woken then."""
        try:
            wake = self._idle.pop()
        except IndexError:
            return False
        wake.put(None)
        return True

    def _take_back(self, call: OnThread[Any]) -> bool:
        """Whether no thread has taken a call, and none will."""
        try:
            self._waiting.remove(call)
        except ValueError:
            return False
        call.drop()
        return True

    def take_turn(self) -> bool:
        """Whether a call may run elsewhere in place of a thread, which is not started until the turn is given back."""
        return _taken(self._startable)

    def give_turn_back(self) -> None:
        """Note that such a call has ended: another one may wait for a thread."""
        self._startable.append(None)
        if self._waiting and _taken(self._startable):
            try:
                self._executor.submit(self._make_calls)
            except RuntimeError as error:  # see start; who started the call waits for its answer already
                self._startable.append(None)
                with suppress(IndexError):
                    self._waiting.popleft().refuse(error)

    def end(self) -> None:
        """Wait for the threads to end, which have nothing left to do."""
        self._ended = True
        while self._wake_idle():
            pass
        self._executor.shutdown()

    def _make_calls(self) -> None:
        wake: SimpleQueue[None] = SimpleQueue()
        while True:
            self._make_waiting_calls()
            if self._ended:
                return
            self._idle.append(wake)
            if (self._waiting or self._ended) and self._leave_idle(wake):
                continue
            try:
                wake.get(timeout=_IDLE_SECONDS)
            except Empty:
                if not self._leave_idle(wake):
                    # Someone is just about to wake it, unless a signal's handler ended that.
                    with suppress(Empty):
                        wake.get(timeout=_INTERRUPTED_SECONDS)
                    wake = SimpleQueue()  # which a wake-up that comes even later does not reach
                    continue
                self._startable.append(None)
                if not (self._waiting and _taken(self._startable)):
                    return

    def _leave_idle(self, wake: SimpleQueue[None]) -> bool:
        """Whether nobody has woken a thread, and nobody will."""
        try:
            self._idle.remove(wake)
        except ValueError:
            return False
        return True

    def _make_waiting_calls(self) -> None:
        while self._waiting:
            try:
                call = self._waiting.popleft()
            except IndexError:  # another thread was first
                return
            call.run()
            del call  # it has a result, which may be a secret


def _taken(tokens: list[None]) -> bool:
    """Whether there was a token, which nobody else has then."""
    try:
        tokens.pop()
    except IndexError:
        return False
    return True


class Threads:
    """The threads of one process, and the calls that run on them or wait for one."""

    def __init__(self, most: int) -> None:
        self.process = os.getpid()
        self.calls: set[OnThread[Any]] = set()
        #: What gives the bodies of calls.
        self.sources: set[PartsOfLoop] = set()
        self._most = most
        self._callers = _Pool(most, "nango")
        self._readers = _Pool(most, "nango-reader")
        self._cancels: list[Cancel] = []
        #: The queues of the loops that calls came from.
        self._queues: list[LoopQueue] = []

    def queue(self, client: SharedHandle) -> LoopQueue | None:
        """The queue of the running loop; None for a loop that can have none, as it waits for no descriptors."""
        loop = asyncio.get_running_loop()
        for queue in self._queues:
            if queue.loop is loop:
                return queue
        try:
            return self._queue_of(loop, client)
        except NotImplementedError:
            return None

    def _queue_of(self, loop: asyncio.AbstractEventLoop, client: SharedHandle) -> LoopQueue:
        """A queue of a loop that is closed, or a new one."""
        for queue in list(self._queues):
            if queue.loop is None and self._claim(queue):
                queue.move(loop)
                break
        else:
            queue = LoopQueue(client, self._most, loop, self._callers)
        self._queues.append(queue)
        return queue

    def _claim(self, queue: LoopQueue) -> bool:
        """Take a queue out; whether no other thread was first."""
        try:
            self._queues.remove(queue)
        except ValueError:
            return False
        return True

    def start(self, call: Callable[[], _T]) -> OnThread[_T]:
        """Run a call on a thread, a new one if there may be more.

        It has the context variables of the task, for the log's handlers and `on_call`, as with asyncio.to_thread.
        """
        started = OnThread(call, self.calls)
        self._callers.start(started)
        return started

    def start_reading(self, read: Callable[[], _T]) -> OnThread[_T]:
        """Read a response on a thread, a new one if there may be more."""
        started = OnThread(read, self.calls)
        self._readers.start(started)
        return started

    def cancel(self) -> Cancel:
        """What ends a call: of an earlier one if possible, since making it takes two system calls."""
        try:
            return self._cancels.pop()
        except IndexError:
            return Cancel()

    def keep(self, cancel: Cancel) -> None:
        """Keep what ended no call, for a later one. Each has a descriptor, so as many as may run at once are enough."""
        if len(self._cancels) < self._most:
            self._cancels.append(cancel)

    async def end_queues(self) -> None:
        """Wait for the calls of the queues to end, each on its loop, and free the queues."""
        here = asyncio.get_running_loop()
        for queue in list(self._queues):
            loop = queue.loop
            if loop is here:
                await queue.end()
                self._claim(queue)
            elif self._claim(queue):
                queue.end_soon()
                # A loop that is stopped, or that waits for this thread, tells nobody.
                looks = 0
                while queue.is_busy and queue.is_open and loop and loop.is_running() and looks < _MOST_LOOKS:
                    looks += 1
                    await asyncio.sleep(_LOOK_SECONDS)

    def let_go(self) -> None:
        """Free the queues of a client that was collected. A child of fork leaves those of its parent alone."""
        while self._queues and self.process == os.getpid():
            self._queues.pop().let_go()

    def end(self) -> None:
        """Wait for the threads to end, which have nothing left to do."""
        self._callers.end()
        self._readers.end()


def require_asyncio() -> None:
    """Raise an error of its own where no event loop of asyncio runs."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        pass
    else:
        return
    raise AsyncioRequiredError(
        "AsyncClient is for asyncio only, and no event loop of asyncio runs here: under trio, call a nango.Client with "
        "trio.to_thread.run_sync"
    )


async def wait(answer: asyncio.Future[_T], cancel: Cancel) -> _T:
    """Wait for a thread's result, and end its call if the task is cancelled."""
    try:
        return await answer
    except BaseException:
        cancel.trigger()
        del answer  # the error leads to this frame
        raise
