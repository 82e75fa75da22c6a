# frozen_string_literal: true

# What operations of Nango's API give, and what webhooks have: see Model.
#
# Generated from api/operations.json and api/webhooks.json: do not edit.

module Nango
  # Something that is wrong with a connection.
  class ConnectionProblem < Model
    # What failed: "auth" for its credentials, "sync" for a sync, or another word.
    field :type, Kinds::STRING
    # The id of the operation in Nango's logs.
    field :log_id, Kinds::STRING
  end

  # The organization of an end user.
  class Organization < Model
    # The id that the product gave it.
    field :id, Kinds::STRING
    # Its name. Never printed.
    field :display_name, Kinds::STRING, hidden: true
  end

  # The customer of the product who connected a connection.
  class EndUser < Model
    # The id that the product gave them.
    field :id, Kinds::STRING
    # Their name. Never printed.
    field :display_name, Kinds::STRING, hidden: true
    # Their email address. Never printed.
    field :email, Kinds::STRING, hidden: true
    # Tags of the end user. Never printed.
    field :tags, Kinds.map(Kinds::STRING), hidden: true
    # Their organization.
    field :organization, Kinds.model(:Organization)
  end

  # A connection as a list has it: without credentials.
  class ListedConnection < Model
    # The number of the row in Nango's database.
    field :id, Kinds::INTEGER
    # The id of the connection.
    field :connection_id, Kinds::STRING
    # The id of the integration.
    field :provider_config_key, Kinds::STRING
    # The external API, as Nango names it: "github".
    field :provider, Kinds::STRING
    # What is wrong with the connection now: empty if nothing is.
    field :errors, Kinds.array(Kinds.model(:ConnectionProblem))
    # Who connected it; absent for a connection that was imported without one. Never printed.
    field :end_user, Kinds.model(:EndUser), hidden: true
    # Tags, with keys in lower case. Never printed.
    field :tags, Kinds.map(Kinds::STRING), hidden: true
    # What the product stored with the connection. Never printed.
    field :metadata, Kinds::OBJECT, hidden: true
    # When it was made.
    field :created, Kinds::TIMESTAMP
  end

  # A connection that was imported.
  class ImportedConnection < Model
    # The number of the row in Nango's database.
    field :id, Kinds::INTEGER
    # The id of the connection.
    field :connection_id, Kinds::STRING
    # The id of the integration.
    field :provider_config_key, Kinds::STRING
    # The external API, as Nango names it: "github".
    field :provider, Kinds::STRING
    # What is wrong with the connection now: empty if nothing is.
    field :errors, Kinds.array(Kinds.model(:ConnectionProblem))
    # Who connected it; absent for a connection that was imported without one. Never printed.
    field :end_user, Kinds.model(:EndUser), hidden: true
    # Tags, with keys in lower case. Never printed.
    field :tags, Kinds.map(Kinds::STRING), hidden: true
    # What the product stored with the connection. Never printed.
    field :metadata, Kinds::OBJECT, hidden: true
    # What the external API needs beside the credentials. Never printed.
    field :connection_config, Kinds::OBJECT, hidden: true
    # The URL that webhooks of this connection go to. Never printed.
    field :webhook_url_override, Kinds::STRING, hidden: true
    # When it was made.
    field :created_at, Kinds::TIMESTAMP
    # When it was last changed.
    field :updated_at, Kinds::TIMESTAMP
    # When its credentials were last asked for.
    field :last_fetched_at, Kinds::TIMESTAMP
    # The credentials that were imported; empty if the key may not read credentials. Never printed.
    field :credentials, Kinds::OBJECT, hidden: true
  end

  # An action that was queued.
  class QueuedAction < Model
    # The id to get the result with: a UUID.
    field :id, Kinds::STRING
    # The path of the result.
    field :status_url, Kinds::STRING, wire: 'statusUrl'
  end

  # A variable that was set in the dashboard.
  class EnvironmentVariable < Model
    # Its name.
    field :name, Kinds::STRING
    # Its value. Never printed.
    field :value, Kinds::STRING, hidden: true
  end

  # A connect session, which ends after 30 minutes.
  class ConnectSession < Model
    # The token for Nango's frontend SDK. Never printed.
    field :token, Kinds::STRING, hidden: true
    # The URL at which the customer connects. It holds the token. Never printed.
    field :connect_link, Kinds::STRING, hidden: true
    # When it ends.
    field :expires_at, Kinds::TIMESTAMP
  end

  # An integration.
  class Integration < Model
    # Its id: the provider config key of its connections.
    field :unique_key, Kinds::STRING
    # The external API, as Nango names it: "github".
    field :provider, Kinds::STRING
    # Its name for humans.
    field :display_name, Kinds::STRING
    # The URL of the external API's logo.
    field :logo, Kinds::STRING
    # Whether Nango forwards webhooks of the external API.
    field :forward_webhooks, Kinds::BOOLEAN
    # When it was made.
    field :created_at, Kinds::TIMESTAMP
    # When it was last changed.
    field :updated_at, Kinds::TIMESTAMP
    # The URL for webhooks of the external API, if it was asked for and the external API has webhooks.
    field :webhook_url, Kinds::STRING
    # The developer app: client_id, client_secret, scopes and webhook_secret, or app_id, app_link and private_key; only
    # if it was asked for and the key may read it. Never printed.
    field :credentials, Kinds::OBJECT, hidden: true
    # Names of the credentials' fields for humans.
    field :credentials_label, Kinds.map(Kinds::STRING)
    # The credentials that Nango sets itself.
    field :preconfigured_credentials, Kinds.array(Kinds::STRING)
    # The members of connection_config that Nango sets itself.
    field :preconfigured_connection_config, Kinds.array(Kinds::STRING)
  end

  # What Nango knows about a record.
  class RecordMetadata < Model
    # When a sync first stored it.
    field :first_seen_at, Kinds::TIMESTAMP
    # When a sync last changed it.
    field :last_modified_at, Kinds::TIMESTAMP
    # What a sync did last: "ADDED", "UPDATED" or "DELETED".
    field :last_action, Kinds::STRING
    # When the external API no longer had it.
    field :deleted_at, Kinds::TIMESTAMP
    # When its content was pruned.
    field :pruned_at, Kinds::TIMESTAMP
    # The cursor of this record: a list that starts at it has the records behind it.
    field :cursor, Kinds::STRING
  end

  # A record.
  class Record < Model
    # The id that the sync gave it: a string or a number.
    field :id, Kinds::JSON
    # What Nango knows about it.
    field :metadata, Kinds.model(:RecordMetadata), wire: '_nango_metadata', later: true
    # The whole record as sent. A pruned one has only its id and _nango_metadata. Never printed.
    field :data, Kinds::OBJECT, hidden: true, whole: true
  end

  # What was pruned.
  class PrunedRecords < Model
    # How many records.
    field :count, Kinds::INTEGER
    # Whether there is more to prune. It can be true once too often.
    field :has_more, Kinds::BOOLEAN
  end

  # What a run of a sync did with the records of a model.
  class SyncResult < Model
    # How many it added.
    field :added, Kinds::INTEGER
    # How many it changed.
    field :updated, Kinds::INTEGER
    # How many it deleted.
    field :deleted, Kinds::INTEGER
  end

  # The state of a sync of a connection.
  class Sync < Model
    # Its id: a UUID.
    field :id, Kinds::STRING
    # Its name.
    field :name, Kinds::STRING
    # Its variant: "base" unless another was made.
    field :variant, Kinds::STRING
    # The id of the connection.
    field :connection_id, Kinds::STRING
    # Its state: "RUNNING", "PAUSED", "STOPPED", "SUCCESS" or "ERROR".
    field :status, Kinds::STRING
    # Its kind of run: "INITIAL" or "INCREMENTAL".
    field :type, Kinds::STRING
    # How often it runs: "every 1h".
    field :frequency, Kinds::STRING
    # When its last run ended.
    field :finished_at, Kinds::TIMESTAMP, wire: 'finishedAt'
    # When it runs next; null if it is paused.
    field :next_scheduled_at, Kinds::TIMESTAMP, wire: 'nextScheduledSyncAt'
    # How its last run ended: "SUCCESS", "STOPPED" or another word.
    field :latest_execution_status, Kinds::STRING, wire: 'latestExecutionStatus'
    # What its last run did, by model.
    field :latest_result, Kinds.map(Kinds.model(:SyncResult)), wire: 'latestResult'
    # How many records are stored, by model.
    field :record_count, Kinds.map(Kinds::INTEGER), wire: 'recordCount'
    # The checkpoint that its code has stored. Never printed.
    field :checkpoint, Kinds::OBJECT, hidden: true
  end

  # How often a sync runs.
  class SyncFrequency < Model
    # The interval, as Nango shortens it: "2h".
    field :frequency, Kinds::STRING
  end

  # A variant of a sync.
  class SyncVariant < Model
    # The id of the sync: a UUID.
    field :id, Kinds::STRING
    # The name of the sync.
    field :name, Kinds::STRING
    # The name of the variant.
    field :variant, Kinds::STRING
  end

  # A function of an integration, or a template of one.
  class Function < Model
    # Its name.
    field :name, Kinds::STRING
    # Its type: "sync", "action" or "on-event".
    field :type, Kinds::STRING
    # What it does.
    field :description, Kinds::STRING
    # The scopes of the external API that it needs.
    field :scopes, Kinds.array(Kinds::STRING)
    # The name of the model of its input.
    field :input, Kinds::STRING
    # The names of the models that it returns.
    field :returns, Kinds.array(Kinds::STRING)
    # The models as JSON Schema.
    field :json_schema, Kinds::OBJECT
    # How often a sync runs: "every 1h".
    field :runs, Kinds::STRING
    # Whether a sync starts with a new connection.
    field :auto_start, Kinds::BOOLEAN
    # Whether a sync marks records that have gone as deleted.
    field :track_deletes, Kinds::BOOLEAN
    # The event that an on-event function runs at.
    field :event, Kinds::STRING
    # The number of the row in Nango's database; a template has none.
    field :id, Kinds::INTEGER
    # Whether it may run.
    field :enabled, Kinds::BOOLEAN
    # When it was last deployed.
    field :last_deployed, Kinds::TIMESTAMP
    # Where its code comes from: "repo", "catalog" or another word.
    field :source, Kinds::STRING
  end

  # The code of a function.
  class FunctionCode < Model
    # Its type: "sync", "action" or "on-event".
    field :type, Kinds::STRING
    # The code, in TypeScript. Never printed.
    field :code, Kinds::STRING, hidden: true
  end

  # A function that was compiled.
  class CompiledFunction < Model
    # The JavaScript. Never printed.
    field :bundled_js, Kinds::STRING, hidden: true
    # Its size.
    field :bundle_size_bytes, Kinds::INTEGER
    # When it was compiled.
    field :compiled_at, Kinds::TIMESTAMP
  end

  # A dry run or a deployment that has begun.
  class QueuedFunctionRun < Model
    # The id to get its state with: a UUID.
    field :id, Kinds::STRING
    # Its state: "waiting" or "running".
    field :status, Kinds::STRING
    # When it was made.
    field :created_at, Kinds::TIMESTAMP
  end

  # A dry run of a function.
  class FunctionDryRun < Model
    # Its id: a UUID.
    field :id, Kinds::STRING
    # Its state: "waiting", "running", "success" or "failed".
    field :status, Kinds::STRING
    # The id of the integration.
    field :integration_id, Kinds::STRING
    # Its type: "action" or "sync".
    field :function_type, Kinds::STRING
    # When it was made.
    field :created_at, Kinds::TIMESTAMP
    # When it last changed.
    field :updated_at, Kinds::TIMESTAMP
    # When it started.
    field :started_at, Kinds::TIMESTAMP
    # When it ended.
    field :completed_at, Kinds::TIMESTAMP
    # How many milliseconds it took.
    field :duration_ms, Kinds::INTEGER
    # What the code printed. Never printed.
    field :output, Kinds::STRING, hidden: true
    # What the code returned. Never printed.
    field :result, Kinds::JSON, hidden: true
    # Why it failed: code, message and payload. Never printed.
    field :error, Kinds::OBJECT, hidden: true
  end

  # A function that a deployment has deployed.
  class DeployedFunction < Model
    # Its name.
    field :name, Kinds::STRING
    # Its version.
    field :version, Kinds::STRING
  end

  # A deployment of a function.
  class FunctionDeployment < Model
    # Its id: a UUID.
    field :id, Kinds::STRING
    # Its state: "waiting", "running", "success" or "failed".
    field :status, Kinds::STRING
    # The id of the integration.
    field :integration_id, Kinds::STRING
    # The name of the function.
    field :function_name, Kinds::STRING
    # Its type: "action" or "sync".
    field :function_type, Kinds::STRING
    # Whether the function is deployed.
    field :deployed, Kinds::BOOLEAN
    # What was deployed.
    field :deployed_functions, Kinds.array(Kinds.model(:DeployedFunction))
    # What the compiler printed. Never printed.
    field :output, Kinds::STRING, hidden: true
    # Why it failed. Never printed.
    field :error, Kinds::OBJECT, hidden: true
  end

  # An external API that Nango knows. What else Nango's template of it says is among the unknown fields.
  class Provider < Model
    # Its name: "github".
    field :name, Kinds::STRING
    # Its name for humans.
    field :display_name, Kinds::STRING
    # How it authenticates: "OAUTH2", "API_KEY" and so on.
    field :auth_mode, Kinds::STRING
    # What it is for.
    field :categories, Kinds.array(Kinds::STRING)
    # The URL of Nango's documentation of it.
    field :docs, Kinds::STRING
    # The URL of its logo.
    field :logo_url, Kinds::STRING
  end

  # The key that Nango signs webhooks with.
  class WebhookSigningKey < Model
    # The key. Never printed.
    field :webhook_signing_key, Kinds::STRING, hidden: true
  end

  # The customer of the product who connected a connection, as a webhook has them.
  class WebhookEndUser < Model
    # The id that the product gave them.
    field :id, Kinds::STRING, wire: 'endUserId'
    # Their email address. Never printed.
    field :email, Kinds::STRING, wire: 'endUserEmail', hidden: true
    # The id of their organization.
    field :organization_id, Kinds::STRING, wire: 'organizationId'
    # Tags of the end user. Never printed.
    field :tags, Kinds.map(Kinds::STRING), hidden: true
  end

  # What failed, as a webhook has it.
  class WebhookProblem < Model
    # The kind of failure, as Nango names it: "refresh_token_external_error".
    field :type, Kinds::STRING
    # What happened, for people. It may repeat what the external API said. Never printed.
    field :description, Kinds::STRING, hidden: true
    # Details, which may hold what the external API answered. Never printed.
    field :payload, Kinds::JSON, hidden: true
    # More details of a failed sync. Never printed.
    field :additional_properties, Kinds::JSON, hidden: true
  end

  # A connection was created, was authorized again, or could not be refreshed.
  class AuthWebhook < Model
    # The type of the webhook: "auth".
    field :type, Kinds::STRING
    # Who sent it: "nango".
    field :sender, Kinds::STRING, wire: 'from'
    # What was done: "creation", "override" if the connection existed, "refresh", or another word.
    field :operation, Kinds::STRING
    # Whether it succeeded. Nango reports a refresh only if it failed.
    field :success, Kinds::BOOLEAN
    # Why it failed.
    field :error, Kinds.model(:WebhookProblem)
    # The id of the connection.
    field :connection_id, Kinds::STRING, wire: 'connectionId'
    # The id of the integration.
    field :provider_config_key, Kinds::STRING, wire: 'providerConfigKey'
    # The external API, as Nango names it: "github".
    field :provider, Kinds::STRING
    # The auth mode of the integration: "OAUTH2".
    field :auth_mode, Kinds::STRING, wire: 'authMode'
    # The name of the environment: "dev".
    field :environment, Kinds::STRING
    # Tags of the connection, with keys in lower case, such as the end_user_id of its connect session. Never printed.
    field :tags, Kinds.map(Kinds::STRING), hidden: true
    # Who connected it. Never printed.
    field :end_user, Kinds.model(:WebhookEndUser), wire: 'endUser', hidden: true
  end

  # How many records a run of a sync changed.
  class SyncResults < Model
    # How many are new.
    field :added, Kinds::INTEGER
    # How many were changed.
    field :updated, Kinds::INTEGER
    # How many were deleted.
    field :deleted, Kinds::INTEGER
  end

  # A run of a sync ended.
  class SyncWebhook < Model
    # The type of the webhook: "sync".
    field :type, Kinds::STRING
    # Who sent it: "nango".
    field :sender, Kinds::STRING, wire: 'from'
    # Whether the run succeeded.
    field :success, Kinds::BOOLEAN
    # Why it failed.
    field :error, Kinds.model(:WebhookProblem)
    # The id of the connection.
    field :connection_id, Kinds::STRING, wire: 'connectionId'
    # The id of the integration.
    field :provider_config_key, Kinds::STRING, wire: 'providerConfigKey'
    # The name of the sync.
    field :sync_name, Kinds::STRING, wire: 'syncName'
    # The variant of the sync: "base" unless others were created.
    field :sync_variant, Kinds::STRING, wire: 'syncVariant'
    # The model of the records.
    field :model, Kinds::STRING
    # The kind of run: "INITIAL", "INCREMENTAL", "WEBHOOK" or another word. Nango deprecated it.
    field :sync_type, Kinds::STRING, wire: 'syncType'
    # When the run began: list the records that were modified after it.
    field :modified_after, Kinds::TIMESTAMP, wire: 'modifiedAfter'
    # How many records the run changed.
    field :response_results, Kinds.model(:SyncResults), wire: 'responseResults'
    # The checkpoints from which and to which the run went, in its members from and to. Never printed.
    field :checkpoints, Kinds::OBJECT, hidden: true
    # When a run that failed began.
    field :started_at, Kinds::TIMESTAMP, wire: 'startedAt'
    # When it failed.
    field :failed_at, Kinds::TIMESTAMP, wire: 'failedAt'
  end

  # A webhook of an external API that Nango forwards.
  class ForwardWebhook < Model
    # The type of the webhook: "forward".
    field :type, Kinds::STRING
    # The external API, as Nango names it: "github".
    field :sender, Kinds::STRING, wire: 'from'
    # The id of the connection that it is about.
    field :connection_id, Kinds::STRING, wire: 'connectionId'
    # The id of the integration.
    field :provider_config_key, Kinds::STRING, wire: 'providerConfigKey'
    # What the external API sent. Never printed.
    field :payload, Kinds::JSON, hidden: true
  end

  # An asynchronous action ended, well or not: its result says which.
  class AsyncActionWebhook < Model
    # The type of the webhook: "async_action".
    field :type, Kinds::STRING
    # Who sent it: "nango".
    field :sender, Kinds::STRING, wire: 'from'
    # The id of the connection.
    field :connection_id, Kinds::STRING, wire: 'connectionId'
    # The id of the integration.
    field :provider_config_key, Kinds::STRING, wire: 'providerConfigKey'
    # The action, with the id to get its result with.
    field :action, Kinds.model(:QueuedAction), wire: 'payload'
  end
end
