"""What the operations of Nango's API send, and how their responses are read.

Generated from api/operations.json: do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._kinds import INTEGER, JSON, OBJECT, STRING, array, mapping
from .._operation import Operation, Parameter, json, member, nothing, value
from ..models import ENVIRONMENT_VARIABLE, IMPORTED_CONNECTION, LISTED_CONNECTION, QUEUED_ACTION

if TYPE_CHECKING:
    from ..models import EnvironmentVariable, ImportedConnection, ListedConnection, QueuedAction

LIST_CONNECTIONS: Operation[list[ListedConnection]] = Operation(
    "GET",
    "/connections",
    Parameter("connection_id", "query", STRING, "connectionId"),
    Parameter("search", "query", STRING),
    Parameter("integration_ids", "query", array(STRING), "integrationId", style="csv"),
    Parameter("tags", "query", mapping(STRING), style="brackets"),
    Parameter("end_user_id", "query", STRING, "endUserId"),
    Parameter("end_user_organization_id", "query", STRING, "endUserOrganizationId"),
    Parameter("limit", "query", INTEGER),
    result=member("connections", LISTED_CONNECTION),
)
IMPORT_CONNECTION: Operation[ImportedConnection] = Operation(
    "POST",
    "/connections",
    Parameter("provider_config_key", "body", STRING, required=True),
    Parameter("credentials", "body", OBJECT, required=True),
    Parameter("connection_id", "body", STRING),
    Parameter("metadata", "body", OBJECT),
    Parameter("connection_config", "body", OBJECT),
    Parameter("webhook_url_override", "body", STRING),
    Parameter("tags", "body", mapping(STRING)),
    Parameter("end_user", "body", OBJECT),
    result=value(IMPORTED_CONNECTION),
)
UPDATE_CONNECTION: Operation[None] = Operation(
    "PATCH",
    "/connections/{connectionId}",
    Parameter("connection_id", "path", STRING, "connectionId", required=True),
    Parameter("provider_config_key", "query", STRING, required=True),
    Parameter("tags", "body", mapping(STRING)),
    Parameter("end_user", "body", OBJECT),
    Parameter("webhook_url_override", "body", STRING),
    repeatable=True,
    result=nothing,
)
DELETE_CONNECTION: Operation[None] = Operation(
    "DELETE",
    "/connections/{connectionId}",
    Parameter("connection_id", "path", STRING, "connectionId", required=True),
    Parameter("provider_config_key", "query", STRING, required=True),
    repeatable=True,
    result=nothing,
)
SET_METADATA: Operation[None] = Operation(
    "POST",
    "/connections/metadata",
    Parameter("provider_config_key", "body", STRING, required=True),
    Parameter("connection_ids", "body", array(STRING), "connection_id", required=True),
    Parameter("metadata", "body", OBJECT, required=True),
    repeatable=True,
    result=nothing,
)
UPDATE_METADATA: Operation[None] = Operation(
    "PATCH",
    "/connections/metadata",
    Parameter("provider_config_key", "body", STRING, required=True),
    Parameter("connection_ids", "body", array(STRING), "connection_id", required=True),
    Parameter("metadata", "body", OBJECT, required=True),
    repeatable=True,
    result=nothing,
)
TRIGGER_ACTION: Operation[Any] = Operation(
    "POST",
    "/action/trigger",
    Parameter("connection_id", "header", STRING, "Connection-Id", required=True),
    Parameter("provider_config_key", "header", STRING, "Provider-Config-Key", required=True),
    Parameter("action_name", "body", STRING, required=True),
    Parameter("input", "body", JSON),
    Parameter("max_retries", "header", INTEGER, "X-Max-Retries"),
    result=json,
)
TRIGGER_ACTION_ASYNC: Operation[QueuedAction] = Operation(
    "POST",
    "/action/trigger",
    Parameter("connection_id", "header", STRING, "Connection-Id", required=True),
    Parameter("provider_config_key", "header", STRING, "Provider-Config-Key", required=True),
    Parameter("action_name", "body", STRING, required=True),
    Parameter("input", "body", JSON),
    Parameter("max_retries", "header", INTEGER, "X-Max-Retries"),
    headers={"X-Async": "true"},
    result=value(QUEUED_ACTION),
)
GET_ACTION_RESULT: Operation[Any] = Operation(
    "GET",
    "/action/{id}",
    Parameter("id", "path", STRING, required=True),
    result=json,
)
LIST_ENVIRONMENT_VARIABLES: Operation[list[EnvironmentVariable]] = Operation(
    "GET",
    "/environment-variables",
    result=value(array(ENVIRONMENT_VARIABLE)),
)
