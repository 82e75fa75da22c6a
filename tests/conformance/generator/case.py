"""Builds a case: the definition states its purpose, the oracles compute the rest."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from . import answer_oracle, connection_oracle
from .answer_oracle import Answer
from .connection_oracle import Value

Json = dict[str, Any]

UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
FLAGS = ("force_refresh", "refresh_token", "refresh_github_app_jwt_token")


@dataclass(frozen=True)
class Call:
    """The call to make. `options` are the other members of a case's `call`, as the case files name them."""

    connection_id: str = "rich"
    provider_config_key: str = "github"
    route: str = "auto"
    flags: Sequence[str] = ()
    options: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> Json:
        given: Json = {"connection_id": self.connection_id, "provider_config_key": self.provider_config_key}
        if self.route != "auto":
            given["route"] = self.route
        given.update((flag, True) for flag in FLAGS if flag in self.flags)
        given.update(self.options)
        return given

    def targets(self, base_path: str = "") -> list[str]:
        """The request targets that the call may lead to, in order."""
        segment = self.connection_id if self.connection_id not in (".", "..") else None
        path = percent(segment) if segment is not None else "%2E" * len(self.connection_id)
        query = "provider_config_key=" + percent(self.provider_config_key)
        query += "".join(f"&{flag}=true" for flag in FLAGS if flag in self.flags)
        routes = {"auto": ("connection", "connections")}.get(self.route, (self.route,))
        return [f"{base_path}/{route}/{path}?{query}" for route in routes]


def percent(text: str) -> str:
    """Everything but unreserved characters as %XX of its UTF-8."""
    return "".join(chr(byte) if byte in UNRESERVED else f"%{byte:02X}" for byte in text.encode("utf-8"))


# So that a response is judged by itself.
ONE_ROUTE = Call(route="connection")


@dataclass(frozen=True)
class Look:
    """The arguments for the accessors that take one."""

    credential: Sequence[str] = ("type", "no_such_field")
    get_string: Sequence[str] = ("/connection_id", "/no/such/value")
    get_json: Sequence[str] = ("/id", "/no/such/value")


def connection(
    name: str,
    why: str,
    answers: Answer | Sequence[Answer],
    says: Mapping[str, object],
    call: Call | None = None,
    look: Look | None = None,
    sent_headers: Mapping[str, str | None] | None = None,
    base_path: str = "",
) -> Json:
    """A case whose call succeeds. `says` is its purpose, by hand; the oracle must agree and adds the rest."""
    call, look, answers = call or Call(), look or Look(), _list(answers)
    body = answers[-1].body
    expected: Json = dict(connection_oracle.fields(body))
    expected.update(connection_oracle.look_ups(body, look.credential, look.get_string, look.get_json))
    agree(name, expected, says)
    return assemble(
        name, why, call.to_json(), _exchanges(name, call, answers, sent_headers, base_path), {"connection": expected}
    )


def failure(
    name: str,
    why: str,
    answers: Answer | Sequence[Answer],
    says: Mapping[str, object],
    call: Call | None = None,
    contains: str = "",
) -> Json:
    """A case whose call fails because of the server's response."""
    call, answers = call or Call(), _list(answers)
    may_rotate = "force_refresh" in call.flags or "refresh_github_app_jwt_token" in call.flags
    contains = contains or _named_by_the_message(answers[-1])
    expected = answer_oracle.error(answers[-1], may_rotate, contains)
    agree(name, expected, says)
    return assemble(name, why, call.to_json(), _exchanges(name, call, answers, None, ""), {"error": expected})


def refusal(name: str, why: str, answer: Answer, kind: str, call: Call = ONE_ROUTE, **says: object) -> Json:
    """A failure of this kind, by default requested from one route only."""
    return failure(name, why, answer, {"kind_name": kind, **says}, call)


def too_large(name: str, why: str, answer: Answer, call: Call) -> Json:
    """A case whose response is over the limit."""
    expected = answer_oracle.unanswered("TOO_LARGE", "max_response_bytes", http_status=answer.status, attempts=1)
    return assemble(name, why, call.to_json(), _exchanges(name, call, [answer], None, ""), {"error": expected})


def refused(name: str, why: str, call: Call, contains: str, in_c: Json | None = None) -> Json:
    """A case whose arguments are rejected: nothing is sent."""
    case = assemble(name, why, call.to_json(), [], {"error": answer_oracle.unanswered("INVALID_ARGUMENT", contains)})
    return {**case, "in_c": in_c} if in_c is not None else case


def in_c_not_found(call: Call, sent_headers: Mapping[str, str | None] | None = None) -> Json:
    """The result in C of a call whose arguments end at U+0000: the shorter name, which does not exist."""
    short = replace(
        call,
        connection_id=call.connection_id.split("\0")[0],
        provider_config_key=call.provider_config_key.split("\0")[0],
    )
    answer = Answer(404, b'{"error":{"code":"not_found","message":"Failed to find connection"}}')
    return {
        "exchanges": _exchanges("", short, [answer], sent_headers, ""),
        "expect": {"error": answer_oracle.error(answer, may_change=False, contains="")},
    }


def unreachable(name: str, why: str, call: Call) -> Json:
    """A case without a server."""
    expected = answer_oracle.unanswered("CONNECT", "", attempts=1, retryable=True)
    return assemble(name, why, call.to_json(), [], {"error": expected})


def _list(answers: Answer | Sequence[Answer]) -> list[Answer]:
    return [answers] if isinstance(answers, Answer) else list(answers)


def _named_by_the_message(answer: Answer) -> str:
    """The names that the library's message must contain in any case."""
    kind = answer_oracle.kind(answer)
    if kind == "DECODE":
        try:
            connection_oracle.decode(answer.body)
        except connection_oracle.DecodeError as error:
            return error.pointer
    return "base_url" if kind == "NOT_NANGO" else ""


def agree(name: str, expected: Mapping[str, object], says: Mapping[str, object]) -> None:
    """Stop unless the oracle agrees with the purpose of the case."""
    assert says, f"{name}: a case must say what it is about"
    for key, value in says.items():
        if key not in expected or expected[key] != value:
            raise AssertionError(f"{name}: {key}: by hand {value!r}, by the oracle {expected.get(key)!r}")


def _exchanges(
    name: str, call: Call, answers: Sequence[Answer], headers: Mapping[str, str | None] | None, base_path: str
) -> list[Json]:
    gone = call.route == "auto" and answer_oracle.is_gone(answers[0])
    assert len(answers) == (2 if gone else 1), f"{name}: the call does not lead to {len(answers)} requests"
    exchanges = []
    for target, answer in zip(call.targets(base_path), answers):
        request: Json = {"target": target}
        if headers:
            request["headers"] = dict(headers)
        exchanges.append({"request": request, "response": served(answer)})
    return exchanges


def served(answer: Answer) -> Json:
    """The response as a case has it."""
    headers = [list(header) for header in answer.headers]
    return {"status": answer.status, "headers": headers, **bytes_as("body", answer.body)}


def bytes_as(name: str, value: bytes) -> Json:
    """The member that holds bytes: as text if they are text."""
    try:
        return {name: short(value.decode("utf-8"))}
    except UnicodeDecodeError:
        return {"base64" if name == "text" else f"{name}_base64": base64.b64encode(value).decode("ascii")}


def assemble(name: str, why: str, call: Json, exchanges: list[Json], expect: Json) -> Json:
    """The case as a file has it."""
    assert re.fullmatch(r"[a-z0-9_]+", name), name
    given: Json = {"name": name, "why": why, "call": call, "exchanges": exchanges}
    given["expect"] = {outcome: _shortened(expected) for outcome, expected in expect.items()}
    return given


def _shortened(expected: Mapping[str, Any]) -> Json:
    return {
        key: _shortened(value) if isinstance(value, dict) else short(value) if isinstance(value, str) else value
        for key, value in expected.items()
    }


def short(text: str) -> str | list[str | list[str | int]]:
    """The text, or its parts if it holds long runs: a part is a string or [string, how often]."""
    parts: list[str | list[str | int]] = []
    at = 0
    for run in re.finditer(r"(.{1,8}?)\1{59,}", text, re.DOTALL):
        if run.start() > at:
            parts.append(text[at : run.start()])
        parts.append([run.group(1), len(run.group()) // len(run.group(1))])
        at = run.end()
    if not parts:
        return text
    return parts + ([text[at:]] if at < len(text) else [])


__all__ = [
    "ONE_ROUTE",
    "Answer",
    "Call",
    "Json",
    "Look",
    "Value",
    "agree",
    "assemble",
    "bytes_as",
    "connection",
    "failure",
    "in_c_not_found",
    "percent",
    "refusal",
    "refused",
    "served",
    "short",
    "too_large",
    "unreachable",
]
