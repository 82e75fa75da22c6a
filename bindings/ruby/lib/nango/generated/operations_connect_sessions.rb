# frozen_string_literal: true

# Generated from api/operations.json: do not edit.

module Nango
  # Connect sessions: with one, a customer of the product connects an account in the browser.
  class ConnectSessions < Group
    CREATE_CONNECT_SESSION = Operation.new(
      'POST', '/connect/sessions',
      [
        [:tags, :body, Kinds.map(Kinds::STRING), 'tags', false],
        [:allowed_integrations, :body, Kinds.array(Kinds::STRING), 'allowed_integrations', false],
        [:integrations_config_defaults, :body, Kinds::OBJECT, 'integrations_config_defaults', false],
        [:overrides, :body, Kinds::OBJECT, 'overrides', false],
        [:webhook_url_override, :body, Kinds::STRING, 'webhook_url_override', false],
        [:end_user, :body, Kinds::OBJECT, 'end_user', false],
        [:organization, :body, Kinds::OBJECT, 'organization', false]
      ],
      repeatable: true,
      at: ['data'],
      result: Kinds.model(:ConnectSession)
    )
    private_constant :CREATE_CONNECT_SESSION

    CREATE_RECONNECT_SESSION = Operation.new(
      'POST', '/connect/sessions/reconnect',
      [
        [:connection_id, :body, Kinds::STRING, 'connection_id', true],
        [:integration_id, :body, Kinds::STRING, 'integration_id', true],
        [:tags, :body, Kinds.map(Kinds::STRING), 'tags', false],
        [:integrations_config_defaults, :body, Kinds::OBJECT, 'integrations_config_defaults', false],
        [:overrides, :body, Kinds::OBJECT, 'overrides', false],
        [:webhook_url_override, :body, Kinds::STRING, 'webhook_url_override', false],
        [:end_user, :body, Kinds::OBJECT, 'end_user', false],
        [:organization, :body, Kinds::OBJECT, 'organization', false]
      ],
      repeatable: true,
      at: ['data'],
      result: Kinds.model(:ConnectSession)
    )
    private_constant :CREATE_RECONNECT_SESSION

    # Creates a connect session, with which a customer connects an account.
    #
    # Give tags, or an end user. Connections that are made with the session get the tags: they tell whose a connection
    # is, and Connections#wait_for finds it by them. Sending it twice leaves one session unused.
    #
    # The secret key needs the scope environment:connect_sessions:write.
    #
    # tags:: Tags for the connection that is made. At most 10. A key begins with a letter and has at most 64 letters,
    #   digits, _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
    # allowed_integrations:: The ids of the integrations that are offered; all without it.
    # integrations_config_defaults:: By integration: {"user_scopes": ..., "authorization_params": {...},
    #   "connection_config": {...}}.
    # overrides:: By integration: {"docs_connect": URL}. Only some plans allow it.
    # webhook_url_override:: The URL that webhooks of the connection go to.
    # end_user:: Whom it is for: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only the id
    #   must be there. Deprecated: use tags.
    # organization:: The organization of the end user: {"id": ..., "display_name": ...}. Deprecated: use tags.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives ConnectSession.
    def create(tags: nil, allowed_integrations: nil, integrations_config_defaults: nil, overrides: nil,
               webhook_url_override: nil, end_user: nil, organization: nil, timeout: nil)
      call(CREATE_CONNECT_SESSION, timeout, tags: tags, allowed_integrations: allowed_integrations,
           integrations_config_defaults: integrations_config_defaults, overrides: overrides,
           webhook_url_override: webhook_url_override, end_user: end_user, organization: organization)
    end

    # Creates a connect session for a connection that exists, with which the customer authorizes it again.
    #
    # The secret key needs the scope environment:connect_sessions:write.
    #
    # connection_id:: The id of the connection, as the dashboard shows it.
    # integration_id:: The id of the integration.
    # tags:: Tags for the connection that is made. At most 10. A key begins with a letter and has at most 64 letters,
    #   digits, _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
    # integrations_config_defaults:: By integration: {"user_scopes": ..., "authorization_params": {...},
    #   "connection_config": {...}}.
    # overrides:: By integration: {"docs_connect": URL}. Only some plans allow it.
    # webhook_url_override:: The URL that webhooks of the connection go to.
    # end_user:: Whom it is for: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only the id
    #   must be there. Deprecated: use tags.
    # organization:: The organization of the end user: {"id": ..., "display_name": ...}. Deprecated: use tags.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives ConnectSession.
    def reconnect(connection_id:, integration_id:, tags: nil, integrations_config_defaults: nil, overrides: nil,
                  webhook_url_override: nil, end_user: nil, organization: nil, timeout: nil)
      call(CREATE_RECONNECT_SESSION, timeout, connection_id: connection_id, integration_id: integration_id, tags: tags,
           integrations_config_defaults: integrations_config_defaults, overrides: overrides,
           webhook_url_override: webhook_url_override, end_user: end_user, organization: organization)
    end
  end
end
