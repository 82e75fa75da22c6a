"""The body of a response as text, as lines and as pieces of one size."""

from __future__ import annotations

import codecs
import io
import json
import re

from . import _arguments as arguments
from ._errors import InvalidArgumentError
from ._importing import importing


def encoding_of(content_type: str | None) -> str:
    """The encoding that a content type names, if Python knows it; UTF-8 if not."""
    named = _charset_of(content_type or "")
    try:
        return codecs.lookup(named).name
    except LookupError:
        return "utf-8"


def _charset_of(content_type: str) -> str:
    """The encoding that a content type names; "utf-8" if it names none."""
    if "charset" not in content_type.lower():
        return "utf-8"
    usual = _USUAL.fullmatch(content_type)
    if usual:
        return usual[2].lower()
    with importing:
        from email.message import Message  # which takes long to import, and knows all that HTTP and MIME allow

    message = Message()
    message["content-type"] = content_type
    return message.get_content_charset("utf-8")


#: A content type with a charset and no other parameter.
_USUAL = re.compile(r"""[a-z0-9.+-]+/[a-z0-9.+-]+; ?charset=("?)([a-z0-9_-]+)\1""", re.IGNORECASE)


def reason_of(status: int) -> str:
    """The phrase of a status; "" for one that HTTP does not define."""
    with importing:
        from http import HTTPStatus  # which takes long to import, and few ask for it

    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def json_text_of(content: bytes, content_type: str | None) -> str:
    """The text of a JSON document, in the encoding that its content type names.

    A byte order mark comes before that, and the zero bytes of UTF-16 and UTF-32 where no byte order is named.

    Raises:
        ValueError: The content is not text in that encoding.
    """
    found = json.detect_encoding(content)
    named = encoding_of(content_type)
    if content.startswith(_MARKS) or found != "utf-8" or named in ("utf-16", "utf-32"):
        return content.decode(found)
    return content.decode(named)


#: Byte order marks. That of UTF-32 in little endian begins as that of UTF-16.
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


class Lines:
    """Makes lines of what comes part by part."""

    def __init__(self, encoding: str) -> None:
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._decoder = io.IncrementalNewlineDecoder(decoder, translate=True)
        #: The beginning of a line whose end has not come yet.
        self._begun: list[str] = []

    def push(self, part: bytes, *, final: bool = False) -> list[str]:
        """The lines that end in a part, without their ends; in the last part the rest, too."""
        *ended, rest = self._decoder.decode(part, final).split("\n")
        if ended:
            ended[0] = "".join([*self._begun, ended[0]])
            self._begun = []
        self._begun.append(rest)
        if final:
            last = "".join(self._begun)
            ended += [last] if last else []
        return ended


class Pieces:
    """Makes pieces of one size of what comes part by part."""

    def __init__(self, size: int) -> None:
        if arguments.whole("chunk_size", size) < 1:
            raise InvalidArgumentError("chunk_size must be 1 or more bytes")
        self._size = size
        self._begun = bytearray()

    def push(self, part: bytes) -> list[bytes]:
        """The pieces that are whole now."""
        self._begun += part
        whole = len(self._begun) // self._size * self._size
        pieces = [bytes(self._begun[start : start + self._size]) for start in range(0, whole, self._size)]
        del self._begun[:whole]
        return pieces

    def rest(self) -> list[bytes]:
        """The rest at the end."""
        return [bytes(self._begun)] if self._begun else []
