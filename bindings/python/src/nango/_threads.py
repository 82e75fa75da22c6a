"""The threads that make the calls of an AsyncClient."""

from __future__ import annotations

import asyncio
import os
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, Callable, Protocol, TypeVar

from ._misuse import AsyncioRequiredError

if TYPE_CHECKING:
    from ._async_body import PartsOfLoop
    from ._call import Cancel
    from ._handle import HasHandle

_T = TypeVar("_T")
_Result = TypeVar("_Result", covariant=True)


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


class Threads:
    """The threads of one process, and the calls that run on them or wait for one."""

    def __init__(self, most: int) -> None:
        self.process = os.getpid()
        self.calls: set[Future[Any]] = set()
        #: What gives the bodies of calls.
        self.sources: set[PartsOfLoop] = set()
        self._callers = ThreadPoolExecutor(most, thread_name_prefix="nango")
        self._readers = ThreadPoolExecutor(most, thread_name_prefix="nango-reader")

    def start(self, call: Callable[..., _T], *arguments: Any, **settings: Any) -> Future[_T]:
        """Run a call on a thread, a new one if there may be more.

        It has the context variables of the task, for the log's handlers and `on_call`, as with asyncio.to_thread.
        """
        return self._noted(self._callers.submit(copy_context().run, call, *arguments, **settings))

    def start_reading(self, read: Callable[..., _T], *arguments: Any) -> Future[_T]:
        """Read a response on a thread, a new one if there may be more."""
        return self._noted(self._readers.submit(read, *arguments))

    def _noted(self, future: Future[_T]) -> Future[_T]:
        self.calls.add(future)
        future.add_done_callback(self.calls.discard)
        return future

    def end(self) -> None:
        """Wait for the threads to end, which have nothing left to do."""
        self._callers.shutdown()
        self._readers.shutdown()


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


async def wait(future: Future[_T], cancel: Cancel) -> _T:
    """Wait for a thread's result, and end its call if the task is cancelled."""
    answer = asyncio.wrap_future(future)
    try:
        return await answer
    except BaseException:
        cancel.trigger()
        retrieve(answer)
        raise


def retrieve(answer: asyncio.Future[Any]) -> None:
    """Retrieve a failure that nothing waits for, or asyncio would report it."""
    if answer.done() and not answer.cancelled():
        answer.exception()
