"""The calls of the cases, made through the Python package."""

from __future__ import annotations

import base64
import io
from typing import Any, NamedTuple, Union

import nango

#: How much a reader of a body gives at once.
PIECE = 1000


class Answer(NamedTuple):
    """A response, and the body that was taken from it."""

    response: nango.Response
    body: bytes


Outcome = Union[nango.Connection, Answer, nango.NangoError]


class SizedReader(io.BytesIO):
    """A file whose length can be told, and which gives less than it is asked for."""

    def read(self, size: int | None = -1, /) -> bytes:
        """At most a piece."""
        return super().read(PIECE if size is None or size < 0 else min(size, PIECE))


class Reader:
    """A file of which nobody knows how long it is."""

    def __init__(self, content: bytes) -> None:
        self._file = SizedReader(content)

    def read(self, size: int, /) -> bytes:
        """At most a piece."""
        return self._file.read(size)


SOURCES = {"memory": bytes, "sized_reader": SizedReader, "reader": Reader}


def outcome(call: dict[str, Any]) -> Outcome:
    """Make the call of a case."""
    options = {name: call[name] for name in ("max_response_bytes", "user_agent", "allow_plaintext_http")}
    try:
        with nango.Client(
            call["secret_key"],
            base_url=call["base_url"],
            route=nango.Route[call["route"].upper()],
            headers=call["headers"],
            max_retries=0,
            http_proxy="",
            **options,
        ) as client:
            if call["proxy"] is not None:
                return answer_of(client, call)
            return connection_of(client, call)
    except nango.NangoError as error:
        return error


def seconds(ms: int | None) -> float | None:
    """Milliseconds as Python takes them."""
    return None if ms is None else ms / 1000


def connection_of(client: nango.Client, call: dict[str, Any]) -> nango.Connection:
    """Get a connection."""
    return client.get_connection(
        call["connection_id"],
        call["provider_config_key"],
        force_refresh=call["force_refresh"],
        refresh_token=call["refresh_token"],
        refresh_github_app_jwt_token=call["refresh_github_app_jwt_token"],
        timeout=seconds(call["timeout_ms"]),
    )


def answer_of(client: nango.Client, call: dict[str, Any]) -> Answer:
    """Call the external API, and take the body of what it answers."""
    proxied = call["proxy"]
    body = proxied["body"]
    response = client.proxy(
        proxied["method"],
        proxied["endpoint"],
        call["connection_id"],
        call["provider_config_key"],
        params=proxied["query"],
        headers=proxied["headers"],
        data=None if body is None else SOURCES[body["from"]](base64.b64decode(body["base64"])),
        content_type=None if body is None else body["content_type"],
        base_url_override=proxied["base_url_override"],
        retries=proxied["retries"],
        retry_on=proxied["retry_on"],
        decompress=proxied["decompress"],
        timeout=seconds(call["timeout_ms"]),
        idle_timeout=seconds(proxied["idle_timeout_ms"]),
    )
    with response:
        return Answer(response, taken(response, proxied["read_size"]))


def taken(response: nango.Response, read_size: int | None) -> bytes:
    """The body, collected or read part by part."""
    if read_size is None:
        return response.content
    parts = list(iter(lambda: response.read(read_size), b""))
    if any(len(part) > read_size for part in parts):
        raise AssertionError("more was read than was asked for")
    return b"".join(parts)
