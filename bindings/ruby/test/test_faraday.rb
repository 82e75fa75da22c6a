# frozen_string_literal: true

require_relative 'helper'
require 'nango/faraday'

class TestFaraday < Minitest::Test
  def setup
    @answer = [200, '{"a":1}', { 'Content-Type' => 'application/json; charset=utf-8' }]
    @server = AnsweringServer.new { |socket, _| AnsweringServer.answer(socket, *@answer) }
    @client = @server.client(max_retries: 0)
  end

  def teardown
    @client.close
    @server.close
  end

  def connection(**settings)
    Faraday.new('https://api.example.com/v1') do |made|
      made.adapter :nango, client: @client, connection_id: 'c', provider_config_key: 'k', **settings
    end
  end

  def test_a_request_goes_through_nango
    response = connection.get('items?a=1', { b: '2 3' }, 'Accept-Language' => 'en')
    assert_equal [200, '{"a":1}', 'OK', Encoding::UTF_8],
                 [response.status, response.body, response.reason_phrase, response.body.encoding]
    assert_equal 'application/json; charset=utf-8', response.headers['content-type']
    head, = @server.requests.pop
    assert_match(%r{\AGET /proxy/v1/items\?a=1&b=2(\+|%20)3 HTTP}, head)
    ['connection-id: c', 'provider-config-key: k', 'accept-language: en'].each { |header| assert_includes head.downcase, header }
    refute_includes head, 'api.example.com'
  end

  def test_bodies_and_methods
    connection.post('items', '{"x":1}', 'Content-Type' => 'application/json')
    head, body = @server.requests.pop
    assert_equal ['{"x":1}', true], [body, head.start_with?('POST /proxy/v1/items ')]
    assert_includes head.downcase, 'application/json'
    connection.delete('items/7')
    assert_equal '', @server.requests.pop.last
    connection.put('items/7', StringIO.new('stream'))
    assert_equal 'stream', @server.requests.pop.last
  end

  def test_a_status_is_no_error_of_the_adapter
    @answer[0] = 404
    assert_equal 404, connection.get('items').status
    raising = Faraday.new do |made|
      made.use Faraday::Response::RaiseError
      made.adapter :nango, client: @client, connection_id: 'c', provider_config_key: 'k'
    end
    assert_raises(Faraday::ResourceNotFound) { raising.get('/items') }
  end

  def test_a_body_is_streamed
    @answer[1] = 'x' * 200_000
    sizes = []
    connection.get('items') { |request| request.options.on_data = ->(part, size) { sizes << [part.bytesize, size] } }
    assert_equal [200_000, 200_000], [sizes.sum(&:first), sizes.last.last]
  end

  def test_credentials_of_the_request
    header = { 'X-Api-Key' => CANARY }
    error = assert_raises(Nango::InvalidArgumentError) { connection.get('items', nil, header) }
    assert_includes error.message, 'X-Api-Key'
    refute_includes error.message, CANARY
    connection(authorization: :drop).get('items', nil, header)
    refute_includes @server.requests.pop.first, CANARY
    connection(authorization: :send).get('items', nil, header)
    assert_includes @server.requests.pop.first, CANARY
    error = assert_raises(Nango::InvalidArgumentError) { connection(authorization: CANARY).get('items') }
    refute_includes error.message, CANARY
  end

  def test_hosts
    connection(hosts_from_url: ['API.example.com']).get('items')
    assert_includes @server.requests.pop.first, 'https://api.example.com'
    assert_raises(Nango::InvalidArgumentError) { connection(hosts_from_url: ['other.example.com']).get('items') }
  end

  def test_failures_are_those_of_faraday
    silent = AnsweringServer.new
    @client.close
    @client = silent.client
    assert_raises(Faraday::TimeoutError) { connection.get('items') { |request| request.options.timeout = 0.1 } }
    @client.close
    @client = Nango::Client.new(secret_key: SECRET_KEY, base_url: 'http://127.0.0.1:9', read_env: false, max_retries: 0)
    error = assert_raises(Faraday::ConnectionFailed) { connection.get('items') }
    assert_instance_of Nango::ConnectionError, error.wrapped_exception
    @client.close
    assert_raises(Nango::ClientClosedError) { connection.get('items') }
  ensure
    silent.close
  end

  def test_settings
    assert_raises(TypeError) { Nango::FaradayAdapter.new(nil, connection_id: 'c', provider_config_key: 'k') }
    assert_raises(TypeError) { Nango::FaradayAdapter.new(nil, client: @client, provider_config_key: 'k') }
    assert_equal '#<Nango::FaradayAdapter "c", "k">',
                 Nango::FaradayAdapter.new(nil, client: @client, connection_id: 'c', provider_config_key: 'k').inspect
  end

  def test_the_headers_are_those_of_the_documentation
    documented = File.read(File.expand_path('../../../docs/proxy.md',
                                            __dir__)).scan(/`([A-Za-z0-9._-]+)`/).flatten.map(&:downcase)
    assert_empty Nango.module_eval('CREDENTIAL_HEADERS', __FILE__, __LINE__) - documented
  end
end
