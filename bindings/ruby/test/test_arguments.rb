# frozen_string_literal: true

require_relative 'helper'

# What a program passes wrongly is named, and never repeated.
class TestArguments < Minitest::Test
  def refused(kind = Nango::InvalidArgumentError, naming:, &block)
    error = assert_raises(kind, &block)
    assert_includes error.message, naming
    refute_includes error.message, CANARY
    assert_nil error.cause
    error
  end

  def client(**settings)
    Nango::Client.new(secret_key: SECRET_KEY, base_url: 'http://127.0.0.1:9', read_env: false, **settings)
  end

  def test_settings
    refused(TypeError, naming: 'base_url') { client(base_url: 7) }
    refused(naming: 'secret_key') { Nango::Client.new(read_env: false) }
    refused(naming: 'timeout') { client(timeout: -1) }
    refused(naming: 'timeout') { client(timeout: Float::NAN) }
    refused(TypeError, naming: 'timeout') { client(timeout: '30') }
    refused(TypeError, naming: 'read_env') { Nango::Client.new(read_env: 1) }
    refused(naming: 'route') { client(route: :other) }
    refused(naming: 'max_retries') { client(max_retries: -1) }
    refused(TypeError, naming: 'headers') { client(headers: 'x') }
    refused(naming: 'header value') { client(headers: { 'X-A' => "#{CANARY}\0" }) }
    refused(TypeError, naming: 'client_certificate') { client(client_certificate: CANARY) }
    refused(TypeError, naming: 'logger') { client(logger: $stderr.fileno) }
    refused(TypeError, naming: 'log_level') { client(logger: Logger.new(nil), log_level: 1) }
    refused(TypeError, naming: 'log_level') { client(log_level: :loud) }
    refused(TypeError, naming: 'on_call') { client(on_call: :print) }
    assert_raises(ArgumentError) { client(unknown: 1) }
  end

  def test_ids_and_texts
    made = client
    refused(TypeError, naming: 'connection_id') { made.get_connection(nil, 'k') }
    refused(naming: 'connection_id') { made.get_connection("#{CANARY}\0", 'k') }
    refused(naming: 'provider_config_key') { made.get_connection('c', "#{CANARY}\xFF") }
    refused(naming: 'provider_config_key') { made.get_connection('c', '') }
    refused(TypeError, naming: 'connection_id') { made.invalidate(7, 'k') }
    refused(TypeError, naming: 'force_refresh') { made.get_connection('c', 'k', force_refresh: 'false') }
  ensure
    made.close
  end

  def test_text_in_other_encodings_is_sent_as_utf8
    server = AnsweringServer.new { |socket, _| AnsweringServer.answer(socket, 200, connection_json) }
    made = server.client
    made.get_connection('é'.encode('ISO-8859-1'), 'é'.encode('UTF-16LE'))
    made.get_connection((+'é').force_encoding('BINARY'), 'é')
    2.times { assert_includes server.requests.pop.first, 'connection/%C3%A9?provider_config_key=%C3%A9' }
  ensure
    made.close
    server.close
  end

  def test_arguments_of_operations
    made = client
    refused(TypeError, naming: 'limit') { made.connections.list(limit: '7') }
    refused(TypeError, naming: 'tags') { made.connections.list(tags: CANARY) }
    refused(TypeError, naming: 'a value of tags') { made.connections.list(tags: { a: 7 }) }
    refused(naming: 'integration_ids is empty') { made.connections.list(integration_ids: []) }
    refused(naming: 'tags is empty') { made.connections.wait_for(provider_config_key: 'github', tags: {}) }
    refused(naming: 'comma') { made.connections.list(integration_ids: ["#{CANARY},"]) }
    refused(TypeError, naming: 'modified_after') do
      made.records.list(connection_id: 'c', provider_config_key: 'k', model: 'M', modified_after: '2024')
    end
    refused(naming: 'JSON cannot hold') do
      made.actions.trigger(connection_id: 'c', provider_config_key: 'k', action_name: 'a', input: [CANARY, Float::NAN])
    end
    assert_raises(ArgumentError) { made.connections.delete(connection_id: 'c') }
  ensure
    made.close
  end

  def test_texts_that_cannot_be_sent_are_named
    made = client
    ["#{CANARY}\0", "#{CANARY}\xFF"].each do |text|
      refused(naming: 'unique_key') { made.integrations.get(unique_key: text) }
      refused(naming: 'search') { made.connections.list(search: text) }
      refused(naming: 'an item of integration_ids') { made.connections.list(integration_ids: [text]) }
      refused(naming: 'a key of tags') { made.connections.list(tags: { text => 'a' }) }
      refused(naming: 'a value of tags') { made.connections.list(tags: { a: text }) }
      refused(naming: 'value in params') { made.request(:get, '/', params: { a: text }) }
      refused(naming: 'name in path_params') { made.request(:get, '/', path_params: { text => 1 }) }
    end
    [Float::NAN, "#{CANARY}\xFF"].each do |value|
      refused(naming: 'metadata has') do
        made.connections.set_metadata(provider_config_key: 'k', connection_ids: ['c'], metadata: { a: [value] })
      end
    end
  ensure
    made.close
  end

  def test_lists_of_text_in_other_encodings
    server = AnsweringServer.new { |socket, _| AnsweringServer.answer(socket, 200, '{"connections":[]}') }
    made = server.client
    made.connections.list(integration_ids: %w[é a].map { |text| text.encode('UTF-16LE') }).to_a
    assert_includes server.requests.pop.first, '=%C3%A9%2Ca'
  ensure
    made.close
    server.close
  end

  def test_arguments_that_are_nested_too_deeply
    made = client
    recursive = [CANARY].tap { |array| array << array }
    deep = 1_000_000.times.inject(CANARY) { |inner, _| { 'a' => inner } }
    [recursive, deep].each do |value|
      refused(naming: 'json') { made.proxy('c', 'k', :post, '/', json: value) }
      refused(naming: 'json') { made.request(:post, '/', json: value) }
      refused(naming: 'within each other') do
        made.actions.trigger(connection_id: 'c', provider_config_key: 'k', action_name: 'a', input: value)
      end
    end
  ensure
    made.close
  end

  def test_arguments_of_the_proxy
    made = client
    refused(naming: 'data and json') { made.proxy('c', 'k', :post, '/', data: CANARY, json: 1) }
    refused(naming: 'content_type') { made.proxy('c', 'k', :post, '/', content_type: 'text/plain') }
    refused(TypeError, naming: 'data') { made.proxy('c', 'k', :post, '/', data: { a: CANARY }) }
    refused(TypeError, naming: 'data') { made.proxy('c', 'k', :post, '/', data: 7) }
    refused(TypeError, naming: 'params') { made.proxy('c', 'k', :get, '/', params: { a: Object.new }) }
    refused(TypeError, naming: 'params') { made.proxy('c', 'k', :get, '/', params: 7) }
    refused(naming: 'params') { made.proxy('c', 'k', :get, '/', params: "a=%zz#{CANARY}") }
    refused(TypeError, naming: 'decompress') { made.proxy('c', 'k', :get, '/', decompress: nil) }
    refused(naming: 'retries') { made.proxy('c', 'k', :get, '/', retries: -1) }
    refused(TypeError, naming: 'retry_on must be an Array') { made.proxy('c', 'k', :get, '/', retry_on: 503) }
    refused(TypeError, naming: 'an item of retry_on') { made.proxy('c', 'k', :get, '/', retry_on: [CANARY]) }
  ensure
    made.close
  end

  def test_arguments_of_raw_requests
    made = client
    refused(TypeError, naming: 'path_params') { made.request(:get, '/{id}', path_params: 5) }
    refused(TypeError, naming: 'path_params') { made.request(:get, '/{id}', path_params: [5]) }
    refused(TypeError, naming: 'value in path_params') { made.request(:get, '/{id}', path_params: { id: Object.new }) }
    refused(naming: 'path_params') { made.request(:get, '/{id}', path_params: "id=%zz#{CANARY}") }
    refused(TypeError, naming: 'value in params') { made.request(:get, '/', params: { a: Object.new }) }
  ensure
    made.close
  end

  def test_false_is_no_number_of_seconds
    made = client
    refused(TypeError, naming: 'timeout') { made.get_connection('c', 'k', timeout: false) }
    refused(TypeError, naming: 'max_age') { made.get_connection('c', 'k', max_age: false) }
    refused(TypeError, naming: 'timeout') { made.proxy('c', 'k', :get, '/', timeout: false) }
    refused(TypeError, naming: 'timeout') { made.connections.list(timeout: false) }
  ensure
    made.close
  end

  def test_pairs_of_headers_stay_as_they_are
    server = AnsweringServer.new { |socket, _| AnsweringServer.answer(socket, 200, 'ok') }
    made = server.client
    pairs = [[:'x-a', 'b'].freeze, [:'x-b', 'c']].freeze
    assert_equal 'ok', made.proxy('c', 'k', :get, '/', headers: pairs).text
    head = server.requests.pop.first.downcase
    ['x-a: b', 'x-b: c'].each { |header| assert_includes head, header }
    assert_equal [[:'x-a', 'b'], [:'x-b', 'c']], pairs
  ensure
    made.close
    server.close
  end

  def test_a_client_that_is_closed
    made = client
    2.times { made.close }
    assert_predicate made, :closed?
    [-> { made.get_connection('c', 'k') }, -> { made.connections.list.first }, -> { made.request(:get, '/') },
     -> { made.proxy('c', 'k', :get, '/') }].each { |call| assert_raises(Nango::ClientClosedError, &call) }
    assert_nil made.invalidate('c', 'k')
    assert_nil made.clear_cache
  end

  def test_a_client_is_not_copied_or_printed_with_its_key
    made = client(headers: { 'X-A' => CANARY })
    assert_raises(TypeError) { Marshal.dump(made) }
    refused(TypeError, naming: 'share it') { made.dup }
    refused(TypeError, naming: 'share it') { made.clone }
    [made.inspect, made.to_s, made.to_json, made.as_json.to_s, made.pretty_inspect, made.instance_variables.to_s].each do |text|
      refute_match(/#{CANARY}|#{SECRET_KEY}/o, text)
    end
    assert_equal '#<Nango::Client open>', made.inspect
  ensure
    made.close
  end

  def test_the_environment
    values = { 'NANGO_SECRET_KEY' => SECRET_KEY, 'NANGO_BASE_URL' => 'http://127.0.0.1:9' }
    before = values.keys.to_h { |name| [name, ENV.fetch(name, nil)] }
    ENV.update(values)
    error = Nango::Client.open(max_retries: 0) { |made| assert_raises(Nango::ConnectionError) { made.get_connection('c', 'k') } }
    assert_equal :connect, error.kind
  ensure
    ENV.update(before)
  end

  def test_arguments_of_webhooks
    refused(TypeError, naming: 'signing_key is nil') { Nango::Webhooks.signed?(CANARY, {}, nil) }
    refused(naming: 'signing_key is empty') { Nango::Webhooks.signed?(CANARY, {}, '') }
    refused(TypeError, naming: 'body') { Nango::Webhooks.signed?({ a: CANARY }, {}, 'invented') }
    refused(TypeError, naming: 'headers') { Nango::Webhooks.signed?(CANARY, 7, 'invented') }
  end

  def test_every_operation_is_a_method
    operations = Nango.constants.map do |name|
                   Nango.const_get(name)
                 end.select { |group| group.is_a?(Class) && group < Nango::Group }
    assert_equal 45, operations.sum { |group| group.instance_methods(false).size }
  end
end
