# frozen_string_literal: true

# Generated from api/operations.json: do not edit.

module Nango
  # Syncs: functions that Nango runs on a schedule for each connection.
  class Syncs < Group
    TRIGGER_SYNC = Operation.new(
      'POST', '/sync/trigger',
      [
        [:provider_config_key, :body, Kinds::STRING, 'provider_config_key', true],
        [:syncs, :body, Kinds.array(Kinds::STRING), 'syncs', true],
        [:connection_id, :body, Kinds::STRING, 'connection_id', false],
        [:opts, :body, Kinds::OBJECT, 'opts', false],
        [:sync_mode, :body, Kinds::STRING, 'sync_mode', false]
      ],
      result: nil
    )
    private_constant :TRIGGER_SYNC

    START_SYNC = Operation.new(
      'POST', '/sync/start',
      [
        [:provider_config_key, :body, Kinds::STRING, 'provider_config_key', true],
        [:syncs, :body, Kinds.array(Kinds::STRING), 'syncs', true],
        [:connection_id, :body, Kinds::STRING, 'connection_id', false]
      ],
      repeatable: true,
      result: nil
    )
    private_constant :START_SYNC

    PAUSE_SYNC = Operation.new(
      'POST', '/sync/pause',
      [
        [:provider_config_key, :body, Kinds::STRING, 'provider_config_key', true],
        [:syncs, :body, Kinds.array(Kinds::STRING), 'syncs', true],
        [:connection_id, :body, Kinds::STRING, 'connection_id', false]
      ],
      repeatable: true,
      result: nil
    )
    private_constant :PAUSE_SYNC

    SYNC_STATUS = Operation.new(
      'GET', '/sync/status',
      [
        [:provider_config_key, :query, Kinds::STRING, 'provider_config_key', true],
        [:syncs, :query, Kinds.array(Kinds::STRING), 'syncs', true, :csv],
        [:connection_id, :query, Kinds::STRING, 'connection_id', false]
      ],
      at: ['syncs'],
      result: Kinds.array(Kinds.model(:Sync))
    )
    private_constant :SYNC_STATUS

    UPDATE_SYNC_FREQUENCY = Operation.new(
      'PUT', '/sync/update-connection-frequency',
      [
        [:provider_config_key, :body, Kinds::STRING, 'provider_config_key', true],
        [:connection_id, :body, Kinds::STRING, 'connection_id', true],
        [:sync_name, :body, Kinds::STRING, 'sync_name', true],
        [:frequency, :body, Kinds::STRING, 'frequency', true],
        [:sync_variant, :body, Kinds::STRING, 'sync_variant', false]
      ],
      repeatable: true,
      result: Kinds.model(:SyncFrequency)
    )
    private_constant :UPDATE_SYNC_FREQUENCY

    RESET_SYNC_FREQUENCY = Operation.new(
      'PUT', '/sync/update-connection-frequency',
      [
        [:provider_config_key, :body, Kinds::STRING, 'provider_config_key', true],
        [:connection_id, :body, Kinds::STRING, 'connection_id', true],
        [:sync_name, :body, Kinds::STRING, 'sync_name', true],
        [:sync_variant, :body, Kinds::STRING, 'sync_variant', false]
      ],
      constants: { 'frequency' => nil },
      repeatable: true,
      result: Kinds.model(:SyncFrequency)
    )
    private_constant :RESET_SYNC_FREQUENCY

    CREATE_SYNC_VARIANT = Operation.new(
      'POST', '/sync/{name}/variant/{variant}',
      [
        [:name, :path, Kinds::STRING, 'name', true],
        [:variant, :path, Kinds::STRING, 'variant', true],
        [:provider_config_key, :body, Kinds::STRING, 'provider_config_key', true],
        [:connection_id, :body, Kinds::STRING, 'connection_id', true]
      ],
      result: Kinds.model(:SyncVariant)
    )
    private_constant :CREATE_SYNC_VARIANT

    DELETE_SYNC_VARIANT = Operation.new(
      'DELETE', '/sync/{name}/variant/{variant}',
      [
        [:name, :path, Kinds::STRING, 'name', true],
        [:variant, :path, Kinds::STRING, 'variant', true],
        [:provider_config_key, :body, Kinds::STRING, 'provider_config_key', true],
        [:connection_id, :body, Kinds::STRING, 'connection_id', true]
      ],
      repeatable: true,
      result: nil
    )
    private_constant :DELETE_SYNC_VARIANT

    # Runs syncs now.
    #
    # A sync that is running is cancelled and started again.
    #
    # The secret key needs the scope environment:syncs:execute.
    #
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # syncs:: The names of the syncs, with "name::variant" for a variant; empty for all.
    # connection_id:: Only the syncs of this connection; without it, those of all connections of the integration.
    # opts:: How: {"reset": true} forgets the checkpoint, {"reset": true, "emptyCache": true} the records as well.
    # sync_mode:: How: "incremental", "full_refresh" or "full_refresh_and_clear_cache"; not with opts. Deprecated: use
    #   opts.
    # timeout:: How many seconds this call may take; what the client says by default.
    def trigger(provider_config_key:, syncs:, connection_id: nil, opts: nil, sync_mode: nil, timeout: nil)
      call(TRIGGER_SYNC, timeout, provider_config_key: provider_config_key, syncs: syncs, connection_id: connection_id,
           opts: opts, sync_mode: sync_mode)
    end

    # Starts the schedules of syncs.
    #
    # The secret key needs the scope environment:syncs:execute.
    #
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # syncs:: The names of the syncs, with "name::variant" for a variant; empty for all.
    # connection_id:: Only the syncs of this connection; without it, those of all connections of the integration.
    # timeout:: How many seconds this call may take; what the client says by default.
    def start(provider_config_key:, syncs:, connection_id: nil, timeout: nil)
      call(START_SYNC, timeout, provider_config_key: provider_config_key, syncs: syncs, connection_id: connection_id)
    end

    # Pauses the schedules of syncs.
    #
    # A sync that is running is cancelled.
    #
    # The secret key needs the scope environment:syncs:execute.
    #
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # syncs:: The names of the syncs, with "name::variant" for a variant; empty for all.
    # connection_id:: Only the syncs of this connection; without it, those of all connections of the integration.
    # timeout:: How many seconds this call may take; what the client says by default.
    def pause(provider_config_key:, syncs:, connection_id: nil, timeout: nil)
      call(PAUSE_SYNC, timeout, provider_config_key: provider_config_key, syncs: syncs, connection_id: connection_id)
    end

    # Returns the state of syncs.
    #
    # An unknown integration gives an empty list.
    #
    # The secret key needs the scope environment:syncs:read.
    #
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # syncs:: The names of the syncs, with "name::variant" for a variant; "*" for all.
    # connection_id:: Only the syncs of this connection.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives an Array of Sync.
    def status(provider_config_key:, syncs:, connection_id: nil, timeout: nil)
      call(SYNC_STATUS, timeout, provider_config_key: provider_config_key, syncs: syncs, connection_id: connection_id)
    end

    # Sets how often a sync runs for a connection.
    #
    # The secret key needs the scope environment:syncs:update.
    #
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # connection_id:: The id of the connection, as the dashboard shows it.
    # sync_name:: The name of the sync.
    # frequency:: The interval: "every 2 hours", "1 day", "half hour".
    # sync_variant:: The variant of the sync; "base" without it.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives SyncFrequency.
    def update_frequency(provider_config_key:, connection_id:, sync_name:, frequency:, sync_variant: nil, timeout: nil)
      call(UPDATE_SYNC_FREQUENCY, timeout, provider_config_key: provider_config_key, connection_id: connection_id,
           sync_name: sync_name, frequency: frequency, sync_variant: sync_variant)
    end

    # Has a sync run for a connection as often as its code says.
    #
    # The secret key needs the scope environment:syncs:update.
    #
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # connection_id:: The id of the connection, as the dashboard shows it.
    # sync_name:: The name of the sync.
    # sync_variant:: The variant of the sync; "base" without it.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives SyncFrequency.
    def reset_frequency(provider_config_key:, connection_id:, sync_name:, sync_variant: nil, timeout: nil)
      call(RESET_SYNC_FREQUENCY, timeout, provider_config_key: provider_config_key, connection_id: connection_id,
           sync_name: sync_name, sync_variant: sync_variant)
    end

    # Creates a variant of a sync for a connection.
    #
    # The secret key needs the scope environment:syncs:variant:create.
    #
    # name:: The name of the sync.
    # variant:: The name of the variant.
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # connection_id:: The id of the connection, as the dashboard shows it.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives SyncVariant.
    def create_variant(name:, variant:, provider_config_key:, connection_id:, timeout: nil)
      call(CREATE_SYNC_VARIANT, timeout, name: name, variant: variant, provider_config_key: provider_config_key,
           connection_id: connection_id)
    end

    # Deletes a variant of a sync. Its records stay readable.
    #
    # The secret key needs the scope environment:syncs:variant:delete.
    #
    # name:: The name of the sync.
    # variant:: The name of the variant.
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # connection_id:: The id of the connection, as the dashboard shows it.
    # timeout:: How many seconds this call may take; what the client says by default.
    def delete_variant(name:, variant:, provider_config_key:, connection_id:, timeout: nil)
      call(DELETE_SYNC_VARIANT, timeout, name: name, variant: variant, provider_config_key: provider_config_key,
           connection_id: connection_id)
    end
  end
end
