"""What operations of Nango's API give: see nango.operations.

An attribute that Nango leaves out is None. Where the type of an attribute has no None, Nango always sends it.

Generated from api/operations.json: do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ._kinds import INTEGER, OBJECT, STRING, TIMESTAMP, array, mapping
from ._model import Field, Model, describe

if TYPE_CHECKING:
    from datetime import datetime

__all__ = [
    "ConnectionError",
    "EndUser",
    "EnvironmentVariable",
    "ImportedConnection",
    "ListedConnection",
    "Organization",
    "QueuedAction",
]


@dataclass(frozen=True, repr=False, eq=False)
class ConnectionError(Model):
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
    #: Its name.
    display_name: str | None
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class EndUser(Model):
    """The customer of the product who connected a connection."""

    __slots__ = ()

    #: The id that the product gave them.
    id: str
    #: Their name.
    display_name: str | None
    #: Their email address.
    email: str | None
    #: Tags of the end user.
    tags: dict[str, str] | None
    #: Their organization.
    organization: Organization | None
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
    errors: list[ConnectionError]
    #: Who connected it; absent for a connection that was imported without one.
    end_user: EndUser | None
    #: Tags, with keys in lower case.
    tags: dict[str, str]
    #: What the product stored with the connection. Never printed.
    metadata: dict[str, Any] | None
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
    errors: list[ConnectionError]
    #: Who connected it; absent for a connection that was imported without one.
    end_user: EndUser | None
    #: Tags, with keys in lower case.
    tags: dict[str, str]
    #: What the product stored with the connection. Never printed.
    metadata: dict[str, Any] | None
    #: What the external API needs beside the credentials. Never printed.
    connection_config: dict[str, Any]
    #: The URL that webhooks of this connection go to.
    webhook_url_override: str | None
    #: When it was made.
    created_at: datetime
    #: When it was last changed.
    updated_at: datetime
    #: When its credentials were last asked for.
    last_fetched_at: datetime | None
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
CONNECTION_ERROR = describe(
    ConnectionError,
    Field("type", STRING),
    Field("log_id", STRING),
)
ORGANIZATION = describe(
    Organization,
    Field("id", STRING),
    Field("display_name", STRING, nullable=True),
)
END_USER = describe(
    EndUser,
    Field("id", STRING),
    Field("display_name", STRING, nullable=True),
    Field("email", STRING, nullable=True),
    Field("tags", mapping(STRING), nullable=True),
    Field("organization", ORGANIZATION, nullable=True),
)
LISTED_CONNECTION = describe(
    ListedConnection,
    Field("id", INTEGER),
    Field("connection_id", STRING),
    Field("provider_config_key", STRING),
    Field("provider", STRING),
    Field("errors", array(CONNECTION_ERROR)),
    Field("end_user", END_USER, nullable=True),
    Field("tags", mapping(STRING)),
    Field("metadata", OBJECT, nullable=True, hidden=True),
    Field("created", TIMESTAMP),
)
IMPORTED_CONNECTION = describe(
    ImportedConnection,
    Field("id", INTEGER),
    Field("connection_id", STRING),
    Field("provider_config_key", STRING),
    Field("provider", STRING),
    Field("errors", array(CONNECTION_ERROR)),
    Field("end_user", END_USER, nullable=True),
    Field("tags", mapping(STRING)),
    Field("metadata", OBJECT, nullable=True, hidden=True),
    Field("connection_config", OBJECT, hidden=True),
    Field("webhook_url_override", STRING, nullable=True),
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
