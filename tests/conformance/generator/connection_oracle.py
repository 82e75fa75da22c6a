"""What every accessor must give for the body of a 200, written a second time from the design, not from the library."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Union

from .jsontext import JsonError, Node, is_plain, look_up, parse_object

Value = Union[str, int, None]

AUTH_MODES = (
    "ABSENT UNKNOWN NONE OAUTH1 OAUTH2 OAUTH2_CC BASIC API_KEY APP APP_STORE CUSTOM TBA TABLEAU JWT BILL TWO_STEP "
    "SIGNATURE MCP_OAUTH2 MCP_OAUTH2_GENERIC INSTALL_PLUGIN AWS_SIGV4"
).split()

# The field that `token` gives, per mode. Modes that are not here need more than one string, or none.
TOKEN_FIELDS = {
    "OAUTH2": "access_token",
    "MCP_OAUTH2": "access_token",
    "MCP_OAUTH2_GENERIC": "access_token",
    "APP": "access_token",
    "APP_STORE": "access_token",
    "OAUTH2_CC": "token",
    "JWT": "token",
    "TWO_STEP": "token",
    "TABLEAU": "token",
    "SIGNATURE": "token",
    "API_KEY": "apiKey",
}

# Fields that must be usable strings when they are there: a program must not go on with half a credential.
GUARDED_FIELDS = (
    "type access_token refresh_token oauth_token oauth_token_secret apiKey username password token"
).split()

_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.([0-9]+))?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))"
)


class DecodeError(ValueError):
    """The response contradicts Nango's documentation; `pointer` is where, or empty if it is not a JSON object."""

    def __init__(self, pointer: str) -> None:
        super().__init__(pointer)
        self.pointer = pointer


def unix_ms(text: str | None) -> int | None:
    """RFC 3339 as milliseconds since 1970, the fraction cut off; None if it is something else."""
    match = _TIME.fullmatch(text) if text is not None else None
    if match is None:
        return None
    day, clock, fraction, sign, hours, minutes = match.groups()
    try:
        moment = datetime.datetime.strptime(f"{day} {clock}", "%Y-%m-%d %H:%M:%S")
    except ValueError:
        return None
    offset = 0
    if sign is not None:
        if int(hours) > 23 or int(minutes) > 59:
            return None
        offset = (int(hours) * 60 + int(minutes)) * (1 if sign == "+" else -1)
    since = moment - datetime.datetime(1970, 1, 1)
    seconds = since.days * 86400 + since.seconds - offset * 60
    return seconds * 1000 + int(((fraction or "") + "000")[:3])


def decode(body: bytes) -> tuple[Node, Node | None]:
    """The document and its credentials, or a DecodeError."""
    try:
        root = parse_object(body)
    except JsonError as error:
        raise DecodeError("") from error
    for name in ("connection_id", "provider_config_key"):
        node = root.get(name)
        if node is None or node.plain() is None:
            raise DecodeError(f"/{name}")
    credentials = root.get("credentials")
    if credentials is None or credentials.kind == "null":
        return root, None
    if credentials.kind != "object":
        raise DecodeError("/credentials")
    for name in GUARDED_FIELDS:
        node = credentials.get(name)
        if node is not None and node.kind != "null" and node.plain() is None:
            raise DecodeError(f"/credentials/{name}")
    return root, credentials


def fields(body: bytes) -> dict[str, Value]:
    """Every accessor without an argument."""
    root, credentials = decode(body)

    def string(name: str) -> str | None:
        node = root.get(name)
        return node.plain() if node is not None else None

    def text(name: str, kind: str) -> str | None:
        node = root.get(name)
        return node.text if node is not None and node.kind == kind else None

    def integer(name: str) -> int | None:
        node = root.get(name)
        return node.integer() if node is not None else None

    mode = _string(credentials, "type")
    raw = credentials.get("raw") if credentials is not None else None
    expires_at = _string(credentials, "expires_at")
    return {
        "id": integer("id") or 0,
        "connection_id": string("connection_id"),
        "provider_config_key": string("provider_config_key"),
        "provider": string("provider"),
        "created_at": string("created_at"),
        "updated_at": string("updated_at"),
        "last_fetched_at": string("last_fetched_at"),
        "account_id": integer("account_id"),
        "webhook_url_override": string("webhook_url_override"),
        "metadata_json": text("metadata", "object"),
        "connection_config_json": text("connection_config", "object"),
        "tags_json": text("tags", "object"),
        "end_user_json": text("end_user", "object"),
        "errors_json": text("errors", "array"),
        "json": root.text,
        "auth_mode": _mode_number(credentials, mode),
        "auth_mode_name": mode,
        "token": _string(credentials, TOKEN_FIELDS[mode]) if mode in TOKEN_FIELDS else None,
        "access_token": _string(credentials, "access_token"),
        "refresh_token": _string(credentials, "refresh_token"),
        "oauth_token": _string(credentials, "oauth_token"),
        "oauth_token_secret": _string(credentials, "oauth_token_secret"),
        "api_key": _string(credentials, "apiKey"),
        "username": _string(credentials, "username"),
        "password": _string(credentials, "password"),
        "credentials_json": credentials.text if credentials is not None else None,
        "raw_json": raw.text if raw is not None and raw.kind != "null" else None,
        "expires_at": expires_at,
        "expires_at_ms": unix_ms(expires_at),
    }


def look_ups(
    body: bytes, credential: Iterable[str], get_string: Iterable[str], get_json: Iterable[str]
) -> dict[str, dict[str, str | None]]:
    """Every accessor with an argument, for the arguments given."""
    root, credentials = decode(body)

    def string(pointer: str) -> str | None:
        node = look_up(root, pointer)
        return node.plain() if node is not None else None

    def text(pointer: str) -> str | None:
        node = look_up(root, pointer)
        return node.text if node is not None else None

    arguments = [*credential, *get_string, *get_json]
    assert all(is_plain(argument) for argument in arguments), "no language can be given this argument"
    return {
        "credential": {name: _string(credentials, name) for name in credential},
        "get_string": {pointer: string(pointer) for pointer in get_string},
        "get_json": {pointer: text(pointer) for pointer in get_json},
    }


def _string(credentials: Node | None, name: str) -> str | None:
    node = credentials.get(name) if credentials is not None else None
    return node.plain() if node is not None else None


def _mode_number(credentials: Node | None, mode: str | None) -> int:
    if credentials is None or not credentials.members:
        return AUTH_MODES.index("ABSENT")
    known = mode in AUTH_MODES[2:]
    return AUTH_MODES.index(mode if known and mode is not None else "UNKNOWN")
