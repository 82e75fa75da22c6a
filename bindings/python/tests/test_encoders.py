"""No encoder, printer or error reporter finds a secret, or a customer's data, that a program did not name."""

from __future__ import annotations

import base64
import dataclasses
import traceback
from typing import TYPE_CHECKING, Any

import pytest

import nango
from encoders import ENCODERS
from server import Answer, document, refusal
from test_connection import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from server import Server

SECRET = "invented-secret"
#: A secret as encoders of bytes write it.
WRITTEN = [SECRET, base64.b64encode(SECRET.encode())[:-4].decode(), base64.b85encode(SECRET.encode())[:-4].decode()]

#: Those that write nothing of an object that has no __dict__, or that must not be pickled.
REFUSE = {
    "attrs",
    "json __dict__",
    "json vars",
    "pickle",
    "reduce",
    "simplejson",
    "simplejson vars",
    "ujson",
    "ujson vars",
    "xmlrpc",
    "yaml",
    "yaml safe",
}


def encoded(encoder: str, value: object) -> str:
    """The output of an encoder, or its message when it refuses."""
    try:
        return str(ENCODERS[encoder](value))
    except ImportError:
        raise
    except Exception as error:
        return "".join(["refused\n", *traceback.format_exception(type(error), error, error.__traceback__)])


def assert_no_secret(text: str) -> None:
    assert [form for form in WRITTEN if form in text] == [], text


def secret_document(mode: nango.AuthMode) -> str:
    own = {name: SECRET if isinstance(value, str) else {"x": SECRET} for name, value in FIELDS[mode][1].items()}
    credentials = {"type": mode.value, **own, "raw": {"x": SECRET}, "own_field": SECRET}
    return document(
        credentials,
        metadata={"x": SECRET},
        connection_config={"x": SECRET},
        tags={"x": SECRET},
        end_user={"x": SECRET},
        errors=[{"x": SECRET}],
        webhook_url_override=f"https://hooks.example/{SECRET}",
        account_id=3,
    )


def read_everything(value: Any) -> None:
    """Read each attribute: values kept as bytes are objects afterwards."""
    for name in value._names:
        getattr(value, name)


@pytest.fixture
def connection(client: nango.Client, server: Server) -> nango.Connection:
    server.gives(secret_document(nango.AuthMode.OAUTH2))
    return client.get_connection("customer-1", "github")


@pytest.mark.parametrize("encoder", ENCODERS)
@pytest.mark.parametrize("read", [False, True], ids=["untouched", "read"])
def test_no_encoder_finds_the_secrets_of_a_connection(
    client: nango.Client, server: Server, encoder: str, read: bool
) -> None:
    for mode in FIELDS:
        server.gives(secret_document(mode))
        connection = client.get_connection("customer-1", "github")
        for value in (connection, connection.credentials):
            if read:
                read_everything(value)
            assert_no_secret(encoded(encoder, value))


@pytest.mark.parametrize("encoder", sorted(ENCODERS.keys() - REFUSE))
def test_an_encoder_writes_what_is_no_secret(connection: nango.Connection, encoder: str) -> None:
    read_everything(connection)
    text = encoded(encoder, connection)
    assert not text.startswith("refused"), text
    if encoder != "unittest":  # which cuts what it shows
        assert "customer-1" in text
    assert not encoded(encoder, connection.credentials).startswith("refused")


@pytest.mark.parametrize("encoder", REFUSE)
def test_the_others_refuse(connection: nango.Connection, encoder: str) -> None:
    assert encoded(encoder, connection).startswith("refused")


def test_what_encoders_write_of_a_connection(connection: nango.Connection) -> None:
    assert dataclasses.asdict(connection) == {
        "id": 7,
        "connection_id": "customer-1",
        "provider_config_key": "github",
        "provider": "github",
        "auth_mode": nango.AuthMode.OAUTH2,
        "auth_mode_name": "OAUTH2",
        "expires_at": None,
        "created_at": connection.created_at,
        "updated_at": connection.updated_at,
        "last_fetched_at": connection.last_fetched_at,
    }
    assert dataclasses.asdict(connection.credentials) == {"expires_at": None}


class _WithSlots:
    """Ordinary objects of a program hide nothing."""

    __slots__ = ("connection_id", "token")

    def __init__(self) -> None:
        self.connection_id = "customer-1"
        self.token = SECRET


class _WithDict:
    def __init__(self) -> None:
        self.connection_id = "customer-1"
        self.token = SECRET


@dataclasses.dataclass
class _Fields:
    connection_id: str = "customer-1"
    token: str = SECRET


@pytest.mark.parametrize("encoder", sorted(ENCODERS.keys() - {"attrs", "simplejson"}))
def test_each_encoder_finds_the_secrets_of_ordinary_objects(encoder: str) -> None:
    values: list[Any] = [_Fields(), _WithSlots(), _WithDict()]
    if encoder == "logging":
        values = [_Fields()]
    assert any(SECRET in encoded(encoder, value) for value in values)


@pytest.fixture
def others(server: Server) -> Iterator[dict[str, Any]]:
    """The objects of this package that have seen a secret, or a customer's data."""
    with nango.Client(SECRET, base_url=server.url, max_retries=0, headers={"x-gateway": SECRET}) as client:
        server.gives(SECRET, x_secret=SECRET)
        sent: dict[str, Any] = {"headers": {"Authorization": SECRET}, "params": {"key": SECRET}, "json": {"x": SECRET}}
        unread, in_part, whole = (client.proxy("customer-1", "github", "POST", "/x", **sent) for _ in range(3))
        in_part.read(4)
        assert whole.content.decode() == SECRET
        server.gives(refusal("server_error", SECRET), 503)
        with pytest.raises(nango.ServerError) as refused:
            client.get_connection("customer-1", "github")
        assert refused.value.server_message == SECRET
        server.gives(SECRET, 404)
        failed = client.proxy("customer-1", "github", "GET", "/x")
        assert failed.text == SECRET
        with pytest.raises(nango.ExternalAPIError) as external:
            failed.raise_for_status()
        yield {
            "client": client,
            "response": unread,
            "response read in part": in_part,
            "response read": whole,
            "error": refused.value,
            "error made by a program": nango.InvalidArgumentError("x", server_message=SECRET, body=SECRET),
            "error of the external API": external.value,
        }


@pytest.mark.parametrize("encoder", ENCODERS)
def test_no_encoder_finds_what_a_client_a_response_or_an_error_has_seen(others: dict[str, Any], encoder: str) -> None:
    for value in others.values():
        assert_no_secret(encoded(encoder, value))


@pytest.mark.parametrize("encoder", ENCODERS)
def test_no_encoder_reads_a_response(server: Server, client: nango.Client, encoder: str) -> None:
    server.answer = lambda _request: Answer("the body")
    with client.proxy("customer-1", "github", "GET", "/x") as response:
        encoded(encoder, response)
        assert response.read() == b"the body"
