// Generated from api/operations.json by make generate: do not edit.

package dev.nango.probe;

import dev.nango.CallOptions;
import dev.nango.NangoClient;
import dev.nango.models.*;
import dev.nango.operations.*;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls operations with a driver's arguments, and tells what they give. */
@SuppressWarnings("deprecation")
final class Operations {
    private Operations() {}

    static Object call(NangoClient client, String name, Given given, CallOptions options) {
        switch (name) {
            case "create_connect_session": {
                var params = CreateConnectSessionParams.builder();
                given.take("tags", value -> params.tags(Given.textsByName(value)));
                given.take("allowed_integrations", value -> params.allowedIntegrations(Given.texts(value)));
                given.takeJson("integrations_config_defaults", value -> params.integrationsConfigDefaults(value));
                given.takeJson("overrides", value -> params.overrides(value));
                given.take("webhook_url_override", value -> params.webhookUrlOverride(Given.text(value)));
                given.takeJson("end_user", value -> params.endUser(value));
                given.takeJson("organization", value -> params.organization(value));
                given.refuseRest();
                return connectSessionShown(client.connectSessions().create(params.build(), options));
            }
            case "create_reconnect_session": {
                var params = CreateReconnectSessionParams.builder();
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.take("integration_id", value -> params.integrationId(Given.text(value)));
                given.take("tags", value -> params.tags(Given.textsByName(value)));
                given.takeJson("integrations_config_defaults", value -> params.integrationsConfigDefaults(value));
                given.takeJson("overrides", value -> params.overrides(value));
                given.take("webhook_url_override", value -> params.webhookUrlOverride(Given.text(value)));
                given.takeJson("end_user", value -> params.endUser(value));
                given.takeJson("organization", value -> params.organization(value));
                given.refuseRest();
                return connectSessionShown(client.connectSessions().reconnect(params.build(), options));
            }
            case "list_connections": {
                var params = ListConnectionsParams.builder();
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.take("search", value -> params.search(Given.text(value)));
                given.take("integration_ids", value -> params.integrationIds(Given.texts(value)));
                given.take("tags", value -> params.tags(Given.textsByName(value)));
                given.take("end_user_id", value -> params.endUserId(Given.text(value)));
                given.take("end_user_organization_id", value -> params.endUserOrganizationId(Given.text(value)));
                given.take("limit", value -> params.limit(Given.integer(value)));
                given.refuseRest();
                return Shown.all(client.connections().list(params.build(), options), Operations::listedConnectionShown);
            }
            case "import_connection": {
                var params = ImportConnectionParams.builder();
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.takeJson("credentials", value -> params.credentials(value));
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.takeJson("metadata", value -> params.metadata(value));
                given.takeJson("connection_config", value -> params.connectionConfig(value));
                given.take("webhook_url_override", value -> params.webhookUrlOverride(Given.text(value)));
                given.take("tags", value -> params.tags(Given.textsByName(value)));
                given.takeJson("end_user", value -> params.endUser(value));
                given.refuseRest();
                return importedConnectionShown(client.connections().import_(params.build(), options));
            }
            case "update_connection": {
                var params = UpdateConnectionParams.builder();
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.take("tags", value -> params.tags(Given.textsByName(value)));
                given.takeJson("end_user", value -> params.endUser(value));
                given.take("webhook_url_override", value -> params.webhookUrlOverride(Given.text(value)));
                given.refuseRest();
                client.connections().update(params.build(), options);
                return null;
            }
            case "delete_connection": {
                var params = DeleteConnectionParams.builder();
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.refuseRest();
                client.connections().delete(params.build(), options);
                return null;
            }
            case "set_metadata": {
                var params = SetMetadataParams.builder();
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.take("connection_ids", value -> params.connectionIds(Given.texts(value)));
                given.takeJson("metadata", value -> params.metadata(value));
                given.refuseRest();
                client.connections().setMetadata(params.build(), options);
                return null;
            }
            case "update_metadata": {
                var params = UpdateMetadataParams.builder();
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.take("connection_ids", value -> params.connectionIds(Given.texts(value)));
                given.takeJson("metadata", value -> params.metadata(value));
                given.refuseRest();
                client.connections().updateMetadata(params.build(), options);
                return null;
            }
            case "wait_for_connection": {
                var params = WaitForConnectionParams.builder();
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.take("tags", value -> params.tags(Given.textsByName(value)));
                given.take("end_user_id", value -> params.endUserId(Given.text(value)));
                given.refuseRest();
                return listedConnectionShown(client.connections().waitFor(params.build(), options));
            }
            case "list_integrations": {
                given.refuseRest();
                return Shown.all(client.integrations().list(options), Operations::integrationShown);
            }
            case "get_integration": {
                var params = GetIntegrationParams.builder();
                given.take("unique_key", value -> params.uniqueKey(Given.text(value)));
                given.take("include", value -> params.include(Given.texts(value)));
                given.refuseRest();
                return integrationShown(client.integrations().get(params.build(), options));
            }
            case "create_integration": {
                var params = CreateIntegrationParams.builder();
                given.take("provider", value -> params.provider(Given.text(value)));
                given.take("unique_key", value -> params.uniqueKey(Given.text(value)));
                given.take("display_name", value -> params.displayName(Given.text(value)));
                given.takeJson("credentials", value -> params.credentials(value));
                given.take("forward_webhooks", value -> params.forwardWebhooks(Given.bool(value)));
                given.take("integration_config", value -> params.integrationConfig(Given.textsByName(value)));
                given.take("custom", value -> params.custom(Given.textsByName(value)));
                given.refuseRest();
                return integrationShown(client.integrations().create(params.build(), options));
            }
            case "create_quickstart_integration": {
                var params = CreateQuickstartIntegrationParams.builder();
                given.take("provider", value -> params.provider(Given.text(value)));
                given.take("unique_key", value -> params.uniqueKey(Given.text(value)));
                given.take("display_name", value -> params.displayName(Given.text(value)));
                given.take("forward_webhooks", value -> params.forwardWebhooks(Given.bool(value)));
                given.refuseRest();
                return integrationShown(client.integrations().createQuickstart(params.build(), options));
            }
            case "update_integration": {
                var params = UpdateIntegrationParams.builder();
                given.take("unique_key", value -> params.uniqueKey(Given.text(value)));
                given.take("new_unique_key", value -> params.newUniqueKey(Given.text(value)));
                given.take("display_name", value -> params.displayName(Given.text(value)));
                given.takeJson("credentials", value -> params.credentials(value));
                given.take("forward_webhooks", value -> params.forwardWebhooks(Given.bool(value)));
                given.take("integration_config", value -> params.integrationConfig(Given.textsByName(value)));
                given.take("custom", value -> params.custom(Given.textsByName(value)));
                given.refuseRest();
                return integrationShown(client.integrations().update(params.build(), options));
            }
            case "delete_integration": {
                var params = DeleteIntegrationParams.builder();
                given.take("unique_key", value -> params.uniqueKey(Given.text(value)));
                given.refuseRest();
                client.integrations().delete(params.build(), options);
                return null;
            }
            case "list_records": {
                var params = ListRecordsParams.builder();
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.take("model", value -> params.model(Given.text(value)));
                given.take("cursor", value -> params.cursor(Given.text(value)));
                given.take("modified_after", value -> params.modifiedAfter(Given.moment(value)));
                given.take("filter", value -> params.filter(Given.texts(value)));
                given.take("ids", value -> params.ids(Given.texts(value)));
                given.take("variant", value -> params.variant(Given.text(value)));
                given.take("limit", value -> params.limit(Given.integer(value)));
                given.refuseRest();
                return Shown.all(client.records().list(params.build(), options), Operations::recordShown);
            }
            case "prune_records": {
                var params = PruneRecordsParams.builder();
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.take("model", value -> params.model(Given.text(value)));
                given.take("until_cursor", value -> params.untilCursor(Given.text(value)));
                given.take("variant", value -> params.variant(Given.text(value)));
                given.take("limit", value -> params.limit(Given.integer(value)));
                given.refuseRest();
                return prunedRecordsShown(client.records().prune(params.build(), options));
            }
            case "trigger_action": {
                var params = TriggerActionParams.builder();
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.take("action_name", value -> params.actionName(Given.text(value)));
                given.takeJson("input", value -> params.input(value));
                given.take("max_retries", value -> params.maxRetries(Given.integer(value)));
                given.refuseRest();
                return client.actions().trigger(params.build(), options);
            }
            case "trigger_action_async": {
                var params = TriggerActionAsyncParams.builder();
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.take("action_name", value -> params.actionName(Given.text(value)));
                given.takeJson("input", value -> params.input(value));
                given.take("max_retries", value -> params.maxRetries(Given.integer(value)));
                given.refuseRest();
                return queuedActionShown(client.actions().triggerAsync(params.build(), options));
            }
            case "get_action_result": {
                var params = GetActionResultParams.builder();
                given.take("id", value -> params.id(Given.text(value)));
                given.refuseRest();
                return client.actions().result(params.build(), options);
            }
            case "wait_for_action_result": {
                var params = WaitForActionResultParams.builder();
                given.take("id", value -> params.id(Given.text(value)));
                given.refuseRest();
                return client.actions().waitForResult(params.build(), options);
            }
            case "trigger_sync": {
                var params = TriggerSyncParams.builder();
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.take("syncs", value -> params.syncs(Given.texts(value)));
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.takeJson("opts", value -> params.opts(value));
                given.take("sync_mode", value -> params.syncMode(Given.text(value)));
                given.refuseRest();
                client.syncs().trigger(params.build(), options);
                return null;
            }
            case "start_sync": {
                var params = StartSyncParams.builder();
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.take("syncs", value -> params.syncs(Given.texts(value)));
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.refuseRest();
                client.syncs().start(params.build(), options);
                return null;
            }
            case "pause_sync": {
                var params = PauseSyncParams.builder();
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.take("syncs", value -> params.syncs(Given.texts(value)));
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.refuseRest();
                client.syncs().pause(params.build(), options);
                return null;
            }
            case "sync_status": {
                var params = SyncStatusParams.builder();
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.take("syncs", value -> params.syncs(Given.texts(value)));
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.refuseRest();
                return Shown.all(client.syncs().status(params.build(), options), Operations::syncShown);
            }
            case "update_sync_frequency": {
                var params = UpdateSyncFrequencyParams.builder();
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.take("sync_name", value -> params.syncName(Given.text(value)));
                given.take("frequency", value -> params.frequency(Given.text(value)));
                given.take("sync_variant", value -> params.syncVariant(Given.text(value)));
                given.refuseRest();
                return syncFrequencyShown(client.syncs().updateFrequency(params.build(), options));
            }
            case "reset_sync_frequency": {
                var params = ResetSyncFrequencyParams.builder();
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.take("sync_name", value -> params.syncName(Given.text(value)));
                given.take("sync_variant", value -> params.syncVariant(Given.text(value)));
                given.refuseRest();
                return syncFrequencyShown(client.syncs().resetFrequency(params.build(), options));
            }
            case "create_sync_variant": {
                var params = CreateSyncVariantParams.builder();
                given.take("name", value -> params.name(Given.text(value)));
                given.take("variant", value -> params.variant(Given.text(value)));
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.refuseRest();
                return syncVariantShown(client.syncs().createVariant(params.build(), options));
            }
            case "delete_sync_variant": {
                var params = DeleteSyncVariantParams.builder();
                given.take("name", value -> params.name(Given.text(value)));
                given.take("variant", value -> params.variant(Given.text(value)));
                given.take("provider_config_key", value -> params.providerConfigKey(Given.text(value)));
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.refuseRest();
                client.syncs().deleteVariant(params.build(), options);
                return null;
            }
            case "list_functions": {
                var params = ListFunctionsParams.builder();
                given.take("unique_key", value -> params.uniqueKey(Given.text(value)));
                given.take("function_type", value -> params.functionType(Given.text(value)));
                given.take("search", value -> params.search(Given.text(value)));
                given.take("limit", value -> params.limit(Given.integer(value)));
                given.refuseRest();
                return Shown.all(client.functions().list(params.build(), options), Operations::functionShown);
            }
            case "get_function": {
                var params = GetFunctionParams.builder();
                given.take("unique_key", value -> params.uniqueKey(Given.text(value)));
                given.take("name", value -> params.name(Given.text(value)));
                given.take("function_type", value -> params.functionType(Given.text(value)));
                given.refuseRest();
                return functionShown(client.functions().get(params.build(), options));
            }
            case "get_function_code": {
                var params = GetFunctionCodeParams.builder();
                given.take("unique_key", value -> params.uniqueKey(Given.text(value)));
                given.take("name", value -> params.name(Given.text(value)));
                given.take("function_type", value -> params.functionType(Given.text(value)));
                given.refuseRest();
                return functionCodeShown(client.functions().getCode(params.build(), options));
            }
            case "delete_function": {
                var params = DeleteFunctionParams.builder();
                given.take("unique_key", value -> params.uniqueKey(Given.text(value)));
                given.take("name", value -> params.name(Given.text(value)));
                given.take("function_type", value -> params.functionType(Given.text(value)));
                given.refuseRest();
                client.functions().delete(params.build(), options);
                return null;
            }
            case "get_scripts_config": {
                var params = GetScriptsConfigParams.builder();
                given.take("format", value -> params.format(Given.text(value)));
                given.refuseRest();
                return client.functions().scriptsConfig(params.build(), options);
            }
            case "compile_function": {
                var params = CompileFunctionParams.builder();
                given.take("code", value -> params.code(Given.text(value)));
                given.refuseRest();
                return compiledFunctionShown(client.functions().compile(params.build(), options));
            }
            case "start_function_dry_run": {
                var params = StartFunctionDryRunParams.builder();
                given.take("integration_id", value -> params.integrationId(Given.text(value)));
                given.take("function_type", value -> params.functionType(Given.text(value)));
                given.take("code", value -> params.code(Given.text(value)));
                given.take("connection_id", value -> params.connectionId(Given.text(value)));
                given.takeJson("input", value -> params.input(value));
                given.takeJson("metadata", value -> params.metadata(value));
                given.takeJson("checkpoint", value -> params.checkpoint(value));
                given.take("last_sync_date", value -> params.lastSyncDate(Given.moment(value)));
                given.refuseRest();
                return queuedFunctionRunShown(client.functions().startDryRun(params.build(), options));
            }
            case "get_function_dry_run": {
                var params = GetFunctionDryRunParams.builder();
                given.take("id", value -> params.id(Given.text(value)));
                given.refuseRest();
                return functionDryRunShown(client.functions().getDryRun(params.build(), options));
            }
            case "deploy_function": {
                var params = DeployFunctionParams.builder();
                given.take("integration_id", value -> params.integrationId(Given.text(value)));
                given.take("function_name", value -> params.functionName(Given.text(value)));
                given.take("function_type", value -> params.functionType(Given.text(value)));
                given.take("code", value -> params.code(Given.text(value)));
                given.take("version", value -> params.version(Given.text(value)));
                given.take("allow_destructive", value -> params.allowDestructive(Given.bool(value)));
                given.refuseRest();
                return queuedFunctionRunShown(client.functions().deploy(params.build(), options));
            }
            case "deploy_function_template": {
                var params = DeployFunctionTemplateParams.builder();
                given.take("integration_id", value -> params.integrationId(Given.text(value)));
                given.take("template", value -> params.template(Given.text(value)));
                given.take("function_type", value -> params.functionType(Given.text(value)));
                given.refuseRest();
                return queuedFunctionRunShown(client.functions().deployTemplate(params.build(), options));
            }
            case "get_function_deployment": {
                var params = GetFunctionDeploymentParams.builder();
                given.take("id", value -> params.id(Given.text(value)));
                given.refuseRest();
                return functionDeploymentShown(client.functions().getDeployment(params.build(), options));
            }
            case "list_providers": {
                var params = ListProvidersParams.builder();
                given.take("search", value -> params.search(Given.text(value)));
                given.refuseRest();
                return Shown.all(client.providers().list(params.build(), options), Operations::providerShown);
            }
            case "get_provider": {
                var params = GetProviderParams.builder();
                given.take("provider", value -> params.provider(Given.text(value)));
                given.refuseRest();
                return providerShown(client.providers().get(params.build(), options));
            }
            case "list_provider_templates": {
                var params = ListProviderTemplatesParams.builder();
                given.take("provider", value -> params.provider(Given.text(value)));
                given.refuseRest();
                return Shown.all(client.providers().listTemplates(params.build(), options), Operations::functionShown);
            }
            case "list_environment_variables": {
                given.refuseRest();
                return Shown.all(client.environment().listVariables(options), Operations::environmentVariableShown);
            }
            case "rotate_webhook_signing_key": {
                given.refuseRest();
                return webhookSigningKeyShown(client.environment().rotateWebhookSigningKey(options));
            }
            default:
                throw new IllegalArgumentException("no such operation: " + name);
        }
    }

    private static Object connectionProblemShown(ConnectionProblem model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", Shown.value(model.type(), Shown::plain));
        fields.put("log_id", Shown.value(model.logId(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object organizationShown(Organization model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", Shown.value(model.id(), Shown::plain));
        fields.put("display_name", Shown.value(model.displayName(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object endUserShown(EndUser model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", Shown.value(model.id(), Shown::plain));
        fields.put("display_name", Shown.value(model.displayName(), Shown::plain));
        fields.put("email", Shown.value(model.email(), Shown::plain));
        fields.put("tags", Shown.value(model.tags(), Shown.mapOf(Shown::plain)));
        fields.put("organization", Shown.value(model.organization(), Operations::organizationShown));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object listedConnectionShown(ListedConnection model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", Shown.value(model.id(), Shown::plain));
        fields.put("connection_id", Shown.value(model.connectionId(), Shown::plain));
        fields.put("provider_config_key", Shown.value(model.providerConfigKey(), Shown::plain));
        fields.put("provider", Shown.value(model.provider(), Shown::plain));
        fields.put("errors", Shown.value(model.errors(), Shown.listOf(Operations::connectionProblemShown)));
        fields.put("end_user", Shown.value(model.endUser(), Operations::endUserShown));
        fields.put("tags", Shown.value(model.tags(), Shown.mapOf(Shown::plain)));
        fields.put("metadata", Shown.value(model.metadata(), Shown::plain));
        fields.put("created", Shown.value(model.created(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object importedConnectionShown(ImportedConnection model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", Shown.value(model.id(), Shown::plain));
        fields.put("connection_id", Shown.value(model.connectionId(), Shown::plain));
        fields.put("provider_config_key", Shown.value(model.providerConfigKey(), Shown::plain));
        fields.put("provider", Shown.value(model.provider(), Shown::plain));
        fields.put("errors", Shown.value(model.errors(), Shown.listOf(Operations::connectionProblemShown)));
        fields.put("end_user", Shown.value(model.endUser(), Operations::endUserShown));
        fields.put("tags", Shown.value(model.tags(), Shown.mapOf(Shown::plain)));
        fields.put("metadata", Shown.value(model.metadata(), Shown::plain));
        fields.put("connection_config", Shown.value(model.connectionConfig(), Shown::plain));
        fields.put("webhook_url_override", Shown.value(model.webhookUrlOverride(), Shown::plain));
        fields.put("created_at", Shown.value(model.createdAt(), Shown::plain));
        fields.put("updated_at", Shown.value(model.updatedAt(), Shown::plain));
        fields.put("last_fetched_at", Shown.value(model.lastFetchedAt(), Shown::plain));
        fields.put("credentials", Shown.value(model.credentials(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object queuedActionShown(QueuedAction model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", Shown.value(model.id(), Shown::plain));
        fields.put("status_url", Shown.value(model.statusUrl(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object environmentVariableShown(EnvironmentVariable model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", Shown.value(model.name(), Shown::plain));
        fields.put("value", Shown.value(model.value(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object connectSessionShown(ConnectSession model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("token", Shown.value(model.token(), Shown::plain));
        fields.put("connect_link", Shown.value(model.connectLink(), Shown::plain));
        fields.put("expires_at", Shown.value(model.expiresAt(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object integrationShown(Integration model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("unique_key", Shown.value(model.uniqueKey(), Shown::plain));
        fields.put("provider", Shown.value(model.provider(), Shown::plain));
        fields.put("display_name", Shown.value(model.displayName(), Shown::plain));
        fields.put("logo", Shown.value(model.logo(), Shown::plain));
        fields.put("forward_webhooks", Shown.value(model.forwardWebhooks(), Shown::plain));
        fields.put("created_at", Shown.value(model.createdAt(), Shown::plain));
        fields.put("updated_at", Shown.value(model.updatedAt(), Shown::plain));
        fields.put("webhook_url", Shown.value(model.webhookUrl(), Shown::plain));
        fields.put("credentials", Shown.value(model.credentials(), Shown::plain));
        fields.put("credentials_label", Shown.value(model.credentialsLabel(), Shown.mapOf(Shown::plain)));
        fields.put("preconfigured_credentials", Shown.value(model.preconfiguredCredentials(), Shown.listOf(Shown::plain)));
        fields.put("preconfigured_connection_config", Shown.value(model.preconfiguredConnectionConfig(), Shown.listOf(Shown::plain)));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object recordMetadataShown(RecordMetadata model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("first_seen_at", Shown.value(model.firstSeenAt(), Shown::plain));
        fields.put("last_modified_at", Shown.value(model.lastModifiedAt(), Shown::plain));
        fields.put("last_action", Shown.value(model.lastAction(), Shown::plain));
        fields.put("deleted_at", Shown.value(model.deletedAt(), Shown::plain));
        fields.put("pruned_at", Shown.value(model.prunedAt(), Shown::plain));
        fields.put("cursor", Shown.value(model.cursor(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object recordShown(NangoRecord model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", Shown.value(model.id(), Shown::plain));
        fields.put("metadata", Shown.value(model.metadata(), Operations::recordMetadataShown));
        fields.put("data", Shown.value(model.data(), Shown::plain));
        return fields;
    }

    private static Object prunedRecordsShown(PrunedRecords model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("count", Shown.value(model.count(), Shown::plain));
        fields.put("has_more", Shown.value(model.hasMore(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object syncResultShown(SyncResult model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("added", Shown.value(model.added(), Shown::plain));
        fields.put("updated", Shown.value(model.updated(), Shown::plain));
        fields.put("deleted", Shown.value(model.deleted(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object syncShown(Sync model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", Shown.value(model.id(), Shown::plain));
        fields.put("name", Shown.value(model.name(), Shown::plain));
        fields.put("variant", Shown.value(model.variant(), Shown::plain));
        fields.put("connection_id", Shown.value(model.connectionId(), Shown::plain));
        fields.put("status", Shown.value(model.status(), Shown::plain));
        fields.put("type", Shown.value(model.type(), Shown::plain));
        fields.put("frequency", Shown.value(model.frequency(), Shown::plain));
        fields.put("finished_at", Shown.value(model.finishedAt(), Shown::plain));
        fields.put("next_scheduled_at", Shown.value(model.nextScheduledAt(), Shown::plain));
        fields.put("latest_execution_status", Shown.value(model.latestExecutionStatus(), Shown::plain));
        fields.put("latest_result", Shown.value(model.latestResult(), Shown.mapOf(Operations::syncResultShown)));
        fields.put("record_count", Shown.value(model.recordCount(), Shown.mapOf(Shown::plain)));
        fields.put("checkpoint", Shown.value(model.checkpoint(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object syncFrequencyShown(SyncFrequency model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("frequency", Shown.value(model.frequency(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object syncVariantShown(SyncVariant model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", Shown.value(model.id(), Shown::plain));
        fields.put("name", Shown.value(model.name(), Shown::plain));
        fields.put("variant", Shown.value(model.variant(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object functionShown(NangoFunction model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", Shown.value(model.name(), Shown::plain));
        fields.put("type", Shown.value(model.type(), Shown::plain));
        fields.put("description", Shown.value(model.description(), Shown::plain));
        fields.put("scopes", Shown.value(model.scopes(), Shown.listOf(Shown::plain)));
        fields.put("input", Shown.value(model.input(), Shown::plain));
        fields.put("returns", Shown.value(model.returns(), Shown.listOf(Shown::plain)));
        fields.put("json_schema", Shown.value(model.jsonSchema(), Shown::plain));
        fields.put("runs", Shown.value(model.runs(), Shown::plain));
        fields.put("auto_start", Shown.value(model.autoStart(), Shown::plain));
        fields.put("track_deletes", Shown.value(model.trackDeletes(), Shown::plain));
        fields.put("event", Shown.value(model.event(), Shown::plain));
        fields.put("id", Shown.value(model.id(), Shown::plain));
        fields.put("enabled", Shown.value(model.enabled(), Shown::plain));
        fields.put("last_deployed", Shown.value(model.lastDeployed(), Shown::plain));
        fields.put("source", Shown.value(model.source(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object functionCodeShown(FunctionCode model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", Shown.value(model.type(), Shown::plain));
        fields.put("code", Shown.value(model.code(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object compiledFunctionShown(CompiledFunction model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("bundled_js", Shown.value(model.bundledJs(), Shown::plain));
        fields.put("bundle_size_bytes", Shown.value(model.bundleSizeBytes(), Shown::plain));
        fields.put("compiled_at", Shown.value(model.compiledAt(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object queuedFunctionRunShown(QueuedFunctionRun model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", Shown.value(model.id(), Shown::plain));
        fields.put("status", Shown.value(model.status(), Shown::plain));
        fields.put("created_at", Shown.value(model.createdAt(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object functionDryRunShown(FunctionDryRun model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", Shown.value(model.id(), Shown::plain));
        fields.put("status", Shown.value(model.status(), Shown::plain));
        fields.put("integration_id", Shown.value(model.integrationId(), Shown::plain));
        fields.put("function_type", Shown.value(model.functionType(), Shown::plain));
        fields.put("created_at", Shown.value(model.createdAt(), Shown::plain));
        fields.put("updated_at", Shown.value(model.updatedAt(), Shown::plain));
        fields.put("started_at", Shown.value(model.startedAt(), Shown::plain));
        fields.put("completed_at", Shown.value(model.completedAt(), Shown::plain));
        fields.put("duration_ms", Shown.value(model.durationMs(), Shown::plain));
        fields.put("output", Shown.value(model.output(), Shown::plain));
        fields.put("result", Shown.value(model.result(), Shown::plain));
        fields.put("error", Shown.value(model.error(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object deployedFunctionShown(DeployedFunction model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", Shown.value(model.name(), Shown::plain));
        fields.put("version", Shown.value(model.version(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object functionDeploymentShown(FunctionDeployment model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", Shown.value(model.id(), Shown::plain));
        fields.put("status", Shown.value(model.status(), Shown::plain));
        fields.put("integration_id", Shown.value(model.integrationId(), Shown::plain));
        fields.put("function_name", Shown.value(model.functionName(), Shown::plain));
        fields.put("function_type", Shown.value(model.functionType(), Shown::plain));
        fields.put("deployed", Shown.value(model.deployed(), Shown::plain));
        fields.put("deployed_functions", Shown.value(model.deployedFunctions(), Shown.listOf(Operations::deployedFunctionShown)));
        fields.put("output", Shown.value(model.output(), Shown::plain));
        fields.put("error", Shown.value(model.error(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object providerShown(Provider model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", Shown.value(model.name(), Shown::plain));
        fields.put("display_name", Shown.value(model.displayName(), Shown::plain));
        fields.put("auth_mode", Shown.value(model.authMode(), Shown::plain));
        fields.put("categories", Shown.value(model.categories(), Shown.listOf(Shown::plain)));
        fields.put("docs", Shown.value(model.docs(), Shown::plain));
        fields.put("logo_url", Shown.value(model.logoUrl(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }

    private static Object webhookSigningKeyShown(WebhookSigningKey model) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("webhook_signing_key", Shown.value(model.webhookSigningKey(), Shown::plain));
        if (!model.unknown().isEmpty()) {
            fields.put("unknown", model.unknown());
        }
        return fields;
    }
}
