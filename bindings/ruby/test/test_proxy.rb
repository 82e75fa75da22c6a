# frozen_string_literal: true

require_relative 'helper'
require 'tempfile'

class TestProxy < Minitest::Test
  def teardown
    @client&.close
    @server&.close
  end

  # A server that answers, or echoes what it was sent if there is no body, and a client of it.
  def serve(status = 200, body = nil, headers = {})
    @server = AnsweringServer.new { |socket, _| AnsweringServer.answer(socket, status, body || 'ok', headers) }
    @client = @server.client
  end

  def proxy(method = :get, endpoint = '/v1/items', **options, &)
    @client.proxy('c', 'k', method, endpoint, **options, &)
  end

  def sent(**options)
    serve
    proxy(:post, **options).body
    @server.requests.pop
  end

  def test_a_response_is_read_as_a_whole
    serve(200, '{"a":"é"}', 'Content-Type' => 'application/json', 'Set-Cookie' => CANARY)
    response = proxy
    assert_equal [200, 'OK', true, { 'a' => 'é' }, '{"a":"é"}'],
                 [response.status, response.reason, response.ok?, response.json, response.text]
    assert_equal Encoding::BINARY, response.body.encoding
    assert_equal ['application/json', nil], [response.headers['content-TYPE'], response.headers['X-Other']]
    assert_operator response.elapsed, :>, 0
    assert_predicate response, :closed?
    assert_equal ['{"a"', ':"é"}'.b, ''], [response.read(4), response.read, response.read]
    refute_match(/#{CANARY}|é/o, [response.inspect, response.headers.inspect, response.to_json, response.headers.to_json].join)
    assert_raises(TypeError) { Marshal.dump(response) }
    assert_raises(TypeError) { Marshal.dump(response.headers) }
  end

  def test_a_block_closes_the_response
    serve(404, 'gone')
    given = proxy { |response| [response, response.status] }
    assert_equal 404, given.last
    assert_predicate given.first, :closed?
    error = assert_raises(Nango::InvalidArgumentError) { given.first.body }
    assert_includes error.message, 'closed'
  end

  def test_a_status_of_the_external_api_is_an_error_on_request
    serve(404, CANARY)
    response = proxy
    error = assert_raises(Nango::ExternalAPIError) { response.raise_for_status }
    assert_equal [404, response], [error.status, error.response]
    assert_equal [404, nil], Marshal.load(Marshal.dump(error)).then { |copy| [copy.status, copy.response] }
    response.close
  end

  def test_a_response_is_read_in_parts
    serve(200, 'x' * 200_000)
    sizes = []
    proxy.each_chunk { |part| sizes << part.bytesize }
    assert_equal 200_000, sizes.sum
    response = proxy
    assert_operator response.read(10).bytesize, :<=, 10
    error = assert_raises(Nango::InvalidArgumentError) { response.body }
    assert_includes error.message, 'in part'
    assert_equal '', response.read(0)
    response.read
    assert_equal '', response.read(5)
  end

  def test_lines
    serve(200, "one\r\ntwo\n\nfour", 'Content-Type' => 'text/plain; charset=iso-8859-1')
    lines = []
    proxy.each_line { |line| lines << line }
    assert_equal ['one', 'two', '', 'four'], lines
    assert_equal Encoding::ISO_8859_1, proxy.encoding
  end

  def test_text_in_other_encodings
    serve(200, "caf\xE9".b, 'Content-Type' => 'text/plain; charset="latin1"')
    assert_equal "caf\u{FFFD}", proxy.text, 'Ruby knows no latin1'
    @client.close
    serve(200, "caf\xE9".b, 'Content-Type' => 'text/plain; charset=ISO-8859-1')
    assert_equal 'café', proxy.text
    @client.close
    serve(200, "\uFEFF[\"é\"]".encode('UTF-16LE').b, 'Content-Type' => 'application/json')
    assert_equal ['é'], proxy.json
    @client.close
    serve(200, "[\"#{CANARY}\xFF\"]")
    error = assert_raises(JSON::ParserError) { proxy.json }
    refute_includes error.message, CANARY
  end

  def test_json_that_is_nested_too_deeply_is_an_error
    serve(200, '{"a":' * 1_000_000)
    assert_equal :decode, assert_raises(Nango::DecodeError) { proxy.json }.kind
    error = assert_raises(Nango::DecodeError) { @client.request(:get, '/x').json }
    assert_nil error.cause
    @client.close
    serve(200, "#{'[' * 512}#{']' * 512}")
    assert_equal 1, proxy.json.flatten(510).size
    @client.close
    serve(400, "#{'[' * 513}#{']' * 513}")
    assert_nil assert_raises(Nango::Error) { @client.request(:get, '/x') }.details
  end

  def test_query_headers_and_settings
    serve
    proxy(:get, '/v1?a=1', params: { b: ['2', 3, nil], c: true, d: nil }, headers: { 'Accept-Language' => 'en' }, retries: 2,
                           retry_on: [418], base_url_override: 'https://eu.api.example.com', idle_timeout: 5, timeout: 5).close
    head, = @server.requests.pop
    assert_includes head, 'GET /proxy/v1?a=1&b=2&b=3&c=true HTTP/1.1'
    ['accept-language: en', 'connection-id: c', 'provider-config-key: k', 'retries: 2', 'retry-on: 418',
     'base-url-override: https://eu.api.example.com'].each { |header| assert_includes head.downcase, header }
    proxy(params: 'x=1+2&y').close
    assert_includes @server.requests.pop.first, '/proxy/v1/items?x=1%202&y='
  end

  def test_bodies_in_memory
    head, body = sent(json: { a: nil })
    assert_equal '{"a":null}', body
    assert_includes head.downcase, 'application/json'
    assert_equal ['text', true], sent(data: 'text').then { |h, b| [b, h.include?('text/plain')] }
    assert_equal ["\xFF".b, true], sent(data: "\xFF".b).then { |h, b| [b, h.include?('octet-stream')] }
    assert_equal 'a=1', sent(data: 'a=1', content_type: 'application/x-www-form-urlencoded').last
    assert_equal 'null', sent(json: nil).last
  end

  def test_text_is_sent_as_it_is_with_its_encoding
    { 'UTF-8' => 'utf-8', 'US-ASCII' => 'utf-8', 'UTF8-MAC' => 'utf-8', 'ISO-8859-1' => 'iso-8859-1',
      'UTF-16LE' => 'utf-16le' }.each do |encoding, charset|
      text = (encoding == 'US-ASCII' ? 'e' : 'é').encode(encoding)
      head, body = sent(data: text)
      assert_includes head.downcase, "content-type: text/plain; charset=#{charset}\r\n"
      assert_equal text.b, body.b
      teardown
    end
    head, = sent(data: 'é'.encode('ISO-8859-1'), content_type: 'text/csv')
    assert_includes head.downcase, "content-type: text/csv\r\n"
  end

  def test_a_file_is_streamed_with_its_length
    Tempfile.create('body', binmode: true) do |file|
      file.write('x' * 300_000)
      file.seek(100_000)
      head, body = sent(data: file)
      assert_equal 200_000, body.bytesize
      assert_includes head.downcase, 'content-length: 200000'
    end
    assert_equal 'yz', sent(data: StringIO.new('xyz').tap { |io| io.read(1) }).last
  end

  def test_what_an_enumerable_gives_is_sent_in_chunks
    serve
    @server.close
    received = Queue.new
    @server = TCPServer.new('127.0.0.1', 0)
    @client = Nango::Client.new(secret_key: SECRET_KEY, base_url: "http://127.0.0.1:#{@server.addr[1]}", read_env: false)
    thread = Thread.new do
      socket = @server.accept
      text = +''
      text << socket.readpartial(1000) until text.end_with?("0\r\n\r\n")
      received << text
      AnsweringServer.answer(socket, 200, 'ok')
      socket.close
    end
    assert_equal 'ok', proxy(:post, data: ['one', '', 'two']).text
    thread.join
    assert_match(/transfer-encoding: chunked.*one.*two/mi, received.pop)
  end

  def test_what_a_body_raises_ends_the_call_and_is_raised
    serve
    error = assert_raises(IndexError) do
      proxy(:post, data: Enumerator.new do |parts|
                           (parts << 'x') && raise(IndexError, 'invented')
                         end)
    end
    assert_equal 'invented', error.message
    assert_raises(TypeError) { proxy(:post, data: [7]) }
    source = Object.new
    def source.read(_size) = 7
    assert_includes assert_raises(TypeError) { proxy(:post, data: source) }.message, 'data must give Strings, not Integer'
  end

  def test_as_much_as_there_is_is_read
    serve(200, 'content')
    assert_equal 'content', proxy.read(2**70)
    response = proxy
    response.body
    assert_equal ['content', ''], [response.read(2**70), response.read(2**70)]
  end

  def test_a_body_that_blocks_is_interrupted
    serve
    reader, writer = IO.pipe
    assert_raises(Timeout::Error) { Timeout.timeout(0.1) { proxy(:post, data: reader) } }
  ensure
    [reader, writer].each(&:close)
  end

  def test_a_body_may_use_another_client
    serve
    other = @server.client
    parts = Enumerator.new { |given| given << other.proxy('c', 'k', :get, '/inner').body }
    @client.close
    @client = other
    assert_raises(Nango::Error) { Nango::Client.open(secret_key: SECRET_KEY, base_url: 'http://127.0.0.1:9', read_env: false, max_retries: 0) { |c| c.proxy('c', 'k', :post, '/', data: parts) } }
    assert_empty @server.requests, 'nothing is read for a server that is not there'
  end

  def test_one_thread_at_a_time_reads_and_any_may_close
    @server = AnsweringServer.new { |socket, _| socket.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345") }
    @client = @server.client
    response = proxy
    response.read(5)
    errors = Queue.new
    reading = Thread.new { errors << assert_raises(Nango::Error) { response.read(5) } }
    Thread.pass until reading.status == 'sleep'
    assert_includes assert_raises(Nango::InvalidArgumentError) { response.read(5) }.message, 'already'
    response.close
    reading.join
    assert_instance_of Nango::CallCancelledError, errors.pop
    assert_predicate response, :closed?
  end

  def test_a_response_is_good_for_an_error_once_its_client_is_closed
    @server = AnsweringServer.new { |socket, _| socket.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345") }
    @client = @server.client
    response = proxy
    @client.close
    assert_raises(Nango::CallCancelledError) { response.body }
  end
end
