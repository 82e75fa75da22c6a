"""What operations of Nango's API give: see nango.operations.

An attribute that Nango leaves out is None. Where the type of an attribute has no None, Nango always sends it.

Generated from api/operations.json: do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Optional

from ._kinds import INTEGER, OBJECT, STRING, TIMESTAMP, array, mapping
from ._model import Field, Model, describe

__all__ = [
    "ConnectionProblem",
    "EndUser",
    "EnvironmentVariable",
    "ImportedConnection",
    "ListedConnection",
    "Organization",
    "QueuedAction",
]


@dataclass(frozen=True, repr=False, eq=False)
class ConnectionProblem(Model):
    """Something that is wrong with a connection."""

    __slots__ = ()

    #: What failed: "auth" for its credentials, "sync" for a sync, or another word.
    type: str
    #: The id of the operation in Nango's logs.
    log_id: str
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class Organization(Model):
    """The organization of an end user."""

    __slots__ = ()

    #: The id that the product gave it.
    id: str
    #: Its name. Never printed.
    display_name: Optional[str]
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class EndUser(Model):
    """The customer of the product who connected a connection."""

    __slots__ = ()

    #: The id that the product gave them.
    id: str
    #: Their name. Never printed.
    display_name: Optional[str]
    #: Their email address. Never printed.
    email: Optional[str]
    #: Tags of the end user. Never printed.
    tags: Optional[dict[str, str]]
    #: Their organization.
    organization: Optional[Organization]
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class ListedConnection(Model):
    """A connection as a list has it: without credentials."""

    __slots__ = ()

    #: The number of the row in Nango's database.
    id: int
    #: The id of the connection.
    connection_id: str
    #: The id of the integration.
    provider_config_key: str
    #: The external API, as Nango names it: "github".
    provider: str
    #: What is wrong with the connection now: empty if nothing is.
    errors: list[ConnectionProblem]
    #: Who connected it; absent for a connection that was imported without one. Never printed.
    end_user: Optional[EndUser]
    #: Tags, with keys in lower case. Never printed.
    tags: dict[str, str]
    #: What the product stored with the connection. Never printed.
    metadata: Optional[dict[str, Any]]
    #: When it was made.
    created: datetime
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class ImportedConnection(Model):
    """A connection that was imported."""

    __slots__ = ()

    #: The number of the row in Nango's database.
    id: int
    #: The id of the connection.
    connection_id: str
    #: The id of the integration.
    provider_config_key: str
    #: The external API, as Nango names it: "github".
    provider: str
    #: What is wrong with the connection now: empty if nothing is.
    errors: list[ConnectionProblem]
    #: Who connected it; absent for a connection that was imported without one. Never printed.
    end_user: Optional[EndUser]
    #: Tags, with keys in lower case. Never printed.
    tags: dict[str, str]
    #: What the product stored with the connection. Never printed.
    metadata: Optional[dict[str, Any]]
    #: What the external API needs beside the credentials. Never printed.
    connection_config: dict[str, Any]
    #: The URL that webhooks of this connection go to. Never printed.
    webhook_url_override: Optional[str]
    #: When it was made.
    created_at: datetime
    #: When it was last changed.
    updated_at: datetime
    #: When its credentials were last asked for.
    last_fetched_at: Optional[datetime]
    #: The credentials that were imported; empty if the key may not read credentials. Never printed.
    credentials: dict[str, Any]
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class QueuedAction(Model):
    """An action that was queued."""

    __slots__ = ()

    #: The id to get the result with: a UUID.
    id: str
    #: The path of the result.
    status_url: str
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class EnvironmentVariable(Model):
    """A variable that was set in the dashboard."""

    __slots__ = ()

    #: Its name.
    name: str
    #: Its value. Never printed.
    value: str
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


# How each is read. The attributes of those below may be made of those above.
CONNECTION_PROBLEM = describe(
    ConnectionProblem,
    Field("type", STRING),
    Field("log_id", STRING),
)
ORGANIZATION = describe(
    Organization,
    Field("id", STRING),
    Field("display_name", STRING, nullable=True, hidden=True),
)
END_USER = describe(
    EndUser,
    Field("id", STRING),
    Field("display_name", STRING, nullable=True, hidden=True),
    Field("email", STRING, nullable=True, hidden=True),
    Field("tags", mapping(STRING), nullable=True, hidden=True),
    Field("organization", ORGANIZATION, nullable=True),
)
LISTED_CONNECTION = describe(
    ListedConnection,
    Field("id", INTEGER),
    Field("connection_id", STRING),
    Field("provider_config_key", STRING),
    Field("provider", STRING),
    Field("errors", array(CONNECTION_PROBLEM)),
    Field("end_user", END_USER, nullable=True, hidden=True),
    Field("tags", mapping(STRING), hidden=True),
    Field("metadata", OBJECT, nullable=True, hidden=True),
    Field("created", TIMESTAMP),
)
IMPORTED_CONNECTION = describe(
    ImportedConnection,
    Field("id", INTEGER),
    Field("connection_id", STRING),
    Field("provider_config_key", STRING),
    Field("provider", STRING),
    Field("errors", array(CONNECTION_PROBLEM)),
    Field("end_user", END_USER, nullable=True, hidden=True),
    Field("tags", mapping(STRING), hidden=True),
    Field("metadata", OBJECT, nullable=True, hidden=True),
    Field("connection_config", OBJECT, hidden=True),
    Field("webhook_url_override", STRING, nullable=True, hidden=True),
    Field("created_at", TIMESTAMP),
    Field("updated_at", TIMESTAMP),
    Field("last_fetched_at", TIMESTAMP, nullable=True),
    Field("credentials", OBJECT, hidden=True),
)
QUEUED_ACTION = describe(
    QueuedAction,
    Field("id", STRING),
    Field("status_url", STRING, "statusUrl"),
)
ENVIRONMENT_VARIABLE = describe(
    EnvironmentVariable,
    Field("name", STRING),
    Field("value", STRING, hidden=True),
)
