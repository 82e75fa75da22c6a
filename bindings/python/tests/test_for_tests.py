"""nango.testing.connection and nango.testing.error: what a call returns and raises, without a server."""

from __future__ import annotations

import json
import pickle
from datetime import datetime, timedelta, timezone
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest

import nango
from nango import AuthMode, ErrorKind
from nango._errors import _CLASSES
from nango.testing import connection, error
from server import refusal
from test_connection import FIELDS

if TYPE_CHECKING:
    from server import Server

EXPIRY = datetime(2125, 1, 2, 3, 4, 5, 678000, timezone.utc)
MODES = [mode for mode in AuthMode if mode is not AuthMode.UNKNOWN]


def fetched(client: nango.Client, server: Server, document: str) -> nango.Connection:
    server.gives(document)
    return client.get_connection("customer-1", "github")


@pytest.mark.parametrize("mode", MODES)
def test_a_connection_is_the_one_that_a_call_returns(client: nango.Client, server: Server, mode: AuthMode) -> None:
    made = connection(auth_mode=mode, expires_at=None if mode is AuthMode.ABSENT else EXPIRY)
    same = fetched(client, server, made.json)
    assert made == same
    assert type(made.credentials) is type(same.credentials)
    assert made.auth_mode is mode
    assert repr(made) == repr(same)
    for name in made._names:
        assert getattr(made, name) == getattr(same, name)


@pytest.mark.parametrize("mode", [mode for mode in FIELDS if mode is not AuthMode.UNKNOWN])
def test_every_credential_of_a_mode_is_invented(mode: AuthMode) -> None:
    credentials = connection(auth_mode=mode.value).credentials
    absent = {name for name in credentials._names if getattr(credentials, name) is None}
    assert absent <= {"expires_at", "raw", "refresh_token", "config_override"}
    assert "invented" in str(credentials.data) or mode is AuthMode.NONE


def test_the_defaults_are_of_a_customer_who_just_connected() -> None:
    made = connection()
    assert (made.connection_id, made.provider_config_key, made.provider) == ("customer-1", "github", "github")
    assert (made.auth_mode, made.token, made.expires_at) == (AuthMode.OAUTH2, "invented-access-token", None)
    assert (made.metadata, made.tags, made.connection_config, made.errors) == (None, {}, {}, [])
    assert made.created_at == made.updated_at == datetime(2026, 1, 1, tzinfo=timezone.utc)


def test_what_is_passed_is_there() -> None:
    seen = datetime(2026, 5, 6, 7, 8, 9, tzinfo=timezone(timedelta(hours=2)))
    values: dict[str, Any] = {
        "provider": "slack",
        "metadata": {"plan": "pro", "nested": MappingProxyType({"a": 1})},
        "connection_config": {"subdomain": "acme"},
        "tags": {"team": "blue"},
        "end_user": {"id": "ada"},
        "errors": [{"type": "auth", "log_id": "x"}],
        "webhook_url_override": "https://hooks.example",
        "id": 9,
        "created_at": seen,
        "updated_at": seen + timedelta(days=1),
        "last_fetched_at": seen + timedelta(days=2),
        "expires_at": EXPIRY,
    }
    made = connection("c", "slack-eu", access_token="t", refresh_token="r", **values)
    assert {name: getattr(made, name) for name in values} == values
    assert (made.connection_id, made.provider_config_key, made.token) == ("c", "slack-eu", "t")
    assert isinstance(made.credentials, nango.OAuth2Credentials)
    assert (made.credentials.refresh_token, made.credentials.expires_at) == ("r", EXPIRY)


def test_the_arguments_tell_the_mode() -> None:
    assert connection(api_key="k").auth_mode is AuthMode.API_KEY
    basic = connection(username="ada", password="").credentials
    assert isinstance(basic, nango.BasicCredentials)
    assert (basic.username, basic.password) == ("ada", "")
    assert connection(auth_mode="OAUTH2_CC", access_token="t").token == "t"
    assert connection(auth_mode=AuthMode.INSTALL_PLUGIN, username="ada").auth_mode is AuthMode.INSTALL_PLUGIN


def test_credentials_are_as_nango_sends_them_or_as_python_has_them() -> None:
    for credentials in ({"type": "API_KEY", "apiKey": "k"}, {"type": "API_KEY", "api_key": "k"}):
        assert connection(credentials=credentials).token == "k"
    assert connection(auth_mode="API_KEY", credentials={"api_key": "k"}).token == "k"
    assert connection(credentials={}).auth_mode is AuthMode.ABSENT
    newer = connection(credentials={"type": "NEWER_THAN_US", "secret": "s"})
    assert (newer.auth_mode, newer.auth_mode_name) == (AuthMode.UNKNOWN, "NEWER_THAN_US")
    assert newer.credentials.data["secret"] == "s"


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"auth_mode": "OAUTH3"}, "^auth_mode must be one of ABSENT, NONE, OAUTH1, .*; pass credentials with a "),
        ({"auth_mode": "UNKNOWN"}, "^auth_mode must be one of "),
        ({"credentials": {"api_key": "k"}}, '^credentials have no "type": add it, or pass auth_mode, one of ABSENT, '),
        ({"credentials": {"type": "JWT"}, "api_key": "k"}, "^credentials and api_key exclude each other"),
        ({"access_token": "t", "username": "u"}, "^BASIC credentials have no access_token: they have username, "),
        ({"auth_mode": "NONE", "api_key": "k"}, "^NONE credentials have no api_key: they have nothing$"),
        ({"auth_mode": "ABSENT", "api_key": "k"}, "^ABSENT credentials have no api_key: they have nothing$"),
        ({"auth_mode": "ABSENT", "expires_at": EXPIRY}, "^ABSENT credentials have no expires_at"),
        ({"expires_at": datetime(2026, 1, 1)}, "^expires_at has no time zone: pass one"),
        ({"connection_id": "a\0"}, r"^connection_id contains U\+0000"),
    ],
)
def test_a_connection_that_cannot_be_is_refused(arguments: dict[str, Any], problem: str) -> None:
    with pytest.raises(nango.InvalidArgumentError, match=problem):
        connection(**arguments)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"acces_token": "t"}, "unexpected keyword argument 'acces_token'"),
        ({"connection_id": 7}, "^connection_id must be a str, not int$"),
        ({"access_token": b"t"}, "^access_token must be a str, not bytes$"),
        ({"expires_at": "soon"}, "^expires_at must be a datetime, not str$"),
        ({"metadata": {"a": {1}}}, "^an argument holds a set, which is not JSON$"),
    ],
)
def test_a_wrong_type_is_refused(arguments: dict[str, Any], problem: str) -> None:
    with pytest.raises(TypeError, match=problem):
        connection(**arguments)


def test_a_connection_holds_its_secrets_as_a_fetched_one_does() -> None:
    made = connection(access_token="invented-secret")
    assert "invented-secret" not in repr(made)
    with pytest.raises(TypeError, match="holds credentials and cannot be pickled"):
        pickle.dumps(made)


def test_neither_is_in_need_of_a_server(monkeypatch: pytest.MonkeyPatch) -> None:
    client = mock.create_autospec(nango.Client, instance=True)
    client.get_connection.side_effect = [connection(api_key="k"), error(nango.NotFoundError, http_status=404)]
    assert client.get_connection("customer-1", "stripe").token == "k"
    with pytest.raises(nango.NotFoundError):
        client.get_connection("customer-2", "stripe")


def test_an_error_is_the_one_that_a_call_raises(client: nango.Client, server: Server) -> None:
    body = refusal("unknown_connection")
    server.gives(body, 404)
    with pytest.raises(nango.NotFoundError) as caught:
        client.get_connection("customer-1", "github")
    raised = caught.value
    made = error(
        nango.NotFoundError,
        raised.message,
        http_status=404,
        code=raised.code,
        server_message="what the server said",
        body=body,
    )
    assert (type(made), vars(made), str(made), repr(made)) == (type(raised), vars(raised), str(raised), repr(raised))
    assert (made.server_message, made.body, made.details) == (raised.server_message, raised.body, raised.details)


@pytest.mark.parametrize("kind", [kind for kind in ErrorKind if kind is not ErrorKind.NONE])
def test_each_kind_has_its_class(kind: ErrorKind) -> None:
    made = error(kind)
    assert (type(made), made.kind) == (_CLASSES[kind], kind)
    assert made.message == f"an error of kind {kind.name}, made for a test"
    by_class = error(_CLASSES[kind], "what went wrong")
    assert (type(by_class), by_class.kind) == (_CLASSES[kind], _CLASSES[kind].default_kind)
    assert str(by_class) == "what went wrong"


def test_whether_an_error_may_pass_follows_its_kind_unless_the_test_says() -> None:
    assert error(nango.ServerError).is_retryable
    assert not error(nango.NotFoundError).is_retryable
    assert error(nango.NotFoundError, is_retryable=True).is_retryable
    limited = error(nango.RateLimitError, retry_after=7.5, attempts=3, request_id="req-1")
    assert (limited.retry_after, limited.attempts, limited.request_id) == (7.5, 3, "req-1")


@pytest.mark.parametrize("kind", [nango.NangoError, ValueError, "NOT_FOUND", 13, ErrorKind.NONE, None])
def test_what_is_no_kind_is_refused(kind: Any) -> None:
    with pytest.raises(nango.InvalidArgumentError, match=r"^kind must be a nango\.ErrorKind, such as"):
        error(kind)


@pytest.mark.parametrize("status", [0, 99, 600])
def test_what_is_no_status_is_refused(status: int) -> None:
    with pytest.raises(nango.InvalidArgumentError, match="^http_status must be 100 to 599, or None"):
        error(nango.ServerError, http_status=status)


def test_what_the_document_says_is_json() -> None:
    assert json.loads(connection().json) == connection().data
