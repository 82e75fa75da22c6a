// Code generated from api/operations.json by make generate. DO NOT EDIT.

package main

import (
	"context"
	"fmt"

	"github.com/libnango/libnango/bindings/go"
)

// callOperation calls an operation with these arguments, and tells what it gave.
func callOperation(ctx context.Context, client *nango.Client, name string, given arguments, opts []nango.CallOption) (any, error) {
	switch name {
	case "create_connect_session":
		var params nango.CreateConnectSessionParams
		given.take("tags", &params.Tags)
		given.take("allowed_integrations", &params.AllowedIntegrations)
		given.take("integrations_config_defaults", &params.IntegrationsConfigDefaults)
		given.take("overrides", &params.Overrides)
		given.take("webhook_url_override", &params.WebhookURLOverride)
		given.take("end_user", &params.EndUser)
		given.take("organization", &params.Organization)
		given.refuseRest()
		result, err := client.ConnectSessions.Create(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return connectSession(result), nil
	case "create_reconnect_session":
		var params nango.CreateReconnectSessionParams
		given.take("connection_id", &params.ConnectionID)
		given.take("integration_id", &params.IntegrationID)
		given.take("tags", &params.Tags)
		given.take("integrations_config_defaults", &params.IntegrationsConfigDefaults)
		given.take("overrides", &params.Overrides)
		given.take("webhook_url_override", &params.WebhookURLOverride)
		given.take("end_user", &params.EndUser)
		given.take("organization", &params.Organization)
		given.refuseRest()
		result, err := client.ConnectSessions.Reconnect(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return connectSession(result), nil
	case "list_connections":
		var params nango.ListConnectionsParams
		given.take("connection_id", &params.ConnectionID)
		given.take("search", &params.Search)
		given.take("integration_ids", &params.IntegrationIDs)
		given.take("tags", &params.Tags)
		given.take("end_user_id", &params.EndUserID)
		given.take("end_user_organization_id", &params.EndUserOrganizationID)
		given.take("limit", &params.Limit)
		given.refuseRest()
		return itemsOf(client.Connections.List(ctx, params, opts...), listedConnection)
	case "import_connection":
		var params nango.ImportConnectionParams
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.take("credentials", &params.Credentials)
		given.take("connection_id", &params.ConnectionID)
		given.take("metadata", &params.Metadata)
		given.take("connection_config", &params.ConnectionConfig)
		given.take("webhook_url_override", &params.WebhookURLOverride)
		given.take("tags", &params.Tags)
		given.take("end_user", &params.EndUser)
		given.refuseRest()
		result, err := client.Connections.Import(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return importedConnection(result), nil
	case "update_connection":
		var params nango.UpdateConnectionParams
		given.take("connection_id", &params.ConnectionID)
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.take("tags", &params.Tags)
		given.take("end_user", &params.EndUser)
		given.take("webhook_url_override", &params.WebhookURLOverride)
		given.refuseRest()
		return nil, client.Connections.Update(ctx, params, opts...)
	case "delete_connection":
		var params nango.DeleteConnectionParams
		given.take("connection_id", &params.ConnectionID)
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.refuseRest()
		return nil, client.Connections.Delete(ctx, params, opts...)
	case "set_metadata":
		var params nango.SetMetadataParams
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.take("connection_ids", &params.ConnectionIDs)
		given.take("metadata", &params.Metadata)
		given.refuseRest()
		return nil, client.Connections.SetMetadata(ctx, params, opts...)
	case "update_metadata":
		var params nango.UpdateMetadataParams
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.take("connection_ids", &params.ConnectionIDs)
		given.take("metadata", &params.Metadata)
		given.refuseRest()
		return nil, client.Connections.UpdateMetadata(ctx, params, opts...)
	case "wait_for_connection":
		var params nango.WaitForConnectionParams
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.take("connection_id", &params.ConnectionID)
		given.take("tags", &params.Tags)
		given.take("end_user_id", &params.EndUserID)
		given.refuseRest()
		result, err := client.Connections.WaitFor(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return listedConnection(result), nil
	case "list_integrations":
		given.refuseRest()
		result, err := client.Integrations.List(ctx, opts...)
		if err != nil {
			return nil, err
		}
		return modelsOf(result, integration), nil
	case "get_integration":
		var params nango.GetIntegrationParams
		given.take("unique_key", &params.UniqueKey)
		given.take("include", &params.Include)
		given.refuseRest()
		result, err := client.Integrations.Get(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return integration(result), nil
	case "create_integration":
		var params nango.CreateIntegrationParams
		given.take("provider", &params.Provider)
		given.take("unique_key", &params.UniqueKey)
		given.take("display_name", &params.DisplayName)
		given.take("credentials", &params.Credentials)
		given.take("forward_webhooks", &params.ForwardWebhooks)
		given.take("integration_config", &params.IntegrationConfig)
		given.take("custom", &params.Custom)
		given.refuseRest()
		result, err := client.Integrations.Create(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return integration(result), nil
	case "create_quickstart_integration":
		var params nango.CreateQuickstartIntegrationParams
		given.take("provider", &params.Provider)
		given.take("unique_key", &params.UniqueKey)
		given.take("display_name", &params.DisplayName)
		given.take("forward_webhooks", &params.ForwardWebhooks)
		given.refuseRest()
		result, err := client.Integrations.CreateQuickstart(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return integration(result), nil
	case "update_integration":
		var params nango.UpdateIntegrationParams
		given.take("unique_key", &params.UniqueKey)
		given.take("new_unique_key", &params.NewUniqueKey)
		given.take("display_name", &params.DisplayName)
		given.take("credentials", &params.Credentials)
		given.take("forward_webhooks", &params.ForwardWebhooks)
		given.take("integration_config", &params.IntegrationConfig)
		given.take("custom", &params.Custom)
		given.refuseRest()
		result, err := client.Integrations.Update(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return integration(result), nil
	case "delete_integration":
		var params nango.DeleteIntegrationParams
		given.take("unique_key", &params.UniqueKey)
		given.refuseRest()
		return nil, client.Integrations.Delete(ctx, params, opts...)
	case "list_records":
		var params nango.ListRecordsParams
		given.take("connection_id", &params.ConnectionID)
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.take("model", &params.Model)
		given.take("cursor", &params.Cursor)
		given.take("modified_after", &params.ModifiedAfter)
		given.take("filter", &params.Filter)
		given.take("ids", &params.IDs)
		given.take("variant", &params.Variant)
		given.take("limit", &params.Limit)
		given.refuseRest()
		return itemsOf(client.Records.List(ctx, params, opts...), record)
	case "prune_records":
		var params nango.PruneRecordsParams
		given.take("connection_id", &params.ConnectionID)
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.take("model", &params.Model)
		given.take("until_cursor", &params.UntilCursor)
		given.take("variant", &params.Variant)
		given.take("limit", &params.Limit)
		given.refuseRest()
		result, err := client.Records.Prune(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return prunedRecords(result), nil
	case "trigger_action":
		var params nango.TriggerActionParams
		given.take("connection_id", &params.ConnectionID)
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.take("action_name", &params.ActionName)
		given.take("input", &params.Input)
		given.take("max_retries", &params.MaxRetries)
		given.refuseRest()
		return client.Actions.Trigger(ctx, params, opts...)
	case "trigger_action_async":
		var params nango.TriggerActionAsyncParams
		given.take("connection_id", &params.ConnectionID)
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.take("action_name", &params.ActionName)
		given.take("input", &params.Input)
		given.take("max_retries", &params.MaxRetries)
		given.refuseRest()
		result, err := client.Actions.TriggerAsync(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return queuedAction(result), nil
	case "get_action_result":
		var params nango.GetActionResultParams
		given.take("id", &params.ID)
		given.refuseRest()
		return client.Actions.Result(ctx, params, opts...)
	case "wait_for_action_result":
		var params nango.WaitForActionResultParams
		given.take("id", &params.ID)
		given.refuseRest()
		return client.Actions.WaitForResult(ctx, params, opts...)
	case "trigger_sync":
		var params nango.TriggerSyncParams
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.take("syncs", &params.Syncs)
		given.take("connection_id", &params.ConnectionID)
		given.take("opts", &params.Opts)
		given.take("sync_mode", &params.SyncMode)
		given.refuseRest()
		return nil, client.Syncs.Trigger(ctx, params, opts...)
	case "start_sync":
		var params nango.StartSyncParams
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.take("syncs", &params.Syncs)
		given.take("connection_id", &params.ConnectionID)
		given.refuseRest()
		return nil, client.Syncs.Start(ctx, params, opts...)
	case "pause_sync":
		var params nango.PauseSyncParams
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.take("syncs", &params.Syncs)
		given.take("connection_id", &params.ConnectionID)
		given.refuseRest()
		return nil, client.Syncs.Pause(ctx, params, opts...)
	case "sync_status":
		var params nango.SyncStatusParams
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.take("syncs", &params.Syncs)
		given.take("connection_id", &params.ConnectionID)
		given.refuseRest()
		result, err := client.Syncs.Status(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return modelsOf(result, sync), nil
	case "update_sync_frequency":
		var params nango.UpdateSyncFrequencyParams
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.take("connection_id", &params.ConnectionID)
		given.take("sync_name", &params.SyncName)
		given.take("frequency", &params.Frequency)
		given.take("sync_variant", &params.SyncVariant)
		given.refuseRest()
		result, err := client.Syncs.UpdateFrequency(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return syncFrequency(result), nil
	case "reset_sync_frequency":
		var params nango.ResetSyncFrequencyParams
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.take("connection_id", &params.ConnectionID)
		given.take("sync_name", &params.SyncName)
		given.take("sync_variant", &params.SyncVariant)
		given.refuseRest()
		result, err := client.Syncs.ResetFrequency(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return syncFrequency(result), nil
	case "create_sync_variant":
		var params nango.CreateSyncVariantParams
		given.take("name", &params.Name)
		given.take("variant", &params.Variant)
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.take("connection_id", &params.ConnectionID)
		given.refuseRest()
		result, err := client.Syncs.CreateVariant(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return syncVariant(result), nil
	case "delete_sync_variant":
		var params nango.DeleteSyncVariantParams
		given.take("name", &params.Name)
		given.take("variant", &params.Variant)
		given.take("provider_config_key", &params.ProviderConfigKey)
		given.take("connection_id", &params.ConnectionID)
		given.refuseRest()
		return nil, client.Syncs.DeleteVariant(ctx, params, opts...)
	case "list_functions":
		var params nango.ListFunctionsParams
		given.take("unique_key", &params.UniqueKey)
		given.take("function_type", &params.FunctionType)
		given.take("search", &params.Search)
		given.take("limit", &params.Limit)
		given.refuseRest()
		return itemsOf(client.Functions.List(ctx, params, opts...), function)
	case "get_function":
		var params nango.GetFunctionParams
		given.take("unique_key", &params.UniqueKey)
		given.take("name", &params.Name)
		given.take("function_type", &params.FunctionType)
		given.refuseRest()
		result, err := client.Functions.Get(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return function(result), nil
	case "get_function_code":
		var params nango.GetFunctionCodeParams
		given.take("unique_key", &params.UniqueKey)
		given.take("name", &params.Name)
		given.take("function_type", &params.FunctionType)
		given.refuseRest()
		result, err := client.Functions.GetCode(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return functionCode(result), nil
	case "delete_function":
		var params nango.DeleteFunctionParams
		given.take("unique_key", &params.UniqueKey)
		given.take("name", &params.Name)
		given.take("function_type", &params.FunctionType)
		given.refuseRest()
		return nil, client.Functions.Delete(ctx, params, opts...)
	case "get_scripts_config":
		var params nango.GetScriptsConfigParams
		given.take("format", &params.Format)
		given.refuseRest()
		return client.Functions.ScriptsConfig(ctx, params, opts...)
	case "compile_function":
		var params nango.CompileFunctionParams
		given.take("code", &params.Code)
		given.refuseRest()
		result, err := client.Functions.Compile(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return compiledFunction(result), nil
	case "start_function_dry_run":
		var params nango.StartFunctionDryRunParams
		given.take("integration_id", &params.IntegrationID)
		given.take("function_type", &params.FunctionType)
		given.take("code", &params.Code)
		given.take("connection_id", &params.ConnectionID)
		given.take("input", &params.Input)
		given.take("metadata", &params.Metadata)
		given.take("checkpoint", &params.Checkpoint)
		given.take("last_sync_date", &params.LastSyncDate)
		given.refuseRest()
		result, err := client.Functions.StartDryRun(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return queuedFunctionRun(result), nil
	case "get_function_dry_run":
		var params nango.GetFunctionDryRunParams
		given.take("id", &params.ID)
		given.refuseRest()
		result, err := client.Functions.GetDryRun(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return functionDryRun(result), nil
	case "deploy_function":
		var params nango.DeployFunctionParams
		given.take("integration_id", &params.IntegrationID)
		given.take("function_name", &params.FunctionName)
		given.take("function_type", &params.FunctionType)
		given.take("code", &params.Code)
		given.take("version", &params.Version)
		given.take("allow_destructive", &params.AllowDestructive)
		given.refuseRest()
		result, err := client.Functions.Deploy(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return queuedFunctionRun(result), nil
	case "deploy_function_template":
		var params nango.DeployFunctionTemplateParams
		given.take("integration_id", &params.IntegrationID)
		given.take("template", &params.Template)
		given.take("function_type", &params.FunctionType)
		given.refuseRest()
		result, err := client.Functions.DeployTemplate(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return queuedFunctionRun(result), nil
	case "get_function_deployment":
		var params nango.GetFunctionDeploymentParams
		given.take("id", &params.ID)
		given.refuseRest()
		result, err := client.Functions.GetDeployment(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return functionDeployment(result), nil
	case "list_providers":
		var params nango.ListProvidersParams
		given.take("search", &params.Search)
		given.refuseRest()
		result, err := client.Providers.List(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return modelsOf(result, provider), nil
	case "get_provider":
		var params nango.GetProviderParams
		given.take("provider", &params.Provider)
		given.refuseRest()
		result, err := client.Providers.Get(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return provider(result), nil
	case "list_provider_templates":
		var params nango.ListProviderTemplatesParams
		given.take("provider", &params.Provider)
		given.refuseRest()
		result, err := client.Providers.ListTemplates(ctx, params, opts...)
		if err != nil {
			return nil, err
		}
		return modelsOf(result, function), nil
	case "list_environment_variables":
		given.refuseRest()
		result, err := client.Environment.ListVariables(ctx, opts...)
		if err != nil {
			return nil, err
		}
		return modelsOf(result, environmentVariable), nil
	case "rotate_webhook_signing_key":
		given.refuseRest()
		result, err := client.Environment.RotateWebhookSigningKey(ctx, opts...)
		if err != nil {
			return nil, err
		}
		return webhookSigningKey(result), nil
	}
	must(fmt.Errorf("no such operation: %s", name))
	return nil, nil
}

func connectionProblem(model *nango.ConnectionProblem) any {
	return withUnknown(map[string]any{
		"type":   model.Type,
		"log_id": model.LogID,
	}, model.Unknown())
}

func organization(model *nango.Organization) any {
	return withUnknown(map[string]any{
		"id":           model.ID,
		"display_name": model.DisplayName(),
	}, model.Unknown())
}

func endUser(model *nango.EndUser) any {
	return withUnknown(map[string]any{
		"id":           model.ID,
		"display_name": model.DisplayName(),
		"email":        model.Email(),
		"tags":         model.Tags(),
		"organization": modelOf(model.Organization, organization),
	}, model.Unknown())
}

func listedConnection(model *nango.ListedConnection) any {
	return withUnknown(map[string]any{
		"id":                  model.ID,
		"connection_id":       model.ConnectionID,
		"provider_config_key": model.ProviderConfigKey,
		"provider":            model.Provider,
		"errors":              modelsOf(model.Errors, connectionProblem),
		"end_user":            modelOf(model.EndUser(), endUser),
		"tags":                model.Tags(),
		"metadata":            model.Metadata(),
		"created":             moment(model.Created),
	}, model.Unknown())
}

func importedConnection(model *nango.ImportedConnection) any {
	return withUnknown(map[string]any{
		"id":                   model.ID,
		"connection_id":        model.ConnectionID,
		"provider_config_key":  model.ProviderConfigKey,
		"provider":             model.Provider,
		"errors":               modelsOf(model.Errors, connectionProblem),
		"end_user":             modelOf(model.EndUser(), endUser),
		"tags":                 model.Tags(),
		"metadata":             model.Metadata(),
		"connection_config":    model.ConnectionConfig(),
		"webhook_url_override": model.WebhookURLOverride(),
		"created_at":           moment(model.CreatedAt),
		"updated_at":           moment(model.UpdatedAt),
		"last_fetched_at":      momentOf(model.LastFetchedAt),
		"credentials":          model.Credentials(),
	}, model.Unknown())
}

func queuedAction(model *nango.QueuedAction) any {
	return withUnknown(map[string]any{
		"id":         model.ID,
		"status_url": model.StatusURL,
	}, model.Unknown())
}

func environmentVariable(model *nango.EnvironmentVariable) any {
	return withUnknown(map[string]any{
		"name":  model.Name,
		"value": model.Value(),
	}, model.Unknown())
}

func connectSession(model *nango.ConnectSession) any {
	return withUnknown(map[string]any{
		"token":        model.Token(),
		"connect_link": model.ConnectLink(),
		"expires_at":   moment(model.ExpiresAt),
	}, model.Unknown())
}

func integration(model *nango.Integration) any {
	return withUnknown(map[string]any{
		"unique_key":                      model.UniqueKey,
		"provider":                        model.Provider,
		"display_name":                    model.DisplayName,
		"logo":                            model.Logo,
		"forward_webhooks":                model.ForwardWebhooks,
		"created_at":                      moment(model.CreatedAt),
		"updated_at":                      moment(model.UpdatedAt),
		"webhook_url":                     model.WebhookURL,
		"credentials":                     model.Credentials(),
		"credentials_label":               model.CredentialsLabel,
		"preconfigured_credentials":       model.PreconfiguredCredentials,
		"preconfigured_connection_config": model.PreconfiguredConnectionConfig,
	}, model.Unknown())
}

func recordMetadata(model *nango.RecordMetadata) any {
	return withUnknown(map[string]any{
		"first_seen_at":    moment(model.FirstSeenAt),
		"last_modified_at": moment(model.LastModifiedAt),
		"last_action":      model.LastAction,
		"deleted_at":       momentOf(model.DeletedAt),
		"pruned_at":        momentOf(model.PrunedAt),
		"cursor":           model.Cursor,
	}, model.Unknown())
}

func record(model *nango.Record) any {
	return map[string]any{
		"id":       model.ID,
		"metadata": modelOf(model.Metadata, recordMetadata),
		"data":     model.Data(),
	}
}

func prunedRecords(model *nango.PrunedRecords) any {
	return withUnknown(map[string]any{
		"count":    model.Count,
		"has_more": model.HasMore,
	}, model.Unknown())
}

func syncResult(model *nango.SyncResult) any {
	return withUnknown(map[string]any{
		"added":   model.Added,
		"updated": model.Updated,
		"deleted": model.Deleted,
	}, model.Unknown())
}

func sync(model *nango.Sync) any {
	return withUnknown(map[string]any{
		"id":                      model.ID,
		"name":                    model.Name,
		"variant":                 model.Variant,
		"connection_id":           model.ConnectionID,
		"status":                  model.Status,
		"type":                    model.Type,
		"frequency":               model.Frequency,
		"finished_at":             momentOf(model.FinishedAt),
		"next_scheduled_at":       momentOf(model.NextScheduledAt),
		"latest_execution_status": model.LatestExecutionStatus,
		"latest_result":           mapOf(model.LatestResult, syncResult),
		"record_count":            model.RecordCount,
		"checkpoint":              model.Checkpoint(),
	}, model.Unknown())
}

func syncFrequency(model *nango.SyncFrequency) any {
	return withUnknown(map[string]any{
		"frequency": model.Frequency,
	}, model.Unknown())
}

func syncVariant(model *nango.SyncVariant) any {
	return withUnknown(map[string]any{
		"id":      model.ID,
		"name":    model.Name,
		"variant": model.Variant,
	}, model.Unknown())
}

func function(model *nango.Function) any {
	return withUnknown(map[string]any{
		"name":          model.Name,
		"type":          model.Type,
		"description":   model.Description,
		"scopes":        model.Scopes,
		"input":         model.Input,
		"returns":       model.Returns,
		"json_schema":   model.JSONSchema,
		"runs":          model.Runs,
		"auto_start":    model.AutoStart,
		"track_deletes": model.TrackDeletes,
		"event":         model.Event,
		"id":            model.ID,
		"enabled":       model.Enabled,
		"last_deployed": momentOf(model.LastDeployed),
		"source":        model.Source,
	}, model.Unknown())
}

func functionCode(model *nango.FunctionCode) any {
	return withUnknown(map[string]any{
		"type": model.Type,
		"code": model.Code(),
	}, model.Unknown())
}

func compiledFunction(model *nango.CompiledFunction) any {
	return withUnknown(map[string]any{
		"bundled_js":        model.BundledJs(),
		"bundle_size_bytes": model.BundleSizeBytes,
		"compiled_at":       moment(model.CompiledAt),
	}, model.Unknown())
}

func queuedFunctionRun(model *nango.QueuedFunctionRun) any {
	return withUnknown(map[string]any{
		"id":         model.ID,
		"status":     model.Status,
		"created_at": moment(model.CreatedAt),
	}, model.Unknown())
}

func functionDryRun(model *nango.FunctionDryRun) any {
	return withUnknown(map[string]any{
		"id":             model.ID,
		"status":         model.Status,
		"integration_id": model.IntegrationID,
		"function_type":  model.FunctionType,
		"created_at":     moment(model.CreatedAt),
		"updated_at":     momentOf(model.UpdatedAt),
		"started_at":     momentOf(model.StartedAt),
		"completed_at":   momentOf(model.CompletedAt),
		"duration_ms":    model.DurationMS,
		"output":         model.Output(),
		"result":         model.Result(),
		"error":          model.Error(),
	}, model.Unknown())
}

func deployedFunction(model *nango.DeployedFunction) any {
	return withUnknown(map[string]any{
		"name":    model.Name,
		"version": model.Version,
	}, model.Unknown())
}

func functionDeployment(model *nango.FunctionDeployment) any {
	return withUnknown(map[string]any{
		"id":                 model.ID,
		"status":             model.Status,
		"integration_id":     model.IntegrationID,
		"function_name":      model.FunctionName,
		"function_type":      model.FunctionType,
		"deployed":           model.Deployed,
		"deployed_functions": modelsOf(model.DeployedFunctions, deployedFunction),
		"output":             model.Output(),
		"error":              model.Error(),
	}, model.Unknown())
}

func provider(model *nango.Provider) any {
	return withUnknown(map[string]any{
		"name":         model.Name,
		"display_name": model.DisplayName,
		"auth_mode":    model.AuthMode,
		"categories":   model.Categories,
		"docs":         model.Docs,
		"logo_url":     model.LogoURL,
	}, model.Unknown())
}

func webhookSigningKey(model *nango.WebhookSigningKey) any {
	return withUnknown(map[string]any{
		"webhook_signing_key": model.WebhookSigningKey(),
	}, model.Unknown())
}
