#!/usr/bin/env python3
"""Runs the conformance cases through the Python package: see ../README.md."""

from __future__ import annotations

import json
import os
import re
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Callable, NamedTuple, Union

import nango

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
#: The lowest time that Python can hold: RFC 3339 has a year 0, too.
LOWEST_MS = -62135596800000
MISSING = object()
#: Fields of the credentials that are no strings.
RICHER = frozenset({"app", "config_override", "data", "expires_at", "raw", "user"})


class Field(NamedTuple):
    """How a field is compared: what Python gives, and what is expected of it, in the same form."""

    got: Callable[[Any], Any]
    wanted: Callable[[Any], Any] = lambda expected: expected


# What is computed here from the text that the case expects


def canonical(value: Any) -> str:
    """JSON as a text that is equal for equal values, and tells 1, 1.0 and true apart."""
    return json.dumps(value, sort_keys=True, default=str)


def canonical_text(text: str | None) -> str | None:
    """The same for a value that is given as text."""
    return None if text is None else canonical(json.loads(text))


def moment(text: str | None) -> datetime | None:
    """A timestamp, read by Python's own parser; None if it is none."""
    if text is None:
        return None
    whole = re.sub(r"(\.[0-9]{6})[0-9]+", r"\1", text.upper().replace(" ", "T"))
    for form in ("%Y-%m-%dT%H:%M:%S.%f%z", "%Y-%m-%dT%H:%M:%S%z"):
        try:
            return datetime.strptime(whole, form)
        except ValueError:
            pass
    return None


# What Python gives


def text(value: Any) -> str | None:
    """A string, as C would give it: None for another type, and for what is no UTF-8 or holds U+0000."""
    is_text = isinstance(value, str) and not re.search("[\0\ud800-\udfff]", value)
    return value if is_text else None


def text_at(container: dict[str, Any], name: str) -> str | None:
    """A member that is a string."""
    return text(container.get(name))


def find(document: Any, pointer: str) -> Any:
    """The value that a JSON pointer (RFC 6901) names; MISSING if there is none."""
    if pointer == "":
        return document
    if not pointer.startswith("/") or re.search("~(?![01])", pointer):
        return MISSING
    value = document
    for token in pointer[1:].split("/"):
        name = token.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict):
            value = value.get(name, MISSING)
        elif isinstance(value, list) and re.fullmatch("0|[1-9][0-9]*", name) and int(name) < len(value):
            value = value[int(name)]
        else:
            return MISSING
    return value


def get_string(connection: nango.Connection, pointer: str) -> str | None:
    """The string that a JSON pointer names."""
    return text(find(connection.data, pointer))


def get_json(connection: nango.Connection, pointer: str) -> str | None:
    """The value that a JSON pointer names, as canonical text."""
    value = find(connection.data, pointer)
    return None if value is MISSING else canonical(value)


def credential(connection: nango.Connection, name: str) -> Any:
    """A credential as a program finds it: in its field of the dataclass, or among the data if it has none."""
    sent = text_at(connection.credentials.data, name)
    return sent if name in RICHER else getattr(connection.credentials, name, sent)


def time(name: str) -> Field:
    """A timestamp: as sent among the data, and as a datetime."""
    return Field(
        lambda connection: (text_at(connection.data, name), getattr(connection, name)),
        lambda expected: (expected, moment(expected)),
    )


def value_of(name: str) -> Field:
    """A JSON value, compared as a value."""

    def got(connection: nango.Connection) -> str | None:
        value = getattr(connection, name)
        return None if value is None else canonical(value)

    return Field(got, canonical_text)


def expires_at_ms(connection: nango.Connection) -> int | None:
    """The expiry as the number that C gives."""
    expires_at = connection.expires_at
    if expires_at != connection.credentials.expires_at:
        raise AssertionError("Connection and Credentials disagree about expires_at")
    return None if expires_at is None else (expires_at - EPOCH) // timedelta(milliseconds=1)


def plain(name: str) -> Field:
    """An attribute that has the same form in C."""
    return Field(lambda value: getattr(value, name))


def named_credential(field: str, sent_as: str | None = None) -> Field:
    """A credential with an accessor of its own in C."""

    def got(connection: nango.Connection) -> Any:
        sent = text_at(connection.credentials.data, sent_as or field)
        return getattr(connection.credentials, field, sent)

    return Field(got)


CONNECTION: dict[str, Field] = {
    "id": plain("id"),
    "connection_id": plain("connection_id"),
    "provider_config_key": plain("provider_config_key"),
    "provider": plain("provider"),
    "created_at": time("created_at"),
    "updated_at": time("updated_at"),
    "last_fetched_at": time("last_fetched_at"),
    "account_id": plain("account_id"),
    "webhook_url_override": plain("webhook_url_override"),
    "metadata_json": value_of("metadata"),
    "connection_config_json": value_of("connection_config"),
    "tags_json": value_of("tags"),
    "end_user_json": value_of("end_user"),
    "errors_json": value_of("errors"),
    "json": plain("json"),
    "auth_mode": Field(lambda connection: list(nango.AuthMode).index(connection.auth_mode)),
    "auth_mode_name": plain("auth_mode_name"),
    "token": plain("token"),
    "access_token": named_credential("access_token"),
    "refresh_token": named_credential("refresh_token"),
    "oauth_token": named_credential("oauth_token"),
    "oauth_token_secret": named_credential("oauth_token_secret"),
    "api_key": named_credential("api_key", "apiKey"),
    "username": named_credential("username"),
    "password": named_credential("password"),
    "credentials_json": Field(
        lambda connection: canonical(connection.credentials.data),
        lambda expected: canonical_text("{}" if expected is None else expected),
    ),
    "raw_json": Field(
        lambda connection: None if connection.credentials.raw is None else canonical(connection.credentials.raw),
        canonical_text,
    ),
    "expires_at": Field(lambda connection: text_at(connection.credentials.data, "expires_at")),
    "expires_at_ms": Field(
        expires_at_ms, lambda expected: None if expected is None or expected < LOWEST_MS else expected
    ),
}

LOOK_UPS: dict[str, tuple[Callable[[nango.Connection, str], Any], Callable[[Any], Any]]] = {
    "credential": (credential, lambda expected: expected),
    "get_string": (get_string, lambda expected: expected),
    "get_json": (get_json, canonical_text),
}

ERROR: dict[str, Field] = {
    "kind": Field(lambda error: int(error.kind)),
    "kind_name": Field(lambda error: error.kind.name),
    "http_status": Field(lambda error: error.http_status or 0),
    "code": plain("code"),
    "server_message": plain("server_message"),
    "body": plain("body"),
    "retry_after_ms": Field(lambda error: -1 if error.retry_after is None else round(error.retry_after * 1000)),
    "attempts": plain("attempts"),
    "is_retryable": Field(lambda error: int(error.is_retryable)),
}

Outcome = Union[nango.Connection, nango.NangoError]


def outcome(call: dict[str, Any]) -> Outcome:
    """Make the call of a case."""
    options = {name: call[name] for name in ("max_response_bytes", "user_agent", "allow_plaintext_http")}
    timeout_ms = call["timeout_ms"]
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
            return client.get_connection(
                call["connection_id"],
                call["provider_config_key"],
                force_refresh=call["force_refresh"],
                refresh_token=call["refresh_token"],
                refresh_github_app_jwt_token=call["refresh_github_app_jwt_token"],
                timeout=None if timeout_ms is None else timeout_ms / 1000,
            )
    except nango.NangoError as error:
        return error


class Comparison(NamedTuple):
    """One comparison that was made: a failure unless the two are equal."""

    what: str
    got: Any
    wanted: Any

    @property
    def failed(self) -> bool:
        """Whether what Python gives is something else than expected; True is not 1."""
        return type(self.got) is not type(self.wanted) or self.got != self.wanted


def compare_connection(connection: nango.Connection, expected: dict[str, Any]) -> list[Comparison]:
    """Compare every accessor and every look-up."""
    made = []
    for name, value in expected.items():
        if name in LOOK_UPS:
            look_up, wanted = LOOK_UPS[name]
            for argument, text in value.items():
                made.append(Comparison(f"{name}({argument!r})", look_up(connection, argument), wanted(text)))
        elif name in CONNECTION:
            field = CONNECTION[name]
            made.append(Comparison(name, field.got(connection), field.wanted(value)))
        else:
            made.append(Comparison(name, "no such field", value))
    return made


def compare_error(error: nango.NangoError, expected: dict[str, Any]) -> list[Comparison]:
    """Compare every field."""
    made = []
    for name, value in expected.items():
        if name == "message_contains":
            message = str(error)
            made.append(Comparison(name, message if value not in message else value, value))
        elif name in ERROR:
            made.append(Comparison(name, ERROR[name].got(error), value))
        else:
            made.append(Comparison(name, "no such field", value))
    return made


def went_the_other_way(result: Outcome, expected: dict[str, Any]) -> list[Comparison]:
    """Every comparison of the case, made and failed."""
    names = []
    for name, value in expected.items():
        names += [f"{name}({argument!r})" for argument in value] if isinstance(value, dict) else [name]
    return [Comparison(name, repr(result), "the other outcome") for name in names]


def run(case: dict[str, Any]) -> list[Comparison]:
    """Run one case."""
    result, expect = outcome(case["call"]), case["expect"]
    if isinstance(result, nango.Connection):
        if "connection" in expect:
            return compare_connection(result, expect["connection"])
        return went_the_other_way(result, expect["error"])
    if "error" in expect:
        return compare_error(result, expect["error"])
    return went_the_other_way(result, expect["connection"])


def main() -> int:
    """Run all cases; the exit code is 1 if a comparison failed."""
    cases = json.loads(Path(os.environ["NANGO_CONFORMANCE_CASES"]).read_text(encoding="utf-8"))
    comparisons = failures = 0
    for case in cases:
        for comparison in run(case):
            comparisons += 1
            if comparison.failed:
                failures += 1
                print(f"{case['name']}: {comparison.what}: got {comparison.got!r}, expected {comparison.wanted!r}")
    print(f"conformance python: {len(cases)} cases, {comparisons} comparisons, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
