# frozen_string_literal: true

require_relative 'helper'
require 'yaml'

class TestErrors < Minitest::Test
  def setup
    findings = [{ path: ['credentials', 0, 'type'], message: CANARY, code: 'invalid_type' }, { path: [CANARY * 9] }]
    body = JSON.generate(error: { code: 'invalid_body', message: CANARY, errors: findings })
    @server = AnsweringServer.new { |socket, _| AnsweringServer.answer(socket, 400, body, 'X-Request-Id' => 'r-1') }
    @client = @server.client
    @error = assert_raises(Nango::APIError) { @client.get_connection('c', 'k') }
  end

  def teardown
    @client.close
    @server.close
  end

  def test_an_error_has_what_nango_said
    assert_equal [:api, 400, 'invalid_body', CANARY, 1, false, nil, 'r-1'],
                 [@error.kind, @error.http_status, @error.code, @error.server_message, @error.attempts, @error.retryable?,
                  @error.retry_after, @error.request_id]
    assert_equal 'invalid_body', @error.details['error']['code']
    finding = @error.findings.first
    assert_equal ['credentials.0.type', CANARY, 'invalid_type'], [finding.path, finding.message, finding.code]
  end

  def test_printing_and_dumping_leave_out_what_nango_said
    dumped = Marshal.load(Marshal.dump(@error))
    assert_equal [@error.message, :api, 400, @error.backtrace],
                 [dumped.message, dumped.kind, dumped.http_status, dumped.backtrace]
    assert_nil dumped.body
    [@error.message, @error.inspect, @error.full_message, Marshal.dump(@error), YAML.dump(@error), @error.findings.inspect,
     @error.findings.first.to_json, JSON.generate(@error.findings), @error.to_json].each do |text|
      refute_includes text, CANARY
    end
  end

  def test_the_classes_by_their_kinds
    assert_operator Nango::TimeoutError, :<, Nango::ConnectionError
    assert_operator Nango::ClientClosedError, :<, Nango::InvalidArgumentError
    assert_operator Nango::Error, :<, StandardError
    newer = Nango::Error.send(:from_library, 77, 'm', 0, nil, nil, nil, -1, 0, false, nil)
    assert_equal [Nango::Error, :unknown_77, nil], [newer.class, newer.kind, newer.http_status]
  end
end
