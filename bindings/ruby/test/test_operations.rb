# frozen_string_literal: true

require_relative 'helper'

class TestOperations < Minitest::Test
  include WithEmulator

  ISSUES = { connection_id: 'customer-oauth2', provider_config_key: 'github', model: 'Issue' }.freeze

  def add_issues(count)
    @emulator.add(records: [{ **ISSUES, records: Array.new(count) { |index| { id: index.to_s, title: "issue #{index}" } } }])
  end

  def test_items_of_all_pages
    all = @client.connections.list.map(&:connection_id)
    assert_operator all.size, :>, 5
    assert_equal all, @client.connections.list(limit: 2).map(&:connection_id)
    assert_equal all.first(3), @client.connections.list(limit: 2).lazy.map(&:connection_id).first(3)
    assert_equal [2, 2], @client.connections.list(limit: 2).each_page.first(2).map(&:size)
    assert_equal all, @client.connections.list(limit: 2).each.with_index.map { |connection, _| connection.connection_id }
  end

  def test_each_begins_anew
    pages = @client.connections.list(limit: 2)
    assert_equal pages.to_a, pages.to_a
  end

  def test_the_cursor_is_that_of_the_record_before
    add_issues(5)
    records = @client.records.list(**ISSUES, limit: 2)
    assert_nil records.cursor
    cursors = records.map { |record| [record.id, records.cursor] }
    assert_equal(%w[0 1 2 3 4], cursors.map(&:first).sort)
    again = @client.records.list(**ISSUES, cursor: cursors[2].last)
    assert_equal cursors[2].last, again.cursor
    assert_equal cursors.last(2).map(&:first), again.map(&:id)
    assert_nil @client.connections.list.tap(&:first).cursor
  end

  def test_a_page_that_failed_is_asked_for_again
    statuses = [200, 400, 200]
    bodies = [JSON.generate(connections: [listed(1)]), '{}', '{"connections":[]}']
    server = AnsweringServer.new { |socket, _| AnsweringServer.answer(socket, statuses.shift, bodies.shift) }
    client = server.client
    pages = client.connections.list(limit: 1)
    assert_equal 1, pages.next_page.size
    assert_raises(Nango::Error) { pages.next_page }
    assert_equal [[], nil], [pages.next_page, pages.next_page]
    assert_equal 3, server.requests.size
  ensure
    client.close
    server.close
  end

  def listed(id)
    { id: id, connection_id: 'c', provider_config_key: 'k', provider: 'p', errors: [], tags: {}, created: '2024-01-01T00:00:00Z' }
  end

  def test_records_have_the_whole_and_their_metadata
    add_issues(1)
    record = @client.records.list(**ISSUES).first
    assert_equal ['0', 'issue 0', {}], [record.id, record.data['title'], record.unknown_fields]
    assert_equal %w[ADDED], [record.metadata.last_action]
    assert_instance_of Time, record.metadata.first_seen_at
    assert_same record.metadata, record.metadata
    refute_includes record.inspect, 'issue 0'
    assert_equal %w[id metadata], record.as_json.keys
  end

  def test_actions
    @emulator.add(actions: [{ provider_config_key: 'github', name: 'echo', echo: true, pending_polls: 1 }])
    ids = { connection_id: 'customer-oauth2', provider_config_key: 'github', action_name: 'echo' }
    assert_equal({ 'a' => [1, nil] }, @client.actions.trigger(**ids, input: { a: [1, nil] }))
    queued = @client.actions.trigger_async(**ids, input: 'done')
    assert_equal 'done', @client.actions.wait_for_result(id: queued.id, timeout: 10)
  end

  def test_a_wait_ends_with_its_time
    error = assert_raises(Nango::TimeoutError) do
      @client.connections.wait_for(provider_config_key: 'github', tags: { no: 'body' }, timeout: 0.1)
    end
    assert_equal :timeout, error.kind
  end

  def test_a_change_of_metadata_and_a_deletion
    ids = { connection_id: 'customer-oauth2', provider_config_key: 'github' }
    assert_nil @client.connections.set_metadata(provider_config_key: 'github', connection_ids: ['customer-oauth2'],
                                                metadata: { plan: 'pro' })
    assert_equal 'pro', @client.get_connection('customer-oauth2', 'github').metadata['plan']
    @client.connections.delete(**ids)
    assert_raises(Nango::NotFoundError) { @client.get_connection('customer-oauth2', 'github') }
  end

  def test_models_match_patterns_and_hide_what_is_private
    integration = @client.integrations.get(unique_key: 'github')
    case integration
    in Nango::Integration(unique_key: 'github', provider:)
      assert_equal 'github', provider
    end
    session = @client.connect_sessions.create(tags: { order: '7' })
    refute_includes session.inspect, session.token
    refute_includes session.to_json, session.token
    assert_raises(TypeError) { Marshal.dump(session) }
    assert_equal session.token, session.to_h[:token]
    assert_equal integration, @client.integrations.get(unique_key: 'github')
  end

  # All that is found in an object by way of instance variables, as serializers write it that look at nothing else.
  def found_in(value)
    case value
    when Hash then value.map { |key, item| found_in(key) + found_in(item) }.join
    when Array, Struct then value.map { |item| found_in(item) }.join
    when String then value
    else value.instance_variables.map { |name| found_in(value.instance_variable_get(name)) }.join
    end
  end

  def test_instance_variables_have_nothing_that_is_hidden
    member = { newer: { secret: CANARY } }
    issue = { id: '1', title: CANARY, _nango_metadata: { cursor: 'of 1', **member } }
    bodies = [
      { data: { token: CANARY, connect_link: CANARY, expires_at: '2024-01-01T00:00:00Z', **member } },
      { connections: [{ **listed(1), metadata: { secret: CANARY }, tags: { tag: CANARY }, end_user: { id: CANARY }, **member }] },
      { records: [issue], next_cursor: nil }, { records: CANARY }, { connections: [] }
    ].map { |body| JSON.generate(body) }
    server = AnsweringServer.new { |socket, _| AnsweringServer.answer(socket, 200, bodies.shift) }
    client = server.client
    session = client.connect_sessions.create(tags: { order: '7' })
    connections = client.connections.list
    connection = connections.next_page.first
    records = client.records.list(**ISSUES)
    record = records.next_page.first
    broken = client.records.list(**ISSUES)
    assert_raises(Nango::DecodeError) { broken.next_page }
    [session, connection, connections, record, record.metadata, records, broken].each do |value|
      refute_includes found_in(value), CANARY, value.class.name
    end
    assert_equal [CANARY, { 'newer' => { 'secret' => CANARY } }], [session.token, session.unknown_fields]
    assert_equal [{ 'secret' => CANARY }, CANARY], [connection.metadata, connection.end_user.id]
    assert_equal [CANARY, 'of 1'], [record.data['title'], records.cursor]
    assert_equal CANARY, session.deconstruct_keys(nil)[:token]
  ensure
    client.close
    server.close
  end

  def test_raw_requests
    response = @client.request(:get, '/connections/{connectionId}', path_params: { connectionId: 'customer-oauth2' },
                                                                    params: { provider_config_key: :github })
    assert_equal [200, 'customer-oauth2'], [response.status, response.json['connection_id']]
    assert_includes response.headers['Content-Type'], 'json'
    refute_includes response.inspect, 'customer'
    error = assert_raises(Nango::Error) { @client.request(:post, '/nothing/here', json: {}) }
    assert_equal 404, error.http_status
  end

  def test_what_nango_adds_and_what_it_breaks
    bodies = ['{"data":{"unique_key":"g","provider":"p","display_name":"d","logo":"l","created_at":"2024-01-01T00:00:00Z",' \
              '"updated_at":"2024-01-01T00:00:00Z","newer":{"a":1}}}', '{"data":{"unique_key":7}}', '{"data":[]}']
    server = AnsweringServer.new { |socket, _| AnsweringServer.answer(socket, 200, bodies.shift) }
    client = server.client
    assert_equal({ 'newer' => { 'a' => 1 } }, client.integrations.get(unique_key: 'g').unknown_fields)
    error = assert_raises(Nango::DecodeError) { client.integrations.get(unique_key: 'g') }
    assert_includes error.message, 'data/unique_key is not a string'
    assert_nil error.cause
    assert_includes assert_raises(Nango::DecodeError) {
                      client.integrations.get(unique_key: 'g')
                    }.message, 'data is not an object'
  ensure
    client.close
    server.close
  end
end
