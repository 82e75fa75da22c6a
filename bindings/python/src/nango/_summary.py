"""How each call ended, for a program's metrics."""

from __future__ import annotations

import ctypes
import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Callable, Optional

from ._errors import ErrorKind
from ._log import contained
from ._public import publish


@dataclass(frozen=True)
class CallSummary:
    """How a call ended: what `on_call` gets. It holds no secret and no id of a customer, so it may label a metric."""

    #: "get_connection", "proxy" or "request".
    operation: str
    #: The HTTP method; None if nothing was asked for, as where the cache has the connection.
    method: Optional[str]
    #: The path without its values, such as "connections/{connectionId}"; None as for the method.
    route: Optional[str]
    #: From the beginning of the call to its end, pauses between attempts included.
    duration: timedelta
    #: How many requests were made; 0 if the cache has the connection, or nothing left the machine.
    attempts: int
    #: The status of the last response; None if there was none.
    status: Optional[int]
    #: What went wrong; None if nothing did.
    error: Optional[ErrorKind]
    #: What the cache did: "hit", or "waited" for the same request of another call; None if it did nothing.
    cache: Optional[str]
    #: The number of the call in this process, which records of the log have too.
    call_id: int
    #: Nango's own id of the request that failed; None if none did, or Nango sent none.
    request_id: Optional[str]


def forward(on_call: Callable[[CallSummary], object], address: int) -> None:
    """Tell a program how a call ended. The failure of its function does not affect the call."""
    contained(on_call, _read(json.loads(ctypes.string_at(address))))


def _read(attributes: dict[str, Any]) -> CallSummary:
    error = attributes.get("error")
    return CallSummary(
        operation=attributes["operation"],
        method=attributes.get("method"),
        route=attributes.get("route"),
        duration=timedelta(milliseconds=attributes["duration_ms"]),
        attempts=attributes["attempts"],
        status=attributes.get("status"),
        # A library that is newer than this package may name a kind that is not known here.
        error=None if error is None else ErrorKind.__members__.get(error, ErrorKind.INTERNAL),
        cache=attributes.get("cache"),
        call_id=attributes["call_id"],
        request_id=attributes.get("request_id"),
    )


publish(__name__)
