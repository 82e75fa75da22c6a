"""The origin of a response through the proxy, and the expected result: written a second time from the design.

Nango's own failures are errors, responses of the external API are responses. In doubt it is a response.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from . import answer_oracle
from .answer_oracle import Answer
from .jsontext import BOM, JsonError, Node, look_up, parse

LONGEST = 64 * 1024
#: Codes that nobody but Nango has, with their status: they need no signature.
NANGOS_ALONE = {
    "unknown_provider_config": 404,
    "connection_refresh_backoff": 424,
    "invalid_secret_key_format": 401,
    "malformed_auth_header": 401,
    "base_url_override_disabled": 400,
    "base_url_override_not_allowed": 400,
    "generic_error_support": 500,
}
#: Codes with status 400 for which the signature is enough.
SIGNED = frozenset(
    "missing_api_url missing_provider unknown_provider unsupported_provider unsupported_auth failed_to_get_connection "
    "proxy_request_failed invalid_certificate_or_key_format".split()
)
#: Codes that others have as well: beside the signature they need one of their statuses and Nango's words.
WORDS: dict[str, dict[int, str]] = {
    "missing_auth_header": {401: r"Authentication failed\..*"},
    "unknown_account": {401: r"Authentication failed\..*"},
    "plan_limit": {402: r"(Your plan limits have been reached|You have reached the maximum).*"},
    "forbidden": {403: r"Insufficient scope\..*"},
    "server_error": {
        400: r"Failed to get connection( credentials.*)?",
        424: r"Failed to get connection credentials.*",
        500: r"Failed to get connection credentials.*",
    },
    "invalid_query_params": {400: r"Can not set query params.*"},
    "invalid_json": {400: r".*JSON.*"},
}
NO_CONNECTION = "Failed to get connection"
NO_CREDENTIALS = "Failed to get connection credentials"
#: What Nango always says with these very words, so that the signature alone tells it.
FIXED = (
    NO_CONNECTION,
    f"{NO_CREDENTIALS}: 'The refresh limit has been reached for this connection.'",
)
MEMBERS = frozenset(("code", "message", "errors", "payload", "method", "path"))
READ_ONLY = frozenset(("GET", "HEAD"))
#: Statuses whose responses have no body.
BARE = frozenset((204, 304))


@dataclass(frozen=True)
class Asked:
    """What has to be known of the request."""

    method: str
    #: Whether Nango was told that its body is JSON.
    sent_json: bool = False


@dataclass(frozen=True)
class Failure:
    """A failure of Nango's own."""

    kind: str
    code: str | None = None
    message: str | None = None


def signature(body: bytes) -> str:
    """The ETag that Express makes of a body."""
    digest = base64.b64encode(hashlib.sha1(body).digest()).decode("ascii")
    return f'W/"{len(body):x}-{digest[:27]}"'


def media_type(content_type: str) -> str:
    """A content type without its parameters."""
    return content_type.split(";")[0].strip().lower()


def kind(answer: Answer, asked: Asked) -> str | None:
    """The name of the kind of error that the answer is, or None if it is a response."""
    failure = _failure(answer, asked)
    return failure.kind if failure is not None else None


def _failure(answer: Answer, asked: Asked) -> Failure | None:
    if answer.status < 400:
        return None
    etag, content_type = answer.header("etag"), answer.header("content-type")
    if etag is None and content_type is None:
        # Whoever says 413 about nothing else stands in front of Nango, which has another answer to that.
        kind_of_nothing = "TOO_LARGE" if answer.status == 413 else _kind_of_status(answer)
        return Failure(kind_of_nothing) if not answer.body else None
    if asked.method == "HEAD":
        return _failure_of_head(answer)
    if media_type(content_type or "") != "application/json" or len(answer.body) > LONGEST:
        return None
    if etag is not None and etag != signature(answer.body):
        return None
    is_signed = etag is not None
    root = _object(answer.body)
    if root is None:
        return None
    if is_signed and answer.status == 500 and _is_unreached(root, asked.method):
        return Failure("SERVER", _text(root, "code"), _text(root, "message"))
    code = _code(root, answer.status, is_signed, asked)
    if code is None:
        return None
    spoken = answer_oracle.said(answer.body)
    message = spoken.message if spoken is not None else None
    return Failure(_kind_of_words(code, message) or _kind_of_status(answer), code, message)


def _failure_of_head(answer: Answer) -> Failure | None:
    """An answer to HEAD comes without the body whose length and mark it has."""
    etag = answer.header("etag") or ""
    if not answer.body or re.fullmatch(rf'W/"{len(answer.body):x}-[A-Za-z0-9+/]{{27}}"', etag) is None:
        return None
    for words in FIXED:
        body = '{"error":{"code":"server_error","message":"' + words + '"}}'
        if etag == signature(body.encode("utf-8")):
            return Failure(_kind_of_words("server_error", words) or "", "server_error", words)
    by_status = {400: "API", 402: "API", 404: "UNKNOWN_INTEGRATION", 424: "REFRESH_FAILED"}
    return Failure(by_status.get(answer.status) or _kind_of_status(replace(answer, body=b"")))


def _kind_of_words(code: str, message: str | None) -> str | None:
    if code == "connection_refresh_backoff":
        return "REFRESH_FAILED"
    if code in ("server_error", "failed_to_get_connection") and (message or "").startswith(NO_CREDENTIALS):
        return "REFRESH_FAILED"
    return "NOT_FOUND" if (code, message) == ("server_error", NO_CONNECTION) else None


def _kind_of_status(answer: Answer) -> str:
    name = answer_oracle.kind(answer)
    assert name is not None, "no error has such a status"
    return name


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
    """Nango did not reach the external API: a code of the system's or of Node's, such as ECONNREFUSED."""
    code, said, message = _text(root, "code"), _text(root, "method"), root.get("message")
    return (
        _names(root) == {"code", "message", "method"}
        and message is not None
        and message.kind == "string"
        and re.fullmatch("[A-Z][A-Z0-9_]{1,63}", code or "") is not None
        and said == method.lower()
    )


def _code(root: Node, status: int, is_signed: bool, asked: Asked) -> str | None:
    """The code, if it is Nango that says it."""
    error = root.get("error")
    if _names(root) != {"error"} or error is None or error.kind != "object" or not _names(error) <= MEMBERS:
        return None
    code, message, path = (_text(error, name) for name in ("code", "message", "path"))
    findings = error.get("errors")
    if code is None:
        return None
    if code in NANGOS_ALONE:
        holds = status == NANGOS_ALONE[code]
    elif code in SIGNED:
        holds = is_signed and status == 400
    elif code in WORDS:
        words = WORDS[code].get(status)
        holds = is_signed and words is not None and bool(re.fullmatch(words, message or "", re.DOTALL))
        holds = holds and (code != "invalid_json" or asked.sent_json)
    elif code == "too_many_request":
        holds = status == 429 and (path or "").startswith("/proxy/")
    else:
        has_findings = findings is not None and bool(findings.items)
        holds = code == "invalid_headers" and status == 400 and is_signed and has_findings
    return code if holds else None


def error(answer: Answer, asked: Asked, contains: str) -> dict[str, answer_oracle.Value]:
    """Every field of the error that the answer is."""
    failure = _failure(answer, asked)
    assert failure is not None, "the answer is a response"
    came = replace(answer, body=body_of(answer, asked.method))
    fields = answer_oracle.error(came, asked.method not in READ_ONLY, contains, failure.kind)
    fields.update(code=failure.code, server_message=failure.message)
    if failure.kind == "REFRESH_FAILED":
        fields["is_retryable"] = int(answer_oracle.GAVE_UP not in (failure.message or ""))
    return fields


def decoded(answer: Answer) -> Answer:
    """The response without its content coding, and without what the head says of it."""
    if answer.header("content-encoding") != "gzip":
        return answer
    headers = tuple((name, value) for name, value in answer.headers if name != "content-encoding")
    return replace(answer, body=gzip.decompress(answer.body), headers=headers)


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
