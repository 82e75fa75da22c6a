"""Which error a response must become, written a second time from the design, not from the library."""

from __future__ import annotations

import email.utils
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Union

from .connection_oracle import DecodeError, decode
from .jsontext import BOM, JsonError, Node, parse_object

Value = Union[str, int, None]

_ABI = json.loads((Path(__file__).resolve().parents[3] / "abi" / "nango.json").read_text(encoding="utf-8"))
#: The numbers of the kinds of errors.
KINDS = {
    constant["name"].removeprefix("NANGO_ERROR_"): int(constant["value"])
    for enumeration in _ABI["enumerations"]
    if enumeration["name"] == "nango_error_kind"
    for constant in enumeration["constants"]
}
MAX_BODY = 64 * 1024
GAVE_UP = "refresh limit has been reached"
#: What Nango says of a missing connection where the code does not.
NO_CONNECTION = ("Connection not found", "ConnectionID or IntegrationId does not exists")


@dataclass(frozen=True)
class Answer:
    """The server's response. Header names are in lower case."""

    status: int = 200
    body: bytes = b""
    headers: Sequence[tuple[str, str]] = (("content-type", "application/json; charset=utf-8"),)

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key == name), None)

    def is_html(self) -> bool:
        kind = (self.header("content-type") or "").split(";")[0].strip().lower()
        return kind == "text/html" or self.body.removeprefix(BOM).lstrip(b" \t\r\n").startswith(b"<")


@dataclass(frozen=True)
class Said:
    """The error in Nango's own format."""

    code: str | None
    message: str | None


def said(body: bytes) -> Said | None:
    """Today's shape, or one of the two old ones; None if Nango does not speak so."""
    try:
        root = parse_object(body)
    except JsonError:
        return None
    error = root.get("error")
    if error is None:
        return None
    if error.kind == "string":
        return Said(_code(root.get("type")), error.plain())
    code, message = error.get("code"), error.get("message")
    if not any(node is not None and node.kind == "string" for node in (code, message)):
        return None
    text = message.plain() if message is not None else None
    return Said(_code(code), text if text is not None else _joined(error.get("errors")))


def _code(node: Node | None) -> str | None:
    text = node.string if node is not None else None
    return text if text is not None and re.fullmatch(r"[a-z0-9_]{1,64}", text) else None


def _joined(errors: Node | None) -> str | None:
    if errors is None or errors.kind != "array":
        return None
    messages = [item.get("message") for item in errors.items]
    texts = [text for text in (message.plain() for message in messages if message is not None) if text is not None]
    return "; ".join(texts) if texts else None


def is_gone(answer: Answer) -> bool:
    """True if this response of a server or a gateway means that the route does not exist."""
    if answer.status == 200:
        return answer.is_html()
    return answer.status in (404, 405, 410) and said(answer.body) is None


def kind(answer: Answer) -> str | None:
    """The name of the error's kind, or None if the response is a connection."""
    status, html = answer.status, answer.is_html()
    if status == 200 and not html:
        try:
            decode(answer.body)
        except DecodeError:
            return "DECODE"
        return None
    spoken = said(answer.body)
    code = spoken.code if spoken is not None else None
    client_error = 400 <= status < 500
    rules = (
        ("REFRESH_FAILED", code == "invalid_credentials"),
        ("UNKNOWN_INTEGRATION", code == "unknown_provider_config"),
        ("NOT_FOUND", status == 404 and code == "not_found"),
        ("NOT_FOUND", client_error and code == "unknown_connection"),
        ("NOT_FOUND", status == 404 and code == "connection_not_found"),
        (
            "NOT_FOUND",
            status == 400 and code == "invalid_body" and spoken is not None and spoken.message in NO_CONNECTION,
        ),
        ("SERVER", status == 401 and code == "malformed_auth_header"),
        ("RATE_LIMITED", status == 429),
        ("SERVER", 500 <= status < 600),
        ("NOT_NANGO", status in (401, 403) and html),
        ("UNAUTHORIZED", status == 401),
        ("FORBIDDEN", status == 403),
        ("API", status in (408, 431)),
        ("API", client_error and spoken is not None),
    )
    return next((name for name, holds in rules if holds), "NOT_NANGO")


def retry_after_ms(answer: Answer) -> int:
    """The pause that the server requests, or -1."""
    date = _unix_seconds(answer.header("date"))
    after = answer.header("retry-after")
    if after is not None:
        if re.fullmatch(r"[0-9]+", after):
            return int(after) * 1000
        moment = _unix_seconds(after)
        if moment is not None and date is not None:
            return max(0, moment - date) * 1000
    reset = answer.header("x-ratelimit-reset")
    if answer.status == 429 and date is not None and reset is not None and re.fullmatch(r"[0-9]+", reset):
        return max(0, int(reset) - date) * 1000
    return -1


def _unix_seconds(text: str | None) -> int | None:
    try:
        return int(email.utils.parsedate_to_datetime(text).timestamp()) if text is not None else None
    except (TypeError, ValueError):
        return None


def body_text(body: bytes) -> str:
    """The body as an error gives it: always valid, without U+0000, at most 64 KiB."""
    text = body.decode("utf-8", errors="replace").replace("\0", "\ufffd")
    return text.encode("utf-8")[:MAX_BODY].decode("utf-8", errors="ignore")


def error(answer: Answer, may_change: bool, contains: str, name: str | None = None) -> dict[str, Value]:
    """Every field of the error that this response becomes; `may_change`: repeating the call could do harm."""
    name = name or kind(answer)
    assert name is not None, "the answer is a connection"
    if name == "DECODE":
        return unanswered(name, contains, http_status=200, attempts=1)
    spoken = said(answer.body)
    message = spoken.message if spoken is not None else None
    retryable = {
        "REFRESH_FAILED": GAVE_UP not in (message or ""),
        "RATE_LIMITED": True,
        # What an action that failed said is its result.
        "SERVER": not may_change and not ((spoken and spoken.code) or "").startswith(("action_script_", "script_")),
        "API": answer.status == 408 and not may_change,
    }
    return {
        "kind": KINDS[name],
        "kind_name": name,
        "http_status": answer.status,
        "code": spoken.code if spoken is not None else None,
        "server_message": message,
        "body": body_text(answer.body),
        "retry_after_ms": retry_after_ms(answer),
        "attempts": 1,
        "is_retryable": int(retryable.get(name, False)),
        "message_contains": contains,
    }


def unanswered(
    name: str, contains: str, http_status: int = 0, attempts: int = 0, retryable: bool = False
) -> dict[str, Value]:
    """An error that shows nothing of a response: there was none, or it must not be shown."""
    return {
        "kind": KINDS[name],
        "kind_name": name,
        "http_status": http_status,
        "code": None,
        "server_message": None,
        "body": None,
        "retry_after_ms": -1,
        "attempts": attempts,
        "is_retryable": int(retryable),
        "message_contains": contains,
    }
