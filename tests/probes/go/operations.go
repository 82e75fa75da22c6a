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
	case "list_environment_variables":
		given.refuseRest()
		result, err := client.Environment.ListVariables(ctx, opts...)
		if err != nil {
			return nil, err
		}
		return modelsOf(result, environmentVariable), nil
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
