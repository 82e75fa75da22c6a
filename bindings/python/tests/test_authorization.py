"""The Authorization header of a connection, and when it expires."""

from __future__ import annotations

import base64
import copy
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

import nango
from nango import AuthMode, _connection
from nango.testing import connection

if TYPE_CHECKING:
    from nango.testing import Emulator

BEARER = {
    AuthMode.OAUTH2: "access_token",
    AuthMode.OAUTH2_CC: "token",
    AuthMode.MCP_OAUTH2: "access_token",
    AuthMode.MCP_OAUTH2_GENERIC: "access_token",
    AuthMode.APP: "access_token",
    AuthMode.APP_STORE: "access_token",
    AuthMode.JWT: "token",
    AuthMode.SIGNATURE: "token",
    AuthMode.TWO_STEP: "token",
    AuthMode.API_KEY: "apiKey",
}
BASIC = {AuthMode.BASIC, AuthMode.INSTALL_PLUGIN}
NO_HEADER = set(AuthMode) - BEARER.keys() - BASIC


@pytest.mark.parametrize("mode", BEARER)
def test_a_token_is_a_bearer(mode: AuthMode) -> None:
    made = connection(credentials={"type": mode.value, BEARER[mode]: "invented-token"})
    assert made.authorization() == "Bearer invented-token"


@pytest.mark.parametrize("mode", BEARER)
def test_no_header_says_bearer_none(mode: AuthMode) -> None:
    made = connection(credentials={"type": mode.value})
    with pytest.raises(nango.InvalidArgumentError) as caught:
        made.authorization()
    assert str(caught.value) == (
        f"the credentials of this connection, of auth mode {mode}, make no Authorization header: call the external API "
        "with Client.proxy, which authenticates with every auth mode, or make what the API wants of the connection's "
        "`credentials`"
    )


@pytest.mark.parametrize("mode", BASIC)
@pytest.mark.parametrize(("username", "password"), [("ada", "invented:pässword"), ("ada", ""), ("", "invented")])
def test_a_name_and_a_password_are_basic(mode: AuthMode, username: str, password: str) -> None:
    made = connection(auth_mode=mode, username=username, password=password)
    scheme, _, encoded = made.authorization().partition(" ")
    assert scheme == "Basic"
    assert base64.b64decode(encoded).decode() == f"{username}:{password}"


@pytest.mark.parametrize("mode", NO_HEADER - {AuthMode.ABSENT, AuthMode.UNKNOWN})
def test_what_no_header_authenticates_is_told(mode: AuthMode) -> None:
    with pytest.raises(
        nango.InvalidArgumentError, match=f"of auth mode {mode}, make no Authorization header: call the"
    ):
        connection(auth_mode=mode).authorization()


def test_a_mode_that_is_newer_is_named_as_sent() -> None:
    made = connection(credentials={"type": "NEWER_THAN_US", "access_token": "invented-token"})
    with pytest.raises(nango.InvalidArgumentError, match="of auth mode NEWER_THAN_US, make no"):
        made.authorization()


def test_credentials_that_were_not_sent_are_told() -> None:
    with pytest.raises(nango.InvalidArgumentError, match="^Nango sent no credentials .*:connections:read_credentials"):
        connection(credentials={}).authorization()


def test_a_fetched_connection_and_its_copies_have_it(nango_emulator: Emulator) -> None:
    with nango_emulator.client() as client:
        fetched = client.get_connection("customer-oauth2", "github")
    for one in (fetched, copy.copy(fetched), copy.deepcopy(fetched)):
        assert one.authorization() == f"Bearer {fetched.token}" == "Bearer gho_invented_demo_token"


class Noon(datetime):
    """A clock that stands still."""

    @classmethod
    def now(cls, tz: object = None) -> Noon:
        assert tz is timezone.utc
        return cls(2026, 11, 29, 12, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("hour", "minute", "expires_in", "is_expired"),
    [
        (13, 30, timedelta(minutes=90), False),
        (12, 1, timedelta(minutes=1), False),
        (12, 0, timedelta(0), True),
        (11, 0, timedelta(hours=-1), True),
    ],
)
def test_how_long_it_lasts(
    monkeypatch: pytest.MonkeyPatch, hour: int, minute: int, expires_in: timedelta, is_expired: bool
) -> None:
    made = connection(expires_at=datetime(2026, 11, 29, hour, minute, tzinfo=timezone.utc))
    assert made.expires_at is not None
    monkeypatch.setattr(_connection, "datetime", Noon)
    assert (made.expires_in, made.is_expired) == (expires_in, is_expired)


def test_what_does_not_expire_never_has() -> None:
    assert (connection().expires_in, connection().is_expired) == (None, False)
