"""The body of a request for an external API: the types that a program may pass, and how it gets to the library."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Optional, Protocol, Union

from . import _arguments as arguments
from ._errors import InvalidArgumentError
from ._importing import importing

#: The content type of a body without one.
BYTES = b"application/octet-stream"

_BytesLike = (bytes, bytearray, memoryview)


class SupportsRead(Protocol):
    """A file, opened for reading bytes."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""
        ...


#: The types that a program may pass as a body.
Data = Union[bytes, bytearray, memoryview, str, SupportsRead, Iterable[Union[bytes, bytearray, memoryview]]]


class Source(Protocol):
    """A body that is read while it is sent."""

    def read(self, capacity: int) -> bytes:
        """At most `capacity` bytes, none at the end."""
        ...


class Body:
    """A body, checked. Not a tuple: tools that show the local variables of a traceback print its items."""

    __slots__ = ("content", "length", "named", "usual")

    def __init__(self, content: Union[bytes, Source], length: int, named: Optional[bytes], usual: bytes) -> None:
        #: The whole, or what it is read from.
        self.content = content
        #: How many bytes a source has; -1 if unknown.
        self.length = length
        #: What it is, as the program says, and what it is if neither that nor a header says it.
        self.named = named
        self.usual = usual

    def _replace(self, *, length: int) -> Body:
        """Make a copy with another length."""
        return Body(self.content, length, self.named, self.usual)


def body_of(data: object, json: object, content_type: Optional[str]) -> Optional[Body]:
    """The body that a program passes; None if there is none."""
    named = None if content_type is None else arguments.text("content_type", content_type)
    if json is not None:
        if data is not None:
            raise InvalidArgumentError("data and json are both given: pass one of them")
        with importing:
            import json as _json  # most calls pass none

        return _in_memory(_json.dumps(json, allow_nan=False).encode(), named, b"application/json")
    if data is None:
        if named is not None:
            raise InvalidArgumentError("content_type is given without a body: pass data too, or leave it out")
        return None
    if isinstance(data, str):
        return _in_memory(_encoded(data), named, b"text/plain; charset=utf-8")
    if isinstance(data, _BytesLike):
        return _in_memory(bytes(data), named, BYTES)
    source, length = _source_of(data)
    return Body(source, length, named, BYTES)


def _in_memory(content: bytes, named: Optional[bytes], usual: bytes) -> Body:
    return Body(content, len(content), named or None, usual)


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        pass
    # Out here, since an error raised up there would carry along Python's own, which has the text.
    raise InvalidArgumentError("data contains a lone surrogate, which is not text: pass bytes")


def _source_of(data: object) -> tuple[Source, int]:
    if isinstance(data, io.TextIOBase):
        raise TypeError("data is a file of text: open it in binary mode, as with open(path, 'rb')")
    if isinstance(data, Mapping):
        raise TypeError(
            "data must not be a mapping: pass it as json, or urllib.parse.urlencode(...) of it and the content_type "
            "application/x-www-form-urlencoded"
        )
    if hasattr(data, "read"):
        return _File(data), length_of(data)
    if isinstance(data, Iterable):
        return Parts(iter(data)), -1
    raise TypeError(
        f"data must be bytes, a str, a file opened in binary mode or an iterable of bytes, not {type(data).__name__}"
    )


def length_of(file: Any) -> int:
    """How many bytes a file still has; -1 if that is not certain.

    Only Python's own types are supported: others may have a descriptor of something else, as a gzip.GzipFile has, or
    read all of it in order to find the end. The size of a special file, as those in /proc, is 0.
    """
    file = getattr(file, "file", file)  # of tempfile.NamedTemporaryFile
    raw = file.raw if isinstance(file, (io.BufferedReader, io.BufferedRandom)) else file
    if isinstance(raw, io.BytesIO):
        return max(0, len(raw.getbuffer()) - raw.tell())
    if not isinstance(raw, io.FileIO):
        return -1
    status = os.fstat(raw.fileno())
    if not stat.S_ISREG(status.st_mode) or status.st_size == 0:
        return -1
    return max(0, status.st_size - int(file.tell()))


class _File:
    """A program's file."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def read(self, capacity: int) -> bytes:
        """The rest of the file."""
        part = self._file.read(capacity)
        if part is None:
            raise BlockingIOError("data is a file in non-blocking mode: make it block")
        return _checked(part, capacity)


class Parts:
    """A program's iterable."""

    def __init__(self, parts: Iterator[Any]) -> None:
        self._parts = parts
        #: The part that was read and not yet taken.
        self._rest = memoryview(b"")

    def read(self, capacity: int) -> bytes:
        """The rest of a part, or the next one that is not empty."""
        while not self._rest:
            try:
                self._rest = memoryview(_checked(next(self._parts)))
            except StopIteration:
                return b""
        part, self._rest = self._rest[:capacity], self._rest[capacity:]
        return bytes(part)


def _checked(part: object, most: Optional[int] = None) -> bytes:
    if not isinstance(part, _BytesLike):
        raise TypeError(f"data must give bytes, not {type(part).__name__}: open files in binary mode, encode text")
    part = bytes(part)
    if most is not None and len(part) > most:
        raise ValueError("data is a file that gives more bytes than it is asked for")
    return part
