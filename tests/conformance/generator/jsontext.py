"""A strict JSON reader that keeps the position of every value, so that its text can be returned as sent.

It is written against RFC 8259 alone and shares nothing with the library: two readers that agree prove more than one.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

MAX_DEPTH = 128
BOM = b"\xef\xbb\xbf"

_SPACE = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_WORDS = ("true", "false", "null")


class JsonError(ValueError):
    """The library must not accept the text."""


@dataclass(frozen=True)
class Node:
    """One value: its kind, its text as sent, and its contents."""

    kind: str
    text: str
    string: str | None = None
    members: tuple[tuple[str, Node], ...] = ()
    items: tuple[Node, ...] = ()

    def get(self, key: str) -> Node | None:
        """The member of this name; the last of duplicates."""
        found = None
        for name, value in self.members:
            if name == key:
                found = value
        return found

    def integer(self) -> int | None:
        """The value if it is spelled as an integer and fits in 64 bits with a sign."""
        if self.kind != "number" or not _INTEGER.fullmatch(self.text):
            return None
        value = int(self.text)
        return value if -(2**63) <= value < 2**63 else None

    def plain(self) -> str | None:
        """The text of a string that a C string can hold: valid Unicode without U+0000."""
        return self.string if self.string is not None and is_plain(self.string) else None


def is_plain(text: str) -> bool:
    """True if the text is valid Unicode and holds no U+0000."""
    return "\0" not in text and not any("\ud800" <= char <= "\udfff" for char in text)


@dataclass
class _Reader:
    text: str
    at: int = 0
    depth: int = field(default=0)

    def space(self) -> None:
        match = _SPACE.match(self.text, self.at)
        assert match is not None
        self.at = match.end()

    def take(self, char: str) -> bool:
        if self.text.startswith(char, self.at):
            self.at += len(char)
            return True
        return False

    def need(self, char: str) -> None:
        if not self.take(char):
            raise JsonError(f"{char!r} expected at {self.at}")

    def value(self) -> Node:
        start = self.at
        if self.take("{"):
            return self.members(start)
        if self.take("["):
            return self.items(start)
        if self.text.startswith('"', start):
            return self.string()
        for word in _WORDS:
            if self.take(word):
                return Node(word, word)
        match = _NUMBER.match(self.text, start)
        if match is None:
            raise JsonError(f"no value at {start}")
        self.at = match.end()
        return Node("number", match.group())

    def string(self) -> Node:
        match = _STRING.match(self.text, self.at)
        if match is None:
            raise JsonError(f"no string at {self.at}")
        self.at = match.end()
        return Node("string", match.group(), string=json.loads(match.group()))

    def enter(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise JsonError("too deep")
        self.space()

    def members(self, start: int) -> Node:
        self.enter()
        members: list[tuple[str, Node]] = []
        while not (not members and self.take("}")):
            name = self.string().string
            assert name is not None
            self.space()
            self.need(":")
            self.space()
            members.append((name, self.value()))
            self.space()
            if self.take("}"):
                break
            self.need(",")
            self.space()
        self.depth -= 1
        return Node("object", self.text[start : self.at], members=tuple(members))

    def items(self, start: int) -> Node:
        self.enter()
        items: list[Node] = []
        while not (not items and self.take("]")):
            items.append(self.value())
            self.space()
            if self.take("]"):
                break
            self.need(",")
            self.space()
        self.depth -= 1
        return Node("array", self.text[start : self.at], items=tuple(items))


def parse(body: bytes) -> Node:
    """The one JSON value that the body must be; one leading byte order mark is skipped."""
    if body.startswith(BOM):
        body = body[len(BOM) :]
    try:
        reader = _Reader(body.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise JsonError(str(error)) from error
    reader.space()
    node = reader.value()
    reader.space()
    if reader.at != len(reader.text):
        raise JsonError(f"something follows at {reader.at}")
    return node


def parse_object(body: bytes) -> Node:
    """The same for what must be an object."""
    node = parse(body)
    if node.kind != "object":
        raise JsonError("not an object")
    return node


def look_up(root: Node, pointer: str) -> Node | None:
    """The value that an RFC 6901 pointer names, or None if it is invalid or names nothing."""
    if pointer == "":
        return root
    if not pointer.startswith("/") or re.search(r"~(?![01])", pointer):
        return None
    node: Node | None = root
    for part in pointer[1:].split("/"):
        key = part.replace("~1", "/").replace("~0", "~")
        if node is None:
            return None
        if node.kind == "object":
            node = node.get(key)
        elif node.kind == "array":
            number = re.fullmatch(r"0|[1-9][0-9]*", key)
            node = node.items[int(key)] if number and int(key) < len(node.items) else None
        else:
            return None
    return node
