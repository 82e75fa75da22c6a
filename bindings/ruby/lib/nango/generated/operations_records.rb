# frozen_string_literal: true

# Generated from api/operations.json: do not edit.

module Nango
  # Records: what syncs have stored of an external API.
  class Records < Group
    LIST_RECORDS = Operation.new(
      'GET', '/records',
      [
        [:connection_id, :header, Kinds::STRING, 'Connection-Id', true],
        [:provider_config_key, :header, Kinds::STRING, 'Provider-Config-Key', true],
        [:model, :query, Kinds::STRING, 'model', true],
        [:cursor, :query, Kinds::STRING, 'cursor', false],
        [:modified_after, :query, Kinds::TIMESTAMP, 'modified_after', false],
        [:filter, :query, Kinds.array(Kinds::STRING), 'filter', false, :csv],
        [:ids, :query, Kinds.array(Kinds::STRING), 'ids', false, :repeated],
        [:variant, :query, Kinds::STRING, 'variant', false],
        [:limit, :query, Kinds::INTEGER, 'limit', false]
      ],
      at: ['records'],
      result: Kinds.array(Kinds.model(:Record))
    )
    private_constant :LIST_RECORDS

    PRUNE_RECORDS = Operation.new(
      'PATCH', '/records/prune',
      [
        [:connection_id, :header, Kinds::STRING, 'Connection-Id', true],
        [:provider_config_key, :header, Kinds::STRING, 'Provider-Config-Key', true],
        [:model, :body, Kinds::STRING, 'model', true],
        [:until_cursor, :body, Kinds::STRING, 'until_cursor', true],
        [:variant, :body, Kinds::STRING, 'variant', false],
        [:limit, :body, Kinds::INTEGER, 'limit', false]
      ],
      repeatable: true,
      result: Kinds.model(:PrunedRecords)
    )
    private_constant :PRUNE_RECORDS

    # Lists the records of a model, in the order in which they were last changed.
    #
    # Pages are fetched as the records are read. A record that is changed meanwhile comes again. Nango does not check a
    # cursor: one that is none is the error kind server with the status 500.
    #
    # The secret key needs the scope environment:records:read.
    #
    # connection_id:: The id of the connection, as the dashboard shows it.
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # model:: The name of the model.
    # cursor:: Only the records behind this one: the cursor of the last record that was read.
    # modified_after:: Only those that were changed after this time, which is within the last 12 months.
    # filter:: Only those whose last change was one of "added", "updated" and "deleted".
    # ids:: Only those with these ids, at most 100.
    # variant:: The variant of the sync; "base" without it.
    # limit:: How many a page has, from 1 to 10000. Nango can send fewer.
    # timeout:: How many seconds the call for each page may take; what the client says by default.
    #
    # Gives Pages of Record.
    def list(connection_id:, provider_config_key:, model:, cursor: nil, modified_after: nil, filter: nil, ids: nil,
             variant: nil, limit: 1000, timeout: nil)
      list_of(LIST_RECORDS, timeout, connection_id: connection_id, provider_config_key: provider_config_key,
              model: model, cursor: cursor, modified_after: modified_after, filter: filter, ids: ids, variant: variant,
              limit: limit, page_style: :cursor, page_cursor: :metadata)
    end

    # Deletes the content of records up to a cursor, and keeps their ids.
    #
    # Repeat it while has_more is true.
    #
    # The secret key needs the scope environment:records:write.
    #
    # connection_id:: The id of the connection, as the dashboard shows it.
    # provider_config_key:: The id of the integration, as the dashboard shows it.
    # model:: The name of the model.
    # until_cursor:: The cursor of the last record to prune.
    # variant:: The variant of the sync; "base" without it.
    # limit:: How many to prune at once, from 1 to 10000; 1000 without it.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives PrunedRecords.
    def prune(connection_id:, provider_config_key:, model:, until_cursor:, variant: nil, limit: nil, timeout: nil)
      call(PRUNE_RECORDS, timeout, connection_id: connection_id, provider_config_key: provider_config_key, model: model,
           until_cursor: until_cursor, variant: variant, limit: limit)
    end
  end
end
