"""The client for asyncio."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Callable, TypeVar

from . import _arguments as arguments
from ._async_body import PartsOfLoop
from ._async_response import AsyncResponse
from ._body import body_of
from ._call import Call, Cancel
from ._client import Client
from ._errors import InvalidArgumentError
from ._handle import CLOSED
from ._proxy import ProxyCall
from ._request import Request
from ._response import CLIENT_CLOSED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from typing_extensions import Unpack

    from ._body import Data
    from ._connection import Connection
    from ._request import Params
    from ._settings import Headers, Settings

_T = TypeVar("_T")


class AsyncClient:
    """A client of one Nango environment for asyncio. Use it in an `async with` statement, or await `aclose`.

    Calls run on threads of its own, which are started as they are needed and end with `aclose`. Make one client and
    share it between all tasks: it keeps connections alive. It may serve one event loop after the other.

    Args:
        secret_key: As for Client.
        max_concurrent_calls: How many calls may run at once, each on a thread, 64 by default. Others wait for their
            turn, which their timeout does not count.
        settings: All others are as for Client.

    Raises:
        InvalidArgumentError: A setting cannot be used; the message names it.
    """

    __slots__ = ("__weakref__", "_client", "_closing", "_max_concurrent_calls", "_threads")

    def __init__(
        self, secret_key: str | None = None, *, max_concurrent_calls: int = 64, **settings: Unpack[Settings]
    ) -> None:
        try:
            if arguments.whole("max_concurrent_calls", max_concurrent_calls) < 1:
                raise InvalidArgumentError("max_concurrent_calls must be 1 or more")
            self._client = Client(secret_key, **settings)
        except Exception as error:
            del secret_key, settings  # see Client
            raise error.with_traceback(None) from None
        self._max_concurrent_calls = max_concurrent_calls
        self._threads = _Threads(max_concurrent_calls)
        self._closing = False

    async def get_connection(
        self,
        connection_id: str,
        provider_config_key: str,
        *,
        force_refresh: bool = False,
        refresh_token: bool = False,
        refresh_github_app_jwt_token: bool = False,
        timeout: float | None = None,
        max_age: float | None = None,
    ) -> Connection:
        """Get a connection with fresh credentials: see Client.get_connection.

        A task that is cancelled ends its call at once, and raises asyncio.CancelledError.
        """
        if self._closing:
            raise InvalidArgumentError(CLOSED)
        cancel = Cancel()
        call = Call(
            connection_id,
            provider_config_key,
            cancel=cancel,
            force_refresh=force_refresh,
            refresh_token=refresh_token,
            refresh_github_app_jwt_token=refresh_github_app_jwt_token,
            timeout=timeout,
            max_age=max_age,
        )
        start = self._own_threads().start
        return await _wait(start(call.run, self._client._handle, logs=self._client._logs), cancel)

    async def proxy(
        self,
        method: str,
        endpoint: str,
        connection_id: str,
        provider_config_key: str,
        *,
        params: Params | None = None,
        headers: Headers | None = None,
        data: Data | AsyncIterable[bytes] | None = None,
        json: Any = None,
        content_type: str | None = None,
        base_url_override: str | None = None,
        retries: int | None = None,
        retry_on: Iterable[int] | None = None,
        decompress: bool = True,
        timeout: float | None = None,
        idle_timeout: float | None = None,
    ) -> AsyncResponse:
        """Call the external API of a connection through Nango, which adds the credentials: see Client.proxy.

        `data` may be an async iterable too. Files and other iterables are read on the thread that makes the call. A
        task that is cancelled ends its call at once, and raises asyncio.CancelledError.
        """
        source = PartsOfLoop(data, asyncio.get_running_loop()) if isinstance(data, AsyncIterable) else None
        try:
            request = Request(
                method,
                endpoint,
                params=params,
                headers=headers,
                body=body_of(source or data, json, content_type),
                base_url_override=base_url_override,
                retries=retries,
                retry_on=retry_on,
                decompress=decompress,
                idle_timeout=idle_timeout,
            )
        except Exception as error:
            raise error.with_traceback(None) from None
        finally:
            del params, headers, data, json  # see Client
        call = ProxyCall(connection_id, provider_config_key, request, timeout, interruptible=False)
        return await self._proxy(call, source)

    async def _proxy(self, call: ProxyCall, source: PartsOfLoop | None) -> AsyncResponse:
        """Make a call, whose body may come from a source on this loop."""
        if self._closing:
            raise InvalidArgumentError(CLOSED)
        threads = self._own_threads()
        if source is not None:
            threads.sources.add(source)
        try:
            response = await _wait(threads.start(call.run, self._client), call.cancel)
        finally:
            if source is not None:
                source.give_up()
                threads.sources.discard(source)
        return AsyncResponse._of(response, self, call.cancel)

    async def _read(self, cancel: Cancel, read: Callable[..., _T], *arguments: Any) -> _T:
        """Read a response, on a thread that no call has: the body of one may come from the response of another."""
        if self._closing:
            raise InvalidArgumentError(CLIENT_CLOSED)
        return await _wait(self._own_threads().start_reading(read, *arguments), cancel)

    def invalidate(self, connection_id: str, provider_config_key: str) -> None:
        """Forget what the cache has of a connection, at once: see Client.invalidate."""
        self._client.invalidate(connection_id, provider_config_key)

    def clear_cache(self) -> None:
        """Forget everything that the cache has, at once: see Client.clear_cache."""
        self._client.clear_cache()

    async def aclose(self) -> None:
        """Close the client: end the calls in flight as CallCancelledError, and wait for them and the threads to end."""
        self._closing = True
        if self._client.closed:
            return
        threads = self._own_threads()
        self._client._handle.shut_down()
        for source in list(threads.sources):
            source.give_up()
        answers = [asyncio.wrap_future(call) for call in list(threads.calls)]
        if answers:
            await asyncio.wait(answers)
        for answer in answers:
            _retrieve(answer)
        threads.end()
        self._client.close()

    @property
    def closed(self) -> bool:
        """Whether the client was closed."""
        return getattr(self, "_closing", True)  # a debugger may show a client whose __init__ has failed

    async def __aenter__(self) -> AsyncClient:
        return self

    async def __aexit__(
        self, _type: type[BaseException] | None, _value: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"<nango.AsyncClient, {'closed' if self.closed else 'open'}>"

    def __reduce_ex__(self, _protocol: object) -> Any:
        raise TypeError("an AsyncClient cannot be pickled or copied: share it between tasks, make one in each process")

    def _own_threads(self) -> _Threads:
        """The threads of this process: a child of fork has none of its parent's."""
        if self._threads.process != os.getpid():
            self._threads = _Threads(self._max_concurrent_calls)
        return self._threads


class _Threads:
    """The threads of one process, and the calls that run on them or wait for one."""

    def __init__(self, most: int) -> None:
        self.process = os.getpid()
        self.calls: set[Future[Any]] = set()
        #: What gives the bodies of calls.
        self.sources: set[PartsOfLoop] = set()
        self._callers = ThreadPoolExecutor(most, thread_name_prefix="nango")
        self._readers = ThreadPoolExecutor(most, thread_name_prefix="nango-reader")

    def start(self, call: Callable[..., _T], *arguments: Any, **settings: Any) -> Future[_T]:
        """Run a call on a thread, a new one if there may be more."""
        return self._noted(self._callers.submit(call, *arguments, **settings))

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


async def _wait(future: Future[_T], cancel: Cancel) -> _T:
    """Wait for what a thread does, and end it if the task is cancelled."""
    answer = asyncio.wrap_future(future)
    try:
        return await answer
    except BaseException:
        cancel.trigger()
        _retrieve(answer)
        raise


def _retrieve(answer: asyncio.Future[Any]) -> None:
    """Look at a failure that nobody waits for, or asyncio would report it."""
    if answer.done() and not answer.cancelled():
        answer.exception()
