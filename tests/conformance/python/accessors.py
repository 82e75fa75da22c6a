"""The fields that are compared, by the names of the format."""

from __future__ import annotations

import base64
import re
from datetime import datetime, timedelta, timezone
from typing import Any, Callable, NamedTuple, TypeVar

import nango
from calls import Answer
from pointer import MISSING, canonical, canonical_text, find, text, text_at

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
#: The lowest time that Python can hold: RFC 3339 has a year 0, too.
LOWEST_MS = -62135596800000
#: Fields of the credentials that are no strings.
RICHER = frozenset({"app", "config_override", "data", "expires_at", "raw", "user"})

Of = TypeVar("Of")
#: What Python gives for an argument, and what is expected of it, in the same form.
LookUps = dict[str, tuple[Callable[[Of, str], Any], Callable[[Any], Any]]]


class Field(NamedTuple):
    """How a field is compared: what Python gives, and what is expected of it, in the same form."""

    got: Callable[[Any], Any]
    wanted: Callable[[Any], Any] = lambda expected: expected


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


def string_at(document: Any, pointer: str) -> str | None:
    """The string that a JSON pointer names."""
    return text(find(document, pointer))


def json_at(document: Any, pointer: str) -> str | None:
    """The value that a JSON pointer names, as canonical text."""
    value = find(document, pointer)
    return None if value is MISSING else canonical(value)


def document_of(answer: Answer) -> Any:
    """What the body says as JSON; MISSING if it is none."""
    try:
        return answer.response.json()
    except ValueError:
        return MISSING


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

CONNECTION_LOOK_UPS: LookUps[nango.Connection] = {
    "credential": (credential, lambda expected: expected),
    "get_string": (lambda connection, pointer: string_at(connection.data, pointer), lambda expected: expected),
    "get_json": (lambda connection, pointer: json_at(connection.data, pointer), canonical_text),
}

RESPONSE: dict[str, Field] = {
    "status": Field(lambda answer: answer.response.status_code),
    "header_count": Field(lambda answer: len(answer.response.headers.multi_items())),
    "body_base64": Field(lambda answer: answer.body, base64.b64decode),
}


def first_header(answer: Answer, name: str) -> str | None:
    """The first header of a name; several are joined unless all are asked for."""
    return next(iter(answer.response.headers.get_list(name)), None)


RESPONSE_LOOK_UPS: LookUps[Answer] = {
    "header": (first_header, lambda expected: expected),
    "get_string": (lambda answer, pointer: string_at(document_of(answer), pointer), lambda expected: expected),
    "get_json": (lambda answer, pointer: json_at(document_of(answer), pointer), canonical_text),
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
