"""What a client gives of a connection without the rest of it."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest

import nango
from conftest import SECRET_KEY
from nango import AuthMode
from nango.testing import connection
from server import CREDENTIALS, document
from test_async import client_of, run
from test_authorization import BEARER

if TYPE_CHECKING:
    from server import Server

IDS = "customer-1", "github"
TOKEN = "invented-access-token"


@pytest.fixture(params=["Client", "AsyncClient"])
def call(request: pytest.FixtureRequest, client: nango.Client, server: Server) -> Any:
    """Calls a method of one of both clients."""

    async def of_async_client(name: str, **options: Any) -> Any:
        async with client_of(server) as async_client:
            return await getattr(async_client, name)(*IDS, **options)

    if request.param == "Client":
        return lambda name, **options: getattr(client, name)(*IDS, **options)
    return lambda name, **options: run(of_async_client(name, **options))


def test_each_gives_its_part(server: Server, call: Any) -> None:
    server.gives(document())
    assert call("get_token") == TOKEN
    assert call("get_raw_token_response") == CREDENTIALS["raw"]
    assert call("get_metadata") == {"plan": "pro"}
    server.gives(document(metadata=None))
    assert call("get_metadata") is None


@pytest.mark.parametrize("name", ["get_token", "get_raw_token_response", "get_metadata"])
def test_the_options_are_those_of_get_connection(server: Server, call: Any, name: str) -> None:
    server.gives(document())
    call(name, force_refresh=True, refresh_token=True, refresh_github_app_jwt_token=True, max_age=1)
    (request,) = server.requests
    assert request.target == (
        "/connection/customer-1?provider_config_key=github&force_refresh=true&refresh_token=true"
        "&refresh_github_app_jwt_token=true"
    )
    with pytest.raises(nango.TimeoutError):
        call(name, timeout=0)


def test_all_come_from_the_cache(server: Server) -> None:
    server.gives(document())
    with nango.Client(SECRET_KEY, base_url=server.url, cache_ttl=60) as client:
        for get in (client.get_token, client.get_raw_token_response, client.get_metadata, client.get_connection):
            get(*IDS)
        assert len(server.requests) == 1
        client.get_token(*IDS, max_age=0)
        assert len(server.requests) == 2


@pytest.mark.parametrize("mode", BEARER)
def test_every_token_that_stands_alone(client: nango.Client, server: Server, mode: AuthMode) -> None:
    server.gives(document({"type": mode.value, BEARER[mode]: TOKEN}))
    assert client.get_token(*IDS) == TOKEN


@pytest.mark.parametrize(
    ("credentials", "mode", "names"),
    [
        ({"oauth_token": TOKEN, "oauth_token_secret": TOKEN}, "OAUTH1", "oauth_token, oauth_token_secret, data"),
        ({"username": TOKEN, "password": TOKEN}, "BASIC", "username, password, data"),
        ({"app": {"access_token": TOKEN}, "user": {}}, "CUSTOM", "app, user, data"),
        ({"newer": TOKEN}, "UNHEARD_OF", "data"),
        ({}, "NONE", "data"),
    ],
)
def test_credentials_that_are_not_one_token(
    server: Server, call: Any, credentials: dict[str, Any], mode: str, names: str
) -> None:
    server.gives(document({"type": mode, **credentials}))
    for name, what in (("get_token", "token that stands alone"), ("get_raw_token_response", "raw token response")):
        with pytest.raises(nango.InvalidArgumentError) as caught:
            call(name)
        assert str(caught.value) == (
            f"the credentials of this connection, of auth mode {mode}, have no {what}: call get_connection, whose "
            f"`credentials` have {names}"
        )
        frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True).stack
        assert TOKEN not in str([frame.locals for frame in frames if "/src/nango/" in frame.filename])


def test_credentials_that_are_absent(server: Server, call: Any) -> None:
    server.gives(document({}))
    with pytest.raises(nango.InvalidArgumentError, match="there is no token that stands alone: give the secret key"):
        call("get_token")


def test_a_test_of_a_program_replaces_get_connection_alone(client: nango.Client) -> None:
    with mock.patch.object(client, "get_connection", return_value=connection(*IDS, access_token=TOKEN)):
        assert client.get_token(*IDS) == TOKEN
    assert mock.create_autospec(nango.Client, instance=True).get_token.return_value is not None
