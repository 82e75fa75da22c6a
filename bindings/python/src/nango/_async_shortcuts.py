"""What an AsyncClient gives of a connection without the rest of it.

The signatures and docstrings are copied by copy_signatures.py: edit those of Shortcuts.
"""

from __future__ import annotations

from typing import Any, Optional, Protocol

import nango

from ._shortcuts import raw_token_response_of, token_of


class GetsConnections(Protocol):
    """An AsyncClient, as these see it: its module imports this one."""

    async def get_connection(
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


class AsyncShortcuts:
    """Methods of an AsyncClient."""

    __slots__ = ()

    async def get_token(
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
        connection = await self.get_connection(
            connection_id,
            provider_config_key,
            force_refresh=force_refresh,
            refresh_token=refresh_token,
            refresh_github_app_jwt_token=refresh_github_app_jwt_token,
            timeout=timeout,
            max_age=max_age,
        )
        return token_of(connection)

    async def get_raw_token_response(
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
        connection = await self.get_connection(
            connection_id,
            provider_config_key,
            force_refresh=force_refresh,
            refresh_token=refresh_token,
            refresh_github_app_jwt_token=refresh_github_app_jwt_token,
            timeout=timeout,
            max_age=max_age,
        )
        return raw_token_response_of(connection)

    async def get_metadata(
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
        connection = await self.get_connection(
            connection_id,
            provider_config_key,
            force_refresh=force_refresh,
            refresh_token=refresh_token,
            refresh_github_app_jwt_token=refresh_github_app_jwt_token,
            timeout=timeout,
            max_age=max_age,
        )
        return connection.metadata
