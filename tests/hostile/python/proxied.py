"""A request through the proxy: what is sent, and how the answer is read."""

from __future__ import annotations

import io
import threading
import zlib
from typing import Any

import nango

PATTERN = b"0123456789abcdef"


class Answered:
    """What was read of a response."""

    def __init__(self, status: int) -> None:
        self.status = status
        self.read = 0
        self.sum = zlib.adler32(b"")

    def add(self, part: bytes) -> None:
        """Count what was read."""
        self.read += len(part)
        self.sum = zlib.adler32(part, self.sum)

    def fields(self) -> dict[str, object]:
        """What is reported of it."""
        return {"read": self.read, "sum": self.sum}


class BrokenBody(Exception):
    """A body that could not be read to its end."""

    def __init__(self, error: nango.NangoError, answered: Answered) -> None:
        super().__init__(error, answered)
        self.error = error
        self.answered = answered


class File:
    """A body that is made as it is read."""

    def __init__(self, size: int) -> None:
        self._at = 0
        self._size = size

    def read(self, size: int) -> bytes:
        """Give the next bytes, at most so many."""
        start = self._at % len(PATTERN)
        count = min(size, self._size - self._at)
        self._at += count
        return (PATTERN * (count // len(PATTERN) + 2))[start : start + count]


def body(size: int, length: str) -> Any:
    """The body of a request. The length of a file is known only of those that Python itself brings."""
    if length == "chunked":
        return File(size)
    content = File(size).read(size)
    return {"known": io.BytesIO, "memory": bytes}[length](content)


class Ender:
    """Ends a call, or the reading of its response, from another thread."""

    def __init__(self, client: nango.Client, *, shuts_down: bool, after: float) -> None:
        self._client = client
        self._shuts_down = shuts_down
        self._timer = threading.Timer(after, self._end)
        self.response: nango.Response | None = None

    def __enter__(self) -> Ender:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.join()

    def _end(self) -> None:
        # Without a response, closing the client is how another thread ends a call in Python.
        if self._shuts_down or self.response is None:
            self._client.close()
        else:
            self.response.close()


class Call:
    """A request and how its answer is read."""

    def __init__(self, fields: dict[str, str]) -> None:
        told = dict(fields)
        self._how, self._most = told.pop("read"), int(told.pop("read_bytes", -1))
        self._ends = {name: told.pop(name) for name in ("cancel_after_ms", "shutdown_after_ms") if name in told}
        self._where = (told.pop("method"), told.pop("endpoint"))
        self._arguments: dict[str, Any] = {}
        if "body" in told:
            self._arguments["data"] = body(int(told.pop("body")), told.pop("body_length"))
            self._arguments["content_type"] = "text/plain"
        for name, argument in (("timeout_ms", "timeout"), ("idle_timeout_ms", "idle_timeout")):
            if name in told:
                self._arguments[argument] = int(told.pop(name)) / 1000
        if told:
            raise KeyError(*told)

    def run(self, client: nango.Client) -> Answered:
        """Make the request and read the answer."""
        for name, after in self._ends.items():
            with Ender(client, shuts_down=name == "shutdown_after_ms", after=int(after) / 1000) as ender:
                return self._make(client, ender)
        return self._make(client, None)

    def _make(self, client: nango.Client, ender: Ender | None) -> Answered:
        with client.proxy(*self._where, "c", "p", **self._arguments) as response:
            if ender is not None:
                ender.response = response
            return read(response, self._how, self._most)


def read(response: nango.Response, how: str, most: int) -> Answered:
    """Read a body as it comes, or the beginning of it, or as a whole."""
    answered = Answered(response.status_code)
    try:
        if how == "collect":
            answered.add(response.content)
        elif how == "parts":
            for part in response.iter_bytes():
                answered.add(part)
        else:
            while answered.read < most:
                answered.add(response.read(most - answered.read))
    except nango.NangoError as error:
        raise BrokenBody(error, answered) from error
    return answered
