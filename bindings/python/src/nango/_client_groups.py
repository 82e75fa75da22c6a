"""The groups of operations as attributes of a Client.

The module of the groups is imported when the first of them is asked for: it takes longer to import than all else.

Generated from api/operations.json: do not edit.
"""

from __future__ import annotations

import nango

from ._groups import group
from ._handle import HasHandle


class HasGroups:
    """The groups as attributes of a Client."""

    __slots__ = ()

    @group
    def connect_sessions(self: HasHandle) -> nango.operations.ConnectSessions:
        """Connect sessions: with one, a customer of the product connects an account in the browser."""
        return nango.operations.ConnectSessions(self)

    @group
    def connections(self: HasHandle) -> nango.operations.Connections:
        """Connections of customers: list, import, change and delete them."""
        return nango.operations.Connections(self)

    @group
    def integrations(self: HasHandle) -> nango.operations.Integrations:
        """Integrations: what the environment has set up for an external API each."""
        return nango.operations.Integrations(self)

    @group
    def records(self: HasHandle) -> nango.operations.Records:
        """Records: what syncs have stored of an external API."""
        return nango.operations.Records(self)

    @group
    def actions(self: HasHandle) -> nango.operations.Actions:
        """Actions: functions that Nango runs on a connection."""
        return nango.operations.Actions(self)

    @group
    def syncs(self: HasHandle) -> nango.operations.Syncs:
        """Syncs: functions that Nango runs on a schedule for each connection."""
        return nango.operations.Syncs(self)

    @group
    def functions(self: HasHandle) -> nango.operations.Functions:
        """Functions: the code of syncs and actions that an integration has."""
        return nango.operations.Functions(self)

    @group
    def providers(self: HasHandle) -> nango.operations.Providers:
        """Providers: the external APIs that Nango knows."""
        return nango.operations.Providers(self)

    @group
    def environment(self: HasHandle) -> nango.operations.Environment:
        """The Nango environment of the secret key."""
        return nango.operations.Environment(self)
