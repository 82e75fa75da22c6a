"""Every accessor by its name, as JSON."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import nango
from pointer import MISSING, document, json_at, string_at, text_at

if TYPE_CHECKING:
    from calls import Download

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
#: The largest number that C has, where Python has a float.
LARGEST = 2**63 - 1
#: Fields of the credentials that are not strings.
RICHER = frozenset({"app", "config_override", "data", "expires_at", "raw", "user"})
#: Names that are attributes of a connection, and give what C does.
ATTRIBUTES = "id connection_id provider_config_key provider account_id webhook_url_override json auth_mode_name token"
DOCUMENTS = "metadata connection_config tags end_user errors"
TIMES = "created_at updated_at last_fetched_at"
#: Credentials with their own accessor in C, and the names under which they are sent.
CREDENTIALS = {"api_key": "apiKey"} | {
    name: name
    for name in ("access_token", "refresh_token", "oauth_token", "oauth_token_secret", "username", "password")
}


def credential(connection: nango.Connection, field: str, sent_as: str | None = None) -> Any:
    """A credential as a program finds it: in its field of the dataclass, or among the data if it has none."""
    sent = text_at(connection.credentials.data, sent_as or field)
    return sent if field in RICHER else getattr(connection.credentials, field, sent)


def time(connection: nango.Connection, name: str) -> list[Any]:
    """A time as sent, and as a datetime: the seconds since 1970 and the nanoseconds."""
    moment: datetime | None = getattr(connection, name)
    parts = None
    if moment is not None:
        seconds, rest = divmod(moment - EPOCH, timedelta(seconds=1))
        parts = [seconds, rest.microseconds * 1000]
    return [text_at(connection.data, name), parts]


def expires_at_ms(connection: nango.Connection) -> int | None:
    """The expiry as the number that C gives."""
    expires_at = connection.expires_at
    if expires_at != connection.credentials.expires_at:
        raise AssertionError("Connection and Credentials disagree about expires_at")
    return None if expires_at is None else (expires_at - EPOCH) // timedelta(milliseconds=1)


def of_connection(connection: nango.Connection) -> dict[str, Any]:
    """The accessors of a connection that have no argument."""
    return {
        **{name: getattr(connection, name) for name in ATTRIBUTES.split()},
        **{f"{name}_json": document(getattr(connection, name)) for name in DOCUMENTS.split()},
        **{name: time(connection, name) for name in TIMES.split()},
        **{name: credential(connection, name, sent_as) for name, sent_as in CREDENTIALS.items()},
        "auth_mode": list(nango.AuthMode).index(connection.auth_mode),
        "credentials_json": document(connection.credentials.data),
        "raw_json": document(connection.credentials.raw),
        "expires_at": text_at(connection.credentials.data, "expires_at"),
        "expires_at_ms": expires_at_ms(connection),
    }


def look_up_in_connection(connection: nango.Connection, function: str, argument: str) -> Any:
    """A look-up in a connection."""
    if function == "credential":
        return credential(connection, argument)
    return {"get_string": string_at, "get_json": json_at}[function](connection.data, argument)


def of_response(response: nango.Response, body: Download) -> dict[str, Any]:
    """The accessors of a response."""
    fields: dict[str, Any] = {
        "status": response.status_code,
        "header_count": len(response.headers.multi_items()),
    }
    if body.kept is not None:
        fields["body"] = body.kept.hex()
    return fields


def look_up_in_response(response: nango.Response, function: str, argument: str) -> Any:
    """A look-up in a response."""
    if function == "header":
        # Several with the same name are joined unless all are requested.
        return next(iter(response.headers.get_list(argument)), None)
    try:
        content = response.json()
    except ValueError:
        content = MISSING
    return {"get_string": string_at, "get_json": json_at}[function](content, argument)


def of_error(error: nango.NangoError) -> dict[str, Any]:
    """The fields of an error."""
    wait = error.retry_after
    return {
        "kind": int(error.kind),
        "kind_name": error.kind.name,
        "http_status": error.http_status or 0,
        "code": error.code,
        "server_message": error.server_message,
        "body": error.body,
        "retry_after_ms": -1 if wait is None else min(round(wait * 1000), LARGEST),
        "attempts": error.attempts,
        "is_retryable": int(error.is_retryable),
        "message": str(error),
    }
