"""What a client gives of a connection without the rest of it."""

from __future__ import annotations

from typing import Any, Optional, Protocol

import nango

from ._errors import InvalidArgumentError


class GetsConnections(Protocol):
    """A Client, as these see it: its module imports this one."""

    def get_connection(
        self,
        connection_id: str,
        provider_config_key: str,
        *,
        force_refresh: bool = False,
        refresh_token: bool = False,
        refresh_github_app_jwt_token: bool = False,
        timeout: Optional[float] = None,
        max_age: Optional[float] = None,
    ) -> nango.Connection: ...


class Shortcuts:
    """Methods of a Client."""

    __slots__ = ()

    def get_token(
        self: GetsConnections,
        connection_id: str,
        provider_config_key: str,
        *,
        force_refresh: bool = False,
        refresh_token: bool = False,
        refresh_github_app_jwt_token: bool = False,
        timeout: Optional[float] = None,
        max_age: Optional[float] = None,
    ) -> str:
        """Get the token of a connection alone: the access token of OAUTH2, the key of API_KEY and so on.

        It is `Connection.token`, and comes from the cache if there is one. The options are those of `get_connection`.

        Raises:
            InvalidArgumentError: The credentials are not one token: those of OAUTH1 are a token and a secret, those of
                BASIC a name and a password. `get_connection` gives them.
            NangoError: The call failed; the subclass tells how.
        """
        connection = self.get_connection(
            connection_id,
            provider_config_key,
            force_refresh=force_refresh,
            refresh_token=refresh_token,
            refresh_github_app_jwt_token=refresh_github_app_jwt_token,
            timeout=timeout,
            max_age=max_age,
        )
        return token_of(connection)

    def get_raw_token_response(
        self: GetsConnections,
        connection_id: str,
        provider_config_key: str,
        *,
        force_refresh: bool = False,
        refresh_token: bool = False,
        refresh_github_app_jwt_token: bool = False,
        timeout: Optional[float] = None,
        max_age: Optional[float] = None,
    ) -> Any:
        """Get what the external API said when it gave the token, parsed: `credentials.raw` of a connection.

        It comes from the cache if there is one. The options are those of `get_connection`: without `refresh_token`
        Nango leaves out the refresh token here too.

        Raises:
            InvalidArgumentError: Nango has nothing of the kind, as with API_KEY and BASIC.
            NangoError: The call failed; the subclass tells how.
        """
        connection = self.get_connection(
            connection_id,
            provider_config_key,
            force_refresh=force_refresh,
            refresh_token=refresh_token,
            refresh_github_app_jwt_token=refresh_github_app_jwt_token,
            timeout=timeout,
            max_age=max_age,
        )
        return raw_token_response_of(connection)

    def get_metadata(
        self: GetsConnections,
        connection_id: str,
        provider_config_key: str,
        *,
        force_refresh: bool = False,
        refresh_token: bool = False,
        refresh_github_app_jwt_token: bool = False,
        timeout: Optional[float] = None,
        max_age: Optional[float] = None,
    ) -> Optional[dict[str, Any]]:
        """Get what your product stored with a connection: its `metadata`. None if there is nothing.

        It is a part of the connection, so it comes from the cache if there is one. The options are those of
        `get_connection`.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        connection = self.get_connection(
            connection_id,
            provider_config_key,
            force_refresh=force_refresh,
            refresh_token=refresh_token,
            refresh_github_app_jwt_token=refresh_github_app_jwt_token,
            timeout=timeout,
            max_age=max_age,
        )
        return connection.metadata


def token_of(connection: nango.Connection) -> str:
    """The token, or the error that says where the credentials are."""
    if connection.token is None:
        raise InvalidArgumentError(_without(connection, "token that stands alone"))
    return connection.token


def raw_token_response_of(connection: nango.Connection) -> Any:
    """What the external API said, or the error that says where the credentials are."""
    if connection.credentials.raw is None:
        raise InvalidArgumentError(_without(connection, "raw token response"))
    return connection.credentials.raw


def _without(connection: nango.Connection, what: str) -> str:
    if connection.auth_mode is nango.AuthMode.ABSENT:
        return (
            f"Nango sent no credentials for this connection, so there is no {what}: give the secret key the scope "
            "environment:connections:read_credentials if the integration has any"
        )
    credentials = type(connection.credentials)
    own = [name for name in credentials._names if name not in nango.Credentials._names]
    return (
        f"the credentials of this connection, of auth mode {connection.auth_mode_name or connection.auth_mode}, have "
        f"no {what}: call get_connection, whose `credentials` have {', '.join([*own, 'data'])}"
    )
