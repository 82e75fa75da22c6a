# frozen_string_literal: true

require_relative 'helper'

# Handles of the library: freed once, not too early, and all of them.
class TestMemory < Minitest::Test
  def setup
    @server = AnsweringServer.new(records: false) { |socket, _| AnsweringServer.answer(socket, 200, connection_json) }
    @client = @server.client
  end

  def teardown
    @client.close
    @server.close
  end

  # Kilobytes that this process has in memory.
  def resident
    GC.start
    File.read('/proc/self/status')[/^VmRSS:\s+(\d+)/, 1].to_i
  end

  def descriptors
    Dir.children('/proc/self/fd').size
  end

  # Runs a block so often, in parts, and says by how many kilobytes the process has grown, going by the part with the least: a
  # leak is in each of them. What the collector has not looked at yet is no leak: it is called often.
  PARTS = 6

  def growth(times, &block)
    run = ->(count) { count.times { |index| block.call(index) && (index % 250).zero? && GC.start } }
    run.call(times / 5)
    parts = Array.new(PARTS) do
      before = resident
      run.call(times / PARTS)
      resident - before
    end
    PARTS * parts.min
  end

  # A leaked connection would take more than 1 KB, a response or a client more.
  def test_ten_thousand_calls_leave_no_memory_behind
    assert_operator growth(10_000) { @client.get_connection('c', 'k').token }, :<, 6000
    assert_operator growth(3000) { @client.request(:get, '/x').json }, :<, 3000
    assert_operator growth(3000) { @client.proxy('c', 'k', :get, '/x').body }, :<, 3000
    assert_operator growth(3000) { @client.proxy('c', 'k', :get, '/x').close }, :<, 3000
  end

  def test_ten_thousand_handles_leave_no_memory_behind
    assert_operator growth(10_000) { Nango::Connection.from_json(connection_json).metadata }, :<, 6000
    assert_operator growth(10_000) { Nango::Native::Request.new('GET', '/x').add_query('a', 'b' * 1000) }, :<, 6000
    assert_operator growth(300) { @server.client.close }, :<, 3000
    assert_operator growth(300) { @server.client }, :<, 5000
  end

  def test_errors_and_interrupts_leave_no_memory_and_no_descriptor_behind
    silent = AnsweringServer.new(records: false)
    client = silent.client
    failing = lambda do |_|
      assert_raises(Nango::TimeoutError) { client.get_connection('c', 'k', timeout: 0.001) }
      assert_raises(Nango::InvalidArgumentError) { client.get_connection('', 'k') }
    end
    interrupted = ->(_) { assert_raises(Timeout::Error) { Timeout.timeout(0.001) { client.get_connection('c', 'k') } } }
    before = descriptors
    assert_operator growth(500, &failing), :<, 4000
    assert_operator growth(300, &interrupted), :<, 4000
    GC.start
    assert_operator descriptors, :<, before + (2 * 600)
  ensure
    client.close
    silent.close
  end

  # Then the library has an error too, of 300 bytes and more: 9,500 KB in all.
  def test_what_a_body_raises_leaves_no_memory_behind
    raising = Enumerator.new { raise IndexError, 'invented' }
    failing = ->(_) { assert_raises(IndexError) { @client.proxy('c', 'k', :post, '/x', data: raising) } }
    assert_operator growth(30_000, &failing), :<, 6000
  end

  # In a process of its own, whose collector has little to look at.
  UNDER_STRESS = <<~'RUBY'
    client = Nango::Client.new(secret_key: 'invented', base_url: ARGV[0], read_env: false)
    GC.stress = true
    connection = client.get_connection('c', 'k')
    told = [connection.token, connection.auth_mode, connection.data['provider'], connection.created_at.year]
    told << client.request(:get, '/x', params: { a: 1 }, headers: { 'X-A' => 'b' }).json['provider']
    told << client.proxy('c', 'k', :post, '/x', data: %w[a b]).json['provider']
    begin
      client.get_connection('', 'k')
    rescue Nango::InvalidArgumentError => e
      told << e.kind
    end
    GC.stress = false
    puts told
  RUBY

  def test_calls_work_while_the_collector_runs_at_each_allocation
    @server.close
    @server = AnsweringServer.new do |socket, head|
      socket.gets("0\r\n\r\n") if head.start_with?('POST') # its body, in chunks
      AnsweringServer.answer(socket, 200, connection_json)
    end
    command = [RbConfig.ruby, *$LOAD_PATH.flat_map { |path| ['-I', path] }, '-rnango', '-e', UNDER_STRESS, @server.base_url]
    told = IO.popen(command, err: %i[child out], &:read)
    assert_equal [CANARY, 'oauth2', 'github', '2024', 'github', 'github', 'invalid_argument'], told.lines(chomp: true)
  end

  def test_objects_may_be_moved
    connection = @client.get_connection('c', 'k')
    response = @client.proxy('c', 'k', :get, '/x')
    GC.verify_compaction_references(double_heap: true, toward: :empty)
    assert_equal CANARY, connection.token
    assert_equal 'github', response.json['provider']
    assert_equal CANARY, @client.get_connection('c', 'k').token
  end

  def test_arguments_may_change_while_a_call_runs
    held = Queue.new
    server = AnsweringServer.new { |socket, _| held.pop && AnsweringServer.answer(socket, 200, connection_json) }
    client = server.client
    id = +'c' * 100
    thread = Thread.new { client.get_connection(id, 'k') }
    head, = server.requests.pop
    id.replace('x' * 1000)
    GC.start
    held << true
    assert_equal 'c', thread.value.connection_id
    assert_includes head, "connection/#{'c' * 100}?"
  ensure
    client.close
    server.close
  end

  def test_connections_outlive_their_client
    connection = @client.get_connection('c', 'k')
    @client.close
    @client = @server.client
    GC.start
    assert_equal CANARY, connection.credentials.access_token
  end

  # In a method of its own, so that nothing on the stack leads to the client.
  def response_of_a_forgotten_client(server)
    server.client.proxy('c', 'k', :get, '/x')
  end

  def test_a_response_outlives_a_forgotten_client
    server = AnsweringServer.new(records: false) { |socket, _| AnsweringServer.answer(socket, 200, 'x' * 10_000_000) }
    responses = Array.new(5) { response_of_a_forgotten_client(server) }
    GC.start
    assert_equal [10_000_000] * 5, responses.map { |response| response.body.bytesize }
  ensure
    server.close
  end

  def call_of_a_forgotten_client
    @server.client.get_connection('c', 'k').token
  end

  def test_a_forgotten_client_closes_its_connections
    before = descriptors
    50.times { call_of_a_forgotten_client }
    GC.start
    # Each had a connection, of which the server has the other end in this process.
    deadline = now + PATIENCE
    Thread.pass until descriptors < before + 30 || now > deadline
    assert_operator descriptors, :<, before + 30
  end

  def test_clients_are_closed_while_calls_run
    20.times do
      client = @server.client
      threads = Array.new(8) do
        Thread.new do
          loop { client.get_connection('c', 'k') }
        rescue Nango::CallCancelledError, Nango::ClientClosedError
          :ended
        end
      end
      Thread.pass until threads.all? { |thread| thread.status == 'sleep' }
      client.close
      assert_equal [:ended] * 8, threads.map(&:value)
    end
  end

  def test_the_collector_counts_the_memory_of_a_connection
    require 'objspace'
    large = Nango::Connection.from_json(JSON.generate(connection_id: 'c', provider_config_key: 'k',
                                                      metadata: { a: 'x' * 100_000 }))
    assert_operator ObjectSpace.memsize_of(large), :>, 100_000
  end
end
