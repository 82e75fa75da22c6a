"""What the operations of Nango's API send, and how their responses are read.

Generated from api/operations.json: do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._api_call import UNTIL_FOUND, UNTIL_NOT_EMPTY
from .._kinds import BOOLEAN, INTEGER, JSON, OBJECT, STRING, TIMESTAMP, array, mapping, page
from .._operation import Operation, Parameter, nothing, value
from ..models import (
    COMPILED_FUNCTION,
    CONNECT_SESSION,
    ENVIRONMENT_VARIABLE,
    FUNCTION,
    FUNCTION_CODE,
    FUNCTION_DEPLOYMENT,
    FUNCTION_DRY_RUN,
    IMPORTED_CONNECTION,
    INTEGRATION,
    LISTED_CONNECTION,
    PROVIDER,
    PRUNED_RECORDS,
    QUEUED_ACTION,
    QUEUED_FUNCTION_RUN,
    RECORD,
    SYNC,
    SYNC_FREQUENCY,
    SYNC_VARIANT,
    WEBHOOK_SIGNING_KEY,
)

if TYPE_CHECKING:
    from ..models import (
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

CREATE_CONNECT_SESSION: Operation[ConnectSession] = Operation(
    "POST",
    "/connect/sessions",
    Parameter("tags", "body", mapping(STRING)),
    Parameter("allowed_integrations", "body", array(STRING)),
    Parameter("integrations_config_defaults", "body", OBJECT),
    Parameter("overrides", "body", OBJECT),
    Parameter("webhook_url_override", "body", STRING),
    Parameter("end_user", "body", OBJECT),
    Parameter("organization", "body", OBJECT),
    repeatable=True,
    result=value(CONNECT_SESSION, "data"),
)
CREATE_RECONNECT_SESSION: Operation[ConnectSession] = Operation(
    "POST",
    "/connect/sessions/reconnect",
    Parameter("connection_id", "body", STRING, required=True),
    Parameter("integration_id", "body", STRING, required=True),
    Parameter("tags", "body", mapping(STRING)),
    Parameter("integrations_config_defaults", "body", OBJECT),
    Parameter("overrides", "body", OBJECT),
    Parameter("webhook_url_override", "body", STRING),
    Parameter("end_user", "body", OBJECT),
    Parameter("organization", "body", OBJECT),
    repeatable=True,
    result=value(CONNECT_SESSION, "data"),
)
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
    result=value(page(LISTED_CONNECTION), "connections"),
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
WAIT_FOR_CONNECTION: Operation[ListedConnection] = Operation(
    "GET",
    "/connections",
    Parameter("provider_config_key", "query", STRING, "integrationId", required=True),
    Parameter("connection_id", "query", STRING, "connectionId"),
    Parameter("tags", "query", mapping(STRING), style="brackets"),
    Parameter("end_user_id", "query", STRING, "endUserId"),
    constants={"limit": 1},
    until=UNTIL_NOT_EMPTY,
    result=value(LISTED_CONNECTION, "connections", 0),
)
LIST_INTEGRATIONS: Operation[list[Integration]] = Operation(
    "GET",
    "/integrations",
    result=value(array(INTEGRATION), "data"),
)
GET_INTEGRATION: Operation[Integration] = Operation(
    "GET",
    "/integrations/{uniqueKey}",
    Parameter("unique_key", "path", STRING, "uniqueKey", required=True),
    Parameter("include", "query", array(STRING), style="repeated"),
    result=value(INTEGRATION, "data"),
)
CREATE_INTEGRATION: Operation[Integration] = Operation(
    "POST",
    "/integrations",
    Parameter("provider", "body", STRING, required=True),
    Parameter("unique_key", "body", STRING, required=True),
    Parameter("display_name", "body", STRING),
    Parameter("credentials", "body", OBJECT),
    Parameter("forward_webhooks", "body", BOOLEAN),
    Parameter("integration_config", "body", mapping(STRING)),
    Parameter("custom", "body", mapping(STRING)),
    result=value(INTEGRATION, "data"),
)
CREATE_QUICKSTART_INTEGRATION: Operation[Integration] = Operation(
    "POST",
    "/integrations/quickstart",
    Parameter("provider", "body", STRING, required=True),
    Parameter("unique_key", "body", STRING, required=True),
    Parameter("display_name", "body", STRING),
    Parameter("forward_webhooks", "body", BOOLEAN),
    result=value(INTEGRATION, "data"),
)
UPDATE_INTEGRATION: Operation[Integration] = Operation(
    "PATCH",
    "/integrations/{uniqueKey}",
    Parameter("unique_key", "path", STRING, "uniqueKey", required=True),
    Parameter("new_unique_key", "body", STRING, "unique_key"),
    Parameter("display_name", "body", STRING),
    Parameter("credentials", "body", OBJECT),
    Parameter("forward_webhooks", "body", BOOLEAN),
    Parameter("integration_config", "body", mapping(STRING)),
    Parameter("custom", "body", mapping(STRING)),
    result=value(INTEGRATION, "data"),
)
DELETE_INTEGRATION: Operation[None] = Operation(
    "DELETE",
    "/integrations/{uniqueKey}",
    Parameter("unique_key", "path", STRING, "uniqueKey", required=True),
    repeatable=True,
    result=nothing,
)
LIST_RECORDS: Operation[list[Record]] = Operation(
    "GET",
    "/records",
    Parameter("connection_id", "header", STRING, "Connection-Id", required=True),
    Parameter("provider_config_key", "header", STRING, "Provider-Config-Key", required=True),
    Parameter("model", "query", STRING, required=True),
    Parameter("cursor", "query", STRING),
    Parameter("modified_after", "query", TIMESTAMP),
    Parameter("filter", "query", array(STRING), style="csv"),
    Parameter("ids", "query", array(STRING), style="repeated"),
    Parameter("variant", "query", STRING),
    Parameter("limit", "query", INTEGER),
    result=value(page(RECORD), "records"),
)
PRUNE_RECORDS: Operation[PrunedRecords] = Operation(
    "PATCH",
    "/records/prune",
    Parameter("connection_id", "header", STRING, "Connection-Id", required=True),
    Parameter("provider_config_key", "header", STRING, "Provider-Config-Key", required=True),
    Parameter("model", "body", STRING, required=True),
    Parameter("until_cursor", "body", STRING, required=True),
    Parameter("variant", "body", STRING),
    Parameter("limit", "body", INTEGER),
    repeatable=True,
    result=value(PRUNED_RECORDS),
)
TRIGGER_ACTION: Operation[Any] = Operation(
    "POST",
    "/action/trigger",
    Parameter("connection_id", "header", STRING, "Connection-Id", required=True),
    Parameter("provider_config_key", "header", STRING, "Provider-Config-Key", required=True),
    Parameter("action_name", "body", STRING, required=True),
    Parameter("input", "body", JSON),
    Parameter("max_retries", "header", INTEGER, "X-Max-Retries"),
    result=value(JSON),
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
    result=value(JSON),
)
WAIT_FOR_ACTION_RESULT: Operation[Any] = Operation(
    "GET",
    "/action/{id}",
    Parameter("id", "path", STRING, required=True),
    until=UNTIL_FOUND,
    result=value(JSON),
)
TRIGGER_SYNC: Operation[None] = Operation(
    "POST",
    "/sync/trigger",
    Parameter("provider_config_key", "body", STRING, required=True),
    Parameter("syncs", "body", array(STRING), required=True),
    Parameter("connection_id", "body", STRING),
    Parameter("opts", "body", OBJECT),
    Parameter("sync_mode", "body", STRING),
    result=nothing,
)
START_SYNC: Operation[None] = Operation(
    "POST",
    "/sync/start",
    Parameter("provider_config_key", "body", STRING, required=True),
    Parameter("syncs", "body", array(STRING), required=True),
    Parameter("connection_id", "body", STRING),
    repeatable=True,
    result=nothing,
)
PAUSE_SYNC: Operation[None] = Operation(
    "POST",
    "/sync/pause",
    Parameter("provider_config_key", "body", STRING, required=True),
    Parameter("syncs", "body", array(STRING), required=True),
    Parameter("connection_id", "body", STRING),
    repeatable=True,
    result=nothing,
)
SYNC_STATUS: Operation[list[Sync]] = Operation(
    "GET",
    "/sync/status",
    Parameter("provider_config_key", "query", STRING, required=True),
    Parameter("syncs", "query", array(STRING), required=True, style="csv"),
    Parameter("connection_id", "query", STRING),
    result=value(array(SYNC), "syncs"),
)
UPDATE_SYNC_FREQUENCY: Operation[SyncFrequency] = Operation(
    "PUT",
    "/sync/update-connection-frequency",
    Parameter("provider_config_key", "body", STRING, required=True),
    Parameter("connection_id", "body", STRING, required=True),
    Parameter("sync_name", "body", STRING, required=True),
    Parameter("frequency", "body", STRING, required=True),
    Parameter("sync_variant", "body", STRING),
    repeatable=True,
    result=value(SYNC_FREQUENCY),
)
RESET_SYNC_FREQUENCY: Operation[SyncFrequency] = Operation(
    "PUT",
    "/sync/update-connection-frequency",
    Parameter("provider_config_key", "body", STRING, required=True),
    Parameter("connection_id", "body", STRING, required=True),
    Parameter("sync_name", "body", STRING, required=True),
    Parameter("sync_variant", "body", STRING),
    constants={"frequency": None},
    repeatable=True,
    result=value(SYNC_FREQUENCY),
)
CREATE_SYNC_VARIANT: Operation[SyncVariant] = Operation(
    "POST",
    "/sync/{name}/variant/{variant}",
    Parameter("name", "path", STRING, required=True),
    Parameter("variant", "path", STRING, required=True),
    Parameter("provider_config_key", "body", STRING, required=True),
    Parameter("connection_id", "body", STRING, required=True),
    result=value(SYNC_VARIANT),
)
DELETE_SYNC_VARIANT: Operation[None] = Operation(
    "DELETE",
    "/sync/{name}/variant/{variant}",
    Parameter("name", "path", STRING, required=True),
    Parameter("variant", "path", STRING, required=True),
    Parameter("provider_config_key", "body", STRING, required=True),
    Parameter("connection_id", "body", STRING, required=True),
    repeatable=True,
    result=nothing,
)
LIST_FUNCTIONS: Operation[list[Function]] = Operation(
    "GET",
    "/integrations/{uniqueKey}/functions",
    Parameter("unique_key", "path", STRING, "uniqueKey", required=True),
    Parameter("function_type", "query", STRING, "type"),
    Parameter("search", "query", STRING),
    Parameter("limit", "query", INTEGER),
    result=value(page(FUNCTION), "data"),
)
GET_FUNCTION: Operation[Function] = Operation(
    "GET",
    "/integrations/{uniqueKey}/functions/{name}",
    Parameter("unique_key", "path", STRING, "uniqueKey", required=True),
    Parameter("name", "path", STRING, required=True),
    Parameter("function_type", "query", STRING, "type"),
    result=value(FUNCTION, "data"),
)
GET_FUNCTION_CODE: Operation[FunctionCode] = Operation(
    "GET",
    "/integrations/{uniqueKey}/functions/{name}/code",
    Parameter("unique_key", "path", STRING, "uniqueKey", required=True),
    Parameter("name", "path", STRING, required=True),
    Parameter("function_type", "query", STRING, "type"),
    result=value(FUNCTION_CODE),
)
DELETE_FUNCTION: Operation[None] = Operation(
    "DELETE",
    "/integrations/{uniqueKey}/functions/{name}",
    Parameter("unique_key", "path", STRING, "uniqueKey", required=True),
    Parameter("name", "path", STRING, required=True),
    Parameter("function_type", "query", STRING, "type", required=True),
    repeatable=True,
    result=nothing,
)
GET_SCRIPTS_CONFIG: Operation[Any] = Operation(
    "GET",
    "/scripts/config",
    Parameter("format", "query", STRING),
    result=value(JSON),
)
COMPILE_FUNCTION: Operation[CompiledFunction] = Operation(
    "POST",
    "/functions/compile",
    Parameter("code", "body", STRING, required=True),
    repeatable=True,
    result=value(COMPILED_FUNCTION),
)
START_FUNCTION_DRY_RUN: Operation[QueuedFunctionRun] = Operation(
    "POST",
    "/functions/dryruns",
    Parameter("integration_id", "body", STRING, required=True),
    Parameter("function_type", "body", STRING, required=True),
    Parameter("code", "body", STRING, required=True),
    Parameter("connection_id", "body", STRING, required=True),
    Parameter("input", "body", JSON),
    Parameter("metadata", "body", OBJECT),
    Parameter("checkpoint", "body", OBJECT),
    Parameter("last_sync_date", "body", TIMESTAMP),
    result=value(QUEUED_FUNCTION_RUN),
)
GET_FUNCTION_DRY_RUN: Operation[FunctionDryRun] = Operation(
    "GET",
    "/functions/dryruns/{id}",
    Parameter("id", "path", STRING, required=True),
    result=value(FUNCTION_DRY_RUN),
)
DEPLOY_FUNCTION: Operation[QueuedFunctionRun] = Operation(
    "POST",
    "/functions/deployments",
    Parameter("integration_id", "body", STRING, required=True),
    Parameter("function_name", "body", STRING, required=True),
    Parameter("function_type", "body", STRING, required=True),
    Parameter("code", "body", STRING, required=True),
    Parameter("version", "body", STRING),
    Parameter("allow_destructive", "body", BOOLEAN),
    constants={"type": "function"},
    result=value(QUEUED_FUNCTION_RUN),
)
DEPLOY_FUNCTION_TEMPLATE: Operation[QueuedFunctionRun] = Operation(
    "POST",
    "/functions/deployments",
    Parameter("integration_id", "body", STRING, required=True),
    Parameter("template", "body", STRING, required=True),
    Parameter("function_type", "body", STRING),
    constants={"type": "template"},
    result=value(QUEUED_FUNCTION_RUN),
)
GET_FUNCTION_DEPLOYMENT: Operation[FunctionDeployment] = Operation(
    "GET",
    "/functions/deployments/{id}",
    Parameter("id", "path", STRING, required=True),
    result=value(FUNCTION_DEPLOYMENT),
)
LIST_PROVIDERS: Operation[list[Provider]] = Operation(
    "GET",
    "/providers",
    Parameter("search", "query", STRING),
    result=value(array(PROVIDER), "data"),
)
GET_PROVIDER: Operation[Provider] = Operation(
    "GET",
    "/providers/{provider}",
    Parameter("provider", "path", STRING, required=True),
    result=value(PROVIDER, "data"),
)
LIST_PROVIDER_TEMPLATES: Operation[list[Function]] = Operation(
    "GET",
    "/providers/{provider}/templates",
    Parameter("provider", "path", STRING, required=True),
    result=value(array(FUNCTION), "data"),
)
LIST_ENVIRONMENT_VARIABLES: Operation[list[EnvironmentVariable]] = Operation(
    "GET",
    "/environment-variables",
    result=value(array(ENVIRONMENT_VARIABLE)),
)
ROTATE_WEBHOOK_SIGNING_KEY: Operation[WebhookSigningKey] = Operation(
    "POST",
    "/environment/webhook-signing-key/rotate",
    result=value(WEBHOOK_SIGNING_KEY, "data"),
)
