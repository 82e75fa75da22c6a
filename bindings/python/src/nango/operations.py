"""The operations of Nango's API by groups, as attributes of a Client have them.

Generated from api/operations.json: do not edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Optional

from ._generated.operations import (
    DELETE_CONNECTION,
    GET_ACTION_RESULT,
    IMPORT_CONNECTION,
    LIST_CONNECTIONS,
    LIST_ENVIRONMENT_VARIABLES,
    SET_METADATA,
    TRIGGER_ACTION,
    TRIGGER_ACTION_ASYNC,
    UPDATE_CONNECTION,
    UPDATE_METADATA,
)
from ._groups import Group, group
from ._handle import HasHandle
from ._kinds import NOT_GIVEN
from ._listing import BY_NUMBER, Listing
from ._pages import Pages
from .models import EnvironmentVariable, ImportedConnection, ListedConnection, QueuedAction


class Connections(Group):
    """Connections of customers: list, import, change and delete them."""

    __slots__ = ()

    def list(
        self,
        *,
        connection_id: Optional[str] = None,
        search: Optional[str] = None,
        integration_ids: Optional[Iterable[str]] = None,
        tags: Optional[Mapping[str, str]] = None,
        end_user_id: Optional[str] = None,
        end_user_organization_id: Optional[str] = None,
        limit: int = 1000,
        timeout: Optional[float] = None,
    ) -> Pages[ListedConnection]:
        """Lists connections, without their credentials, the newest first.

        Pages are fetched as the items are read. Nango counts pages by offset, so a connection that is made meanwhile
        moves the last item of a page to the next one: items of the page before are left out. One that is deleted
        meanwhile can make another be missed.

        The secret key needs the scope environment:connections:list. An argument that is None is not sent.

        Args:
            connection_id: Only the connections with this id.
            search: Only those with this text in the connection's id or in the end user's name or email address.
            integration_ids: Only those of these integrations.
            tags: Only those that have all of these tags.
            end_user_id: Only those of this end user. Deprecated: use the tag end_user_id.
            end_user_organization_id: Only those of this organization. Deprecated: use the tag organization_id.
            limit: How many a page has, from 1 to 2000.
            timeout: How many seconds the call for each page may take; what the client says by default.

        Raises:
            NangoError: An argument is wrong. While the pages are read: a call failed; the subclass tells how.
        """
        listing = Listing(
            LIST_CONNECTIONS,
            {
                "connection_id": connection_id,
                "search": search,
                "integration_ids": integration_ids,
                "tags": tags,
                "end_user_id": end_user_id,
                "end_user_organization_id": end_user_organization_id,
                "limit": limit,
            },
            timeout,
            style=BY_NUMBER,
            key="id",
        )
        return Pages(self._client, listing)

    def import_(
        self,
        provider_config_key: str,
        credentials: Mapping[str, Any],
        *,
        connection_id: Optional[str] = None,
        metadata: Optional[Mapping[str, Any]] = None,
        connection_config: Optional[Mapping[str, Any]] = None,
        webhook_url_override: Optional[str] = None,
        tags: Optional[Mapping[str, str]] = None,
        end_user: Optional[Mapping[str, Any]] = None,
        timeout: Optional[float] = None,
    ) -> ImportedConnection:
        """Creates a connection with credentials from elsewhere, or replaces one that has the same id.

        Nango tries credentials of the types API_KEY, BASIC and TBA at the external API first, so the call can take
        long. Nango does not take JWT, BILL, TWO_STEP, SIGNATURE, AWS_SIGV4 and MCP credentials.

        The secret key needs the scope environment:connections:create. An argument that is None is not sent.

        Args:
            provider_config_key: The id of the integration, as the dashboard shows it.
            credentials: The credentials, with their type: {"type": "OAUTH2", "access_token": ..., "refresh_token":
                ...}, {"type": "API_KEY", "apiKey": ...}, {"type": "BASIC", "username": ..., "password": ...} and so on.
            connection_id: The id that the connection gets. Nango makes one up without it.
            metadata: Metadata to store with it.
            connection_config: What the external API needs beside the credentials, such as a subdomain.
            webhook_url_override: The URL that webhooks of this connection go to.
            tags: Its tags. At most 10. A key begins with a letter and has at most 64 letters, digits, _ - . and /;
                Nango makes it lower case. A value has 1 to 255 characters.
            end_user: Whom it belongs to: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only
                the id must be there.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        try:
            call = IMPORT_CONNECTION.call(
                {
                    "provider_config_key": provider_config_key,
                    "credentials": credentials,
                    "connection_id": connection_id,
                    "metadata": metadata,
                    "connection_config": connection_config,
                    "webhook_url_override": webhook_url_override,
                    "tags": tags,
                    "end_user": end_user,
                },
                timeout,
            )
        finally:
            del credentials, metadata, connection_config, end_user  # a traceback may be printed with its variables
        return call.run(self._client)

    def update(
        self,
        connection_id: str,
        provider_config_key: str,
        *,
        tags: Optional[Mapping[str, str]] = None,
        end_user: Optional[Mapping[str, Any]] = None,
        webhook_url_override: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> None:
        """Changes the tags, the end user or the webhook URL of a connection.

        The secret key needs the scope environment:connections:update. An argument that is None is not sent.

        Args:
            connection_id: The id of the connection, as the dashboard shows it.
            provider_config_key: The id of the integration, as the dashboard shows it.
            tags: The tags, in place of all that it has, those of its end user included. At most 10. A key begins with a
                letter and has at most 64 letters, digits, _ - . and /; Nango makes it lower case. A value has 1 to 255
                characters.
            end_user: Whom it belongs to: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}.
            webhook_url_override: The URL that webhooks of this connection go to; empty for none.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        try:
            call = UPDATE_CONNECTION.call(
                {
                    "connection_id": connection_id,
                    "provider_config_key": provider_config_key,
                    "tags": tags,
                    "end_user": end_user,
                    "webhook_url_override": webhook_url_override,
                },
                timeout,
            )
        finally:
            del end_user  # a traceback may be printed with its variables
        call.run(self._client)

    def delete(self, connection_id: str, provider_config_key: str, *, timeout: Optional[float] = None) -> None:
        """Deletes a connection with its credentials, records and metadata.

        Nango runs the functions that are to run before a deletion first. A connection that does not exist is the error
        kind not_found.

        The secret key needs the scope environment:connections:delete.

        Args:
            connection_id: The id of the connection, as the dashboard shows it.
            provider_config_key: The id of the integration, as the dashboard shows it.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = DELETE_CONNECTION.call(
            {"connection_id": connection_id, "provider_config_key": provider_config_key}, timeout
        )
        call.run(self._client)

    def set_metadata(
        self,
        provider_config_key: str,
        connection_ids: Iterable[str],
        metadata: Mapping[str, Any],
        *,
        timeout: Optional[float] = None,
    ) -> None:
        """Replaces the metadata of one or several connections of an integration.

        If one of the connections does not exist, none is changed.

        The secret key needs the scope environment:connections:update.

        Args:
            provider_config_key: The id of the integration, as the dashboard shows it.
            connection_ids: The ids of the connections, at least one.
            metadata: The metadata, in place of what they have.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        try:
            call = SET_METADATA.call(
                {"provider_config_key": provider_config_key, "connection_ids": connection_ids, "metadata": metadata},
                timeout,
            )
        finally:
            del metadata  # a traceback may be printed with its variables
        call.run(self._client)

    def update_metadata(
        self,
        provider_config_key: str,
        connection_ids: Iterable[str],
        metadata: Mapping[str, Any],
        *,
        timeout: Optional[float] = None,
    ) -> None:
        """Merges metadata into that of one or several connections of an integration.

        Members at the top replace those of the same name; others stay. If one of the connections does not exist, none
        is changed. Of two updates at once Nango can lose one.

        The secret key needs the scope environment:connections:update.

        Args:
            provider_config_key: The id of the integration, as the dashboard shows it.
            connection_ids: The ids of the connections, at least one.
            metadata: The members to set.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        try:
            call = UPDATE_METADATA.call(
                {"provider_config_key": provider_config_key, "connection_ids": connection_ids, "metadata": metadata},
                timeout,
            )
        finally:
            del metadata  # a traceback may be printed with its variables
        call.run(self._client)


class Actions(Group):
    """Actions: functions that Nango runs on a connection."""

    __slots__ = ()

    def trigger(
        self,
        connection_id: str,
        provider_config_key: str,
        action_name: str,
        *,
        input: Any = NOT_GIVEN,
        max_retries: Optional[int] = None,
        timeout: Optional[float] = None,
    ) -> Any:
        """Runs an action on a connection and waits for its output.

        An action can run for minutes: pass a timeout that is long enough. The output is any JSON value; an action that
        returns nothing gives null.

        The secret key needs the scope environment:actions:execute. An argument that is None is not sent, except for
        input.

        Args:
            connection_id: The id of the connection, as the dashboard shows it.
            provider_config_key: The id of the integration, as the dashboard shows it.
            action_name: The name of the action.
            input: The input of the action.
            max_retries: How often Nango runs the action again if it fails, from 0 to 5.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        try:
            call = TRIGGER_ACTION.call(
                {
                    "connection_id": connection_id,
                    "provider_config_key": provider_config_key,
                    "action_name": action_name,
                    "input": input,
                    "max_retries": max_retries,
                },
                timeout,
            )
        finally:
            del input  # a traceback may be printed with its variables
        return call.run(self._client)

    def trigger_async(
        self,
        connection_id: str,
        provider_config_key: str,
        action_name: str,
        *,
        input: Any = NOT_GIVEN,
        max_retries: Optional[int] = None,
        timeout: Optional[float] = None,
    ) -> QueuedAction:
        """Queues an action on a connection, and returns the id of its result.

        Nango runs the queued actions of an environment one after another.

        The secret key needs the scope environment:actions:execute. An argument that is None is not sent, except for
        input.

        Args:
            connection_id: The id of the connection, as the dashboard shows it.
            provider_config_key: The id of the integration, as the dashboard shows it.
            action_name: The name of the action.
            input: The input of the action.
            max_retries: How often Nango runs the action again if it fails, from 0 to 5.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        try:
            call = TRIGGER_ACTION_ASYNC.call(
                {
                    "connection_id": connection_id,
                    "provider_config_key": provider_config_key,
                    "action_name": action_name,
                    "input": input,
                    "max_retries": max_retries,
                },
                timeout,
            )
        finally:
            del input  # a traceback may be printed with its variables
        return call.run(self._client)

    def result(self, id: str, *, timeout: Optional[float] = None) -> Any:
        """Returns the output of a queued action.

        An action that still runs, one that does not exist and one whose output is null are the error kind api with the
        status 404: Nango does not tell them apart.

        The secret key needs the scope environment:actions:execute.

        Args:
            id: The id of the queued action.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = GET_ACTION_RESULT.call({"id": id}, timeout)
        return call.run(self._client)


class Environment(Group):
    """The Nango environment of the secret key."""

    __slots__ = ()

    def list_variables(self, *, timeout: Optional[float] = None) -> list[EnvironmentVariable]:
        """Returns the variables that were set in the dashboard.

        The secret key needs the scope environment:variables:read.

        Args:
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = LIST_ENVIRONMENT_VARIABLES.call({}, timeout)
        return call.run(self._client)


class HasGroups:
    """The groups as attributes of a Client."""

    __slots__ = ()

    @group
    def connections(self: HasHandle) -> Connections:
        """Connections of customers: list, import, change and delete them."""
        return Connections(self)

    @group
    def actions(self: HasHandle) -> Actions:
        """Actions: functions that Nango runs on a connection."""
        return Actions(self)

    @group
    def environment(self: HasHandle) -> Environment:
        """The Nango environment of the secret key."""
        return Environment(self)
