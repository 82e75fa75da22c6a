// Generated from api/operations.json by make generate: do not edit.

@file:Suppress("DEPRECATION")

package dev.nango.kotlin

import dev.nango.CallOptions
import dev.nango.JsonValue
import dev.nango.models.*
import dev.nango.operations.*
import kotlinx.coroutines.future.await

/**
 * Creates a connect session, with which a customer connects an account.
 *
 * See [ConnectSessionsService.create]. Cancelling the coroutine ends the call.
 */
public suspend fun ConnectSessionsService.awaitCreate(
    params: CreateConnectSessionParams,
    options: CallOptions = CallOptions.DEFAULT,
): ConnectSession {
    return createAsync(params, options).await()
}

/**
 * Creates a connect session for a connection that exists, with which the customer authorizes it again.
 *
 * See [ConnectSessionsService.reconnect]. Cancelling the coroutine ends the call.
 */
public suspend fun ConnectSessionsService.awaitReconnect(
    params: CreateReconnectSessionParams,
    options: CallOptions = CallOptions.DEFAULT,
): ConnectSession {
    return reconnectAsync(params, options).await()
}

/**
 * Creates a connection with credentials from elsewhere, or replaces one that has the same id.
 *
 * See [ConnectionsService.import_]. Cancelling the coroutine ends the call.
 */
public suspend fun ConnectionsService.awaitImport(
    params: ImportConnectionParams,
    options: CallOptions = CallOptions.DEFAULT,
): ImportedConnection {
    return import_Async(params, options).await()
}

/**
 * Changes the tags, the end user or the webhook URL of a connection.
 *
 * See [ConnectionsService.update]. Cancelling the coroutine ends the call.
 */
public suspend fun ConnectionsService.awaitUpdate(
    params: UpdateConnectionParams,
    options: CallOptions = CallOptions.DEFAULT,
) {
    updateAsync(params, options).await()
}

/**
 * Deletes a connection with its credentials, records and metadata.
 *
 * See [ConnectionsService.delete]. Cancelling the coroutine ends the call.
 */
public suspend fun ConnectionsService.awaitDelete(
    params: DeleteConnectionParams,
    options: CallOptions = CallOptions.DEFAULT,
) {
    deleteAsync(params, options).await()
}

/**
 * Replaces the metadata of one or several connections of an integration.
 *
 * See [ConnectionsService.setMetadata]. Cancelling the coroutine ends the call.
 */
public suspend fun ConnectionsService.awaitSetMetadata(
    params: SetMetadataParams,
    options: CallOptions = CallOptions.DEFAULT,
) {
    setMetadataAsync(params, options).await()
}

/**
 * Merges metadata into that of one or several connections of an integration.
 *
 * See [ConnectionsService.updateMetadata]. Cancelling the coroutine ends the call.
 */
public suspend fun ConnectionsService.awaitUpdateMetadata(
    params: UpdateMetadataParams,
    options: CallOptions = CallOptions.DEFAULT,
) {
    updateMetadataAsync(params, options).await()
}

/**
 * Waits until an integration has a connection of an end user or with a tag, and returns the newest.
 *
 * See [ConnectionsService.waitFor]. Cancelling the coroutine ends the call.
 */
public suspend fun ConnectionsService.awaitWaitFor(
    params: WaitForConnectionParams,
    options: CallOptions = CallOptions.DEFAULT,
): ListedConnection {
    return waitForAsync(params, options).await()
}

/**
 * Returns all integrations of the environment, without credentials.
 *
 * See [IntegrationsService.list]. Cancelling the coroutine ends the call.
 */
public suspend fun IntegrationsService.awaitList(
    options: CallOptions = CallOptions.DEFAULT,
): List<Integration> {
    return listAsync(options).await()
}

/**
 * Returns an integration.
 *
 * See [IntegrationsService.get]. Cancelling the coroutine ends the call.
 */
public suspend fun IntegrationsService.awaitGet(
    params: GetIntegrationParams,
    options: CallOptions = CallOptions.DEFAULT,
): Integration {
    return getAsync(params, options).await()
}

/**
 * Creates an integration.
 *
 * See [IntegrationsService.create]. Cancelling the coroutine ends the call.
 */
public suspend fun IntegrationsService.awaitCreate(
    params: CreateIntegrationParams,
    options: CallOptions = CallOptions.DEFAULT,
): Integration {
    return createAsync(params, options).await()
}

/**
 * Creates an integration that uses Nango's own developer app.
 *
 * See [IntegrationsService.createQuickstart]. Cancelling the coroutine ends the call.
 */
public suspend fun IntegrationsService.awaitCreateQuickstart(
    params: CreateQuickstartIntegrationParams,
    options: CallOptions = CallOptions.DEFAULT,
): Integration {
    return createQuickstartAsync(params, options).await()
}

/**
 * Changes an integration.
 *
 * See [IntegrationsService.update]. Cancelling the coroutine ends the call.
 */
public suspend fun IntegrationsService.awaitUpdate(
    params: UpdateIntegrationParams,
    options: CallOptions = CallOptions.DEFAULT,
): Integration {
    return updateAsync(params, options).await()
}

/**
 * Deletes an integration and all of its connections.
 *
 * See [IntegrationsService.delete]. Cancelling the coroutine ends the call.
 */
public suspend fun IntegrationsService.awaitDelete(
    params: DeleteIntegrationParams,
    options: CallOptions = CallOptions.DEFAULT,
) {
    deleteAsync(params, options).await()
}

/**
 * Deletes the content of records up to a cursor, and keeps their ids.
 *
 * See [RecordsService.prune]. Cancelling the coroutine ends the call.
 */
public suspend fun RecordsService.awaitPrune(
    params: PruneRecordsParams,
    options: CallOptions = CallOptions.DEFAULT,
): PrunedRecords {
    return pruneAsync(params, options).await()
}

/**
 * Runs an action on a connection and waits for its output.
 *
 * See [ActionsService.trigger]. Cancelling the coroutine ends the call.
 */
public suspend fun ActionsService.awaitTrigger(
    params: TriggerActionParams,
    options: CallOptions = CallOptions.DEFAULT,
): JsonValue {
    return triggerAsync(params, options).await()
}

/**
 * Queues an action on a connection, and returns the id of its result.
 *
 * See [ActionsService.triggerAsync]. Cancelling the coroutine ends the call.
 */
public suspend fun ActionsService.awaitTriggerAsync(
    params: TriggerActionAsyncParams,
    options: CallOptions = CallOptions.DEFAULT,
): QueuedAction {
    return triggerAsyncAsync(params, options).await()
}

/**
 * Returns the output of a queued action.
 *
 * See [ActionsService.result]. Cancelling the coroutine ends the call.
 */
public suspend fun ActionsService.awaitResult(
    params: GetActionResultParams,
    options: CallOptions = CallOptions.DEFAULT,
): JsonValue {
    return resultAsync(params, options).await()
}

/**
 * Waits for the output of a queued action.
 *
 * See [ActionsService.waitForResult]. Cancelling the coroutine ends the call.
 */
public suspend fun ActionsService.awaitWaitForResult(
    params: WaitForActionResultParams,
    options: CallOptions = CallOptions.DEFAULT,
): JsonValue {
    return waitForResultAsync(params, options).await()
}

/**
 * Runs syncs now.
 *
 * See [SyncsService.trigger]. Cancelling the coroutine ends the call.
 */
public suspend fun SyncsService.awaitTrigger(
    params: TriggerSyncParams,
    options: CallOptions = CallOptions.DEFAULT,
) {
    triggerAsync(params, options).await()
}

/**
 * Starts the schedules of syncs.
 *
 * See [SyncsService.start]. Cancelling the coroutine ends the call.
 */
public suspend fun SyncsService.awaitStart(
    params: StartSyncParams,
    options: CallOptions = CallOptions.DEFAULT,
) {
    startAsync(params, options).await()
}

/**
 * Pauses the schedules of syncs.
 *
 * See [SyncsService.pause]. Cancelling the coroutine ends the call.
 */
public suspend fun SyncsService.awaitPause(
    params: PauseSyncParams,
    options: CallOptions = CallOptions.DEFAULT,
) {
    pauseAsync(params, options).await()
}

/**
 * Returns the state of syncs.
 *
 * See [SyncsService.status]. Cancelling the coroutine ends the call.
 */
public suspend fun SyncsService.awaitStatus(
    params: SyncStatusParams,
    options: CallOptions = CallOptions.DEFAULT,
): List<Sync> {
    return statusAsync(params, options).await()
}

/**
 * Sets how often a sync runs for a connection.
 *
 * See [SyncsService.updateFrequency]. Cancelling the coroutine ends the call.
 */
public suspend fun SyncsService.awaitUpdateFrequency(
    params: UpdateSyncFrequencyParams,
    options: CallOptions = CallOptions.DEFAULT,
): SyncFrequency {
    return updateFrequencyAsync(params, options).await()
}

/**
 * Has a sync run for a connection as often as its code says.
 *
 * See [SyncsService.resetFrequency]. Cancelling the coroutine ends the call.
 */
public suspend fun SyncsService.awaitResetFrequency(
    params: ResetSyncFrequencyParams,
    options: CallOptions = CallOptions.DEFAULT,
): SyncFrequency {
    return resetFrequencyAsync(params, options).await()
}

/**
 * Creates a variant of a sync for a connection.
 *
 * See [SyncsService.createVariant]. Cancelling the coroutine ends the call.
 */
public suspend fun SyncsService.awaitCreateVariant(
    params: CreateSyncVariantParams,
    options: CallOptions = CallOptions.DEFAULT,
): SyncVariant {
    return createVariantAsync(params, options).await()
}

/**
 * Deletes a variant of a sync. Its records stay readable.
 *
 * See [SyncsService.deleteVariant]. Cancelling the coroutine ends the call.
 */
public suspend fun SyncsService.awaitDeleteVariant(
    params: DeleteSyncVariantParams,
    options: CallOptions = CallOptions.DEFAULT,
) {
    deleteVariantAsync(params, options).await()
}

/**
 * Returns a function that is deployed for an integration.
 *
 * See [FunctionsService.get]. Cancelling the coroutine ends the call.
 */
public suspend fun FunctionsService.awaitGet(
    params: GetFunctionParams,
    options: CallOptions = CallOptions.DEFAULT,
): NangoFunction {
    return getAsync(params, options).await()
}

/**
 * Returns the code of a function that is deployed for an integration.
 *
 * See [FunctionsService.getCode]. Cancelling the coroutine ends the call.
 */
public suspend fun FunctionsService.awaitGetCode(
    params: GetFunctionCodeParams,
    options: CallOptions = CallOptions.DEFAULT,
): FunctionCode {
    return getCodeAsync(params, options).await()
}

/**
 * Deletes a function of an integration.
 *
 * See [FunctionsService.delete]. Cancelling the coroutine ends the call.
 */
public suspend fun FunctionsService.awaitDelete(
    params: DeleteFunctionParams,
    options: CallOptions = CallOptions.DEFAULT,
) {
    deleteAsync(params, options).await()
}

/**
 * Returns the syncs, actions and on-event functions of all integrations.
 *
 * See [FunctionsService.scriptsConfig]. Cancelling the coroutine ends the call.
 */
public suspend fun FunctionsService.awaitScriptsConfig(
    params: GetScriptsConfigParams,
    options: CallOptions = CallOptions.DEFAULT,
): JsonValue {
    return scriptsConfigAsync(params, options).await()
}

/**
 * Compiles the code of a function.
 *
 * See [FunctionsService.compile]. Cancelling the coroutine ends the call.
 */
public suspend fun FunctionsService.awaitCompile(
    params: CompileFunctionParams,
    options: CallOptions = CallOptions.DEFAULT,
): CompiledFunction {
    return compileAsync(params, options).await()
}

/**
 * Runs the code of a function on a connection without storing anything.
 *
 * See [FunctionsService.startDryRun]. Cancelling the coroutine ends the call.
 */
public suspend fun FunctionsService.awaitStartDryRun(
    params: StartFunctionDryRunParams,
    options: CallOptions = CallOptions.DEFAULT,
): QueuedFunctionRun {
    return startDryRunAsync(params, options).await()
}

/**
 * Returns the state of a dry run.
 *
 * See [FunctionsService.getDryRun]. Cancelling the coroutine ends the call.
 */
public suspend fun FunctionsService.awaitGetDryRun(
    params: GetFunctionDryRunParams,
    options: CallOptions = CallOptions.DEFAULT,
): FunctionDryRun {
    return getDryRunAsync(params, options).await()
}

/**
 * Deploys the code of a function.
 *
 * See [FunctionsService.deploy]. Cancelling the coroutine ends the call.
 */
public suspend fun FunctionsService.awaitDeploy(
    params: DeployFunctionParams,
    options: CallOptions = CallOptions.DEFAULT,
): QueuedFunctionRun {
    return deployAsync(params, options).await()
}

/**
 * Deploys a template of a function.
 *
 * See [FunctionsService.deployTemplate]. Cancelling the coroutine ends the call.
 */
public suspend fun FunctionsService.awaitDeployTemplate(
    params: DeployFunctionTemplateParams,
    options: CallOptions = CallOptions.DEFAULT,
): QueuedFunctionRun {
    return deployTemplateAsync(params, options).await()
}

/**
 * Returns the state of a deployment.
 *
 * See [FunctionsService.getDeployment]. Cancelling the coroutine ends the call.
 */
public suspend fun FunctionsService.awaitGetDeployment(
    params: GetFunctionDeploymentParams,
    options: CallOptions = CallOptions.DEFAULT,
): FunctionDeployment {
    return getDeploymentAsync(params, options).await()
}

/**
 * Returns the external APIs that Nango knows.
 *
 * See [ProvidersService.list]. Cancelling the coroutine ends the call.
 */
public suspend fun ProvidersService.awaitList(
    params: ListProvidersParams,
    options: CallOptions = CallOptions.DEFAULT,
): List<Provider> {
    return listAsync(params, options).await()
}

/**
 * Returns an external API that Nango knows.
 *
 * See [ProvidersService.get]. Cancelling the coroutine ends the call.
 */
public suspend fun ProvidersService.awaitGet(
    params: GetProviderParams,
    options: CallOptions = CallOptions.DEFAULT,
): Provider {
    return getAsync(params, options).await()
}

/**
 * Returns the templates of functions that Nango has for an external API.
 *
 * See [ProvidersService.listTemplates]. Cancelling the coroutine ends the call.
 */
public suspend fun ProvidersService.awaitListTemplates(
    params: ListProviderTemplatesParams,
    options: CallOptions = CallOptions.DEFAULT,
): List<NangoFunction> {
    return listTemplatesAsync(params, options).await()
}

/**
 * Returns the variables that were set in the dashboard.
 *
 * See [EnvironmentService.listVariables]. Cancelling the coroutine ends the call.
 */
public suspend fun EnvironmentService.awaitListVariables(
    options: CallOptions = CallOptions.DEFAULT,
): List<EnvironmentVariable> {
    return listVariablesAsync(options).await()
}

/**
 * Replaces the key that Nango signs webhooks with.
 *
 * See [EnvironmentService.rotateWebhookSigningKey]. Cancelling the coroutine ends the call.
 */
public suspend fun EnvironmentService.awaitRotateWebhookSigningKey(
    options: CallOptions = CallOptions.DEFAULT,
): WebhookSigningKey {
    return rotateWebhookSigningKeyAsync(options).await()
}
