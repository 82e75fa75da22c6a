"""Responses of an external API, for asyncio."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from types import TracebackType
from typing import TYPE_CHECKING, Any, Callable, Optional, Protocol, TypeVar

from ._call import Cancel
from ._errors import ExternalAPIError
from ._headers import ResponseHeaders
from ._public import publish
from ._response import Response
from ._text import Lines, Pieces

_T = TypeVar("_T")


class HasThreads(Protocol):
    """An AsyncClient, as its responses see it: its module imports this one."""

    async def _read(self, cancel: Cancel, read: Callable[..., _T], *arguments: Any) -> _T: ...


class AsyncResponse:
    """What an external API answers, whatever the status, for asyncio.

    The body is read as it comes (`read`, `aiter_bytes`, `aiter_lines`) or as a whole (`read`, `text`, `json`). Use it
    in an `async with` statement or await `aclose`, unless you read it to its end: that gives the connection back. One
    task at a time may read it, before the client is closed. A task that is cancelled while it reads ends the response.
    """

    # __dict__: see Client.
    __slots__ = ("__dict__", "__weakref__", "_cancel", "_client", "_response")

    if TYPE_CHECKING:  # see Response
        _cancel: Cancel
        _client: HasThreads
        _response: Response

    def __init__(self) -> None:
        raise TypeError("an AsyncResponse comes from AsyncClient.proxy")

    @classmethod
    def _of(cls, response: Response, client: HasThreads, cancel: Cancel) -> AsyncResponse:
        made = cls.__new__(cls)
        made._response, made._client, made._cancel = response, client, cancel
        return made

    @property
    def status_code(self) -> int:
        """The HTTP status of the external API's answer."""
        return self._response.status_code

    @property
    def reason(self) -> str:
        """The phrase of the status: see Response.reason."""
        return self._response.reason

    @property
    def url(self) -> str:
        """Path and query of the request: see Response.url."""
        return self._response.url

    @property
    def elapsed(self) -> timedelta:
        """The time from the call to the head of the answer, retries included."""
        return self._response.elapsed

    @property
    def headers(self) -> ResponseHeaders:
        """The headers, by their names in whatever case."""
        return self._response.headers

    @property
    def ok(self) -> bool:
        """Whether the status is below 400."""
        return self._response.ok

    def raise_for_status(self) -> AsyncResponse:
        """Raise ExternalAPIError if the status is 400 or above; else return the response itself."""
        if not self.ok:
            raise ExternalAPIError(self)
        return self

    @property
    def encoding(self) -> str:
        """The encoding that the content type names; UTF-8 if it names none that Python knows."""
        return self._response.encoding

    async def read(self, size: int = -1, /) -> bytes:
        """Read at most `size` bytes, or all that is left: see Response.read."""
        return await self._client._read(self._cancel, self._response.read, size)

    async def text(self) -> str:
        """The whole body as text: see Response.text."""
        return await self._client._read(self._cancel, lambda: self._response.text)

    async def json(self, **options: Any) -> Any:
        """What the body says as JSON: see Response.json."""
        return await self._client._read(self._cancel, lambda: self._response.json(**options))

    async def aiter_bytes(self, chunk_size: Optional[int] = None) -> AsyncIterator[bytes]:
        """Give the body in parts as they come; in parts of `chunk_size` bytes, the last of which may be shorter."""
        pieces = None if chunk_size is None else Pieces(chunk_size)
        async for part in self._parts():
            if pieces is None:
                yield part
                continue
            for piece in pieces.push(part):
                yield piece
        for piece in pieces.rest() if pieces else ():
            yield piece

    async def aiter_lines(self) -> AsyncIterator[str]:
        """Give the body's lines as they come, as text without their ends."""
        lines = Lines(self.encoding)
        async for part in self._parts():
            for line in lines.push(part):
                yield line
        for line in lines.push(b"", final=True):
            yield line

    async def aclose(self) -> None:
        """Give up what was not read yet, and close its connection. May be called again."""
        self._response.close()

    @property
    def closed(self) -> bool:
        """Whether nothing is left to be read: the response was closed, or read to its end."""
        return self._response.closed

    def __dir__(self) -> list[str]:
        """What tools may look at that show an object: see Response."""
        return [name for name in object.__dir__(self) if name != "url"]

    async def __aenter__(self) -> AsyncResponse:
        return self

    async def __aexit__(
        self, _type: Optional[type[BaseException]], _value: Optional[BaseException], _traceback: Optional[TracebackType]
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"<nango.AsyncResponse [{self.status_code}]>"

    def __reduce_ex__(self, _protocol: object) -> Any:
        raise TypeError("an AsyncResponse cannot be pickled or copied: pass only the values you need")

    async def _parts(self) -> AsyncIterator[bytes]:
        parts = self._response.iter_bytes()
        while True:
            part = await self._client._read(self._cancel, next, parts, None)
            if part is None:
                return
            yield part


publish(__name__)
