#!/usr/bin/env python3
"""The Python runner: makes the calls that it is told to, and reports what came out. See ../README.md."""

from __future__ import annotations

import sys
import threading
import time
from typing import Any, Callable
from urllib.parse import unquote

import nango
import proxied

LONGEST_MS = 2**63 - 1


def seconds(value: str) -> float:
    """A duration as Python has it."""
    return int(value) / 1000


def yes(value: str) -> bool:
    """A flag."""
    return value == "1"


#: What a setting is called in Python, and what its value becomes.
CLIENT: dict[str, tuple[str, Callable[[str], Any]]] = {
    "secret_key": ("secret_key", str),
    "base_url": ("base_url", str),
    "http_proxy": ("http_proxy", str),
    "ca_file": ("ca_file", str),
    "timeout_ms": ("timeout", seconds),
    "connect_timeout_ms": ("connect_timeout", seconds),
    "max_retries": ("max_retries", int),
    "max_response_bytes": ("max_response_bytes", int),
    "allow_plaintext_http": ("allow_plaintext_http", yes),
}


def escape(text: str) -> str:
    """Text that fits into a field."""
    return "".join(f"%{ord(c):02X}" if c <= " " or c in "%\x7f" else c for c in text)


def make(fields: dict[str, str]) -> nango.Client:
    """A client with these settings."""
    settings = {}
    for name, value in fields.items():
        argument, convert = CLIENT[name]
        settings[argument] = convert(value)
    return nango.Client(**settings)


def call(client: nango.Client, fields: dict[str, str]) -> str | None:
    """The API key that a call gives."""
    arguments: dict[str, Any] = {}
    connection_id = "c"
    closer = None
    for name, value in fields.items():
        if name == "force_refresh":
            arguments["force_refresh"] = yes(value)
        elif name == "timeout_ms":
            arguments["timeout"] = seconds(value)
        elif name == "connection_id_length":
            connection_id = "c" * int(value)
        elif name == "cancel_after_ms":
            # Closing the client is how another thread ends a call in Python.
            closer = threading.Timer(seconds(value), client.close)
        else:
            raise KeyError(name)
    if closer is None:
        return client.get_connection(connection_id, "p", **arguments).credentials.api_key
    closer.start()
    try:
        return client.get_connection(connection_id, "p", **arguments).credentials.api_key
    finally:
        closer.join()


def fields_of(error: nango.NangoError) -> dict[str, object]:
    """What an error says."""
    asked = -1 if error.retry_after is None else min(round(error.retry_after * 1000), LONGEST_MS)
    return {
        "kind": error.kind.name,
        "status": error.http_status or 0,
        "attempts": error.attempts,
        "retryable": int(error.is_retryable),
        "retry_after_ms": asked,
        "message": error.message,
    }


def proxy(client: nango.Client, prepared: proxied.Call) -> dict[str, object]:
    """What came out of a request through the proxy."""
    try:
        answered = prepared.run(client)
    except nango.NangoError as error:
        return {**fields_of(error), "at": "call"}
    except proxied.BrokenBody as broken:
        return {**fields_of(broken.error), "at": "reading", **broken.answered.fields()}
    return {"kind": "OK", "status": answered.status, **answered.fields()}


def main() -> None:
    """Answers each line with one."""
    client = None
    for line in sys.stdin:
        word, *parts = line.rstrip("\n").split("\t")
        fields = {name: unquote(value) for name, _, value in (part.partition("=") for part in parts)}
        prepared = proxied.Call(fields) if word == "proxy" else None
        start = time.monotonic()
        result: dict[str, object] = {"kind": "OK"}
        try:
            if word == "client":
                client = make(fields)
            elif client is not None and prepared is not None:
                result = proxy(client, prepared)
            elif client is not None and word == "call":
                result["api_key"] = call(client, fields) or ""
            elif client is not None:
                client.close()
        except nango.NangoError as error:
            result = fields_of(error)
        result["ms"] = int((time.monotonic() - start) * 1000)
        print("\t".join(["outcome", *(f"{name}={escape(str(value))}" for name, value in result.items())]), flush=True)


if __name__ == "__main__":
    main()
