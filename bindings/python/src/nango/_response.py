"""Responses of an external API."""

from __future__ import annotations

import json as _json
import weakref
from collections.abc import Iterator
from ctypes import byref, c_char, c_size_t, string_at
from datetime import timedelta
from types import TracebackType
from typing import TYPE_CHECKING, Any, Callable, Optional, Union

from . import _arguments as arguments
from . import _ffi
from ._call import Cancel
from ._callbacks import Callbacks
from ._convert import read_headers, take_error
from ._errors import ExternalAPIError, InvalidArgumentError, NangoError
from ._ffi import lib
from ._handle import HasHandle, SharedHandle
from ._headers import ResponseHeaders
from ._misuse import ClientClosedError
from ._public import publish
from ._text import Lines, Pieces, encoding_of, json_text_of, reason_of

#: How much is read at once, at most.
_ROOM = 65536

_BUSY = "response is being read already: let one thread at a time read it"
_BEGUN = "response was read in part already: use either read and iter_bytes, or content, text and json"


def _closed() -> InvalidArgumentError:
    return InvalidArgumentError("response is closed: read it before you close it")


def client_closed() -> ClientClosedError:
    """The error for the reading of a response whose client is closed."""
    return ClientClosedError("client is closed: read the response before you close its client")


class Response:
    """What an external API answers, whatever the status.

    The body is read as it comes (`read`, `iter_bytes`, `iter_lines`) or as a whole (`content`, `text`, `json`). Use it
    in a `with` statement or call `close`, unless you read it to its end: that gives the connection back. One thread at
    a time may read it; any may close it. It has to be read before its client is closed.
    """

    # __dict__: see Client.
    __slots__ = (
        "__dict__",
        "__weakref__",
        "_begun",
        "_callbacks",
        "_client",
        "_content",
        "_elapsed",
        "_ended",
        "_handle",
        "_headers",
        "_room",
        "_status",
        "_taken",
        "_turn",
        "_url",
    )

    if TYPE_CHECKING:  # alone: typing.get_type_hints looks for the names in `nango`
        _begun: bool
        _callbacks: Callbacks
        _client: HasHandle
        _content: Optional[Callable[[], bytes]]
        _ended: bool
        _handle: SharedHandle
        _headers: ResponseHeaders
        _room: Callable[[], Any]
        _status: int
        _taken: int
        _turn: list[None]
        _elapsed: timedelta
        _url: Callable[[], str]

    def __init__(self) -> None:
        raise TypeError("a Response comes from Client.proxy")

    @classmethod
    def _of(
        cls,
        pointer: Any,
        client: HasHandle,
        cancel: Cancel,
        callbacks: Callbacks,
        interrupt: Any,
        elapsed: timedelta,
        url: Callable[[], str],
    ) -> Response:
        """Take over a response of the library's."""
        handle = SharedHandle(pointer, lambda _pointer: cancel.trigger(), lib.nango_response_free, _closed)
        response = cls.__new__(cls)
        # The library may call `interrupt` as long as the response lives.
        weakref.finalize(response, _end, handle, interrupt)
        response._handle = handle
        response._client = client  # which would end the reading if it were collected
        response._callbacks = callbacks
        response._status = lib.nango_response_status(pointer)
        response._headers = read_headers(pointer)
        response._elapsed = elapsed
        response._url = url
        room = (c_char * _ROOM)()
        #: Returns the buffer that the body is read into. Like `_content` a function, so that no walk of the slots finds
        #: the body.
        response._room = lambda: room
        #: Emptied by the one who reads.
        response._turn = [None]
        #: Returns the whole body, once that was requested; and how much of it `read` has given.
        response._content = None
        response._taken = 0
        response._begun = response._ended = False
        return response

    @property
    def status_code(self) -> int:
        """The HTTP status of the external API's answer."""
        return self._status

    @property
    def reason(self) -> str:
        """The phrase of the status, such as "Not Found", as HTTP has it; "" for a status that HTTP does not define."""
        return reason_of(self._status)

    @property
    def url(self) -> str:
        """Path and query of the request, encoded; after `base_url_override` if there was one.

        Nango alone knows the integration's base URL. The query may have secrets, so this is not printed.
        """
        return self._url()

    @property
    def elapsed(self) -> timedelta:
        """The time from the call to the head of the answer, retries included."""
        return self._elapsed

    @property
    def headers(self) -> ResponseHeaders:
        """The headers, by their names in whatever case."""
        return self._headers

    @property
    def ok(self) -> bool:
        """Whether the status is below 400."""
        return self._status < 400

    def raise_for_status(self) -> Response:
        """Raise ExternalAPIError if the status is 400 or above; else return the response itself."""
        if not self.ok:
            raise ExternalAPIError(self)
        return self

    @property
    def content(self) -> bytes:
        """The whole body, which is read and kept. It may have `max_response_bytes`: see Client.

        Raises:
            NangoError: The body did not come to its end, or is too large; the subclass tells which.
        """
        if self._content is None:
            if self._begun:
                raise InvalidArgumentError(_BEGUN)
            self._keep(self._read_rest())
        assert self._content is not None
        return self._content()

    @property
    def encoding(self) -> str:
        """The encoding that the content type names; UTF-8 if it names none that Python knows."""
        return encoding_of(self._headers.get("content-type"))

    @property
    def text(self) -> str:
        """The whole body as text; what is invalid in its encoding becomes U+FFFD."""
        return self.content.decode(self.encoding, "replace")

    def json(self, **options: Any) -> Any:
        """What the body says as JSON, in the encoding that the content type names. The options are those of json.loads.

        A byte order mark comes before the content type; without either it is UTF-8, UTF-16 or UTF-32.

        Raises:
            ValueError: The body is not JSON.
        """
        return _json.loads(json_text_of(self.content, self._headers.get("content-type")), **options)

    def read(self, size: int = -1, /) -> bytes:
        """Read at most `size` bytes: what has come, so less than that at times; nothing at the end.

        Waits for one byte, as long as the request's `idle_timeout`. Without a size, all that is left is read: as
        `content` it may have `max_response_bytes`.
        """
        size = -1 if size is None else arguments.whole("size", size)
        if self._content is not None:
            content = self._content()
            start, self._taken = self._taken, len(content) if size < 0 else self._taken + size
            return content[start : self._taken]
        if size < 0:
            rest = self._read_rest()
            if not self._begun:
                self._keep(rest)
                self._taken = len(rest)
            return rest
        return self._read_some(size) if size else b""

    def iter_bytes(self, chunk_size: Optional[int] = None) -> Iterator[bytes]:
        """Give the body in parts as they come; in parts of `chunk_size` bytes, the last of which may be shorter."""
        if chunk_size is None:
            yield from self._parts()
            return
        pieces = Pieces(chunk_size)
        for part in self._parts():
            yield from pieces.push(part)
        yield from pieces.rest()

    def iter_lines(self) -> Iterator[str]:
        """Give the body's lines as they come, as text without their ends."""
        lines = Lines(self.encoding)
        for part in self._parts():
            yield from lines.push(part)
        yield from lines.push(b"", final=True)

    def close(self) -> None:
        """Give up what was not read yet, and close its connection. May be called again, and from any thread.

        A thread that reads meanwhile gets CallCancelledError.
        """
        self._handle.close()

    @property
    def closed(self) -> bool:
        """Whether nothing is left to be read: the response was closed, or read to its end."""
        handle = getattr(self, "_handle", None)  # a debugger may show a response that is being made
        return handle is None or handle.closed

    def __enter__(self) -> Response:
        return self

    def __exit__(
        self, _type: Optional[type[BaseException]], _value: Optional[BaseException], _traceback: Optional[TracebackType]
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<nango.Response [{getattr(self, '_status', '?')}]>"

    def __dir__(self) -> list[str]:
        """What tools may look at that show an object: the body is the customer's, and looking at it would read it."""
        return [name for name in object.__dir__(self) if name not in ("content", "text", "url")]

    def __reduce_ex__(self, _protocol: object) -> Any:
        raise TypeError("a Response cannot be pickled or copied: pass its content instead")

    def _keep(self, content: bytes) -> None:
        self._content = lambda: content

    def _parts(self) -> Iterator[bytes]:
        if self._content is not None:
            yield self._content()
            return
        while True:
            part = self._read_some(_ROOM)
            if not part:
                return
            yield part

    def _read_some(self, size: int) -> bytes:
        if self._ended:
            return b""
        self._begun = True
        part = self._use(self._receive, min(size, _ROOM))
        if not part:
            self._end()
        return part

    def _read_rest(self) -> bytes:
        if self._ended:
            return b""
        rest = self._use(_collect)
        self._end()
        return rest

    def _end(self) -> None:
        """Give the connection back."""
        self._ended = True
        self._handle.close()

    def _use(self, function: Callable[..., Union[bytes, NangoError]], *arguments: Any) -> bytes:
        """Let a function read. Two threads that read at once would crash the process."""
        try:
            turn = self._turn.pop()
        except IndexError:
            raise InvalidArgumentError(_BUSY) from None
        try:
            if self._client._handle.closed and not self._handle.closed:
                raise client_closed()
            results: list[Union[bytes, NangoError]] = []
            self._handle.call(results, function, *arguments)
            self._callbacks.raise_caught()
        finally:
            self._turn.append(turn)
        if isinstance(results[0], NangoError):
            raise results[0]
        return results[0]

    def _receive(self, pointer: Any, size: int) -> Union[bytes, NangoError]:
        error = _ffi.Error()
        count = lib.nango_response_read(pointer, self._room(), size, byref(error))
        return self._room()[:count] if count >= 0 else take_error(error)


def _collect(pointer: Any) -> Union[bytes, NangoError]:
    error, length = _ffi.Error(), c_size_t()
    address = lib.nango_response_body(pointer, byref(length), byref(error))
    if address is None:
        return take_error(error)
    return string_at(address, length.value)


def _end(handle: SharedHandle, _interrupt: Any) -> None:
    handle.close()


publish(__name__)
