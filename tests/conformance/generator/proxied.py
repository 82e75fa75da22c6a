"""Builds a case of a call through the proxy: as in `case`, the oracle must agree with the definition by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Union

from . import answer_oracle, proxy_oracle
from .answer_oracle import Answer
from .case import Json, agree, assemble, bytes_as, percent, served, short
from .samples import compact

End = Union[str, dict[str, int]]
OCTETS = "application/octet-stream"
MULTIPART = "multipart/form-data"


@dataclass(frozen=True)
class Body:
    """The body of a request, and where it comes from."""

    content: bytes = b"{}"
    content_type: str | None = "application/json"
    source: str = "memory"

    def to_json(self) -> Json:
        given: Json = bytes_as("text", self.content)
        if self.content_type is not None:
            given["content_type"] = self.content_type
        if self.source != "memory":
            given["from"] = self.source
        return given

    def framing(self) -> dict[str, str | None]:
        """The header that announces how long it is."""
        if self.source == "reader":
            return {"transfer-encoding": "chunked"}
        return {"content-length": str(len(self.content))}


@dataclass(frozen=True)
class ProxyCall:
    """The call to make. `settings` are members of a case's `proxy`, `options` of its `call`, by their names there."""

    method: str = "GET"
    endpoint: str = "/v1/items"
    query: Sequence[tuple[str, str]] = ()
    headers: Sequence[tuple[str, str]] = ()
    body: Body | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)
    connection_id: str = "fresh"
    provider_config_key: str = "fake-oauth2"
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def verb(self) -> str:
        """The method as it is sent."""
        return self.method.upper()

    def asked(self) -> proxy_oracle.Asked:
        """What the oracle has to know of it."""
        transport = self.sent_headers().get("content-type") or ""
        return proxy_oracle.Asked(self.verb, proxy_oracle.media_type(transport) == "application/json")

    def to_json(self) -> Json:
        given: Json = {"connection_id": self.connection_id, "provider_config_key": self.provider_config_key}
        proxy: Json = {"method": self.method, "endpoint": short(self.endpoint)}
        for name, pairs in {"query": self.query, "headers": self.headers}.items():
            if pairs:
                proxy[name] = [list(pair) for pair in pairs]
        if self.body is not None:
            proxy["body"] = self.body.to_json()
        proxy.update(self.settings)
        return {**given, **self.options, "proxy": proxy}

    def target(self) -> str:
        """The target of a plain endpoint. For others a case states it by hand."""
        assert self.endpoint.isascii() and self.endpoint.startswith("/"), self.endpoint
        pairs = [f"{percent(name)}={percent(value)}" for name, value in self.query]
        mark = "&" if "?" in self.endpoint else "?"
        return f"/proxy{self.endpoint}" + (mark + "&".join(pairs) if pairs else "")

    def sent_headers(self) -> dict[str, str | None]:
        """The resulting headers, except those that reach the external API."""
        headers: dict[str, str | None] = {
            "connection-id": self.connection_id,
            "provider-config-key": self.provider_config_key,
        }
        if "base_url_override" in self.settings:
            headers["base-url-override"] = self.settings["base_url_override"]
        if "retries" in self.settings:
            headers["retries"] = str(self.settings["retries"])
        if self.settings.get("retry_on"):
            headers["retry-on"] = ",".join(map(str, self.settings["retry_on"]))
        if self.settings.get("decompress"):
            headers["decompress"] = "true"
        if self.settings.get("forward_headers_on_redirect"):
            headers["forward-headers-on-redirect"] = "true"
        if self.body is not None:
            headers.update(self.body.framing())
            headers.update(self._types(self.body))
        elif self.verb in ("POST", "PUT", "PATCH"):
            headers["content-length"] = "0"
        return headers

    def _types(self, body: Body) -> dict[str, str | None]:
        """What Nango is told of the body, which it leaves alone unless it is to parse it, and what the API is told."""
        named = [value for name, value in self.headers if name.lower() == "content-type"]
        told = named[0] if named else body.content_type or OCTETS
        if not self.settings.get("nango_parses_body"):
            return {"content-type": OCTETS, "nango-proxy-content-type": told}
        is_multipart = told.split(";")[0].strip().lower() == MULTIPART
        return {
            "content-type": body.content_type or told,
            "nango-proxy-content-type": MULTIPART if is_multipart else told,
        }


PLAIN = ProxyCall()
OK = Answer(200, b'{"ok":true}', (("content-type", "application/json"), ("etag", '"echo"')))


@dataclass(frozen=True)
class Look:
    """The arguments for the accessors that take one."""

    header: Sequence[str] = ("content-type", "no-such-header")
    get_string: Sequence[str] = ("/message", "/no/such/value")
    get_json: Sequence[str] = ("", "/no/such/value")


@dataclass(frozen=True)
class Sent:
    """What a case says by hand of the request: the target, and headers, as those that reach the external API."""

    target: str | None = None
    passed: Mapping[str, str] = field(default_factory=dict)


def answered(
    name: str,
    why: str,
    answer: Answer = OK,
    call: ProxyCall = PLAIN,
    *,
    look: Look | None = None,
    sent: Sent | None = None,
    end: End | None = None,
    contains: str = "",
    **says: object,
) -> Json:
    """A case whose call leads to a request and to this response. `says` is its purpose, by hand."""
    exchange = _exchange(call, answer, sent or Sent(), end)
    if proxy_oracle.kind(answer, call.asked()) is not None:
        expect: Json = {"error": proxy_oracle.error(answer, call.asked(), contains)}
    else:
        decoded = proxy_oracle.decoded(answer)
        says_length = end != "close" and decoded is answer
        expect = {"response": _response(decoded, call, look or Look(), says_length=says_length)}
    (fields,) = expect.values()
    agree(name, fields, says)
    return _sent(name, why, call, exchange, expect)


def broken(
    name: str,
    why: str,
    answer: Answer,
    end: End | None,
    kind: str,
    contains: str,
    call: ProxyCall = PLAIN,
    retryable: bool = False,
) -> Json:
    """A case whose response has a body that cannot be read or collected."""
    expected = answer_oracle.unanswered(kind, contains, answer.status, attempts=1, retryable=retryable)
    return _sent(name, why, call, _exchange(call, answer, Sent(), end), {"error": expected})


def unreachable(name: str, why: str, call: ProxyCall) -> Json:
    """A case without a server."""
    expected = answer_oracle.unanswered("CONNECT", "", attempts=1, retryable=True)
    return assemble(name, why, call.to_json(), [], {"error": expected})


def refused(name: str, why: str, call: ProxyCall, contains: str, in_c: ProxyCall | None = None) -> Json:
    """A case whose arguments are rejected: nothing is sent. `in_c` is the case in C, if its arguments can be sent."""
    case = assemble(name, why, call.to_json(), [], {"error": answer_oracle.unanswered("INVALID_ARGUMENT", contains)})
    if in_c is None:
        return case
    answer = nango_says(404, "unknown_provider_config")
    passed = {f"nango-proxy-{header.lower()}": value for header, value in in_c.headers}
    exchange = _exchange(in_c, answer, Sent(passed=passed), None)
    return {
        **case,
        "in_c": {"exchanges": [exchange], "expect": {"error": proxy_oracle.error(answer, in_c.asked(), "")}},
    }


def _sent(name: str, why: str, call: ProxyCall, exchange: Json, expect: Json) -> Json:
    """A case of one exchange."""
    return assemble(name, why, call.to_json(), [exchange], expect)


def nango_says(status: int, code: str | None, message: str | None = None, **more: object) -> Answer:
    """A failure of Nango's own, signed."""
    said = {key: value for key, value in {"code": code, "message": message, **more}.items() if value is not None}
    return signed(Answer(status, compact({"error": said}).encode("utf-8")))


def signed(answer: Answer, etag: str | None = None) -> Answer:
    """The response with this ETag, or with the one that Nango's server makes."""
    etag = proxy_oracle.signature(answer.body) if etag is None else etag
    return replace(unsigned(answer), headers=(*unsigned(answer).headers, ("etag", etag)))


def unsigned(answer: Answer) -> Answer:
    """The response without an ETag."""
    return replace(answer, headers=tuple(header for header in answer.headers if header[0] != "etag"))


def _exchange(call: ProxyCall, answer: Answer, sent: Sent, end: End | None) -> Json:
    request: Json = {
        "method": call.verb,
        "target": short(sent.target or call.target()),
        "headers": {**call.sent_headers(), **sent.passed},
    }
    if call.body is not None:
        request.update(bytes_as("body", call.body.content))
    return {"request": request, "response": {**served(answer), **({"end": end} if end is not None else {})}}


def _response(answer: Answer, call: ProxyCall, look: Look, says_length: bool) -> Json:
    def header(name: str) -> str | None:
        # Only ASCII has another case in a header's name.
        wanted = name.lower() if name.isascii() else name
        return str(len(answer.body)) if wanted == "content-length" else answer.header(wanted)

    body = proxy_oracle.body_of(answer, call.verb)
    expected: Json = {
        "status": answer.status,
        "header_count": proxy_oracle.header_count(answer, says_length),
        **bytes_as("body", body),
        "header": {name: header(name) for name in look.header},
    }
    if "read_size" not in call.settings:
        expected.update(proxy_oracle.look_ups(body, look.get_string, look.get_json))
    return expected
