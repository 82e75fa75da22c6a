"""Cases from the recorded exchanges through the proxy of a real server."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

from . import proxy_oracle
from .answer_oracle import Answer
from .case import Json
from .proxied import OCTETS, Body, Look, ProxyCall, Sent, answered
from .recorded import DEFAULT_KEY, HOP_HEADERS

PREFIX = "nango-proxy-"
FRAMING = ("host", "authorization", "connection-id", "provider-config-key", "content-type")
#: Responses of Nango itself that were recorded on other routes, and that a proxied request gets as well.
NANGOS_ANYWHERE = re.compile(r"err_401_\w+|err_403_proxy_key")
#: What the library cannot be made to send: no key, no ids, settings and escapes that it refuses or repairs.
NOT_SENT = frozenset(
    (
        "proxy_bad_escape",
        "proxy_base_url_override_bad",
        "proxy_err_decompress",
        "proxy_err_no_auth",
        "proxy_err_no_headers",
        "proxy_err_retry_on",
        "proxy_override_scheme",
    )
)


def cases(directory: Path) -> list[Json]:
    """The cases of this group."""
    found = []
    for path in sorted((*directory.glob("*.json"), *directory.glob("proxy/*.json")), key=lambda path: path.name):
        record = json.loads(path.read_text(encoding="utf-8"))
        if record["request"]["target"].startswith("/proxy/") or NANGOS_ANYWHERE.fullmatch(path.stem):
            found.append(_case(path.stem, record))
    return found


def _case(name: str, record: dict[str, Any]) -> Json:
    request, answer = record["request"], _answer(record["response"], record["request"]["method"])
    is_proxied = request["target"].startswith("/proxy/")
    call, passed, is_whole = _call(request, keeps_settings=name not in NOT_SENT)
    kind = proxy_oracle.kind(answer, call.asked())
    _check(name, record["response"], kind)
    as_sent = is_whole and is_proxied and name not in NOT_SENT
    how = "as recorded" if as_sent else "recorded answer to a request that the library cannot be made to send"
    says = {"status": answer.status} if kind is None else {"kind_name": kind, "http_status": answer.status}
    return answered(
        name if is_proxied else f"proxied_{name}",
        f"{answer.status} {kind or 'of the external API'}, {how}.",
        answer,
        call,
        look=Look(header=("Content-Type", "etag", "x-request-id"), get_string=("/method", "/message", "/n")),
        sent=Sent(request["target"] if is_proxied and name not in NOT_SENT else None, passed),
        **says,
    )


def _check(name: str, response: dict[str, Any], kind: str | None) -> None:
    """Fail if the oracle says other than the recording: its external API gave each error of its own a number."""
    is_of_the_external_api = response["status"] < 400 or response["headers"].get("x-request-id", "").startswith("up-")
    assert (kind is None) == is_of_the_external_api, f"{name}: {kind}"


def _call(request: dict[str, Any], keeps_settings: bool) -> tuple[ProxyCall, dict[str, str], bool]:
    """The call, the headers that reach the external API, and whether it has all that was recorded."""
    headers = dict(request["headers"])
    passed = {name: value for name, value in headers.items() if name.startswith(PREFIX)}
    settings: dict[str, Any] = {}
    if "base-url-override" in headers and keeps_settings:
        settings["base_url_override"] = headers["base-url-override"]
    if "retries" in headers and keeps_settings:
        settings["retries"] = int(headers["retries"])
    if "retry-on" in headers and keeps_settings:
        settings["retry_on"] = [int(status) for status in headers["retry-on"].split(",")]
    if "decompress" in headers and keeps_settings:
        settings["decompress"] = True
    if headers.get("content-type", OCTETS) != OCTETS:
        settings["nango_parses_body"] = True
    key = re.fullmatch(r"Bearer ([!-~]+)", headers.get("authorization", ""))
    of_library = {*FRAMING, *passed, "base-url-override", "retries", "retry-on", "decompress"}
    options = {"secret_key": key.group(1)} if key is not None and key.group(1) != DEFAULT_KEY else {}
    call = ProxyCall(
        method=request["method"],
        endpoint=_endpoint(request["target"]) if keeps_settings else "/x",
        headers=[(name[len(PREFIX) :], value) for name, value in passed.items()],
        body=_body(request),
        settings=settings,
        connection_id=headers.get("connection-id", "fresh"),
        provider_config_key=headers.get("provider-config-key", "fake-oauth2"),
        options=options,
    )
    # Of a body the library always tells the external API what it is.
    is_told = "content-type" not in headers or f"{PREFIX}content-type" in headers
    return call, passed, is_told and headers.keys() <= of_library


def _endpoint(target: str) -> str:
    return target.removeprefix("/proxy") if target.startswith("/proxy/") else "/x"


def _body(request: dict[str, Any]) -> Body | None:
    text = request.get("body")
    if text is None:
        return None
    # Binary bodies are recorded as Python writes bytes.
    content = ast.literal_eval(text) if text.startswith("b'") else text.encode("utf-8")
    return Body(content, request["headers"]["content-type"])


def _answer(response: dict[str, Any], method: str) -> Answer:
    body = response["body"].encode("utf-8")
    if method == "HEAD":
        # Which does not come: only its length counts.
        body = b"x" * int(response["headers"].get("content-length", "0"))
    headers = [(name, value) for name, value in response["headers"].items() if name not in HOP_HEADERS]
    return Answer(response["status"], body, tuple(headers))
