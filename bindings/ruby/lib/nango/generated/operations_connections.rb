# frozen_string_literal: true

# Generated from api/operations.json: do not edit.

module Nango
  # Connections of customers: list, import, change and delete them.
  class Connections < Group
    LIST_CONNECTIONS = Operation.new(
      'GET', '/connections',
      [
        [:connection_id, :query, Kinds::STRING, 'connectionId', false],
        [:search, :query, Kinds::STRING, 'search', false],
        [:integration_ids, :query, Kinds.array(Kinds::STRING), 'integrationId', false, :csv],
        [:tags, :query, Kinds.map(Kinds::STRING), 'tags', false, :brackets],
        [:end_user_id, :query, Kinds::STRING, 'endUserId', false],
        [:end_user_organization_id, :query, Kinds::STRING, 'endUserOrganizationId', false],
        [:limit, :query, Kinds::INTEGER, 'limit', false]
      ],
      at: ['connections'],
      result: Kinds.array(Kinds.model(:ListedConnection))
    )
    private_constant :LIST_CONNECTIONS

    IMPORT_CONNECTION = Operation.new(
      'POST', '/connections',
      [
        [:provider_config_key, :body, Kinds::STRING, 'provider_config_key', true],
        [:credentials, :body, Kinds::OBJECT, 'credentials', true],
        [:connection_id, :body, Kinds::STRING, 'connection_id', false],
        [:metadata, :body, Kinds::OBJECT, 'metadata', false],
        [:connection_config, :body, Kinds::OBJECT, 'connection_config', false],
        [:webhook_url_override, :body, Kinds::STRING, 'webhook_url_override', false],
        [:tags, :body, Kinds.map(Kinds::STRING), 'tags', false],
        [:end_user, :body, Kinds::OBJECT, 'end_user', false]
      ],
      result: Kinds.model(:ImportedConnection)
    )
    private_constant :IMPORT_CONNECTION

    UPDATE_CONNECTION = Operation.new(
      'PATCH', '/connections/{connectionId}',
      [
        [:connection_id, :path, Kinds::STRING, 'connectionId', true],
        [:provider_config_key, :query, Kinds::STRING, 'provider_config_key', true],
        [:tags, :body, Kinds.map(Kinds::STRING), 'tags', false],
        [:end_user, :body, Kinds::OBJECT, 'end_user', false],
        [:webhook_url_override, :body, Kinds::STRING, 'webhook_url_override', false]
      ],
      repeatable: true,
      result: nil
    )
    private_constant :UPDATE_CONNECTION

    DELETE_CONNECTION = Operation.new(
      'DELETE', '/connections/{connectionId}',
      [
        [:connection_id, :path, Kinds::STRING, 'connectionId', true],
        [:provider_config_key, :query, Kinds::STRING, 'provider_config_key', true]
      ],
      repeatable: true,
      result: nil
    )
    private_constant :DELETE_CONNECTION

    SET_METADATA = Operation.new(
      'POST', '/connections/metadata',
      [
        [:provider_config_key, :body, Kinds::STRING, 'provider_config_key', true],
        [:connection_ids, :body, Kinds.array(Kinds::STRING), 'connection_id', true],
        [:metadata, :body, Kinds::OBJECT, 'metadata', true]
      ],
      repeatable: true,
      result: nil
    )
    private_constant :SET_METADATA

    UPDATE_METADATA = Operation.new(
      'PATCH', '/connections/metadata',
      [
        [:provider_config_key, :body, Kinds::STRING, 'provider_config_key', true],
        [:connection_ids, :body, Kinds.array(Kinds::STRING), 'connection_id', true],
        [:metadata, :body, Kinds::OBJECT, 'metadata', true]
      ],
      repeatable: true,
      result: nil
    )
    private_constant :UPDATE_METADATA

    WAIT_FOR_CONNECTION = Operation.new(
      'GET', '/connections',
      [
        [:provider_config_key, :query, Kinds::STRING, 'integrationId', true],
        [:connection_id, :query, Kinds::STRING, 'connectionId', false],
        [:tags, :query, Kinds.map(Kinds::STRING), 'tags', false, :brackets],
        [:end_user_id, :query, Kinds::STRING, 'endUserId', false]
      ],
      constants: { 'limit' => 1 },
      waits_until: :not_empty,
      at: ['connections', 0],
      result: Kinds.model(:ListedConnection)
    )
    private_constant :WAIT_FOR_CONNECTION

    # Lists connections, without their credentials, the newest first.
    #
    # Pages are fetched as the items are read. Nango counts pages by offset, so a connection that is made meanwhile
    # moves the last item of a page to the next one: items of the page before are left out. One that is deleted
    # meanwhile can make another be missed.
    #
    # The secret key needs the scope environment:connections:list.
    #
    # connection_id:: Only the connections with this id.
    # search:: Only those with this text in the connection's id or in the end user's name or email address.
    # integration_ids:: Only those of these integrations.
    # tags:: Only those that have all of these tags.
    # end_user_id:: Only those of this end user. Deprecated: use the tag end_user_id.
    # end_user_organization_id:: Only those of this organization. Deprecated: use the tag organization_id.
    # limit:: How many a page has, from 1 to 2000.
    # timeout:: How many seconds the call for each page may take; what the client says by default.
    #
    # Gives Pages of ListedConnection.
    def list(connection_id: nil, search: nil, integration_ids: nil, tags: nil, end_user_id: nil,
             end_user_organization_id: nil, limit: 1000, timeout: nil)
      list_of(LIST_CONNECTIONS, timeout, connection_id: connection_id, search: search, integration_ids: integration_ids,
              tags: tags, end_user_id: end_user_id, end_user_organization_id: end_user_organization_id, limit: limit,
              page_style: :number, page_key: :id)
    end

    # Creates a connection with credentials from elsewhere, or replaces one that has the same id.
    #
    # Nango tries credentials of the types API_KEY, BASIC and TBA at the external API first, so the call can take long.
    # Nango does not take JWT, BILL, TWO_STEP, SIGNATURE, AWS_SIGV4 and MCP credentials.
    #
    # The secret key needs the scope environment:connections:create.
    #
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # credentials:: The credentials, with their type: {"type": "OAUTH2", "access_token": ..., "refresh_token": ...},
    #   {"type": "API_KEY", "apiKey": ...}, {"type": "BASIC", "username": ..., "password": ...} and so on.
    # connection_id:: The id that the connection gets. Nango makes one up without it.
    # metadata:: Metadata to store with it.
    # connection_config:: What the external API needs beside the credentials, such as a subdomain.
    # webhook_url_override:: The URL that webhooks of this connection go to.
    # tags:: Its tags. At most 10. A key begins with a letter and has at most 64 letters, digits, _ - . and /; Nango
    #   makes it lower case. A value has 1 to 255 characters.
    # end_user:: Whom it belongs to: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only the id
    #   must be there.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives ImportedConnection.
    def import(provider_config_key:, credentials:, connection_id: nil, metadata: nil, connection_config: nil,
               webhook_url_override: nil, tags: nil, end_user: nil, timeout: nil)
      call(IMPORT_CONNECTION, timeout, provider_config_key: provider_config_key, credentials: credentials,
           connection_id: connection_id, metadata: metadata, connection_config: connection_config,
           webhook_url_override: webhook_url_override, tags: tags, end_user: end_user)
    end

    # Changes the tags, the end user or the webhook URL of a connection.
    #
    # The secret key needs the scope environment:connections:update.
    #
    # connection_id:: The id of the connection, as the dashboard shows it.
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # tags:: The tags, in place of all that it has, those of its end user included. At most 10. A key begins with a
    #   letter and has at most 64 letters, digits, _ - . and /; Nango makes it lower case. A value has 1 to 255
    #   characters.
    # end_user:: Whom it belongs to: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}.
    # webhook_url_override:: The URL that webhooks of this connection go to; empty for none.
    # timeout:: How many seconds this call may take; what the client says by default.
    def update(connection_id:, provider_config_key:, tags: nil, end_user: nil, webhook_url_override: nil, timeout: nil)
      call(UPDATE_CONNECTION, timeout, connection_id: connection_id, provider_config_key: provider_config_key,
           tags: tags, end_user: end_user, webhook_url_override: webhook_url_override)
    end

    # Deletes a connection with its credentials, records and metadata.
    #
    # Nango runs the functions that are to run before a deletion first. A connection that does not exist is the error
    # kind not_found.
    #
    # The secret key needs the scope environment:connections:delete.
    #
    # connection_id:: The id of the connection, as the dashboard shows it.
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # timeout:: How many seconds this call may take; what the client says by default.
    def delete(connection_id:, provider_config_key:, timeout: nil)
      call(DELETE_CONNECTION, timeout, connection_id: connection_id, provider_config_key: provider_config_key)
    end

    # Replaces the metadata of one or several connections of an integration.
    #
    # If one of the connections does not exist, none is changed.
    #
    # The secret key needs the scope environment:connections:update.
    #
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # connection_ids:: The ids of the connections, at least one.
    # metadata:: The metadata, in place of what they have.
    # timeout:: How many seconds this call may take; what the client says by default.
    def set_metadata(provider_config_key:, connection_ids:, metadata:, timeout: nil)
      call(SET_METADATA, timeout, provider_config_key: provider_config_key, connection_ids: connection_ids,
           metadata: metadata)
    end

    # Merges metadata into that of one or several connections of an integration.
    #
    # Members at the top replace those of the same name; others stay. If one of the connections does not exist, none is
    # changed. Of two updates at once Nango can lose one.
    #
    # The secret key needs the scope environment:connections:update.
    #
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # connection_ids:: The ids of the connections, at least one.
    # metadata:: The members to set.
    # timeout:: How many seconds this call may take; what the client says by default.
    def update_metadata(provider_config_key:, connection_ids:, metadata:, timeout: nil)
      call(UPDATE_METADATA, timeout, provider_config_key: provider_config_key, connection_ids: connection_ids,
           metadata: metadata)
    end

    # Waits until an integration has a connection of an end user or with a tag, and returns the newest.
    #
    # It asks at once, after half a second, and then every second or two, until the timeout of the call has passed; then
    # the error kind is timeout. A connection that was there before ends it at once: give the connect session a tag of
    # its own, and wait for that.
    #
    # The secret key needs the scope environment:connections:list.
    #
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # connection_id:: Only the connection with this id.
    # tags:: Only a connection that has all of these tags.
    # end_user_id:: Only a connection of this end user. Deprecated: use the tag end_user_id.
    # timeout:: How many seconds the whole wait may take; what the client says for a call by default.
    #
    # Gives ListedConnection. Raises TimeoutError if what is waited for did not come in time.
    def wait_for(provider_config_key:, connection_id: nil, tags: nil, end_user_id: nil, timeout: nil)
      call(WAIT_FOR_CONNECTION, timeout, provider_config_key: provider_config_key, connection_id: connection_id,
           tags: tags, end_user_id: end_user_id)
    end
  end
end
