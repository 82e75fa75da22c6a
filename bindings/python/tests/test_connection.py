"""The attributes of a connection, and the credentials of every auth mode."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import json
import sys
from datetime import datetime, timezone
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, Callable, Optional, get_type_hints

import pytest

import nango
from nango import AuthMode, _json_text
from nango._document import read_document
from nango._ffi import lib
from server import CREDENTIALS, document

if TYPE_CHECKING:
    from server import Server

EXPIRY = datetime(2125, 1, 2, 3, 4, 5, 678000, timezone.utc)


def fetch(client: nango.Client, server: Server, text: str) -> nango.Connection:
    server.gives(text)
    return client.get_connection("customer-1", "github")


def test_every_attribute(client: nango.Client, server: Server) -> None:
    text = document(
        account_id=3,
        end_user={"id": "user-1"},
        errors=[{"type": "auth", "log_id": "x"}],
        webhook_url_override="https://hooks.example",
    )
    connection = fetch(client, server, text)
    seen = datetime(2026, 11, 22, 1, 16, 10, 826000, timezone.utc)
    assert (connection.id, connection.account_id) == (7, 3)
    assert (connection.connection_id, connection.provider_config_key) == ("customer-1", "github")
    assert (connection.provider, connection.webhook_url_override) == ("github", "https://hooks.example")
    assert (connection.created_at, connection.updated_at) == (seen, seen)
    assert connection.last_fetched_at == datetime(2026, 11, 22, 1, 20, 31, 290000, timezone.utc)
    assert (connection.metadata, connection.tags) == ({"plan": "pro"}, {"team": "blue"})
    assert (connection.connection_config, connection.end_user) == ({}, {"id": "user-1"})
    assert connection.errors == [{"type": "auth", "log_id": "x"}]
    assert (connection.auth_mode, connection.auth_mode_name) == (AuthMode.OAUTH2, "OAUTH2")
    assert (connection.token, connection.expires_at) == ("invented-access-token", EXPIRY)
    assert (connection.json, connection.data) == (text, json.loads(text))


def test_what_is_absent_is_none(client: nango.Client, server: Server) -> None:
    connection = fetch(client, server, '{"connection_id": "c", "provider_config_key": "p"}')
    names = set(connection._names)
    absent = {name for name in names if getattr(connection, name) is None}
    present = {"auth_mode", "connection_id", "credentials", "data", "id", "json", "provider_config_key"}
    assert names - absent == present
    assert connection.id == 0
    assert connection.credentials == nango.AbsentCredentials(expires_at=None, raw=None, data={})


def test_surprising_types_read_as_absent(client: nango.Client, server: Server) -> None:
    connection = fetch(client, server, document(id="7", provider=7, metadata=[1], tags="x", created_at=1, errors={}))
    assert (connection.id, connection.provider, connection.created_at) == (0, None, None)
    assert (connection.metadata, connection.tags, connection.errors) == (None, None, None)
    assert connection.data["metadata"] == [1]
    assert connection.token == "invented-access-token"


def test_a_number_of_too_many_digits_costs_nobody_a_token(client: nango.Client, server: Server) -> None:
    digits = "7" * 5000
    connection = fetch(client, server, document(metadata={"n": 1}).replace('{"n": 1}', f'{{"n": {digits}}}'))
    assert connection.token == "invented-access-token"
    assert connection.metadata is not None
    assert connection.metadata["n"] == Decimal(digits)


def test_a_call_copies_no_more_than_most_programs_read(
    client: nango.Client, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    for name in ("credentials_json", "raw_json", "from_json", "free"):
        accessor = getattr(lib, f"nango_connection_{name}")
        monkeypatch.setattr(lib, f"nango_connection_{name}", partial(_noted, asked, name, accessor))
    connection = fetch(client, server, document(credentials=CREDENTIALS))
    assert connection.token == "invented-access-token"
    assert asked == ["free"]
    credentials = connection.credentials
    assert connection.credentials is credentials
    assert asked[1:] == ["from_json", "credentials_json", "raw_json", "free"]


def _noted(asked: list[str], name: str, accessor: Callable[..., Any], *arguments: object) -> object:
    asked.append(name)
    return accessor(*arguments)


def test_what_is_read_of_the_document_later_is_freed_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Any] = []
    freed: list[Any] = []
    free = lib.nango_connection_free

    def note(handle: Any) -> None:
        freed.append(handle)
        free(handle)

    def fail(handle: Any) -> None:
        read.append(handle)
        raise ZeroDivisionError

    monkeypatch.setattr(lib, "nango_connection_free", note)
    with pytest.raises(ZeroDivisionError):
        read_document(b'{"connection_id": "c", "provider_config_key": "p"}', fail)
    assert len(read) == 1
    assert freed == read


def test_a_document_with_a_byte_order_mark_is_read_later_too(client: nango.Client, server: Server) -> None:
    connection = fetch(client, server, "\ufeff" + document(metadata={"name": "Zo\u00eb \U0001f600"}, account_id=3))
    assert connection.metadata == {"name": "Zo\u00eb \U0001f600"}
    assert (connection.account_id, connection.credentials.data["type"]) == (3, "OAUTH2")


def test_json_is_parsed_when_it_is_first_asked_for(
    client: nango.Client, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    decode = _json_text._DECODER.decode

    def spy(text: str) -> Any:
        parsed.append(text)
        return decode(text)

    monkeypatch.setattr(_json_text._DECODER, "decode", spy)
    connection = fetch(client, server, document(metadata={"plan": "pro"}))
    assert connection.token == "invented-access-token"
    assert parsed == []
    assert connection.metadata is connection.metadata
    assert [json.loads(text) for text in parsed] == [{"plan": "pro"}]


FIELDS: dict[AuthMode, tuple[type[nango.Credentials], dict[str, Any], str | None]] = {
    AuthMode.OAUTH1: (nango.OAuth1Credentials, {"oauth_token": "a", "oauth_token_secret": "b"}, None),
    AuthMode.OAUTH2: (
        nango.OAuth2Credentials,
        {"access_token": "a", "refresh_token": "b", "config_override": {"client_id": "c"}},
        "a",
    ),
    AuthMode.OAUTH2_CC: (
        nango.OAuth2ClientCredentials,
        {
            "token": "a",
            "client_id": "b",
            "client_secret": "c",
            "client_certificate": "d",
            "client_private_key": "e",
        },
        "a",
    ),
    AuthMode.BASIC: (nango.BasicCredentials, {"username": "a", "password": ""}, None),
    AuthMode.API_KEY: (nango.ApiKeyCredentials, {"apiKey": "a"}, "a"),
    AuthMode.APP: (nango.AppCredentials, {"access_token": "a", "jwtToken": "b"}, "a"),
    AuthMode.APP_STORE: (nango.AppStoreCredentials, {"access_token": "a", "private_key": "b"}, "a"),
    AuthMode.CUSTOM: (
        nango.CustomCredentials,
        {"app": {"type": "APP", "access_token": "a"}, "user": {"type": "OAUTH2", "access_token": "b"}},
        None,
    ),
    AuthMode.TBA: (
        nango.TbaCredentials,
        {"token_id": "a", "token_secret": "b", "config_override": {"client_id": "c"}},
        None,
    ),
    AuthMode.TABLEAU: (
        nango.TableauCredentials,
        {"token": "a", "pat_name": "b", "pat_secret": "c", "content_url": "d"},
        "a",
    ),
    AuthMode.JWT: (nango.JwtCredentials, {"token": "a"}, "a"),
    AuthMode.BILL: (
        nango.BillCredentials,
        {
            "username": "a",
            "password": "b",
            "organization_id": "c",
            "dev_key": "d",
            "session_id": "e",
            "user_id": "f",
        },
        None,
    ),
    AuthMode.TWO_STEP: (nango.TwoStepCredentials, {"token": "a", "refresh_token": "b"}, "a"),
    AuthMode.SIGNATURE: (nango.SignatureCredentials, {"username": "a", "password": "b", "token": "c"}, "c"),
    AuthMode.MCP_OAUTH2: (
        nango.McpOAuth2Credentials,
        {"access_token": "a", "refresh_token": "b", "config_override": {}},
        "a",
    ),
    AuthMode.MCP_OAUTH2_GENERIC: (
        nango.McpOAuth2GenericCredentials,
        {"access_token": "a", "refresh_token": "b", "config_override": {}},
        "a",
    ),
    AuthMode.INSTALL_PLUGIN: (nango.InstallPluginCredentials, {"username": "a", "password": "b"}, None),
    AuthMode.AWS_SIGV4: (
        nango.AwsSigV4Credentials,
        {
            "access_key_id": "a",
            "secret_access_key": "b",
            "session_token": "c",
            "role_arn": "d",
            "region": "e",
            "service": "f",
            "external_id": "g",
        },
        None,
    ),
    AuthMode.NONE: (nango.NoCredentials, {}, None),
    AuthMode.UNKNOWN: (nango.UnknownCredentials, {}, None),
}
AS_IN_PYTHON = {"apiKey": "api_key", "jwtToken": "jwt_token"}


@pytest.mark.parametrize("mode", FIELDS)
def test_credentials_of_a_mode(client: nango.Client, server: Server, mode: AuthMode) -> None:
    cls, sent, token = FIELDS[mode]
    name = "NEWER_THAN_US" if mode is AuthMode.UNKNOWN else mode.value
    whole = {"type": name, **sent, "expires_at": "2125-01-02T03:04:05.678Z", "raw": {"x": 1}, "own_field": "z"}
    connection = fetch(client, server, document(whole))
    fields = {AS_IN_PYTHON.get(field, field): value for field, value in sent.items()}
    assert connection.credentials == cls(expires_at=EXPIRY, raw={"x": 1}, data=whole, **fields)
    assert type(connection.credentials) is cls
    assert (connection.auth_mode, connection.auth_mode_name, connection.token) == (mode, name, token)


@pytest.mark.parametrize("mode", FIELDS)
def test_credentials_that_were_not_sent_are_none(client: nango.Client, server: Server, mode: AuthMode) -> None:
    cls, sent, _ = FIELDS[mode]
    connection = fetch(client, server, document({"type": mode.value}))
    values = {AS_IN_PYTHON.get(field, field): None for field in sent}
    assert connection.credentials == cls(expires_at=None, raw=None, data={"type": mode.value}, **values)
    assert (connection.token, connection.expires_at) == (None, None)


def test_every_mode_has_its_test() -> None:
    assert {*FIELDS, AuthMode.ABSENT} == set(AuthMode)


@pytest.mark.parametrize("credentials", [{}, None])
def test_absent_credentials(client: nango.Client, server: Server, credentials: object) -> None:
    connection = fetch(client, server, document(credentials))
    assert (connection.auth_mode, connection.auth_mode_name) == (AuthMode.ABSENT, None)
    assert type(connection.credentials) is nango.AbsentCredentials


def test_a_user_of_null_in_custom_credentials(client: nango.Client, server: Server) -> None:
    connection = fetch(client, server, document({"type": "CUSTOM", "app": "text", "user": None}))
    credentials = connection.credentials
    assert isinstance(credentials, nango.CustomCredentials)
    assert (credentials.app, credentials.user) == (None, None)


def test_an_expiry_that_is_no_timestamp(client: nango.Client, server: Server) -> None:
    connection = fetch(client, server, document({**CREDENTIALS, "expires_at": "soon"}))
    assert connection.expires_at is None
    assert connection.credentials.data["expires_at"] == "soon"


def test_equality_is_by_value(client: nango.Client, server: Server) -> None:
    first, second = fetch(client, server, document()), fetch(client, server, document())
    other = fetch(client, server, document({**CREDENTIALS, "access_token": "invented-other"}))
    assert first == second
    assert first.credentials == second.credentials
    assert first != other
    assert first.credentials != other.credentials
    assert first != "a connection"
    with pytest.raises(TypeError, match="unhashable"):
        hash(first)


def test_a_class_of_the_same_fields_is_another_value() -> None:
    fields: dict[str, Any] = {"username": "a", "password": "b", "expires_at": None, "raw": None, "data": {}}
    assert nango.BasicCredentials(**fields) != nango.InstallPluginCredentials(**fields)


def test_values_are_frozen(client: nango.Client, server: Server) -> None:
    connection = fetch(client, server, document())
    with pytest.raises(dataclasses.FrozenInstanceError):
        connection.token = "x"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        connection.credentials.raw = {}  # type: ignore[misc]
    assert not hasattr(connection, "__dict__")
    assert not hasattr(connection.credentials, "__dict__")


def test_copies(client: nango.Client, server: Server) -> None:
    connection = fetch(client, server, document())
    assert copy.copy(connection) is connection
    deep = copy.deepcopy(connection)
    assert deep == connection
    assert deep.metadata is not connection.metadata
    assert deep.credentials.data is not connection.credentials.data
    changed = connection.__replace__(id=8, token="x")  # called by copy.replace from Python 3.13 on
    assert (changed.id, changed.token, changed.metadata) == (8, "x", connection.metadata)
    assert changed.__replace__(id=7, token=connection.token) == connection
    if sys.version_info >= (3, 13):
        assert copy.replace(connection, id=8, token="x") == changed


def test_a_copy_never_loses_what_is_no_field(client: nango.Client, server: Server) -> None:
    connection = fetch(client, server, document())
    with pytest.raises(TypeError, match=r"^Connection also needs token, credentials, .*: dataclasses\.replace passes"):
        dataclasses.replace(connection, id=8)
    with pytest.raises(TypeError, match=r"^OAuth2Credentials also needs raw, data, refresh_token, config_override: "):
        dataclasses.replace(connection.credentials, access_token="x")  # type: ignore[call-arg, unused-ignore]


@pytest.mark.parametrize("cls", [nango.Connection, nango.Credentials, *{cls for cls, _, _ in FIELDS.values()}])
def test_every_attribute_is_listed_with_its_type(cls: type[Any]) -> None:
    """help(), and tools that complete names, go by the class."""
    for name in cls._names:
        assert name in dir(cls)
        assert getattr(cls, name).fget.__annotations__["return"]
    assert set(inspect.signature(cls).parameters) == set(cls._names)


if sys.version_info >= (3, 10):  # which has `match`

    def test_attributes_are_matched(client: nango.Client, server: Server) -> None:
        names: dict[str, Any] = {"nango": nango, "connection": fetch(client, server, document())}
        code = """
match connection:
    case nango.Connection(provider="github", token=str(token), credentials=nango.OAuth2Credentials(access_token=one)):
        found = token, one
"""
        exec(code, names)
        assert names["found"] == ("invented-access-token", "invented-access-token")


def test_types_are_found_when_they_are_looked_up() -> None:
    hints = get_type_hints(nango.Connection)
    assert (hints["connection_id"], hints["auth_mode"]) == (str, AuthMode)
    assert get_type_hints(nango.OAuth2Credentials)["expires_at"] == Optional[datetime]


def test_an_instance_lists_what_may_be_shown(client: nango.Client, server: Server) -> None:
    connection = fetch(client, server, document())
    assert {field.name for field in dataclasses.fields(connection)} <= set(dir(connection))
    assert {"token", "data", "json", "metadata", "credentials"}.isdisjoint(dir(connection))
    assert {"access_token", "raw", "data"}.isdisjoint(dir(connection.credentials))


def test_auth_modes_are_strings() -> None:
    assert AuthMode.OAUTH2 == "OAUTH2"
    assert f"{AuthMode.OAUTH2} {AuthMode.OAUTH2:>7} {AuthMode.OAUTH2!s}" == "OAUTH2  OAUTH2 OAUTH2"
    assert json.dumps(AuthMode.OAUTH2) == '"OAUTH2"'
