"""The operations of Nango's API by groups, as attributes of an AsyncClient have them.

Generated from api/operations.json: do not edit.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Optional

from ._async_groups import AsyncGroup
from ._async_pages import AsyncPages
from ._generated.operations import (
    COMPILE_FUNCTION,
    CREATE_CONNECT_SESSION,
    CREATE_INTEGRATION,
    CREATE_QUICKSTART_INTEGRATION,
    CREATE_RECONNECT_SESSION,
    CREATE_SYNC_VARIANT,
    DELETE_CONNECTION,
    DELETE_FUNCTION,
    DELETE_INTEGRATION,
    DELETE_SYNC_VARIANT,
    DEPLOY_FUNCTION,
    DEPLOY_FUNCTION_TEMPLATE,
    GET_ACTION_RESULT,
    GET_FUNCTION,
    GET_FUNCTION_CODE,
    GET_FUNCTION_DEPLOYMENT,
    GET_FUNCTION_DRY_RUN,
    GET_INTEGRATION,
    GET_PROVIDER,
    GET_SCRIPTS_CONFIG,
    IMPORT_CONNECTION,
    LIST_CONNECTIONS,
    LIST_ENVIRONMENT_VARIABLES,
    LIST_FUNCTIONS,
    LIST_INTEGRATIONS,
    LIST_PROVIDER_TEMPLATES,
    LIST_PROVIDERS,
    LIST_RECORDS,
    PAUSE_SYNC,
    PRUNE_RECORDS,
    RESET_SYNC_FREQUENCY,
    ROTATE_WEBHOOK_SIGNING_KEY,
    SET_METADATA,
    START_FUNCTION_DRY_RUN,
    START_SYNC,
    SYNC_STATUS,
    TRIGGER_ACTION,
    TRIGGER_ACTION_ASYNC,
    TRIGGER_SYNC,
    UPDATE_CONNECTION,
    UPDATE_INTEGRATION,
    UPDATE_METADATA,
    UPDATE_SYNC_FREQUENCY,
    WAIT_FOR_ACTION_RESULT,
    WAIT_FOR_CONNECTION,
)
from ._kinds import NOT_GIVEN
from ._listing import BY_CURSOR, BY_NUMBER, Listing
from .models import (
    CompiledFunction,
    ConnectSession,
    EnvironmentVariable,
    Function,
    FunctionCode,
    FunctionDeployment,
    FunctionDryRun,
    ImportedConnection,
    Integration,
    ListedConnection,
    Provider,
    PrunedRecords,
    QueuedAction,
    QueuedFunctionRun,
    Record,
    Sync,
    SyncFrequency,
    SyncVariant,
    WebhookSigningKey,
)


class AsyncConnectSessions(AsyncGroup):
    """Connect sessions: with one, a customer of the product connects an account in the browser."""

    __slots__ = ()

    async def create(
        self,
        *,
        tags: Optional[Mapping[str, str]] = None,
        allowed_integrations: Optional[Iterable[str]] = None,
        integrations_config_defaults: Optional[Mapping[str, Any]] = None,
        overrides: Optional[Mapping[str, Any]] = None,
        webhook_url_override: Optional[str] = None,
        end_user: Optional[Mapping[str, Any]] = None,
        organization: Optional[Mapping[str, Any]] = None,
        timeout: Optional[float] = None,
    ) -> ConnectSession:
        """Creates a connect session, with which a customer connects an account.

        Give tags, or an end user. Connections that are made with the session get the tags: they tell whose a connection
        is, and Connections.wait_for finds it by them. Sending it twice leaves one session unused.

        The secret key needs the scope environment:connect_sessions:write. An argument that is None is not sent.

        Args:
            tags: Tags for the connection that is made. At most 10. A key begins with a letter and has at most 64
                letters, digits, _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
            allowed_integrations: The ids of the integrations that are offered; all without it.
            integrations_config_defaults: By integration: {"user_scopes": ..., "authorization_params": {...},
                "connection_config": {...}}.
            overrides: By integration: {"docs_connect": URL}. Only some plans allow it.
            webhook_url_override: The URL that webhooks of the connection go to.
            end_user: Whom it is for: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only the
                id must be there. Deprecated: use tags.
            organization: The organization of the end user: {"id": ..., "display_name": ...}. Deprecated: use tags.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        try:
            call = CREATE_CONNECT_SESSION.call(
                {
                    "tags": tags,
                    "allowed_integrations": allowed_integrations,
                    "integrations_config_defaults": integrations_config_defaults,
                    "overrides": overrides,
                    "webhook_url_override": webhook_url_override,
                    "end_user": end_user,
                    "organization": organization,
                },
                timeout,
            )
        finally:
            del (
                tags,
                integrations_config_defaults,
                webhook_url_override,
                end_user,
                organization,
            )  # a traceback may be printed with its variables
        return await self._client._call(call)

    async def reconnect(
        self,
        connection_id: str,
        integration_id: str,
        *,
        tags: Optional[Mapping[str, str]] = None,
        integrations_config_defaults: Optional[Mapping[str, Any]] = None,
        overrides: Optional[Mapping[str, Any]] = None,
        webhook_url_override: Optional[str] = None,
        end_user: Optional[Mapping[str, Any]] = None,
        organization: Optional[Mapping[str, Any]] = None,
        timeout: Optional[float] = None,
    ) -> ConnectSession:
        """Creates a connect session for a connection that exists, with which the customer authorizes it again.

        The secret key needs the scope environment:connect_sessions:write. An argument that is None is not sent.

        Args:
            connection_id: The id of the connection, as the dashboard shows it.
            integration_id: The id of the integration.
            tags: Tags for the connection that is made. At most 10. A key begins with a letter and has at most 64
                letters, digits, _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
            integrations_config_defaults: By integration: {"user_scopes": ..., "authorization_params": {...},
                "connection_config": {...}}.
            overrides: By integration: {"docs_connect": URL}. Only some plans allow it.
            webhook_url_override: The URL that webhooks of the connection go to.
            end_user: Whom it is for: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only the
                id must be there. Deprecated: use tags.
            organization: The organization of the end user: {"id": ..., "display_name": ...}. Deprecated: use tags.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        try:
            call = CREATE_RECONNECT_SESSION.call(
                {
                    "connection_id": connection_id,
                    "integration_id": integration_id,
                    "tags": tags,
                    "integrations_config_defaults": integrations_config_defaults,
                    "overrides": overrides,
                    "webhook_url_override": webhook_url_override,
                    "end_user": end_user,
                    "organization": organization,
                },
                timeout,
            )
        finally:
            del (
                tags,
                integrations_config_defaults,
                webhook_url_override,
                end_user,
                organization,
            )  # a traceback may be printed with its variables
        return await self._client._call(call)


class AsyncConnections(AsyncGroup):
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
    ) -> AsyncPages[ListedConnection]:
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
        try:
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
        finally:
            del tags  # a traceback may be printed with its variables
        return AsyncPages(self._client, listing)

    async def import_(
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
            del (
                credentials,
                metadata,
                connection_config,
                webhook_url_override,
                tags,
                end_user,
            )  # a traceback may be printed with its variables
        return await self._client._call(call)

    async def update(
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
            del tags, end_user, webhook_url_override  # a traceback may be printed with its variables
        await self._client._call(call)

    async def delete(self, connection_id: str, provider_config_key: str, *, timeout: Optional[float] = None) -> None:
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
        await self._client._call(call)

    async def set_metadata(
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
        await self._client._call(call)

    async def update_metadata(
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
        await self._client._call(call)

    async def wait_for(
        self,
        provider_config_key: str,
        *,
        connection_id: Optional[str] = None,
        tags: Optional[Mapping[str, str]] = None,
        end_user_id: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> ListedConnection:
        """Waits until an integration has a connection of an end user or with a tag, and returns the newest.

        It asks at once, after half a second, and then every second or two, until the timeout of the call has passed;
        then the error kind is timeout. A connection that was there before ends it at once: give the connect session a
        tag of its own, and wait for that.

        The secret key needs the scope environment:connections:list. An argument that is None is not sent.

        Args:
            provider_config_key: The id of the integration, as the dashboard shows it.
            connection_id: Only the connection with this id.
            tags: Only a connection that has all of these tags.
            end_user_id: Only a connection of this end user. Deprecated: use the tag end_user_id.
            timeout: How many seconds the whole wait may take; what the client says for a call by default.

        Raises:
            TimeoutError: What is waited for did not come in time.
            NangoError: The call failed; the subclass tells how.
        """
        try:
            call = WAIT_FOR_CONNECTION.call(
                {
                    "provider_config_key": provider_config_key,
                    "connection_id": connection_id,
                    "tags": tags,
                    "end_user_id": end_user_id,
                },
                timeout,
            )
        finally:
            del tags  # a traceback may be printed with its variables
        return await self._client._call(call)


class AsyncIntegrations(AsyncGroup):
    """Integrations: what the environment has set up for an external API each."""

    __slots__ = ()

    async def list(self, *, timeout: Optional[float] = None) -> builtins.list[Integration]:
        """Returns all integrations of the environment, without credentials.

        The secret key needs the scope environment:integrations:list.

        Args:
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = LIST_INTEGRATIONS.call({}, timeout)
        return await self._client._call(call)

    async def get(
        self, unique_key: str, *, include: Optional[Iterable[str]] = None, timeout: Optional[float] = None
    ) -> Integration:
        """Returns an integration.

        Credentials need the scope environment:integrations:read_credentials; without it Nango leaves them out.

        The secret key needs the scope environment:integrations:read. An argument that is None is not sent.

        Args:
            unique_key: The id of the integration.
            include: What else to return: "webhook" for its webhook URL, "credentials" for its developer app.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = GET_INTEGRATION.call({"unique_key": unique_key, "include": include}, timeout)
        return await self._client._call(call)

    async def create(
        self,
        provider: str,
        unique_key: str,
        *,
        display_name: Optional[str] = None,
        credentials: Optional[Mapping[str, Any]] = None,
        forward_webhooks: Optional[bool] = None,
        integration_config: Optional[Mapping[str, str]] = None,
        custom: Optional[Mapping[str, str]] = None,
        timeout: Optional[float] = None,
    ) -> Integration:
        """Creates an integration.

        The secret key needs the scope environment:integrations:create. An argument that is None is not sent.

        Args:
            provider: The external API, as Nango names it: "github".
            unique_key: The id that it gets.
            display_name: Its name for humans.
            credentials: The developer app, with its type: {"type": "OAUTH2", "client_id": ..., "client_secret": ...,
                "scopes": "a,b"}, also for OAUTH1 and TBA; {"type": "APP", "app_id": ..., "app_link": ...,
                "private_key": ...}; CUSTOM has the members of both.
            forward_webhooks: Whether Nango forwards webhooks of the external API.
            integration_config: What the external API needs besides. A value has at most 8192 characters.
            custom: Values for functions of the integration.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        try:
            call = CREATE_INTEGRATION.call(
                {
                    "provider": provider,
                    "unique_key": unique_key,
                    "display_name": display_name,
                    "credentials": credentials,
                    "forward_webhooks": forward_webhooks,
                    "integration_config": integration_config,
                    "custom": custom,
                },
                timeout,
            )
        finally:
            del credentials, integration_config, custom  # a traceback may be printed with its variables
        return await self._client._call(call)

    async def create_quickstart(
        self,
        provider: str,
        unique_key: str,
        *,
        display_name: Optional[str] = None,
        forward_webhooks: Optional[bool] = None,
        timeout: Optional[float] = None,
    ) -> Integration:
        """Creates an integration that uses Nango's own developer app.

        The secret key needs the scope environment:integrations:create. An argument that is None is not sent.

        Args:
            provider: The external API, as Nango names it: "github".
            unique_key: The id that it gets.
            display_name: Its name for humans.
            forward_webhooks: Whether Nango forwards webhooks of the external API.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = CREATE_QUICKSTART_INTEGRATION.call(
            {
                "provider": provider,
                "unique_key": unique_key,
                "display_name": display_name,
                "forward_webhooks": forward_webhooks,
            },
            timeout,
        )
        return await self._client._call(call)

    async def update(
        self,
        unique_key: str,
        *,
        new_unique_key: Optional[str] = None,
        display_name: Optional[str] = None,
        credentials: Optional[Mapping[str, Any]] = None,
        forward_webhooks: Optional[bool] = None,
        integration_config: Optional[Mapping[str, str]] = None,
        custom: Optional[Mapping[str, str]] = None,
        timeout: Optional[float] = None,
    ) -> Integration:
        """Changes an integration.

        The secret key needs the scope environment:integrations:update. An argument that is None is not sent.

        Args:
            unique_key: The id of the integration.
            new_unique_key: A new id. Nango refuses it while the integration has connections.
            display_name: Its name for humans.
            credentials: The developer app, with its type: {"type": "OAUTH2", "client_id": ..., "client_secret": ...,
                "scopes": "a,b"}, also for OAUTH1 and TBA; {"type": "APP", "app_id": ..., "app_link": ...,
                "private_key": ...}; CUSTOM has the members of both.
            forward_webhooks: Whether Nango forwards webhooks of the external API.
            integration_config: What the external API needs besides. A value has at most 8192 characters.
            custom: Values for functions of the integration.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        try:
            call = UPDATE_INTEGRATION.call(
                {
                    "unique_key": unique_key,
                    "new_unique_key": new_unique_key,
                    "display_name": display_name,
                    "credentials": credentials,
                    "forward_webhooks": forward_webhooks,
                    "integration_config": integration_config,
                    "custom": custom,
                },
                timeout,
            )
        finally:
            del credentials, integration_config, custom  # a traceback may be printed with its variables
        return await self._client._call(call)

    async def delete(self, unique_key: str, *, timeout: Optional[float] = None) -> None:
        """Deletes an integration and all of its connections.

        The secret key needs the scope environment:integrations:delete.

        Args:
            unique_key: The id of the integration.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = DELETE_INTEGRATION.call({"unique_key": unique_key}, timeout)
        await self._client._call(call)


class AsyncRecords(AsyncGroup):
    """Records: what syncs have stored of an external API."""

    __slots__ = ()

    def list(
        self,
        connection_id: str,
        provider_config_key: str,
        model: str,
        *,
        cursor: Optional[str] = None,
        modified_after: Optional[datetime] = None,
        filter: Optional[Iterable[str]] = None,
        ids: Optional[Iterable[str]] = None,
        variant: Optional[str] = None,
        limit: int = 1000,
        timeout: Optional[float] = None,
    ) -> AsyncPages[Record]:
        """Lists the records of a model, in the order in which they were last changed.

        Pages are fetched as the records are read. A record that is changed meanwhile comes again. Nango does not check
        a cursor: one that is none is the error kind server with the status 500.

        The secret key needs the scope environment:records:read. An argument that is None is not sent.

        Args:
            connection_id: The id of the connection, as the dashboard shows it.
            provider_config_key: The id of the integration, as the dashboard shows it.
            model: The name of the model.
            cursor: Only the records behind this one: the cursor of the last record that was read.
            modified_after: Only those that were changed after this time, which is within the last 12 months.
            filter: Only those whose last change was one of "added", "updated" and "deleted".
            ids: Only those with these ids, at most 100.
            variant: The variant of the sync; "base" without it.
            limit: How many a page has, from 1 to 10000. Nango can send fewer.
            timeout: How many seconds the call for each page may take; what the client says by default.

        Raises:
            NangoError: An argument is wrong. While the pages are read: a call failed; the subclass tells how.
        """
        listing = Listing(
            LIST_RECORDS,
            {
                "connection_id": connection_id,
                "provider_config_key": provider_config_key,
                "model": model,
                "cursor": cursor,
                "modified_after": modified_after,
                "filter": filter,
                "ids": ids,
                "variant": variant,
                "limit": limit,
            },
            timeout,
            style=BY_CURSOR,
            cursor="metadata",
        )
        return AsyncPages(self._client, listing)

    async def prune(
        self,
        connection_id: str,
        provider_config_key: str,
        model: str,
        until_cursor: str,
        *,
        variant: Optional[str] = None,
        limit: Optional[int] = None,
        timeout: Optional[float] = None,
    ) -> PrunedRecords:
        """Deletes the content of records up to a cursor, and keeps their ids.

        Repeat it while has_more is true.

        The secret key needs the scope environment:records:write. An argument that is None is not sent.

        Args:
            connection_id: The id of the connection, as the dashboard shows it.
            provider_config_key: The id of the integration, as the dashboard shows it.
            model: The name of the model.
            until_cursor: The cursor of the last record to prune.
            variant: The variant of the sync; "base" without it.
            limit: How many to prune at once, from 1 to 10000; 1000 without it.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = PRUNE_RECORDS.call(
            {
                "connection_id": connection_id,
                "provider_config_key": provider_config_key,
                "model": model,
                "until_cursor": until_cursor,
                "variant": variant,
                "limit": limit,
            },
            timeout,
        )
        return await self._client._call(call)


class AsyncActions(AsyncGroup):
    """Actions: functions that Nango runs on a connection."""

    __slots__ = ()

    async def trigger(
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
        return await self._client._call(call)

    async def trigger_async(
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
        return await self._client._call(call)

    async def result(self, id: str, *, timeout: Optional[float] = None) -> Any:
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
        return await self._client._call(call)

    async def wait_for_result(self, id: str, *, timeout: Optional[float] = None) -> Any:
        """Waits for the output of a queued action.

        It asks at once, after half a second, and then every second or two, until the timeout of the call has passed;
        then the error kind is timeout. Nango answers for an id that does not exist, and for an output that is null, as
        it does while the action runs: such a wait ends by its timeout.

        The secret key needs the scope environment:actions:execute.

        Args:
            id: The id of the queued action.
            timeout: How many seconds the whole wait may take; what the client says for a call by default.

        Raises:
            TimeoutError: What is waited for did not come in time.
            NangoError: The call failed; the subclass tells how.
        """
        call = WAIT_FOR_ACTION_RESULT.call({"id": id}, timeout)
        return await self._client._call(call)


class AsyncSyncs(AsyncGroup):
    """Syncs: functions that Nango runs on a schedule for each connection."""

    __slots__ = ()

    async def trigger(
        self,
        provider_config_key: str,
        syncs: Iterable[str],
        *,
        connection_id: Optional[str] = None,
        opts: Optional[Mapping[str, Any]] = None,
        sync_mode: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> None:
        """Runs syncs now.

        A sync that is running is cancelled and started again.

        The secret key needs the scope environment:syncs:execute. An argument that is None is not sent.

        Args:
            provider_config_key: The id of the integration, as the dashboard shows it.
            syncs: The names of the syncs, with "name::variant" for a variant; empty for all.
            connection_id: Only the syncs of this connection; without it, those of all connections of the integration.
            opts: How: {"reset": true} forgets the checkpoint, {"reset": true, "emptyCache": true} the records as well.
            sync_mode: How: "incremental", "full_refresh" or "full_refresh_and_clear_cache"; not with opts. Deprecated:
                use opts.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = TRIGGER_SYNC.call(
            {
                "provider_config_key": provider_config_key,
                "syncs": syncs,
                "connection_id": connection_id,
                "opts": opts,
                "sync_mode": sync_mode,
            },
            timeout,
        )
        await self._client._call(call)

    async def start(
        self,
        provider_config_key: str,
        syncs: Iterable[str],
        *,
        connection_id: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> None:
        """Starts the schedules of syncs.

        The secret key needs the scope environment:syncs:execute. An argument that is None is not sent.

        Args:
            provider_config_key: The id of the integration, as the dashboard shows it.
            syncs: The names of the syncs, with "name::variant" for a variant; empty for all.
            connection_id: Only the syncs of this connection; without it, those of all connections of the integration.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = START_SYNC.call(
            {"provider_config_key": provider_config_key, "syncs": syncs, "connection_id": connection_id}, timeout
        )
        await self._client._call(call)

    async def pause(
        self,
        provider_config_key: str,
        syncs: Iterable[str],
        *,
        connection_id: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> None:
        """Pauses the schedules of syncs.

        A sync that is running is cancelled.

        The secret key needs the scope environment:syncs:execute. An argument that is None is not sent.

        Args:
            provider_config_key: The id of the integration, as the dashboard shows it.
            syncs: The names of the syncs, with "name::variant" for a variant; empty for all.
            connection_id: Only the syncs of this connection; without it, those of all connections of the integration.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = PAUSE_SYNC.call(
            {"provider_config_key": provider_config_key, "syncs": syncs, "connection_id": connection_id}, timeout
        )
        await self._client._call(call)

    async def status(
        self,
        provider_config_key: str,
        syncs: Iterable[str],
        *,
        connection_id: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> list[Sync]:
        """Returns the state of syncs.

        An unknown integration gives an empty list.

        The secret key needs the scope environment:syncs:read. An argument that is None is not sent.

        Args:
            provider_config_key: The id of the integration, as the dashboard shows it.
            syncs: The names of the syncs, with "name::variant" for a variant; "*" for all.
            connection_id: Only the syncs of this connection.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = SYNC_STATUS.call(
            {"provider_config_key": provider_config_key, "syncs": syncs, "connection_id": connection_id}, timeout
        )
        return await self._client._call(call)

    async def update_frequency(
        self,
        provider_config_key: str,
        connection_id: str,
        sync_name: str,
        frequency: str,
        *,
        sync_variant: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> SyncFrequency:
        """Sets how often a sync runs for a connection.

        The secret key needs the scope environment:syncs:update. An argument that is None is not sent.

        Args:
            provider_config_key: The id of the integration, as the dashboard shows it.
            connection_id: The id of the connection, as the dashboard shows it.
            sync_name: The name of the sync.
            frequency: The interval: "every 2 hours", "1 day", "half hour".
            sync_variant: The variant of the sync; "base" without it.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = UPDATE_SYNC_FREQUENCY.call(
            {
                "provider_config_key": provider_config_key,
                "connection_id": connection_id,
                "sync_name": sync_name,
                "frequency": frequency,
                "sync_variant": sync_variant,
            },
            timeout,
        )
        return await self._client._call(call)

    async def reset_frequency(
        self,
        provider_config_key: str,
        connection_id: str,
        sync_name: str,
        *,
        sync_variant: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> SyncFrequency:
        """Has a sync run for a connection as often as its code says.

        The secret key needs the scope environment:syncs:update. An argument that is None is not sent.

        Args:
            provider_config_key: The id of the integration, as the dashboard shows it.
            connection_id: The id of the connection, as the dashboard shows it.
            sync_name: The name of the sync.
            sync_variant: The variant of the sync; "base" without it.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = RESET_SYNC_FREQUENCY.call(
            {
                "provider_config_key": provider_config_key,
                "connection_id": connection_id,
                "sync_name": sync_name,
                "sync_variant": sync_variant,
            },
            timeout,
        )
        return await self._client._call(call)

    async def create_variant(
        self, name: str, variant: str, provider_config_key: str, connection_id: str, *, timeout: Optional[float] = None
    ) -> SyncVariant:
        """Creates a variant of a sync for a connection.

        The secret key needs the scope environment:syncs:variant:create.

        Args:
            name: The name of the sync.
            variant: The name of the variant.
            provider_config_key: The id of the integration, as the dashboard shows it.
            connection_id: The id of the connection, as the dashboard shows it.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = CREATE_SYNC_VARIANT.call(
            {
                "name": name,
                "variant": variant,
                "provider_config_key": provider_config_key,
                "connection_id": connection_id,
            },
            timeout,
        )
        return await self._client._call(call)

    async def delete_variant(
        self, name: str, variant: str, provider_config_key: str, connection_id: str, *, timeout: Optional[float] = None
    ) -> None:
        """Deletes a variant of a sync. Its records stay readable.

        The secret key needs the scope environment:syncs:variant:delete.

        Args:
            name: The name of the sync.
            variant: The name of the variant.
            provider_config_key: The id of the integration, as the dashboard shows it.
            connection_id: The id of the connection, as the dashboard shows it.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = DELETE_SYNC_VARIANT.call(
            {
                "name": name,
                "variant": variant,
                "provider_config_key": provider_config_key,
                "connection_id": connection_id,
            },
            timeout,
        )
        await self._client._call(call)


class AsyncFunctions(AsyncGroup):
    """Functions: the code of syncs and actions that an integration has."""

    __slots__ = ()

    def list(
        self,
        unique_key: str,
        *,
        function_type: Optional[str] = None,
        search: Optional[str] = None,
        limit: int = 100,
        timeout: Optional[float] = None,
    ) -> AsyncPages[Function]:
        """Lists the functions that are deployed for an integration.

        Pages are fetched as the functions are read.

        The secret key needs the scope environment:functions:list. An argument that is None is not sent.

        Args:
            unique_key: The id of the integration.
            function_type: Only those of this type: "sync", "action" or "on-event".
            search: Only those with this text in their name.
            limit: How many a page has, from 1 to 100.
            timeout: How many seconds the call for each page may take; what the client says by default.

        Raises:
            NangoError: An argument is wrong. While the pages are read: a call failed; the subclass tells how.
        """
        listing = Listing(
            LIST_FUNCTIONS,
            {"unique_key": unique_key, "function_type": function_type, "search": search, "limit": limit},
            timeout,
            style=BY_NUMBER,
            key="id",
        )
        return AsyncPages(self._client, listing)

    async def get(
        self, unique_key: str, name: str, *, function_type: Optional[str] = None, timeout: Optional[float] = None
    ) -> Function:
        """Returns a function that is deployed for an integration.

        The secret key needs the scope environment:functions:read. An argument that is None is not sent.

        Args:
            unique_key: The id of the integration.
            name: The name of the function.
            function_type: Its type: "sync", "action" or "on-event"; needed if several functions have the name.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = GET_FUNCTION.call({"unique_key": unique_key, "name": name, "function_type": function_type}, timeout)
        return await self._client._call(call)

    async def get_code(
        self, unique_key: str, name: str, *, function_type: Optional[str] = None, timeout: Optional[float] = None
    ) -> FunctionCode:
        """Returns the code of a function that is deployed for an integration.

        The secret key needs the scope environment:functions:read. An argument that is None is not sent.

        Args:
            unique_key: The id of the integration.
            name: The name of the function.
            function_type: Its type: "sync", "action" or "on-event"; needed if several functions have the name.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = GET_FUNCTION_CODE.call({"unique_key": unique_key, "name": name, "function_type": function_type}, timeout)
        return await self._client._call(call)

    async def delete(self, unique_key: str, name: str, function_type: str, *, timeout: Optional[float] = None) -> None:
        """Deletes a function of an integration.

        Nango refuses to delete one that was deployed by its command line program.

        The secret key needs the scope environment:functions:delete.

        Args:
            unique_key: The id of the integration.
            name: The name of the function.
            function_type: Its type: "sync" or "action".
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = DELETE_FUNCTION.call({"unique_key": unique_key, "name": name, "function_type": function_type}, timeout)
        await self._client._call(call)

    async def scripts_config(self, *, format: str = "nango", timeout: Optional[float] = None) -> Any:
        """Returns the syncs, actions and on-event functions of all integrations.

        The secret key needs the scope environment:integrations:list_functions. An argument that is None is not sent.

        Args:
            format: The form: "nango" for an array with an object for each integration, "openai" for an object with
                tools of a language model in "data".
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = GET_SCRIPTS_CONFIG.call({"format": format}, timeout)
        return await self._client._call(call)

    async def compile(self, code: str, *, timeout: Optional[float] = None) -> CompiledFunction:
        """Compiles the code of a function.

        The secret key needs the scope environment:functions:compile.

        Args:
            code: The code, in TypeScript.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        try:
            call = COMPILE_FUNCTION.call({"code": code}, timeout)
        finally:
            del code  # a traceback may be printed with its variables
        return await self._client._call(call)

    async def start_dry_run(
        self,
        integration_id: str,
        function_type: str,
        code: str,
        connection_id: str,
        *,
        input: Any = NOT_GIVEN,
        metadata: Optional[Mapping[str, Any]] = None,
        checkpoint: Optional[Mapping[str, Any]] = None,
        last_sync_date: Optional[datetime] = None,
        timeout: Optional[float] = None,
    ) -> QueuedFunctionRun:
        """Runs the code of a function on a connection without storing anything.

        The secret key needs the scope environment:functions:dryrun. An argument that is None is not sent, except for
        input.

        Args:
            integration_id: The id of the integration.
            function_type: Its type: "action" or "sync".
            code: The code, in TypeScript.
            connection_id: The id of the connection, as the dashboard shows it.
            input: The input of an action.
            metadata: Metadata in place of the connection's.
            checkpoint: The checkpoint that a sync starts at.
            last_sync_date: When the sync ran last.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        try:
            call = START_FUNCTION_DRY_RUN.call(
                {
                    "integration_id": integration_id,
                    "function_type": function_type,
                    "code": code,
                    "connection_id": connection_id,
                    "input": input,
                    "metadata": metadata,
                    "checkpoint": checkpoint,
                    "last_sync_date": last_sync_date,
                },
                timeout,
            )
        finally:
            del code, input, metadata, checkpoint  # a traceback may be printed with its variables
        return await self._client._call(call)

    async def get_dry_run(self, id: str, *, timeout: Optional[float] = None) -> FunctionDryRun:
        """Returns the state of a dry run.

        The secret key needs the scope environment:functions:dryrun.

        Args:
            id: The id of the dry run.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = GET_FUNCTION_DRY_RUN.call({"id": id}, timeout)
        return await self._client._call(call)

    async def deploy(
        self,
        integration_id: str,
        function_name: str,
        function_type: str,
        code: str,
        *,
        version: Optional[str] = None,
        allow_destructive: Optional[bool] = None,
        timeout: Optional[float] = None,
    ) -> QueuedFunctionRun:
        """Deploys the code of a function.

        The secret key needs the scope environment:deploy. An argument that is None is not sent.

        Args:
            integration_id: The id of the integration.
            function_name: The name of the function.
            function_type: Its type: "action" or "sync".
            code: The code, in TypeScript.
            version: Its version.
            allow_destructive: Whether changes that delete records are allowed.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        try:
            call = DEPLOY_FUNCTION.call(
                {
                    "integration_id": integration_id,
                    "function_name": function_name,
                    "function_type": function_type,
                    "code": code,
                    "version": version,
                    "allow_destructive": allow_destructive,
                },
                timeout,
            )
        finally:
            del code  # a traceback may be printed with its variables
        return await self._client._call(call)

    async def deploy_template(
        self,
        integration_id: str,
        template: str,
        *,
        function_type: Optional[str] = None,
        timeout: Optional[float] = None,
    ) -> QueuedFunctionRun:
        """Deploys a template of a function.

        The secret key needs the scope environment:deploy. An argument that is None is not sent.

        Args:
            integration_id: The id of the integration.
            template: The name of the template.
            function_type: Its type: "action" or "sync".
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = DEPLOY_FUNCTION_TEMPLATE.call(
            {"integration_id": integration_id, "template": template, "function_type": function_type}, timeout
        )
        return await self._client._call(call)

    async def get_deployment(self, id: str, *, timeout: Optional[float] = None) -> FunctionDeployment:
        """Returns the state of a deployment.

        The secret key needs the scope environment:deploy.

        Args:
            id: The id of the deployment.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = GET_FUNCTION_DEPLOYMENT.call({"id": id}, timeout)
        return await self._client._call(call)


class AsyncProviders(AsyncGroup):
    """Providers: the external APIs that Nango knows."""

    __slots__ = ()

    async def list(self, *, search: Optional[str] = None, timeout: Optional[float] = None) -> builtins.list[Provider]:
        """Returns the external APIs that Nango knows.

        The response has megabytes: hundreds of providers, not paged.

        Any secret key may call it. An argument that is None is not sent.

        Args:
            search: Only those with this text in their name.
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = LIST_PROVIDERS.call({"search": search}, timeout)
        return await self._client._call(call)

    async def get(self, provider: str, *, timeout: Optional[float] = None) -> Provider:
        """Returns an external API that Nango knows.

        Any secret key may call it.

        Args:
            provider: Its name: "github".
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = GET_PROVIDER.call({"provider": provider}, timeout)
        return await self._client._call(call)

    async def list_templates(self, provider: str, *, timeout: Optional[float] = None) -> builtins.list[Function]:
        """Returns the templates of functions that Nango has for an external API.

        Any secret key may call it.

        Args:
            provider: Its name: "github".
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = LIST_PROVIDER_TEMPLATES.call({"provider": provider}, timeout)
        return await self._client._call(call)


class AsyncEnvironment(AsyncGroup):
    """The Nango environment of the secret key."""

    __slots__ = ()

    async def list_variables(self, *, timeout: Optional[float] = None) -> list[EnvironmentVariable]:
        """Returns the variables that were set in the dashboard.

        The secret key needs the scope environment:variables:read.

        Args:
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = LIST_ENVIRONMENT_VARIABLES.call({}, timeout)
        return await self._client._call(call)

    async def rotate_webhook_signing_key(self, *, timeout: Optional[float] = None) -> WebhookSigningKey:
        """Replaces the key that Nango signs webhooks with.

        It counts at once: webhooks that are signed with the former key no longer come.

        The secret key needs the scope environment:webhook_signing_key:rotate.

        Args:
            timeout: How many seconds this call may take; what the client says by default.

        Raises:
            NangoError: The call failed; the subclass tells how.
        """
        call = ROTATE_WEBHOOK_SIGNING_KEY.call({}, timeout)
        return await self._client._call(call)
