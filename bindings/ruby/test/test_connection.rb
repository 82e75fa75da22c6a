# frozen_string_literal: true

require_relative 'helper'
require 'yaml'

class TestConnection < Minitest::Test
  include WithEmulator

  def test_a_connection_has_its_ids_and_token
    connection = @client.get_connection('customer-oauth2', 'github')
    assert_equal ['customer-oauth2', 'github', :oauth2],
                 [connection.connection_id, connection.provider_config_key, connection.auth_mode]
    assert_instance_of Nango::OAuth2Credentials, connection.credentials
    assert_equal connection.token, connection.credentials.access_token
    assert_equal "Bearer #{connection.token}", connection.authorization
    assert_operator connection.expires_in, :>, 0
    refute_predicate connection, :expired?
  end

  def test_every_auth_mode_of_the_emulator_has_its_class
    classes = @client.connections.list.to_h do |listed|
      connection = begin
        @client.get_connection(listed.connection_id, listed.provider_config_key, timeout: 1)
      rescue Nango::Error
        next [listed.connection_id, nil]
      end
      assert_instance_of Nango::Credentials::CLASSES.fetch(connection.auth_mode), connection.credentials
      [connection.auth_mode, connection.credentials]
    end
    assert_operator classes.keys.grep(Symbol).size, :>=, 10
    assert_equal Nango::AuthMode::ALL.sort, Nango::Credentials::CLASSES.keys.sort
  end

  def test_an_unknown_connection_is_not_found
    error = assert_raises(Nango::NotFoundError) { @client.get_connection('nobody', 'github') }
    assert_equal [:not_found, 1, false], [error.kind, error.attempts, error.retryable?]
  end

  def test_options_of_a_call
    assert_nil @client.get_connection('customer-oauth2', 'github').credentials.refresh_token
    refute_nil @client.get_connection('customer-oauth2', 'github', refresh_token: true).credentials.refresh_token
    assert_raises(Nango::TimeoutError) { @client.get_connection('customer-oauth2', 'github', timeout: 0) }
  end

  def test_the_cache_spares_requests_until_it_is_told_to_forget
    client = @emulator.client(cache_ttl: 60)
    get = -> { client.get_connection('customer-oauth2', 'github') }
    2.times { get.call }
    assert_equal 1, @emulator.requests.size
    client.invalidate('customer-oauth2', 'github')
    get.call
    client.clear_cache
    get.call
    client.get_connection('customer-oauth2', 'github', max_age: 0)
    assert_equal 4, @emulator.requests.size
  ensure
    client.close
  end
end

# Documents without a server.
class TestDocuments < Minitest::Test
  def setup
    @connection = Nango::Connection.from_json(connection_json)
  end

  def test_documents_and_times_are_parsed
    assert_equal({ 'secret' => CANARY }, @connection.metadata)
    assert_equal [CANARY, []], [@connection.end_user['id'], @connection.errors]
    assert_equal Time.utc(2024, 2, 29, 23, 59, 59.5r), @connection.created_at
    assert_equal Time.utc(2024, 2, 29, 23), @connection.updated_at
    assert_nil @connection.last_fetched_at
    assert_equal 'github', @connection.data['provider']
    assert_equal [CANARY, %({"secret":"#{CANARY}"})],
                 [@connection.get_string('/metadata/secret'), @connection.get_json('/metadata')]
  end

  def test_times_of_all_servers
    times = {
      '2024-01-02T03:04:05Z' => Time.utc(2024, 1, 2, 3, 4, 5), '2024-01-02 03:04:05.5+00' => Time.utc(2024, 1, 2, 3, 4, 5.5r),
      '2024-01-02T03:04:05-0130' => Time.utc(2024, 1, 2, 4, 34, 5), '2016-12-31T23:59:60Z' => Time.utc(2017),
      '2024-02-28T23:59:59.999Z' => Time.utc(2024, 2, 28, 23, 59, 59.999r), '2000-03-01T00:00:00.000Z' => Time.utc(2000, 3, 1),
      '1969-12-31T23:59:59.000Z' => Time.utc(1969, 12, 31, 23, 59, 59), '2023-02-29T00:00:00.000Z' => nil,
      '2024-02-29T00:00:00.001+00:00' => Time.utc(2024, 2, 29, 0, 0, 0.001r), '2024-02-29T00:00:00.00Z+00:0' => nil,
      '2024-02-30T00:00:00Z' => nil, '2024-01-02T03:04:05' => nil, '2024-13-01T00:00:00Z' => nil, 'x' => nil
    }
    times.each do |text, time|
      document = JSON.generate(connection_id: 'c', provider_config_key: 'k', created_at: text)
      connection = Nango::Connection.from_json(document)
      assert_equal [time, time&.utc?], [connection.created_at, connection.created_at&.utc?], text
    end
  end

  def test_pattern_matching
    case @connection
    in { auth_mode: :oauth2, token:, credentials: Nango::OAuth2Credentials(access_token:) }
      assert_equal [CANARY, CANARY], [token, access_token]
    end
  end

  def test_nothing_that_prints_or_serializes_shows_a_secret
    credentials = @connection.credentials
    shown = [@connection, credentials].flat_map do |value|
      [value.inspect, value.to_s, value.to_json, JSON.generate([value]), value.as_json.to_s, value.pretty_inspect,
       value.instance_variables.map { |name| value.instance_variable_get(name).inspect }.to_s]
    end
    shown.each { |text| refute_includes text, CANARY }
    assert_includes @connection.inspect, 'connection_id="c"'
    assert_includes credentials.inspect, 'access_token=[redacted]'
  end

  def test_nothing_dumps_a_connection
    [@connection, @connection.credentials].each do |value|
      assert_raises(TypeError) { Marshal.dump(value) }
      assert_raises(TypeError) { YAML.dump(value) }
    end
  end

  def test_a_connection_is_equal_to_one_of_the_same_document
    assert_equal @connection, Nango::Connection.from_json(connection_json)
    refute_equal @connection, Nango::Connection.from_json(connection_json({ type: 'NONE' }))
    assert_equal @connection.credentials, Nango::Connection.from_json(connection_json).credentials
  end

  def test_what_makes_no_authorization_says_so
    unknown = Nango::Connection.from_json(connection_json({ type: 'NEWER', token: CANARY }))
    assert_equal [:unknown, 'NEWER', CANARY], [unknown.auth_mode, unknown.auth_mode_name, unknown.credentials['token']]
    error = assert_raises(Nango::InvalidArgumentError) { unknown.authorization }
    assert_includes error.message, 'Client#proxy'
    refute_includes error.message, CANARY
  end

  def test_a_document_that_is_none_is_an_error
    error = assert_raises(Nango::DecodeError) { Nango::Connection.from_json('[]') }
    assert_equal :decode, error.kind
  end

  def test_a_connection_has_no_constructor_but_from_json
    assert_raises(TypeError, NoMethodError) { Nango::Connection.new }
    assert_raises(TypeError, NoMethodError) { Nango::Connection.allocate }
  end
end
