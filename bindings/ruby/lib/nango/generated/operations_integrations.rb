# frozen_string_literal: true

# Generated from api/operations.json: do not edit.

module Nango
  # Integrations: what the environment has set up for an external API each.
  class Integrations < Group
    LIST_INTEGRATIONS = Operation.new(
      'GET', '/integrations',
      [],
      at: ['data'],
      result: Kinds.array(Kinds.model(:Integration))
    )
    private_constant :LIST_INTEGRATIONS

    GET_INTEGRATION = Operation.new(
      'GET', '/integrations/{uniqueKey}',
      [
        [:unique_key, :path, Kinds::STRING, 'uniqueKey', true],
        [:include, :query, Kinds.array(Kinds::STRING), 'include', false, :repeated]
      ],
      at: ['data'],
      result: Kinds.model(:Integration)
    )
    private_constant :GET_INTEGRATION

    CREATE_INTEGRATION = Operation.new(
      'POST', '/integrations',
      [
        [:provider, :body, Kinds::STRING, 'provider', true],
        [:unique_key, :body, Kinds::STRING, 'unique_key', true],
        [:display_name, :body, Kinds::STRING, 'display_name', false],
        [:credentials, :body, Kinds::OBJECT, 'credentials', false],
        [:forward_webhooks, :body, Kinds::BOOLEAN, 'forward_webhooks', false],
        [:integration_config, :body, Kinds.map(Kinds::STRING), 'integration_config', false],
        [:custom, :body, Kinds.map(Kinds::STRING), 'custom', false]
      ],
      at: ['data'],
      result: Kinds.model(:Integration)
    )
    private_constant :CREATE_INTEGRATION

    CREATE_QUICKSTART_INTEGRATION = Operation.new(
      'POST', '/integrations/quickstart',
      [
        [:provider, :body, Kinds::STRING, 'provider', true],
        [:unique_key, :body, Kinds::STRING, 'unique_key', true],
        [:display_name, :body, Kinds::STRING, 'display_name', false],
        [:forward_webhooks, :body, Kinds::BOOLEAN, 'forward_webhooks', false]
      ],
      at: ['data'],
      result: Kinds.model(:Integration)
    )
    private_constant :CREATE_QUICKSTART_INTEGRATION

    UPDATE_INTEGRATION = Operation.new(
      'PATCH', '/integrations/{uniqueKey}',
      [
        [:unique_key, :path, Kinds::STRING, 'uniqueKey', true],
        [:new_unique_key, :body, Kinds::STRING, 'unique_key', false],
        [:display_name, :body, Kinds::STRING, 'display_name', false],
        [:credentials, :body, Kinds::OBJECT, 'credentials', false],
        [:forward_webhooks, :body, Kinds::BOOLEAN, 'forward_webhooks', false],
        [:integration_config, :body, Kinds.map(Kinds::STRING), 'integration_config', false],
        [:custom, :body, Kinds.map(Kinds::STRING), 'custom', false]
      ],
      at: ['data'],
      result: Kinds.model(:Integration)
    )
    private_constant :UPDATE_INTEGRATION

    DELETE_INTEGRATION = Operation.new(
      'DELETE', '/integrations/{uniqueKey}',
      [
        [:unique_key, :path, Kinds::STRING, 'uniqueKey', true]
      ],
      repeatable: true,
      result: nil
    )
    private_constant :DELETE_INTEGRATION

    # Returns all integrations of the environment, without credentials.
    #
    # The secret key needs the scope environment:integrations:list.
    #
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives an Array of Integration.
    def list(timeout: nil)
      call(LIST_INTEGRATIONS, timeout)
    end

    # Returns an integration.
    #
    # Credentials need the scope environment:integrations:read_credentials; without it Nango leaves them out.
    #
    # The secret key needs the scope environment:integrations:read.
    #
    # unique_key:: The id of the integration.
    # include:: What else to return: "webhook" for its webhook URL, "credentials" for its developer app.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives Integration.
    def get(unique_key:, include: nil, timeout: nil)
      call(GET_INTEGRATION, timeout, unique_key: unique_key, include: include)
    end

    # Creates an integration.
    #
    # The secret key needs the scope environment:integrations:create.
    #
    # provider:: The external API, as Nango names it: "github".
    # unique_key:: The id that it gets.
    # display_name:: Its name for humans.
    # credentials:: The developer app, with its type: {"type": "OAUTH2", "client_id": ..., "client_secret": ...,
    #   "scopes": "a,b"}, also for OAUTH1 and TBA; {"type": "APP", "app_id": ..., "app_link": ..., "private_key": ...};
    #   CUSTOM has the members of both.
    # forward_webhooks:: Whether Nango forwards webhooks of the external API.
    # integration_config:: What the external API needs besides. A value has at most 8192 characters.
    # custom:: Values for functions of the integration.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives Integration.
    def create(provider:, unique_key:, display_name: nil, credentials: nil, forward_webhooks: nil,
               integration_config: nil, custom: nil, timeout: nil)
      call(CREATE_INTEGRATION, timeout, provider: provider, unique_key: unique_key, display_name: display_name,
           credentials: credentials, forward_webhooks: forward_webhooks, integration_config: integration_config,
           custom: custom)
    end

    # Creates an integration that uses Nango's own developer app.
    #
    # The secret key needs the scope environment:integrations:create.
    #
    # provider:: The external API, as Nango names it: "github".
    # unique_key:: The id that it gets.
    # display_name:: Its name for humans.
    # forward_webhooks:: Whether Nango forwards webhooks of the external API.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives Integration.
    def create_quickstart(provider:, unique_key:, display_name: nil, forward_webhooks: nil, timeout: nil)
      call(CREATE_QUICKSTART_INTEGRATION, timeout, provider: provider, unique_key: unique_key,
           display_name: display_name, forward_webhooks: forward_webhooks)
    end

    # Changes an integration.
    #
    # The secret key needs the scope environment:integrations:update.
    #
    # unique_key:: The id of the integration.
    # new_unique_key:: A new id. Nango refuses it while the integration has connections.
    # display_name:: Its name for humans.
    # credentials:: The developer app, with its type: {"type": "OAUTH2", "client_id": ..., "client_secret": ...,
    #   "scopes": "a,b"}, also for OAUTH1 and TBA; {"type": "APP", "app_id": ..., "app_link": ..., "private_key": ...};
    #   CUSTOM has the members of both.
    # forward_webhooks:: Whether Nango forwards webhooks of the external API.
    # integration_config:: What the external API needs besides. A value has at most 8192 characters.
    # custom:: Values for functions of the integration.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives Integration.
    def update(unique_key:, new_unique_key: nil, display_name: nil, credentials: nil, forward_webhooks: nil,
               integration_config: nil, custom: nil, timeout: nil)
      call(UPDATE_INTEGRATION, timeout, unique_key: unique_key, new_unique_key: new_unique_key,
           display_name: display_name, credentials: credentials, forward_webhooks: forward_webhooks,
           integration_config: integration_config, custom: custom)
    end

    # Deletes an integration and all of its connections.
    #
    # The secret key needs the scope environment:integrations:delete.
    #
    # unique_key:: The id of the integration.
    # timeout:: How many seconds this call may take; what the client says by default.
    def delete(unique_key:, timeout: nil)
      call(DELETE_INTEGRATION, timeout, unique_key: unique_key)
    end
  end
end
