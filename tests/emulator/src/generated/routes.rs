//! The routes of Nango's API, and what each of them accepts.
//!
//! Generated from api/operations.json: do not edit.

use crate::described::{Kind, Place, Route, nullable, optional, required};

/// What a route does. Operations that differ only in what they send have one route, which has the name of the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// `POST /connect/sessions`
    CreateConnectSession,
    /// `POST /connect/sessions/reconnect`
    CreateReconnectSession,
    /// `GET /connections`
    ListConnections,
    /// `POST /connections`
    ImportConnection,
    /// `PATCH /connections/{connectionId}`
    UpdateConnection,
    /// `DELETE /connections/{connectionId}`
    DeleteConnection,
    /// `POST /connections/metadata`
    SetMetadata,
    /// `PATCH /connections/metadata`
    UpdateMetadata,
    /// `GET /integrations`
    ListIntegrations,
    /// `GET /integrations/{uniqueKey}`
    GetIntegration,
    /// `POST /integrations`
    CreateIntegration,
    /// `POST /integrations/quickstart`
    CreateQuickstartIntegration,
    /// `PATCH /integrations/{uniqueKey}`
    UpdateIntegration,
    /// `DELETE /integrations/{uniqueKey}`
    DeleteIntegration,
    /// `GET /records`
    ListRecords,
    /// `PATCH /records/prune`
    PruneRecords,
    /// `POST /action/trigger`
    TriggerAction,
    /// `GET /action/{id}`
    GetActionResult,
    /// `POST /sync/trigger`
    TriggerSync,
    /// `POST /sync/start`
    StartSync,
    /// `POST /sync/pause`
    PauseSync,
    /// `GET /sync/status`
    SyncStatus,
    /// `PUT /sync/update-connection-frequency`
    UpdateSyncFrequency,
    /// `POST /sync/{name}/variant/{variant}`
    CreateSyncVariant,
    /// `DELETE /sync/{name}/variant/{variant}`
    DeleteSyncVariant,
    /// `GET /integrations/{uniqueKey}/functions`
    ListFunctions,
    /// `GET /integrations/{uniqueKey}/functions/{name}`
    GetFunction,
    /// `GET /integrations/{uniqueKey}/functions/{name}/code`
    GetFunctionCode,
    /// `DELETE /integrations/{uniqueKey}/functions/{name}`
    DeleteFunction,
    /// `GET /scripts/config`
    GetScriptsConfig,
    /// `POST /functions/compile`
    CompileFunction,
    /// `POST /functions/dryruns`
    StartFunctionDryRun,
    /// `GET /functions/dryruns/{id}`
    GetFunctionDryRun,
    /// `POST /functions/deployments`
    DeployFunction,
    /// `GET /functions/deployments/{id}`
    GetFunctionDeployment,
    /// `GET /providers`
    ListProviders,
    /// `GET /providers/{provider}`
    GetProvider,
    /// `GET /providers/{provider}/templates`
    ListProviderTemplates,
    /// `GET /environment-variables`
    ListEnvironmentVariables,
    /// `POST /environment/webhook-signing-key/rotate`
    RotateWebhookSigningKey,
}

/// Every route.
pub const ROUTES: &[Route] = &[
    Route {
        method: "POST",
        path: "/connect/sessions",
        operation: Operation::CreateConnectSession,
        scopes: &["environment:connect_sessions:write"],
        parameters: &[
            optional(Place::Body, "tags", Kind::TextMap),
            optional(Place::Body, "allowed_integrations", Kind::Texts),
            optional(Place::Body, "integrations_config_defaults", Kind::Object),
            optional(Place::Body, "overrides", Kind::Object),
            optional(Place::Body, "webhook_url_override", Kind::Text),
            optional(Place::Body, "end_user", Kind::Object),
            optional(Place::Body, "organization", Kind::Object),
        ],
    },
    Route {
        method: "POST",
        path: "/connect/sessions/reconnect",
        operation: Operation::CreateReconnectSession,
        scopes: &["environment:connect_sessions:write"],
        parameters: &[
            required(Place::Body, "connection_id", Kind::Text),
            required(Place::Body, "integration_id", Kind::Text),
            optional(Place::Body, "tags", Kind::TextMap),
            optional(Place::Body, "integrations_config_defaults", Kind::Object),
            optional(Place::Body, "overrides", Kind::Object),
            optional(Place::Body, "webhook_url_override", Kind::Text),
            optional(Place::Body, "end_user", Kind::Object),
            optional(Place::Body, "organization", Kind::Object),
        ],
    },
    Route {
        method: "GET",
        path: "/connections",
        operation: Operation::ListConnections,
        scopes: &["environment:connections:list"],
        parameters: &[
            optional(Place::Query, "connectionId", Kind::Text),
            optional(Place::Query, "search", Kind::Text),
            optional(Place::Query, "integrationId", Kind::Texts),
            optional(Place::Query, "tags", Kind::TextMap),
            optional(Place::Query, "endUserId", Kind::Text),
            optional(Place::Query, "endUserOrganizationId", Kind::Text),
            optional(Place::Query, "limit", Kind::Integer),
        ],
    },
    Route {
        method: "POST",
        path: "/connections",
        operation: Operation::ImportConnection,
        scopes: &["environment:connections:create"],
        parameters: &[
            required(Place::Body, "provider_config_key", Kind::Text),
            required(Place::Body, "credentials", Kind::Object),
            optional(Place::Body, "connection_id", Kind::Text),
            optional(Place::Body, "metadata", Kind::Object),
            optional(Place::Body, "connection_config", Kind::Object),
            optional(Place::Body, "webhook_url_override", Kind::Text),
            optional(Place::Body, "tags", Kind::TextMap),
            optional(Place::Body, "end_user", Kind::Object),
        ],
    },
    Route {
        method: "PATCH",
        path: "/connections/{connectionId}",
        operation: Operation::UpdateConnection,
        scopes: &["environment:connections:update"],
        parameters: &[
            required(Place::Path, "connectionId", Kind::Text),
            required(Place::Query, "provider_config_key", Kind::Text),
            optional(Place::Body, "tags", Kind::TextMap),
            optional(Place::Body, "end_user", Kind::Object),
            optional(Place::Body, "webhook_url_override", Kind::Text),
        ],
    },
    Route {
        method: "DELETE",
        path: "/connections/{connectionId}",
        operation: Operation::DeleteConnection,
        scopes: &["environment:connections:delete"],
        parameters: &[
            required(Place::Path, "connectionId", Kind::Text),
            required(Place::Query, "provider_config_key", Kind::Text),
        ],
    },
    Route {
        method: "POST",
        path: "/connections/metadata",
        operation: Operation::SetMetadata,
        scopes: &["environment:connections:update"],
        parameters: &[
            required(Place::Body, "provider_config_key", Kind::Text),
            required(Place::Body, "connection_id", Kind::Texts),
            required(Place::Body, "metadata", Kind::Object),
        ],
    },
    Route {
        method: "PATCH",
        path: "/connections/metadata",
        operation: Operation::UpdateMetadata,
        scopes: &["environment:connections:update"],
        parameters: &[
            required(Place::Body, "provider_config_key", Kind::Text),
            required(Place::Body, "connection_id", Kind::Texts),
            required(Place::Body, "metadata", Kind::Object),
        ],
    },
    Route {
        method: "GET",
        path: "/integrations",
        operation: Operation::ListIntegrations,
        scopes: &["environment:integrations:list"],
        parameters: &[],
    },
    Route {
        method: "GET",
        path: "/integrations/{uniqueKey}",
        operation: Operation::GetIntegration,
        scopes: &["environment:integrations:read"],
        parameters: &[
            required(Place::Path, "uniqueKey", Kind::Text),
            optional(Place::Query, "include", Kind::Texts),
        ],
    },
    Route {
        method: "POST",
        path: "/integrations",
        operation: Operation::CreateIntegration,
        scopes: &["environment:integrations:create"],
        parameters: &[
            required(Place::Body, "provider", Kind::Text),
            required(Place::Body, "unique_key", Kind::Text),
            optional(Place::Body, "display_name", Kind::Text),
            optional(Place::Body, "credentials", Kind::Object),
            optional(Place::Body, "forward_webhooks", Kind::Boolean),
            optional(Place::Body, "integration_config", Kind::TextMap),
            optional(Place::Body, "custom", Kind::TextMap),
        ],
    },
    Route {
        method: "POST",
        path: "/integrations/quickstart",
        operation: Operation::CreateQuickstartIntegration,
        scopes: &["environment:integrations:create"],
        parameters: &[
            required(Place::Body, "provider", Kind::Text),
            required(Place::Body, "unique_key", Kind::Text),
            optional(Place::Body, "display_name", Kind::Text),
            optional(Place::Body, "forward_webhooks", Kind::Boolean),
        ],
    },
    Route {
        method: "PATCH",
        path: "/integrations/{uniqueKey}",
        operation: Operation::UpdateIntegration,
        scopes: &["environment:integrations:update"],
        parameters: &[
            required(Place::Path, "uniqueKey", Kind::Text),
            optional(Place::Body, "unique_key", Kind::Text),
            optional(Place::Body, "display_name", Kind::Text),
            optional(Place::Body, "credentials", Kind::Object),
            optional(Place::Body, "forward_webhooks", Kind::Boolean),
            optional(Place::Body, "integration_config", Kind::TextMap),
            optional(Place::Body, "custom", Kind::TextMap),
        ],
    },
    Route {
        method: "DELETE",
        path: "/integrations/{uniqueKey}",
        operation: Operation::DeleteIntegration,
        scopes: &["environment:integrations:delete"],
        parameters: &[required(Place::Path, "uniqueKey", Kind::Text)],
    },
    Route {
        method: "GET",
        path: "/records",
        operation: Operation::ListRecords,
        scopes: &["environment:records:read"],
        parameters: &[
            required(Place::Header, "connection-id", Kind::Text),
            required(Place::Header, "provider-config-key", Kind::Text),
            required(Place::Query, "model", Kind::Text),
            optional(Place::Query, "cursor", Kind::Text),
            optional(Place::Query, "modified_after", Kind::Timestamp),
            optional(Place::Query, "filter", Kind::Texts),
            optional(Place::Query, "ids", Kind::Texts),
            optional(Place::Query, "variant", Kind::Text),
            optional(Place::Query, "limit", Kind::Integer),
        ],
    },
    Route {
        method: "PATCH",
        path: "/records/prune",
        operation: Operation::PruneRecords,
        scopes: &["environment:records:write"],
        parameters: &[
            required(Place::Header, "connection-id", Kind::Text),
            required(Place::Header, "provider-config-key", Kind::Text),
            required(Place::Body, "model", Kind::Text),
            required(Place::Body, "until_cursor", Kind::Text),
            optional(Place::Body, "variant", Kind::Text),
            optional(Place::Body, "limit", Kind::Integer),
        ],
    },
    Route {
        method: "POST",
        path: "/action/trigger",
        operation: Operation::TriggerAction,
        scopes: &["environment:actions:execute"],
        parameters: &[
            required(Place::Header, "connection-id", Kind::Text),
            required(Place::Header, "provider-config-key", Kind::Text),
            required(Place::Body, "action_name", Kind::Text),
            optional(Place::Body, "input", Kind::Json),
            optional(Place::Header, "x-max-retries", Kind::Integer),
        ],
    },
    Route {
        method: "GET",
        path: "/action/{id}",
        operation: Operation::GetActionResult,
        scopes: &["environment:actions:execute"],
        parameters: &[required(Place::Path, "id", Kind::Text)],
    },
    Route {
        method: "POST",
        path: "/sync/trigger",
        operation: Operation::TriggerSync,
        scopes: &["environment:syncs:execute"],
        parameters: &[
            required(Place::Body, "provider_config_key", Kind::Text),
            required(Place::Body, "syncs", Kind::Texts),
            optional(Place::Body, "connection_id", Kind::Text),
            optional(Place::Body, "opts", Kind::Object),
            optional(Place::Body, "sync_mode", Kind::Text),
        ],
    },
    Route {
        method: "POST",
        path: "/sync/start",
        operation: Operation::StartSync,
        scopes: &["environment:syncs:execute"],
        parameters: &[
            required(Place::Body, "provider_config_key", Kind::Text),
            required(Place::Body, "syncs", Kind::Texts),
            optional(Place::Body, "connection_id", Kind::Text),
        ],
    },
    Route {
        method: "POST",
        path: "/sync/pause",
        operation: Operation::PauseSync,
        scopes: &["environment:syncs:execute"],
        parameters: &[
            required(Place::Body, "provider_config_key", Kind::Text),
            required(Place::Body, "syncs", Kind::Texts),
            optional(Place::Body, "connection_id", Kind::Text),
        ],
    },
    Route {
        method: "GET",
        path: "/sync/status",
        operation: Operation::SyncStatus,
        scopes: &["environment:syncs:read"],
        parameters: &[
            required(Place::Query, "provider_config_key", Kind::Text),
            required(Place::Query, "syncs", Kind::Texts),
            optional(Place::Query, "connection_id", Kind::Text),
        ],
    },
    Route {
        method: "PUT",
        path: "/sync/update-connection-frequency",
        operation: Operation::UpdateSyncFrequency,
        scopes: &["environment:syncs:update"],
        parameters: &[
            required(Place::Body, "provider_config_key", Kind::Text),
            required(Place::Body, "connection_id", Kind::Text),
            required(Place::Body, "sync_name", Kind::Text),
            nullable(Place::Body, "frequency", Kind::Text),
            optional(Place::Body, "sync_variant", Kind::Text),
        ],
    },
    Route {
        method: "POST",
        path: "/sync/{name}/variant/{variant}",
        operation: Operation::CreateSyncVariant,
        scopes: &["environment:syncs:variant:create"],
        parameters: &[
            required(Place::Path, "name", Kind::Text),
            required(Place::Path, "variant", Kind::Text),
            required(Place::Body, "provider_config_key", Kind::Text),
            required(Place::Body, "connection_id", Kind::Text),
        ],
    },
    Route {
        method: "DELETE",
        path: "/sync/{name}/variant/{variant}",
        operation: Operation::DeleteSyncVariant,
        scopes: &["environment:syncs:variant:delete"],
        parameters: &[
            required(Place::Path, "name", Kind::Text),
            required(Place::Path, "variant", Kind::Text),
            required(Place::Body, "provider_config_key", Kind::Text),
            required(Place::Body, "connection_id", Kind::Text),
        ],
    },
    Route {
        method: "GET",
        path: "/integrations/{uniqueKey}/functions",
        operation: Operation::ListFunctions,
        scopes: &["environment:functions:list"],
        parameters: &[
            required(Place::Path, "uniqueKey", Kind::Text),
            optional(Place::Query, "type", Kind::Text),
            optional(Place::Query, "search", Kind::Text),
            optional(Place::Query, "limit", Kind::Integer),
        ],
    },
    Route {
        method: "GET",
        path: "/integrations/{uniqueKey}/functions/{name}",
        operation: Operation::GetFunction,
        scopes: &["environment:functions:read"],
        parameters: &[
            required(Place::Path, "uniqueKey", Kind::Text),
            required(Place::Path, "name", Kind::Text),
            optional(Place::Query, "type", Kind::Text),
        ],
    },
    Route {
        method: "GET",
        path: "/integrations/{uniqueKey}/functions/{name}/code",
        operation: Operation::GetFunctionCode,
        scopes: &["environment:functions:read"],
        parameters: &[
            required(Place::Path, "uniqueKey", Kind::Text),
            required(Place::Path, "name", Kind::Text),
            optional(Place::Query, "type", Kind::Text),
        ],
    },
    Route {
        method: "DELETE",
        path: "/integrations/{uniqueKey}/functions/{name}",
        operation: Operation::DeleteFunction,
        scopes: &["environment:functions:delete"],
        parameters: &[
            required(Place::Path, "uniqueKey", Kind::Text),
            required(Place::Path, "name", Kind::Text),
            required(Place::Query, "type", Kind::Text),
        ],
    },
    Route {
        method: "GET",
        path: "/scripts/config",
        operation: Operation::GetScriptsConfig,
        scopes: &["environment:integrations:list_functions"],
        parameters: &[optional(Place::Query, "format", Kind::Text)],
    },
    Route {
        method: "POST",
        path: "/functions/compile",
        operation: Operation::CompileFunction,
        scopes: &["environment:functions:compile"],
        parameters: &[required(Place::Body, "code", Kind::Text)],
    },
    Route {
        method: "POST",
        path: "/functions/dryruns",
        operation: Operation::StartFunctionDryRun,
        scopes: &["environment:functions:dryrun"],
        parameters: &[
            required(Place::Body, "integration_id", Kind::Text),
            required(Place::Body, "function_type", Kind::Text),
            required(Place::Body, "code", Kind::Text),
            required(Place::Body, "connection_id", Kind::Text),
            optional(Place::Body, "input", Kind::Json),
            optional(Place::Body, "metadata", Kind::Object),
            optional(Place::Body, "checkpoint", Kind::Object),
            optional(Place::Body, "last_sync_date", Kind::Timestamp),
        ],
    },
    Route {
        method: "GET",
        path: "/functions/dryruns/{id}",
        operation: Operation::GetFunctionDryRun,
        scopes: &["environment:functions:dryrun"],
        parameters: &[required(Place::Path, "id", Kind::Text)],
    },
    Route {
        method: "POST",
        path: "/functions/deployments",
        operation: Operation::DeployFunction,
        scopes: &["environment:deploy"],
        parameters: &[
            required(Place::Body, "integration_id", Kind::Text),
            optional(Place::Body, "function_name", Kind::Text),
            optional(Place::Body, "function_type", Kind::Text),
            optional(Place::Body, "code", Kind::Text),
            optional(Place::Body, "version", Kind::Text),
            optional(Place::Body, "allow_destructive", Kind::Boolean),
            optional(Place::Body, "type", Kind::Json),
            optional(Place::Body, "template", Kind::Text),
        ],
    },
    Route {
        method: "GET",
        path: "/functions/deployments/{id}",
        operation: Operation::GetFunctionDeployment,
        scopes: &["environment:deploy"],
        parameters: &[required(Place::Path, "id", Kind::Text)],
    },
    Route {
        method: "GET",
        path: "/providers",
        operation: Operation::ListProviders,
        scopes: &[],
        parameters: &[optional(Place::Query, "search", Kind::Text)],
    },
    Route {
        method: "GET",
        path: "/providers/{provider}",
        operation: Operation::GetProvider,
        scopes: &[],
        parameters: &[required(Place::Path, "provider", Kind::Text)],
    },
    Route {
        method: "GET",
        path: "/providers/{provider}/templates",
        operation: Operation::ListProviderTemplates,
        scopes: &[],
        parameters: &[required(Place::Path, "provider", Kind::Text)],
    },
    Route {
        method: "GET",
        path: "/environment-variables",
        operation: Operation::ListEnvironmentVariables,
        scopes: &["environment:variables:read"],
        parameters: &[],
    },
    Route {
        method: "POST",
        path: "/environment/webhook-signing-key/rotate",
        operation: Operation::RotateWebhookSigningKey,
        scopes: &["environment:webhook_signing_key:rotate"],
        parameters: &[],
    },
];
