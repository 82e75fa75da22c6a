"""Clients and calls, made through the Python package."""

from __future__ import annotations

import io
import keyword
import threading
import zlib
from datetime import datetime
from typing import Any, Callable

import models
import nango
from operations import METHODS, TIMES


def arguments(told: dict[str, Any]) -> dict[str, Any]:
    """Settings as Python takes them: times in seconds."""
    return {name.removesuffix("_ms"): value / 1000 if name.endswith("_ms") else value for name, value in told.items()}


def named(told: dict[str, Any]) -> dict[str, Any]:
    """Arguments of an operation under the names and with the types that they have in Python."""
    sent = told.get("arguments", {})
    given = {f"{name}_" if keyword.iskeyword(name) else name: value for name, value in sent.items()}
    for name in TIMES.get(told["call"], []):
        if name in given:
            given[name] = datetime.fromisoformat(given[name].replace("Z", "+00:00"))
    return given


def make_client(told: dict[str, Any]) -> nango.Client:
    """A client with these settings."""
    settings = arguments(told)
    if "client_certificate" in settings:
        settings["client_certificate"] = (settings["client_certificate"],) * 2
    if "route" in settings:
        settings["route"] = nango.Route[settings["route"].upper()]
    return nango.Client(**settings)


class Download:
    """The data read from a body: its length, its Adler-32, and the bytes if they are requested."""

    def __init__(self, *, is_kept: bool) -> None:
        self.kept = bytearray() if is_kept else None
        self.length = 0
        self.sum = zlib.adler32(b"")

    def add(self, part: bytes) -> None:
        """Record the data read."""
        self.length += len(part)
        self.sum = zlib.adler32(part, self.sum)
        if self.kept is not None:
            self.kept += part


class SizedReader(io.BytesIO):
    """A file with a known length that returns less than requested."""

    def __init__(self, content: bytes, piece: int) -> None:
        super().__init__(content)
        self._piece = piece

    def read(self, size: int | None = -1, /) -> bytes:
        """At most a piece."""
        return super().read(self._piece if size is None or size < 0 else min(size, self._piece))


class Reader:
    """A file of unknown length: it is made as it is read."""

    def __init__(self, unit: bytes, length: int, piece: int) -> None:
        self._unit, self._left, self._piece, self._at = unit, length, piece, 0

    def read(self, size: int, /) -> bytes:
        """At most a piece."""
        count = min(size, self._left, self._piece)
        repeated = self._unit * (count // max(len(self._unit), 1) + 2)
        part = repeated[self._at : self._at + count]
        self._left -= count
        self._at = (self._at + count) % max(len(self._unit), 1)
        return part


def upload(body: dict[str, Any]) -> Any:
    """The body of a request. The length of a file is known only of those that Python itself brings."""
    unit, length = bytes.fromhex(body["unit"]), body["length"]
    piece = body.get("piece", max(length, 1))
    if body["from"] == "reader":
        return Reader(unit, length, piece)
    content = Reader(unit, length, length).read(length)
    return content if body["from"] == "memory" else SizedReader(content, piece)


class Ender:
    """Ends a call, or the reading of its response, from another thread."""

    def __init__(self, client: nango.Client, told: dict[str, Any]) -> None:
        self._client = client
        self._cancels = "cancel_after_ms" in told
        after = told.get("cancel_after_ms", told.get("shutdown_after_ms"))
        self._timer = None if after is None else threading.Timer(after / 1000, self._end)
        self.response: nango.Response | None = None

    def __enter__(self) -> Ender:
        if self._timer is not None:
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._timer is not None:
            self._timer.join()

    def _end(self) -> None:
        # Without a response, closing the client is how another thread ends a call in Python.
        if self._cancels and self.response is not None:
            self.response.close()
        else:
            self._client.close()


def prepare(told: dict[str, Any]) -> Callable[[nango.Client], Any]:
    """The call, with everything ready that it needs."""
    options = arguments({"timeout_ms": told["timeout_ms"]} if "timeout_ms" in told else {})
    if told["operation"] == "call":
        group, method = METHODS[told["call"]]
        return lambda client: models.result(getattr(getattr(client, group), method)(**named(told), **options))
    ids = (told["connection_id"], told["provider_config_key"])
    if told["operation"] == "get_connection":
        for name in ("force_refresh", "refresh_token", "refresh_github_app_jwt_token"):
            options[name] = told[name]
        return lambda client: client.get_connection(*ids, **options)
    request = dict(told["request"])
    where = (request.pop("method"), request.pop("endpoint"))
    body = request.pop("body", None)
    options.update(params=request.pop("query", []), headers=request.pop("headers", []), **arguments(request))
    if body is not None:
        options.update(data=upload(body), content_type=body.get("content_type"))
    return lambda client: client.proxy(*ids, *where, **options)


def read(response: nango.Response, told: dict[str, Any], body: Download) -> None:
    """Read a body as a whole, as it comes, or the beginning of it."""
    size, most = told.get("read_size"), told.get("read_most")
    if told["read"] == "collect":
        body.add(response.content)
    elif most is not None:
        while body.length < most and (part := response.read(most - body.length)):
            body.add(part)
    elif size is None:
        for part in response.iter_bytes():
            body.add(part)
    else:
        for part in iter(lambda: response.read(size), b""):
            if len(part) > size:
                raise AssertionError("more was read than was asked for")
            body.add(part)
