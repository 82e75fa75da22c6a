"""Nothing that is printed, logged or pickled shows a secret."""

from __future__ import annotations

import asyncio
import copy
import logging
import pickle
import pprint
import traceback
from typing import TYPE_CHECKING, Any, Callable

import pytest

import nango
from conftest import SECRET_KEY
from server import Answer, document
from test_connection import AS_IN_PYTHON, FIELDS

if TYPE_CHECKING:
    from server import Server

SECRET = "invented-secret"


@pytest.mark.parametrize("mode", FIELDS)
def test_printing_shows_no_secret(client: nango.Client, server: Server, mode: nango.AuthMode) -> None:
    secret = {name: SECRET if isinstance(value, str) else {"x": SECRET} for name, value in FIELDS[mode][1].items()}
    whole = {"type": mode.value, **secret, "raw": {"x": SECRET}, "own_field": SECRET}
    server.gives(document(whole, metadata={"x": SECRET}))
    connection = client.get_connection("customer-1", "github")
    shown = [f"{value}{value!r}{value!s}{pprint.pformat(value)}" for value in (connection, connection.credentials)]
    for text in shown:
        assert SECRET not in text
        assert "raw='[redacted]'" in text
        for name in secret:
            assert f"{AS_IN_PYTHON.get(name, name)}='[redacted]'" in text


def test_printing_tells_what_is_absent(client: nango.Client) -> None:
    connection = client.get_connection("customer-1", "github")
    assert repr(connection.credentials) == (
        "OAuth2Credentials(expires_at=datetime.datetime(2125, 1, 2, 3, 4, 5, 678000, tzinfo=datetime.timezone.utc), "
        "raw='[redacted]', data='[redacted]', access_token='[redacted]', refresh_token=None, config_override=None)"
    )
    assert repr(connection).startswith(
        "Connection(id=7, connection_id='customer-1', provider_config_key='github', provider='github', "
        "auth_mode=OAUTH2, auth_mode_name='OAUTH2', token='[redacted]', expires_at=datetime.datetime(2125, "
    )


def test_a_client_shows_no_key(server: Server) -> None:
    with nango.Client(SECRET_KEY, base_url=server.url) as client:
        assert repr(client) == str(client) == "<nango.Client, open>"
    assert repr(client) == "<nango.Client, closed>"


def test_logging_shows_no_secret(client: nango.Client, caplog: pytest.LogCaptureFixture) -> None:
    connection = client.get_connection("customer-1", "github")
    logging.getLogger(__name__).warning("got %s, %r", connection, connection.credentials)
    assert "customer-1" in caplog.text
    assert "invented" not in caplog.text


def with_locals(error: BaseException) -> str:
    """A traceback with the local variables of every frame, as error trackers show it."""
    return "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())


@pytest.mark.parametrize(
    "arguments",
    [
        {"secret_key": f"{SECRET}\0"},
        {"secret_key": f"{SECRET}\ud800"},
        {"secret_key": f"{SECRET}\n"},
        {"secret_key": SECRET, "base_url": "ftp://nango.example"},
        {"secret_key": SECRET, "timeout": -1},
        {"secret_key": SECRET, "route": "auto"},
        {"secret_key": "key", "headers": {"x-gateway": f"{SECRET}\0"}},
        {"secret_key": "key", "headers": {"x-gateway": f"{SECRET}\n"}},
        {"secret_key": "key", "client_certificate": ("certificate", SECRET)},
        {"secret_key": "key", "client_certificate": ("certificate", f"{SECRET}\0")},
        {"secret_key": "key", "client_certificate": SECRET},
    ],
    ids=str,
)
@pytest.mark.parametrize("client", [nango.Client, nango.AsyncClient])
def test_the_traceback_of_a_refused_setting_shows_no_secret(
    client: type[nango.Client | nango.AsyncClient], arguments: dict[str, object]
) -> None:
    arguments = dict(arguments)
    texts = []

    def make() -> None:
        kept = dict(arguments)
        arguments.clear()
        try:
            client(**kept)  # type: ignore[arg-type]
        except (nango.NangoError, TypeError) as error:
            kept.clear()
            texts.append(with_locals(error))

    make()
    assert "in __init__" in texts[0]
    assert SECRET not in texts[0]


def test_the_traceback_of_a_failed_call_shows_no_secret(server: Server) -> None:
    server.answer = lambda _request: Answer(document({"type": "OAUTH2", "access_token": [SECRET]}))
    client = nango.Client(SECRET, base_url=server.url)
    with client, pytest.raises(nango.DecodeError) as caught:
        client.get_connection("customer-1", "github")
    shown = with_locals(caught.value)
    assert "get_connection" in shown
    assert SECRET not in shown


WRONG_REQUESTS: list[dict[str, Any]] = [
    {"headers": {"authorization": f"{SECRET}\0"}},
    {"headers": {"authorization": SECRET}, "retries": -1},
    {"headers": [SECRET]},
    {"headers": {"authorization": f"{SECRET}\n"}},
    {"params": {"key": f"{SECRET}\ud800"}},
    {"json": {"key": SECRET}, "idle_timeout": -1},
    {"json": {SECRET: object()}},
    {"data": SECRET, "json": {}},
    {"data": SECRET.encode(), "content_type": "\n"},
    {"data": SECRET, "headers": {"authorization": SECRET}, "timeout": -1},
    {"data": SECRET, "headers": {"authorization": SECRET}, "params": {"key": SECRET}},
]


def calling_proxy(request: dict[str, Any], url: str) -> str:
    """The traceback of a call that is refused, as it is made or, with a closed client, when it is to be sent."""
    client = nango.Client("key", base_url=url)
    client.close()
    try:
        client.proxy("customer-1", "github", "POST", "/x", **request)
    except (nango.NangoError, TypeError) as error:
        request.clear()
        return with_locals(error)
    raise AssertionError


def calling_async_proxy(request: dict[str, Any], url: str) -> str:
    async def call() -> str:
        client = nango.AsyncClient("key", base_url=url)
        await client.aclose()
        try:
            await client.proxy("customer-1", "github", "POST", "/x", **request)
        except (nango.NangoError, TypeError) as error:
            request.clear()
            return with_locals(error)
        raise AssertionError

    return asyncio.run(call())


@pytest.mark.parametrize("call", [calling_proxy, calling_async_proxy])
@pytest.mark.parametrize("request_", WRONG_REQUESTS, ids=str)
def test_the_traceback_of_a_refused_request_shows_no_secret(
    server: Server, call: Callable[[dict[str, Any], str], str], request_: dict[str, Any]
) -> None:
    shown = call(dict(request_), server.url)
    assert "in proxy" in shown
    assert SECRET not in shown


@pytest.mark.parametrize("data", [SECRET, [SECRET.encode()]])
def test_the_traceback_of_a_failed_request_shows_no_secret(nobody: str, data: Any) -> None:
    sent = [data]
    client = nango.Client(SECRET, base_url=nobody, max_retries=0)
    with client, pytest.raises(nango.ConnectionError) as caught:
        client.proxy("c", "g", "POST", "/x", data=sent.pop(), headers={"authorization": SECRET}, params={"x": SECRET})
    own_frame = caught.value.__traceback__
    assert own_frame is not None
    shown = with_locals(caught.value.with_traceback(own_frame.tb_next))
    assert "in proxy" in shown
    assert SECRET not in shown


def test_a_comparison_that_fails_shows_no_secret(client: nango.Client, server: Server) -> None:
    first = client.get_connection("customer-1", "github")
    server.gives(document({"type": "OAUTH2", "access_token": SECRET}))
    second = client.get_connection("customer-1", "github")
    for left, right in ((first, second), (first.credentials, second.credentials)):
        with pytest.raises(AssertionError) as caught:
            assert left == right
        assert "[redacted]" in str(caught.value)
        assert "invented" not in str(caught.value)


def test_nothing_with_secrets_is_pickled(client: nango.Client) -> None:
    connection = client.get_connection("customer-1", "github")
    for value in (connection, connection.credentials):
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            with pytest.raises(TypeError, match=f"^{type(value).__name__} holds credentials and cannot be pickled"):
                pickle.dumps(value, protocol)
    for refused in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="^a Client cannot be pickled or copied"):
            refused(client)
