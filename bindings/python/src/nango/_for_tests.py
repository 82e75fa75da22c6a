"""Connections and errors for unit tests, made without a server: what `nango.testing` offers.

The library makes them, as it makes those of a call: what is a token, say, is decided there.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from ctypes import byref
from datetime import datetime, timezone
from typing import Any, Optional, Union

from . import _arguments as arguments
from . import _ffi
from ._auth_mode import AuthMode
from ._connection import Connection
from ._convert import take_error
from ._credentials import CLASSES, Credentials
from ._errors import ErrorKind, InvalidArgumentError, NangoError
from ._ffi import lib
from ._kinds import TIMESTAMP
from ._read_connection import read_connection
from ._webhook_headers import SIGNATURE_HEADER

#: When a connection was made, unless the test says.
_CREATED = datetime(2026, 1, 1, tzinfo=timezone.utc)
#: Credentials that Nango spells unlike the attribute.
_SENT_AS = {"api_key": "apiKey", "jwt_token": "jwtToken"}
#: What Nango has in an object for the two parts of CUSTOM credentials.
_PARTS_OF_CUSTOM = {"app": "APP", "user": "OAUTH2"}


def connection(
    connection_id: str = "customer-1",
    provider_config_key: str = "github",
    *,
    provider: Optional[str] = None,
    auth_mode: Union[AuthMode, str, None] = None,
    credentials: Optional[Mapping[str, Any]] = None,
    access_token: Optional[str] = None,
    refresh_token: Optional[str] = None,
    api_key: Optional[str] = None,
    username: Optional[str] = None,
    password: Optional[str] = None,
    expires_at: Optional[datetime] = None,
    metadata: Optional[Mapping[str, Any]] = None,
    connection_config: Optional[Mapping[str, Any]] = None,
    tags: Optional[Mapping[str, str]] = None,
    end_user: Optional[Mapping[str, Any]] = None,
    errors: Optional[list[Mapping[str, Any]]] = None,
    webhook_url_override: Optional[str] = None,
    id: int = 1,  # noqa: A002 - as the attribute is called
    created_at: datetime = _CREATED,
    updated_at: Optional[datetime] = None,
    last_fetched_at: Optional[datetime] = None,
) -> Connection:
    """Make a connection as `Client.get_connection` returns it, without a server.

    connection(access_token="invented-token").token
    connection("customer-7", "freshdesk", username="ada", password="invented").authorization()
    connection(auth_mode="AWS_SIGV4").credentials.region

    Without anything about the credentials they are of OAuth 2, with an invented access token that does not expire.

    Args:
        connection_id: The id of the connection.
        provider_config_key: The integration that it belongs to.
        provider: The external API; by default the name of the integration.
        auth_mode: The auth mode, such as "JWT". Every text of its credentials is then invented.
        credentials: The credentials as Nango sends them, such as {"type": "API_KEY", "apiKey": "invented"}, or with
            the names that they have in Python (api_key). `auth_mode` may say the type.
        access_token: The token of OAUTH2 credentials, or of another mode if `auth_mode` says so.
        refresh_token: Their refresh token.
        api_key: The key of API_KEY credentials.
        username: The name of BASIC credentials, or of another mode if `auth_mode` says so.
        password: Their password.
        expires_at: When the credentials expire: never, by default.
        metadata: What your product stored with the connection.
        connection_config: What the connection was configured with.
        tags: The tags.
        end_user: The customer's user, such as {"id": "ada"}.
        errors: What is wrong with the connection, such as [{"type": "auth", "log_id": "x"}].
        webhook_url_override: Where Nango sends this connection's webhooks.
        id: Nango's own number of the connection.
        created_at: When the connection was made.
        updated_at: When it was changed; by default when it was made.
        last_fetched_at: When it was last asked for.

    Raises:
        InvalidArgumentError: An argument cannot be used; the message names it.
    """
    for name, value in (("connection_id", connection_id), ("provider_config_key", provider_config_key)):
        arguments.text(name, value)
    texts = {
        "access_token": access_token,
        "refresh_token": refresh_token,
        "api_key": api_key,
        "username": username,
        "password": password,
    }
    given = {name: value for name, value in texts.items() if value is not None}
    for name, value in given.items():
        arguments.text(name, value)
    sent = _credentials(auth_mode, credentials, given)
    if expires_at is not None:
        if not sent:
            raise InvalidArgumentError("ABSENT credentials have no expires_at: they have nothing")
        sent["expires_at"] = TIMESTAMP.write("expires_at", expires_at)
    made = TIMESTAMP.write("created_at", created_at)
    document = {
        "id": id,
        "connection_id": connection_id,
        "provider_config_key": provider_config_key,
        "provider": provider_config_key if provider is None else provider,
        "errors": errors or [],
        "end_user": end_user,
        "tags": tags or {},
        "metadata": metadata,
        "connection_config": connection_config or {},
        "webhook_url_override": webhook_url_override,
        "created_at": made,
        "updated_at": made if updated_at is None else TIMESTAMP.write("updated_at", updated_at),
        "last_fetched_at": None if last_fetched_at is None else TIMESTAMP.write("last_fetched_at", last_fetched_at),
        "credentials": sent,
    }
    return _read(json.dumps(document, default=_as_dict))


def _credentials(
    auth_mode: Union[AuthMode, str, None], credentials: Optional[Mapping[str, Any]], given: Mapping[str, str]
) -> dict[str, Any]:
    """The credentials as Nango sends them."""
    if credentials is not None and given:
        raise InvalidArgumentError(f"credentials and {' and '.join(given)} exclude each other: pass one of them")
    if credentials is not None:
        named = {_SENT_AS.get(name, name): value for name, value in credentials.items()}
        if not named:
            return {}
        if auth_mode is not None:
            named.setdefault("type", str(auth_mode))
        if not isinstance(named.get("type"), str):
            raise InvalidArgumentError(f'credentials have no "type": add it, or pass auth_mode, one of {_modes()}')
        return named
    mode = _mode(auth_mode or _mode_of(given))
    cls = CLASSES[mode]
    own = cls._names[len(Credentials._names) :]
    stray = [name for name in given if _field(name, own) is None]
    if stray:
        raise InvalidArgumentError(f"{mode} credentials have no {stray[0]}: they have {', '.join(own) or 'nothing'}")
    if mode is AuthMode.ABSENT:
        return {}
    invented = {
        _SENT_AS.get(name, name): _invented(name)
        for name in own
        # Nango sends it only when it is asked to.
        if name not in ("refresh_token", "config_override")
    }
    passed = {_SENT_AS.get(str(_field(name, own)), str(_field(name, own))): value for name, value in given.items()}
    return {"type": mode.value, **invented, **passed}


def _field(name: str, own: tuple[str, ...]) -> Optional[str]:
    """The credential that an argument stands for: some modes call their access token `token`."""
    if name == "access_token" and name not in own:
        name = "token"
    return name if name in own else None


def _mode_of(given: Mapping[str, str]) -> AuthMode:
    if "api_key" in given:
        return AuthMode.API_KEY
    if "username" in given or "password" in given:
        return AuthMode.BASIC
    return AuthMode.OAUTH2


def _mode(auth_mode: Union[AuthMode, str]) -> AuthMode:
    try:
        mode = AuthMode(auth_mode)
    except ValueError:
        mode = AuthMode.UNKNOWN
    if mode is AuthMode.UNKNOWN:
        raise InvalidArgumentError(f'auth_mode must be one of {_modes()}; pass credentials with a "type" for another')
    return mode


def _modes() -> str:
    return ", ".join(mode for mode in AuthMode if mode is not AuthMode.UNKNOWN)


def _invented(name: str) -> Any:
    if name in _PARTS_OF_CUSTOM:
        return {"type": _PARTS_OF_CUSTOM[name], "access_token": f"invented-token-of-the-{name}"}
    return f"invented-{name.replace('_', '-')}"


def _as_dict(value: object) -> Any:
    """What JSON has no word for, and is a mapping all the same."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"an argument holds a {type(value).__name__}, which is not JSON")


def _read(document: str) -> Connection:
    """A connection from Nango's document."""
    error = _ffi.Error()
    handle = lib.nango_connection_from_json(document.encode(), byref(error))
    if not handle:
        raise take_error(error)
    try:
        return read_connection(handle)
    finally:
        lib.nango_connection_free(handle)


def error(
    kind: Union[ErrorKind, type[NangoError]],
    message: Optional[str] = None,
    *,
    http_status: Optional[int] = None,
    code: Optional[str] = None,
    server_message: Optional[str] = None,
    body: Optional[str] = None,
    retry_after: Optional[float] = None,
    attempts: int = 1,
    is_retryable: Optional[bool] = None,
    request_id: Optional[str] = None,
) -> NangoError:
    """Make an error as a call raises it, without a server.

    client.get_connection.side_effect = error(nango.NotFoundError, http_status=404)

    Args:
        kind: The kind, or the class of errors, which is enough unless kinds share it: nango.ConnectionError is then of
            the kind CONNECT.
        message: What `str()` gives; by default one that says that the error was made for a test.
        http_status: The HTTP status.
        code: Nango's own code.
        server_message: The server's message.
        body: The response body.
        retry_after: How many seconds the server asks to wait.
        attempts: How often the call was tried.
        is_retryable: Whether the call may be repeated; by default what the kind says.
        request_id: Nango's id of the request.

    Raises:
        InvalidArgumentError: An argument cannot be used; the message names it.
    """
    number, cls = _kind(kind)
    said = f"an error of kind {number.name}, made for a test" if message is None else message
    made = take_error(
        lib.nango_error_new(
            number,
            _status(http_status),
            None if code is None else arguments.text("code", code),
            arguments.text("message", said),
        )
    )
    return (cls or type(made))(
        made.message,
        kind=made.kind,
        http_status=made.http_status,
        code=made.code,
        server_message=server_message,
        body=body,
        retry_after=retry_after,
        attempts=attempts,
        is_retryable=made.is_retryable if is_retryable is None else is_retryable,
        request_id=request_id,
    )


def _kind(kind: object) -> tuple[ErrorKind, Optional[type[NangoError]]]:
    """The kind, and the class if one was named."""
    if isinstance(kind, type) and issubclass(kind, NangoError) and kind is not NangoError:
        return kind.default_kind, kind
    if isinstance(kind, ErrorKind) and kind is not ErrorKind.NONE:
        return kind, None
    raise InvalidArgumentError(
        "kind must be a nango.ErrorKind, such as ErrorKind.NOT_FOUND, or a class of errors, such as nango.NotFoundError"
    )


def _status(http_status: Optional[int]) -> int:
    if http_status is None:
        return 0
    if not 100 <= arguments.whole("http_status", http_status) <= 599:
        raise InvalidArgumentError("http_status must be 100 to 599, or None for an error without a response")
    return http_status


def sign_webhook(body: bytes, signing_key: str) -> dict[str, str]:
    """Make the headers with which Nango would send a webhook, to test what receives it.

    body = b'{"from": "nango", "type": "auth", ...}'
    flask_client.post("/nango", data=body, headers=sign_webhook(body, "invented-key"))

    Args:
        body: The body, as the test sends it.
        signing_key: The webhook signing key that the program under test has.

    Raises:
        InvalidArgumentError: An argument cannot be used; the message names it.
    """
    if not isinstance(body, bytes):
        raise TypeError(f"body must be bytes, not {type(body).__name__}: encode it first")
    key = arguments.text("signing_key", signing_key)
    if not key:
        raise InvalidArgumentError("signing_key is empty: pass the key that the program under test has")
    return {SIGNATURE_HEADER: hmac.new(key, body, hashlib.sha256).hexdigest(), "Content-Type": "application/json"}
