"""What operations of Nango's API give (see nango.operations), and what webhooks have (see nango.webhooks).

An attribute that Nango leaves out is None. Where the type of an attribute has no None, Nango always sends it.

Generated from api/operations.json and api/webhooks.json: do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Optional

from ._kinds import BOOLEAN, INTEGER, JSON, OBJECT, STRING, TIMESTAMP, array, mapping
from ._model import Field, Model, describe
from ._sent_model import SentModel

__all__ = [
    "AsyncActionWebhook",
    "AuthWebhook",
    "CompiledFunction",
    "ConnectSession",
    "ConnectionProblem",
    "DeployedFunction",
    "EndUser",
    "EnvironmentVariable",
    "ForwardWebhook",
    "Function",
    "FunctionCode",
    "FunctionDeployment",
    "FunctionDryRun",
    "ImportedConnection",
    "Integration",
    "ListedConnection",
    "Organization",
    "Provider",
    "PrunedRecords",
    "QueuedAction",
    "QueuedFunctionRun",
    "Record",
    "RecordMetadata",
    "Sync",
    "SyncFrequency",
    "SyncResult",
    "SyncResults",
    "SyncVariant",
    "SyncWebhook",
    "WebhookEndUser",
    "WebhookProblem",
    "WebhookSigningKey",
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


@dataclass(frozen=True, repr=False, eq=False)
class ConnectSession(Model):
    """A connect session, which ends after 30 minutes."""

    __slots__ = ()

    #: The token for Nango's frontend SDK. Never printed.
    token: str
    #: The URL at which the customer connects. It holds the token. Never printed.
    connect_link: str
    #: When it ends.
    expires_at: datetime
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class Integration(Model):
    """An integration."""

    __slots__ = ()

    #: Its id: the provider config key of its connections.
    unique_key: str
    #: The external API, as Nango names it: "github".
    provider: str
    #: Its name for humans.
    display_name: str
    #: The URL of the external API's logo.
    logo: str
    #: Whether Nango forwards webhooks of the external API.
    forward_webhooks: Optional[bool]
    #: When it was made.
    created_at: datetime
    #: When it was last changed.
    updated_at: datetime
    #: The URL for webhooks of the external API, if it was asked for and the external API has webhooks.
    webhook_url: Optional[str]
    #: The developer app: client_id, client_secret, scopes and webhook_secret, or app_id, app_link and private_key; only
    #: if it was asked for and the key may read it. Never printed.
    credentials: Optional[dict[str, Any]]
    #: Names of the credentials' fields for humans.
    credentials_label: Optional[dict[str, str]]
    #: The credentials that Nango sets itself.
    preconfigured_credentials: Optional[list[str]]
    #: The members of connection_config that Nango sets itself.
    preconfigured_connection_config: Optional[list[str]]
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class RecordMetadata(Model):
    """What Nango knows about a record."""

    __slots__ = ()

    #: When a sync first stored it.
    first_seen_at: datetime
    #: When a sync last changed it.
    last_modified_at: datetime
    #: What a sync did last: "ADDED", "UPDATED" or "DELETED".
    last_action: str
    #: When the external API no longer had it.
    deleted_at: Optional[datetime]
    #: When its content was pruned.
    pruned_at: Optional[datetime]
    #: The cursor of this record: a list that starts at it has the records behind it.
    cursor: str
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class Record(SentModel):
    """A record."""

    __slots__ = ()

    #: The id that the sync gave it: a string or a number.
    id: Any
    #: What Nango knows about it.
    metadata: RecordMetadata
    #: The whole record as sent. A pruned one has only its id and _nango_metadata. Never printed.
    data: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class PrunedRecords(Model):
    """What was pruned."""

    __slots__ = ()

    #: How many records.
    count: int
    #: Whether there is more to prune. It can be true once too often.
    has_more: bool
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class SyncResult(Model):
    """What a run of a sync did with the records of a model."""

    __slots__ = ()

    #: How many it added.
    added: int
    #: How many it changed.
    updated: Optional[int]
    #: How many it deleted.
    deleted: Optional[int]
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class Sync(Model):
    """The state of a sync of a connection."""

    __slots__ = ()

    #: Its id: a UUID.
    id: str
    #: Its name.
    name: str
    #: Its variant: "base" unless another was made.
    variant: str
    #: The id of the connection.
    connection_id: str
    #: Its state: "RUNNING", "PAUSED", "STOPPED", "SUCCESS" or "ERROR".
    status: str
    #: Its kind of run: "INITIAL" or "INCREMENTAL".
    type: Optional[str]
    #: How often it runs: "every 1h".
    frequency: Optional[str]
    #: When its last run ended.
    finished_at: Optional[datetime]
    #: When it runs next; null if it is paused.
    next_scheduled_at: Optional[datetime]
    #: How its last run ended: "SUCCESS", "STOPPED" or another word.
    latest_execution_status: Optional[str]
    #: What its last run did, by model.
    latest_result: Optional[dict[str, SyncResult]]
    #: How many records are stored, by model.
    record_count: Optional[dict[str, int]]
    #: The checkpoint that its code has stored. Never printed.
    checkpoint: Optional[dict[str, Any]]
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class SyncFrequency(Model):
    """How often a sync runs."""

    __slots__ = ()

    #: The interval, as Nango shortens it: "2h".
    frequency: str
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class SyncVariant(Model):
    """A variant of a sync."""

    __slots__ = ()

    #: The id of the sync: a UUID.
    id: str
    #: The name of the sync.
    name: str
    #: The name of the variant.
    variant: str
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class Function(Model):
    """A function of an integration, or a template of one."""

    __slots__ = ()

    #: Its name.
    name: str
    #: Its type: "sync", "action" or "on-event".
    type: str
    #: What it does.
    description: Optional[str]
    #: The scopes of the external API that it needs.
    scopes: Optional[list[str]]
    #: The name of the model of its input.
    input: Optional[str]
    #: The names of the models that it returns.
    returns: list[str]
    #: The models as JSON Schema.
    json_schema: Optional[dict[str, Any]]
    #: How often a sync runs: "every 1h".
    runs: Optional[str]
    #: Whether a sync starts with a new connection.
    auto_start: Optional[bool]
    #: Whether a sync marks records that have gone as deleted.
    track_deletes: Optional[bool]
    #: The event that an on-event function runs at.
    event: Optional[str]
    #: The number of the row in Nango's database; a template has none.
    id: Optional[int]
    #: Whether it may run.
    enabled: Optional[bool]
    #: When it was last deployed.
    last_deployed: Optional[datetime]
    #: Where its code comes from: "repo", "catalog" or another word.
    source: Optional[str]
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class FunctionCode(Model):
    """The code of a function."""

    __slots__ = ()

    #: Its type: "sync", "action" or "on-event".
    type: str
    #: The code, in TypeScript. Never printed.
    code: str
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class CompiledFunction(Model):
    """A function that was compiled."""

    __slots__ = ()

    #: The JavaScript. Never printed.
    bundled_js: str
    #: Its size.
    bundle_size_bytes: int
    #: When it was compiled.
    compiled_at: datetime
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class QueuedFunctionRun(Model):
    """A dry run or a deployment that has begun."""

    __slots__ = ()

    #: The id to get its state with: a UUID.
    id: str
    #: Its state: "waiting" or "running".
    status: str
    #: When it was made.
    created_at: datetime
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class FunctionDryRun(Model):
    """A dry run of a function."""

    __slots__ = ()

    #: Its id: a UUID.
    id: str
    #: Its state: "waiting", "running", "success" or "failed".
    status: str
    #: The id of the integration.
    integration_id: str
    #: Its type: "action" or "sync".
    function_type: str
    #: When it was made.
    created_at: datetime
    #: When it last changed.
    updated_at: Optional[datetime]
    #: When it started.
    started_at: Optional[datetime]
    #: When it ended.
    completed_at: Optional[datetime]
    #: How many milliseconds it took.
    duration_ms: Optional[int]
    #: What the code printed. Never printed.
    output: Optional[str]
    #: What the code returned. Never printed.
    result: Any
    #: Why it failed: code, message and payload. Never printed.
    error: Optional[dict[str, Any]]
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class DeployedFunction(Model):
    """A function that a deployment has deployed."""

    __slots__ = ()

    #: Its name.
    name: str
    #: Its version.
    version: Optional[str]
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class FunctionDeployment(Model):
    """A deployment of a function."""

    __slots__ = ()

    #: Its id: a UUID.
    id: str
    #: Its state: "waiting", "running", "success" or "failed".
    status: str
    #: The id of the integration.
    integration_id: str
    #: The name of the function.
    function_name: Optional[str]
    #: Its type: "action" or "sync".
    function_type: Optional[str]
    #: Whether the function is deployed.
    deployed: Optional[bool]
    #: What was deployed.
    deployed_functions: Optional[list[DeployedFunction]]
    #: What the compiler printed. Never printed.
    output: Optional[str]
    #: Why it failed. Never printed.
    error: Optional[dict[str, Any]]
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class Provider(Model):
    """An external API that Nango knows. What else Nango's template of it says is among the unknown fields."""

    __slots__ = ()

    #: Its name: "github".
    name: str
    #: Its name for humans.
    display_name: Optional[str]
    #: How it authenticates: "OAUTH2", "API_KEY" and so on.
    auth_mode: str
    #: What it is for.
    categories: Optional[list[str]]
    #: The URL of Nango's documentation of it.
    docs: Optional[str]
    #: The URL of its logo.
    logo_url: Optional[str]
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class WebhookSigningKey(Model):
    """The key that Nango signs webhooks with."""

    __slots__ = ()

    #: The key. Never printed.
    webhook_signing_key: str
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class WebhookEndUser(Model):
    """The customer of the product who connected a connection, as a webhook has them."""

    __slots__ = ()

    #: The id that the product gave them.
    id: str
    #: Their email address. Never printed.
    email: Optional[str]
    #: The id of their organization.
    organization_id: Optional[str]
    #: Tags of the end user. Never printed.
    tags: Optional[dict[str, str]]
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class WebhookProblem(Model):
    """What failed, as a webhook has it."""

    __slots__ = ()

    #: The kind of failure, as Nango names it: "refresh_token_external_error".
    type: Optional[str]
    #: What happened, for people. It may repeat what the external API said. Never printed.
    description: Optional[str]
    #: Details, which may hold what the external API answered. Never printed.
    payload: Any
    #: More details of a failed sync. Never printed.
    additional_properties: Any
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class AuthWebhook(Model):
    """A connection was created, was authorized again, or could not be refreshed."""

    __slots__ = ()

    #: The type of the webhook: "auth".
    type: str
    #: Who sent it: "nango".
    sender: str
    #: What was done: "creation", "override" if the connection existed, "refresh", or another word.
    operation: str
    #: Whether it succeeded. Nango reports a refresh only if it failed.
    success: bool
    #: Why it failed.
    error: Optional[WebhookProblem]
    #: The id of the connection.
    connection_id: str
    #: The id of the integration.
    provider_config_key: str
    #: The external API, as Nango names it: "github".
    provider: str
    #: The auth mode of the integration: "OAUTH2".
    auth_mode: str
    #: The name of the environment: "dev".
    environment: str
    #: Tags of the connection, with keys in lower case, such as the end_user_id of its connect session. Never printed.
    tags: Optional[dict[str, str]]
    #: Who connected it. Never printed.
    end_user: Optional[WebhookEndUser]
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class SyncResults(Model):
    """How many records a run of a sync changed."""

    __slots__ = ()

    #: How many are new.
    added: int
    #: How many were changed.
    updated: int
    #: How many were deleted.
    deleted: Optional[int]
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class SyncWebhook(Model):
    """A run of a sync ended."""

    __slots__ = ()

    #: The type of the webhook: "sync".
    type: str
    #: Who sent it: "nango".
    sender: str
    #: Whether the run succeeded.
    success: bool
    #: Why it failed.
    error: Optional[WebhookProblem]
    #: The id of the connection.
    connection_id: str
    #: The id of the integration.
    provider_config_key: str
    #: The name of the sync.
    sync_name: str
    #: The variant of the sync: "base" unless others were created.
    sync_variant: Optional[str]
    #: The model of the records.
    model: str
    #: The kind of run: "INITIAL", "INCREMENTAL", "WEBHOOK" or another word. Nango deprecated it.
    sync_type: Optional[str]
    #: When the run began: list the records that were modified after it.
    modified_after: Optional[datetime]
    #: How many records the run changed.
    response_results: Optional[SyncResults]
    #: The checkpoints from which and to which the run went, in its members from and to. Never printed.
    checkpoints: Optional[dict[str, Any]]
    #: When a run that failed began.
    started_at: Optional[datetime]
    #: When it failed.
    failed_at: Optional[datetime]
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class ForwardWebhook(Model):
    """A webhook of an external API that Nango forwards."""

    __slots__ = ()

    #: The type of the webhook: "forward".
    type: str
    #: The external API, as Nango names it: "github".
    sender: str
    #: The id of the connection that it is about.
    connection_id: Optional[str]
    #: The id of the integration.
    provider_config_key: str
    #: What the external API sent. Never printed.
    payload: Any
    #: What this package does not know, by the names that Nango has for it. Never printed.
    unknown_fields: dict[str, Any]


@dataclass(frozen=True, repr=False, eq=False)
class AsyncActionWebhook(Model):
    """An asynchronous action ended, well or not: its result says which."""

    __slots__ = ()

    #: The type of the webhook: "async_action".
    type: str
    #: Who sent it: "nango".
    sender: str
    #: The id of the connection.
    connection_id: str
    #: The id of the integration.
    provider_config_key: str
    #: The action, with the id to get its result with.
    action: QueuedAction
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
CONNECT_SESSION = describe(
    ConnectSession,
    Field("token", STRING, hidden=True),
    Field("connect_link", STRING, hidden=True),
    Field("expires_at", TIMESTAMP),
)
INTEGRATION = describe(
    Integration,
    Field("unique_key", STRING),
    Field("provider", STRING),
    Field("display_name", STRING),
    Field("logo", STRING),
    Field("forward_webhooks", BOOLEAN, nullable=True),
    Field("created_at", TIMESTAMP),
    Field("updated_at", TIMESTAMP),
    Field("webhook_url", STRING, nullable=True),
    Field("credentials", OBJECT, nullable=True, hidden=True),
    Field("credentials_label", mapping(STRING), nullable=True),
    Field("preconfigured_credentials", array(STRING), nullable=True),
    Field("preconfigured_connection_config", array(STRING), nullable=True),
)
RECORD_METADATA = describe(
    RecordMetadata,
    Field("first_seen_at", TIMESTAMP),
    Field("last_modified_at", TIMESTAMP),
    Field("last_action", STRING),
    Field("deleted_at", TIMESTAMP, nullable=True),
    Field("pruned_at", TIMESTAMP, nullable=True),
    Field("cursor", STRING),
)
RECORD = describe(
    Record,
    Field("id", JSON),
    Field("metadata", RECORD_METADATA, "_nango_metadata", later=True),
    Field("data", OBJECT, hidden=True, whole=True),
)
PRUNED_RECORDS = describe(
    PrunedRecords,
    Field("count", INTEGER),
    Field("has_more", BOOLEAN),
)
SYNC_RESULT = describe(
    SyncResult,
    Field("added", INTEGER),
    Field("updated", INTEGER, nullable=True),
    Field("deleted", INTEGER, nullable=True),
)
SYNC = describe(
    Sync,
    Field("id", STRING),
    Field("name", STRING),
    Field("variant", STRING),
    Field("connection_id", STRING),
    Field("status", STRING),
    Field("type", STRING, nullable=True),
    Field("frequency", STRING, nullable=True),
    Field("finished_at", TIMESTAMP, "finishedAt", nullable=True),
    Field("next_scheduled_at", TIMESTAMP, "nextScheduledSyncAt", nullable=True),
    Field("latest_execution_status", STRING, "latestExecutionStatus", nullable=True),
    Field("latest_result", mapping(SYNC_RESULT), "latestResult", nullable=True),
    Field("record_count", mapping(INTEGER), "recordCount", nullable=True),
    Field("checkpoint", OBJECT, nullable=True, hidden=True),
)
SYNC_FREQUENCY = describe(
    SyncFrequency,
    Field("frequency", STRING),
)
SYNC_VARIANT = describe(
    SyncVariant,
    Field("id", STRING),
    Field("name", STRING),
    Field("variant", STRING),
)
FUNCTION = describe(
    Function,
    Field("name", STRING),
    Field("type", STRING),
    Field("description", STRING, nullable=True),
    Field("scopes", array(STRING), nullable=True),
    Field("input", STRING, nullable=True),
    Field("returns", array(STRING)),
    Field("json_schema", OBJECT, nullable=True),
    Field("runs", STRING, nullable=True),
    Field("auto_start", BOOLEAN, nullable=True),
    Field("track_deletes", BOOLEAN, nullable=True),
    Field("event", STRING, nullable=True),
    Field("id", INTEGER, nullable=True),
    Field("enabled", BOOLEAN, nullable=True),
    Field("last_deployed", TIMESTAMP, nullable=True),
    Field("source", STRING, nullable=True),
)
FUNCTION_CODE = describe(
    FunctionCode,
    Field("type", STRING),
    Field("code", STRING, hidden=True),
)
COMPILED_FUNCTION = describe(
    CompiledFunction,
    Field("bundled_js", STRING, hidden=True),
    Field("bundle_size_bytes", INTEGER),
    Field("compiled_at", TIMESTAMP),
)
QUEUED_FUNCTION_RUN = describe(
    QueuedFunctionRun,
    Field("id", STRING),
    Field("status", STRING),
    Field("created_at", TIMESTAMP),
)
FUNCTION_DRY_RUN = describe(
    FunctionDryRun,
    Field("id", STRING),
    Field("status", STRING),
    Field("integration_id", STRING),
    Field("function_type", STRING),
    Field("created_at", TIMESTAMP),
    Field("updated_at", TIMESTAMP, nullable=True),
    Field("started_at", TIMESTAMP, nullable=True),
    Field("completed_at", TIMESTAMP, nullable=True),
    Field("duration_ms", INTEGER, nullable=True),
    Field("output", STRING, nullable=True, hidden=True),
    Field("result", JSON, nullable=True, hidden=True),
    Field("error", OBJECT, nullable=True, hidden=True),
)
DEPLOYED_FUNCTION = describe(
    DeployedFunction,
    Field("name", STRING),
    Field("version", STRING, nullable=True),
)
FUNCTION_DEPLOYMENT = describe(
    FunctionDeployment,
    Field("id", STRING),
    Field("status", STRING),
    Field("integration_id", STRING),
    Field("function_name", STRING, nullable=True),
    Field("function_type", STRING, nullable=True),
    Field("deployed", BOOLEAN, nullable=True),
    Field("deployed_functions", array(DEPLOYED_FUNCTION), nullable=True),
    Field("output", STRING, nullable=True, hidden=True),
    Field("error", OBJECT, nullable=True, hidden=True),
)
PROVIDER = describe(
    Provider,
    Field("name", STRING),
    Field("display_name", STRING, nullable=True),
    Field("auth_mode", STRING),
    Field("categories", array(STRING), nullable=True),
    Field("docs", STRING, nullable=True),
    Field("logo_url", STRING, nullable=True),
)
WEBHOOK_SIGNING_KEY = describe(
    WebhookSigningKey,
    Field("webhook_signing_key", STRING, hidden=True),
)
WEBHOOK_END_USER = describe(
    WebhookEndUser,
    Field("id", STRING, "endUserId"),
    Field("email", STRING, "endUserEmail", nullable=True, hidden=True),
    Field("organization_id", STRING, "organizationId", nullable=True),
    Field("tags", mapping(STRING), nullable=True, hidden=True),
)
WEBHOOK_PROBLEM = describe(
    WebhookProblem,
    Field("type", STRING, nullable=True),
    Field("description", STRING, nullable=True, hidden=True),
    Field("payload", JSON, nullable=True, hidden=True),
    Field("additional_properties", JSON, nullable=True, hidden=True),
)
AUTH_WEBHOOK = describe(
    AuthWebhook,
    Field("type", STRING),
    Field("sender", STRING, "from"),
    Field("operation", STRING),
    Field("success", BOOLEAN),
    Field("error", WEBHOOK_PROBLEM, nullable=True),
    Field("connection_id", STRING, "connectionId"),
    Field("provider_config_key", STRING, "providerConfigKey"),
    Field("provider", STRING),
    Field("auth_mode", STRING, "authMode"),
    Field("environment", STRING),
    Field("tags", mapping(STRING), nullable=True, hidden=True),
    Field("end_user", WEBHOOK_END_USER, "endUser", nullable=True, hidden=True),
)
SYNC_RESULTS = describe(
    SyncResults,
    Field("added", INTEGER),
    Field("updated", INTEGER),
    Field("deleted", INTEGER, nullable=True),
)
SYNC_WEBHOOK = describe(
    SyncWebhook,
    Field("type", STRING),
    Field("sender", STRING, "from"),
    Field("success", BOOLEAN),
    Field("error", WEBHOOK_PROBLEM, nullable=True),
    Field("connection_id", STRING, "connectionId"),
    Field("provider_config_key", STRING, "providerConfigKey"),
    Field("sync_name", STRING, "syncName"),
    Field("sync_variant", STRING, "syncVariant", nullable=True),
    Field("model", STRING),
    Field("sync_type", STRING, "syncType", nullable=True),
    Field("modified_after", TIMESTAMP, "modifiedAfter", nullable=True),
    Field("response_results", SYNC_RESULTS, "responseResults", nullable=True),
    Field("checkpoints", OBJECT, nullable=True, hidden=True),
    Field("started_at", TIMESTAMP, "startedAt", nullable=True),
    Field("failed_at", TIMESTAMP, "failedAt", nullable=True),
)
FORWARD_WEBHOOK = describe(
    ForwardWebhook,
    Field("type", STRING),
    Field("sender", STRING, "from"),
    Field("connection_id", STRING, "connectionId", nullable=True),
    Field("provider_config_key", STRING, "providerConfigKey"),
    Field("payload", JSON, hidden=True),
)
ASYNC_ACTION_WEBHOOK = describe(
    AsyncActionWebhook,
    Field("type", STRING),
    Field("sender", STRING, "from"),
    Field("connection_id", STRING, "connectionId"),
    Field("provider_config_key", STRING, "providerConfigKey"),
    Field("action", QUEUED_ACTION, "payload"),
)
