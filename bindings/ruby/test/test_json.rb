# frozen_string_literal: true

require_relative 'helper'
require 'openssl'

# JSON that the library reads and Ruby's own parser does not.
class TestJSON < Minitest::Test
  KEY = 'invented-signing-key'
  MARK = "\uFEFF"
  AUTH = JSON.generate(type: 'auth', from: 'nango', connectionId: 'c', tags: { order: CANARY }).freeze

  def answered(body)
    server = AnsweringServer.new { |socket, _| AnsweringServer.answer(socket, 200, body) }
    client = server.client
    yield client
  ensure
    client&.close
    server&.close
  end

  def webhook(body)
    Nango::Webhooks.parse(body, { 'X-Nango-Hmac-Sha256' => OpenSSL::HMAC.hexdigest('SHA256', KEY, body) }, KEY)
  end

  # Lets Ruby's parser refuse everything meanwhile.
  def refused_by_ruby
    of_json = JSON.singleton_class
    of_json.send(:alias_method, :true_parse, :parse)
    of_json.send(:define_method, :parse) { |text, *, **| raise JSON::ParserError, "unexpected token at '#{text}'" }
    yield
  ensure
    of_json.send(:remove_method, :parse)
    of_json.send(:alias_method, :parse, :true_parse)
    of_json.send(:remove_method, :true_parse)
  end

  def test_a_byte_order_mark_is_skipped
    answered("#{MARK}[{\"name\":\"A\",\"value\":\"é\"}]") do |client|
      assert_equal ['é'], client.environment.list_variables.map(&:value)
      assert_equal 'é', client.request(:get, '/x').json[0]['value']
    end
    answered("#{MARK} {\"records\":[{\"id\":\"1\",\"_nango_metadata\":{}}]}") do |client|
      assert_equal %w[1], client.records.list(connection_id: 'c', provider_config_key: 'k', model: 'Issue').map(&:id)
    end
    connection = JSON.generate(id: 7, connection_id: 'c', provider_config_key: 'k', credentials: {}, metadata: { a: 1 })
    answered(MARK + connection) do |client|
      connection = client.get_connection('c', 'k')
      assert_equal [7, { 'a' => 1 }], [connection.data['id'], connection.metadata]
    end
    [MARK + AUTH, (MARK + AUTH).b].each { |body| assert_equal 'c', webhook(body).connection_id }
    assert_equal({ 'a' => 1 }, Nango::APIError.new('x', body: "#{MARK}{\"a\":1}").details)
  end

  def test_what_only_ruby_refuses_is_an_error_of_the_library
    body = JSON.generate([{ name: 'A', value: CANARY }])
    error = answered(body) do |client|
      refused_by_ruby { assert_raises(Nango::DecodeError) { client.environment.list_variables.to_a } }
    end
    assert_equal [200, body], [error.http_status, error.body]
    of_webhook = refused_by_ruby { assert_raises(Nango::DecodeError) { webhook(AUTH) } }
    [error, of_webhook].each do |told|
      assert_nil told.cause
      refute_includes told.full_message + told.inspect + Marshal.dump(told), CANARY
    end
  end
end
