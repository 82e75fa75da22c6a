"""The groups of operations as attributes of an AsyncClient.

The module of the groups is imported when the first of them is asked for: it takes longer to import than all else.

Generated from api/operations.json: do not edit.
"""

from __future__ import annotations

import nango

from ._groups import group
from ._threads import MakesCalls


class HasAsyncGroups:
    """The groups as attributes of an AsyncClient."""

    __slots__ = ()

    @group
    def connect_sessions(self: MakesCalls) -> nango.async_operations.AsyncConnectSessions:
        """Connect sessions: with one, a customer of the product connects an account in the browser."""
        return nango.async_operations.AsyncConnectSessions(self)

    @group
    def connections(self: MakesCalls) -> nango.async_operations.AsyncConnections:
        """Connections of customers: list, import, change and delete them."""
        return nango.async_operations.AsyncConnections(self)

    @group
    def integrations(self: MakesCalls) -> nango.async_operations.AsyncIntegrations:
        """Integrations: what the environment has set up for an external API each."""
        return nango.async_operations.AsyncIntegrations(self)

    @group
    def records(self: MakesCalls) -> nango.async_operations.AsyncRecords:
        """Records: what syncs have stored of an external API."""
        return nango.async_operations.AsyncRecords(self)

    @group
    def actions(self: MakesCalls) -> nango.async_operations.AsyncActions:
        """Actions: functions that Nango runs on a connection."""
        return nango.async_operations.AsyncActions(self)

    @group
    def syncs(self: MakesCalls) -> nango.async_operations.AsyncSyncs:
        """Syncs: functions that Nango runs on a schedule for each connection."""
        return nango.async_operations.AsyncSyncs(self)

    @group
    def functions(self: MakesCalls) -> nango.async_operations.AsyncFunctions:
        """Functions: the code of syncs and actions that an integration has."""
        return nango.async_operations.AsyncFunctions(self)

    @group
    def providers(self: MakesCalls) -> nango.async_operations.AsyncProviders:
        """Providers: the external APIs that Nango knows."""
        return nango.async_operations.AsyncProviders(self)

    @group
    def environment(self: MakesCalls) -> nango.async_operations.AsyncEnvironment:
        """The Nango environment of the secret key."""
        return nango.async_operations.AsyncEnvironment(self)
