"""Bodies and responses of the hand-written cases. Every secret is invented."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from .answer_oracle import Answer

JSON_TYPE = ("content-type", "application/json; charset=utf-8")
HTML_TYPE = ("content-type", "text/html; charset=utf-8")
DATE = ("date", "Sun, 22 Nov 2026 01:20:00 GMT")
DATE_SECONDS = 1795310400

DASHBOARD = (
    b'<!DOCTYPE html>\n<html lang="en"><head><title>Nango</title></head><body><div id="root"></div></body></html>\n'
)
INGRESS_404 = Answer(404, b"default backend - 404", (("content-type", "text/plain; charset=utf-8"),))
HTML_200 = Answer(200, DASHBOARD, (HTML_TYPE,))
NOT_FOUND = Answer(404, b'{"error":{"code":"not_found","message":"Failed to find connection"}}')

HEAD = '"id":7,"connection_id":"rich","provider_config_key":"github"'
CREDENTIALS = '{"type":"OAUTH2","access_token":"gho_invented","raw":{"scope":"read"}}'


def document(members: str = "", credentials: str | None = CREDENTIALS, head: str = HEAD) -> str:
    """A connection as JSON text; `members` is inserted as it is."""
    parts = [head, members, f'"credentials":{credentials}' if credentials is not None else ""]
    return "{" + ",".join(part for part in parts if part) + "}"


def ok(text: str | bytes, headers: Sequence[tuple[str, str]] = (JSON_TYPE,)) -> Answer:
    """A 200 with this body."""
    return Answer(200, text if isinstance(text, bytes) else text.encode("utf-8"), tuple(headers))


def with_member(members: str) -> Answer:
    """A 200 whose connection has these members besides the usual."""
    return ok(document(members))


def with_credentials(credentials: str | None) -> Answer:
    """A 200 whose credentials are this JSON text, or missing."""
    return ok(document(credentials=credentials))


def compact(value: Any) -> str:
    """JSON as Nango writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def nango_error(
    status: int, code: str | None, message: str | None = None, headers: Sequence[tuple[str, str]] = (), **more: Any
) -> Answer:
    """An error in today's shape."""
    error = {"code": code, "message": message, **more}
    said = {key: value for key, value in error.items() if value is not None}
    return Answer(status, compact({"error": said}).encode("utf-8"), (JSON_TYPE, *headers))


def plain(status: int, body: str | bytes = b"", headers: Sequence[tuple[str, str]] = ()) -> Answer:
    """A response with exactly these headers."""
    return Answer(status, body if isinstance(body, bytes) else body.encode("utf-8"), tuple(headers))
