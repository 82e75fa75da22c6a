"""The origin of a response through the proxy, and the expected result: written a second time from the design.

Nango's own failures are errors, responses of the external API are responses. In doubt it is a response.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from typing import Any

from . import answer_oracle
from .answer_oracle import Answer
from .jsontext import BOM, JsonError, Node, look_up, parse

LONGEST = 64 * 1024
#: Codes that only Nango has: they need no signature.
NANGOS_ALONE = frozenset(
    "unknown_provider_config connection_refresh_backoff invalid_secret_key_format malformed_auth_header "
    "base_url_override_disabled base_url_override_not_allowed generic_error_support".split()
)
#: Codes for which the signature is enough.
SIGNED = frozenset(
    "too_many_request plan_limit missing_api_url missing_provider unknown_provider unsupported_provider "
    "unsupported_auth failed_to_get_connection proxy_request_failed".split()
)
#: Codes that others have as well: in addition to the signature they need Nango's message.
WORDS = {
    "missing_auth_header": r"Authentication failed\..*",
    "unknown_account": r"Authentication failed\..*",
    "forbidden": r"Insufficient scope\..*",
    "server_error": r"Failed to get connection.*",
    "invalid_query_params": r"Can not set query params.*",
    "invalid_json": r".*JSON.*",
}
MEMBERS = frozenset(("code", "message", "errors", "payload", "method", "path"))
READ_ONLY = frozenset(("GET", "HEAD"))
#: Statuses whose responses have no body.
BARE = frozenset((204, 304))


def signature(body: bytes) -> str:
    """The ETag that Express makes of a body."""
    digest = base64.b64encode(hashlib.sha1(body).digest()).decode("ascii")
    return f'W/"{len(body):x}-{digest[:27]}"'


def kind(answer: Answer, method: str) -> str | None:
    """The name of the kind of error that the response is, or None if it is a response."""
    media_type = (answer.header("content-type") or "").split(";")[0].strip().lower()
    if method == "HEAD" or answer.status < 400 or media_type != "application/json" or len(answer.body) > LONGEST:
        return None
    etag = answer.header("etag")
    if etag is not None and etag != signature(answer.body):
        return None
    is_signed = etag is not None
    root = _object(answer.body)
    if root is None:
        return None
    if is_signed and _is_unreached(root, method):
        return "SERVER"
    code = _code(root, is_signed)
    if code is None:
        return None
    if code == "connection_refresh_backoff" or (answer.status, code) == (424, "server_error"):
        return "REFRESH_FAILED"
    return answer_oracle.kind(answer)


def _object(body: bytes) -> Node | None:
    try:
        root = parse(body) if not body.startswith(BOM) else None
    except JsonError:
        return None
    return root if root is not None and root.kind == "object" else None


def _names(node: Node) -> set[str]:
    return {name for name, _ in node.members}


def _text(node: Node, name: str) -> str | None:
    member = node.get(name)
    return member.plain() if member is not None else None


def _is_unreached(root: Node, method: str) -> bool:
    """Nango did not reach the external API: a code of the system's, such as ECONNREFUSED."""
    code, said, message = _text(root, "code"), _text(root, "method"), root.get("message")
    return (
        _names(root) == {"code", "message", "method"}
        and message is not None
        and message.kind == "string"
        and re.fullmatch("E[A-Z0-9_]{1,63}", code or "") is not None
        and (said or "").upper() == method
    )


def _code(root: Node, is_signed: bool) -> str | None:
    """The code, if Nango sent it."""
    error = root.get("error")
    if _names(root) != {"error"} or error is None or error.kind != "object" or not _names(error) <= MEMBERS:
        return None
    code, message, path = (_text(error, name) for name in ("code", "message", "path"))
    findings = error.get("errors")
    holds = {
        **dict.fromkeys(NANGOS_ALONE, True),
        **dict.fromkeys(SIGNED, is_signed),
        "too_many_request": is_signed or (path or "").startswith("/proxy/"),
        **{word: is_signed and bool(re.fullmatch(words, message or "", re.DOTALL)) for word, words in WORDS.items()},
        "invalid_headers": is_signed and findings is not None and bool(findings.items),
    }
    return code if code is not None and holds.get(code, False) else None


def error(answer: Answer, method: str, contains: str) -> dict[str, answer_oracle.Value]:
    """Every field of the error that the response is."""
    name = kind(answer, method)
    assert name is not None, "the answer is a response"
    fields = answer_oracle.error(answer, method not in READ_ONLY, contains, name)
    root = _object(answer.body)
    if root is not None and _is_unreached(root, method):
        fields.update(code=_text(root, "code"), server_message=_text(root, "message"))
    return fields


def body_of(answer: Answer, method: str) -> bytes:
    """The response's body as a program reads it."""
    return b"" if method == "HEAD" or answer.status in BARE else answer.body


def header_count(answer: Answer, says_length: bool) -> int:
    """How many headers come: the server adds a content-length unless another end is announced."""
    is_chunked = answer.header("transfer-encoding") == "chunked"
    return len(answer.headers) + int(says_length and not is_chunked and answer.status not in BARE)


def look_ups(body: bytes, strings: Iterable[str], texts: Iterable[str]) -> dict[str, Any]:
    """The results of look-ups in a body, for the given arguments."""
    try:
        root: Node | None = parse(body)
    except JsonError:
        root = None

    def find(pointer: str) -> Node | None:
        return look_up(root, pointer) if root is not None else None

    def string(pointer: str) -> str | None:
        node = find(pointer)
        return node.plain() if node is not None else None

    def text(pointer: str) -> str | None:
        node = find(pointer)
        return node.text if node is not None else None

    return {"get_string": {pointer: string(pointer) for pointer in strings}, "get_json": {p: text(p) for p in texts}}
