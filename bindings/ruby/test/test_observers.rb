# frozen_string_literal: true

require_relative 'helper'

class TestObservers < Minitest::Test
  include WithEmulator

  def logged(level: Logger::DEBUG, **settings)
    output = StringIO.new
    client = @emulator.client(logger: Logger.new(output, level: level), **settings)
    client.get_connection('customer-oauth2', 'github')
    output.string
  ensure
    client.close
  end

  def test_the_logger_gets_the_log_from_its_level_on
    assert_includes logged, 'customer-oauth2'
    refute_includes logged(level: Logger::INFO), 'customer-oauth2'
    assert_includes logged(level: Logger::INFO), 'INFO'
    assert_empty logged(level: Logger::FATAL)
    assert_empty logged(level: Logger::DEBUG, log_level: :error)
    assert_operator logged(log_level: :trace).lines.size, :>, logged.lines.size
  end

  def test_no_secret_is_logged
    token = @client.get_connection('customer-oauth2', 'github').token
    text = logged(log_level: :trace)
    refute_includes text, token
    refute_includes text, @emulator.secret_key
  end

  def test_a_formatter_finds_the_facts
    facts = []
    logger = Logger.new(StringIO.new)
    logger.formatter = ->(_, _, name, message) { (facts << [name, message.attributes]) && '' }
    client = @emulator.client(logger: logger)
    client.get_connection('customer-oauth2', 'github')
    assert_equal %w[nango get_connection], [facts.last.first, facts.last.last['operation']]
    assert_includes facts.map { |_, attributes| attributes['status'] }, 200
  ensure
    client.close
  end

  def test_on_call_gets_how_calls_ended
    summaries = []
    client = @emulator.client(on_call: summaries.method(:push))
    client.get_connection('customer-oauth2', 'github')
    assert_raises(Nango::NotFoundError) { client.get_connection('nobody', 'github') }
    client.connections.list.first
    client.proxy('nobody', 'github', :get, '/x').close rescue nil # rubocop:disable Style/RescueModifier
    first, second, third, fourth = summaries
    assert_equal ['get_connection', 'GET', 200, nil, 1],
                 [first.operation, first.http_method, first.status, first.error, first.attempts]
    assert_equal [404, :not_found], [second.status, second.error]
    assert_equal %w[request proxy], [third.operation, fourth.operation]
    assert_operator first.duration, :>=, 0
    assert_predicate first, :frozen?
    refute_includes summaries.inspect, 'customer-oauth2'
  ensure
    client.close
  end

  def test_what_they_raise_does_not_affect_the_call
    [IndexError, NotImplementedError].each do |raised|
      client = @emulator.client(on_call: ->(_) { raise raised, 'invented' })
      _, told = capture_io { assert_equal 'github', client.get_connection('customer-oauth2', 'github').provider_config_key }
      assert_includes told, raised.name
    ensure
      client.close
    end
  end

  # A logger whose level is a name, as SemanticLogger's.
  NamingLogger = Struct.new(:level, :severities) do
    def add(severity, _message, _name)
      severities << severity
    end
  end

  def test_the_level_of_a_logger_may_be_a_name
    severities = %i[debug info fatal].map do |level|
      logger = NamingLogger.new(level, [])
      client = @emulator.client(logger: logger)
      client.get_connection('customer-oauth2', 'github')
      client.close
      logger.severities.min
    end
    assert_equal [Logger::DEBUG, Logger::INFO, nil], severities
  end

  def test_the_end_of_an_interrupted_call_is_told
    server = AnsweringServer.new
    summaries = Queue.new
    client = server.client(on_call: summaries.method(:push))
    assert_raises(Timeout::Error) { Timeout.timeout(0.1) { client.get_connection('c', 'k') } }
    assert_equal :cancelled, summaries.pop.error
  ensure
    client.close
    server.close
  end
end
