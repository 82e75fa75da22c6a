<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Operation;

use Nango\Exception\NangoException;
use Nango\Model\Sync;
use Nango\Model\SyncFrequency;
use Nango\Model\SyncVariant;

/** Syncs: functions that Nango runs on a schedule for each connection. */
final class Syncs extends Group
{
    /**
     * Runs syncs now.
     *
     * A sync that is running is cancelled and started again.
     *
     * The secret key needs the scope environment:syncs:execute. An argument that is null is not sent.
     *
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param list<string> $syncs The names of the syncs, with "name::variant" for a variant; empty for all.
     * @param string|null $connectionId Only the syncs of this connection; without it, those of all connections of the
     *     integration.
     * @param array<string, mixed>|object|null $opts How: {"reset": true} forgets the checkpoint, {"reset": true,
     *     "emptyCache": true} the records as well.
     * @param string|null $syncMode How: "incremental", "full_refresh" or "full_refresh_and_clear_cache"; not with opts.
     *     Deprecated: use opts.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function trigger(
        string $providerConfigKey,
        #[\SensitiveParameter] array $syncs,
        ?string $connectionId = null,
        #[\SensitiveParameter] array|object|null $opts = null,
        ?string $syncMode = null,
        ?float $timeout = null
    ): void {
        $request = $this->request('POST', '/sync/trigger');
        $request->body('providerConfigKey', 'provider_config_key', $providerConfigKey);
        $request->strings('syncs', 'syncs', $syncs);
        $request->body('connectionId', 'connection_id', $connectionId);
        $request->object('opts', 'opts', $opts);
        $request->body('syncMode', 'sync_mode', $syncMode);
        $request->endBody();
        $this->send($request, $timeout);
    }

    /**
     * Starts the schedules of syncs.
     *
     * The secret key needs the scope environment:syncs:execute. An argument that is null is not sent.
     *
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param list<string> $syncs The names of the syncs, with "name::variant" for a variant; empty for all.
     * @param string|null $connectionId Only the syncs of this connection; without it, those of all connections of the
     *     integration.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function start(
        string $providerConfigKey,
        #[\SensitiveParameter] array $syncs,
        ?string $connectionId = null,
        ?float $timeout = null
    ): void {
        $request = $this->request('POST', '/sync/start', true);
        $request->body('providerConfigKey', 'provider_config_key', $providerConfigKey);
        $request->strings('syncs', 'syncs', $syncs);
        $request->body('connectionId', 'connection_id', $connectionId);
        $request->endBody();
        $this->send($request, $timeout);
    }

    /**
     * Pauses the schedules of syncs.
     *
     * A sync that is running is cancelled.
     *
     * The secret key needs the scope environment:syncs:execute. An argument that is null is not sent.
     *
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param list<string> $syncs The names of the syncs, with "name::variant" for a variant; empty for all.
     * @param string|null $connectionId Only the syncs of this connection; without it, those of all connections of the
     *     integration.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function pause(
        string $providerConfigKey,
        #[\SensitiveParameter] array $syncs,
        ?string $connectionId = null,
        ?float $timeout = null
    ): void {
        $request = $this->request('POST', '/sync/pause', true);
        $request->body('providerConfigKey', 'provider_config_key', $providerConfigKey);
        $request->strings('syncs', 'syncs', $syncs);
        $request->body('connectionId', 'connection_id', $connectionId);
        $request->endBody();
        $this->send($request, $timeout);
    }

    /**
     * Returns the state of syncs.
     *
     * An unknown integration gives an empty list.
     *
     * The secret key needs the scope environment:syncs:read. An argument that is null is not sent.
     *
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param list<string> $syncs The names of the syncs, with "name::variant" for a variant; "*" for all.
     * @param string|null $connectionId Only the syncs of this connection.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @return list<Sync>
     * @throws NangoException the call failed; the subclass tells how
     */
    public function status(
        string $providerConfigKey,
        #[\SensitiveParameter] array $syncs,
        ?string $connectionId = null,
        ?float $timeout = null
    ): array {
        $request = $this->request('GET', '/sync/status');
        $request->query('providerConfigKey', 'provider_config_key', $providerConfigKey);
        $request->queryCsv('syncs', 'syncs', $syncs);
        $request->query('connectionId', 'connection_id', $connectionId);
        return $this->models($request, $timeout, Sync::class, ['syncs']);
    }

    /**
     * Sets how often a sync runs for a connection.
     *
     * The secret key needs the scope environment:syncs:update. An argument that is null is not sent.
     *
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param string $connectionId The id of the connection, as the dashboard shows it.
     * @param string $syncName The name of the sync.
     * @param string $frequency The interval: "every 2 hours", "1 day", "half hour".
     * @param string|null $syncVariant The variant of the sync; "base" without it.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function updateFrequency(
        string $providerConfigKey,
        string $connectionId,
        string $syncName,
        string $frequency,
        ?string $syncVariant = null,
        ?float $timeout = null
    ): SyncFrequency {
        $request = $this->request('PUT', '/sync/update-connection-frequency', true);
        $request->body('providerConfigKey', 'provider_config_key', $providerConfigKey);
        $request->body('connectionId', 'connection_id', $connectionId);
        $request->body('syncName', 'sync_name', $syncName);
        $request->body('frequency', 'frequency', $frequency);
        $request->body('syncVariant', 'sync_variant', $syncVariant);
        $request->endBody();
        return $this->model($request, $timeout, SyncFrequency::class, []);
    }

    /**
     * Has a sync run for a connection as often as its code says.
     *
     * The secret key needs the scope environment:syncs:update. An argument that is null is not sent.
     *
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param string $connectionId The id of the connection, as the dashboard shows it.
     * @param string $syncName The name of the sync.
     * @param string|null $syncVariant The variant of the sync; "base" without it.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function resetFrequency(
        string $providerConfigKey,
        string $connectionId,
        string $syncName,
        ?string $syncVariant = null,
        ?float $timeout = null
    ): SyncFrequency {
        $request = $this->request('PUT', '/sync/update-connection-frequency', true);
        $request->constant('frequency', null);
        $request->body('providerConfigKey', 'provider_config_key', $providerConfigKey);
        $request->body('connectionId', 'connection_id', $connectionId);
        $request->body('syncName', 'sync_name', $syncName);
        $request->body('syncVariant', 'sync_variant', $syncVariant);
        $request->endBody();
        return $this->model($request, $timeout, SyncFrequency::class, []);
    }

    /**
     * Creates a variant of a sync for a connection.
     *
     * The secret key needs the scope environment:syncs:variant:create.
     *
     * @param string $name The name of the sync.
     * @param string $variant The name of the variant.
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param string $connectionId The id of the connection, as the dashboard shows it.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function createVariant(
        string $name,
        string $variant,
        string $providerConfigKey,
        string $connectionId,
        ?float $timeout = null
    ): SyncVariant {
        $request = $this->request('POST', '/sync/{name}/variant/{variant}');
        $request->path('name', 'name', $name);
        $request->path('variant', 'variant', $variant);
        $request->body('providerConfigKey', 'provider_config_key', $providerConfigKey);
        $request->body('connectionId', 'connection_id', $connectionId);
        $request->endBody();
        return $this->model($request, $timeout, SyncVariant::class, []);
    }

    /**
     * Deletes a variant of a sync. Its records stay readable.
     *
     * The secret key needs the scope environment:syncs:variant:delete.
     *
     * @param string $name The name of the sync.
     * @param string $variant The name of the variant.
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param string $connectionId The id of the connection, as the dashboard shows it.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function deleteVariant(
        string $name,
        string $variant,
        string $providerConfigKey,
        string $connectionId,
        ?float $timeout = null
    ): void {
        $request = $this->request('DELETE', '/sync/{name}/variant/{variant}', true);
        $request->path('name', 'name', $name);
        $request->path('variant', 'variant', $variant);
        $request->body('providerConfigKey', 'provider_config_key', $providerConfigKey);
        $request->body('connectionId', 'connection_id', $connectionId);
        $request->endBody();
        $this->send($request, $timeout);
    }
}
