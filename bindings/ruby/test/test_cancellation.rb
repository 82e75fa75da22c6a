# frozen_string_literal: true

require_relative 'helper'

# What ends a blocking call in Ruby ends one of these, within milliseconds.
class TestCancellation < Minitest::Test
  # How many seconds late a call may end: less than the 100 ms after which the library asks by itself would show little.
  LATE = 2
  # Calls may take far longer than that.
  LONG = 60

  def setup
    @server = AnsweringServer.new
    @client = @server.client(timeout: LONG)
  end

  def teardown
    @client.close
    @server.close
  end

  # The calls that wait, each as a block.
  def waiting_calls
    {
      get_connection: -> { @client.get_connection('c', 'k') },
      list: -> { @client.connections.list.first },
      post: -> { @client.actions.trigger(connection_id: 'c', provider_config_key: 'k', action_name: 'a') },
      request: -> { @client.request(:get, '/x') },
      proxy: -> { @client.proxy('c', 'k', :get, '/x') }
    }
  end

  # Runs a call on a thread, and yields the thread once the server has its request. Gives what the call raised.
  def interrupted(call)
    raised = nil
    thread = Thread.new do
      call.call
    rescue Exception => e # rubocop:disable Lint/RescueException -- whatever it is
      raised = e
    end
    @server.requests.pop
    begun = now
    yield thread
    assert thread.join(PATIENCE), 'the call did not end'
    assert_operator now - begun, :<, LATE
    raised
  end

  def test_thread_raise_ends_every_kind_of_call
    waiting_calls.each_value do |call|
      assert_kind_of IndexError, interrupted(call) { |thread| thread.raise(IndexError, 'invented') }
    end
  end

  # The library asks by itself only every 100 ms. One interrupt may come just before it waits, most do not.
  def test_a_call_is_woken_at_once
    late = Array.new(11) do
      begun = nil
      interrupted(-> { @client.get_connection('c', 'k') }) do |thread|
        Thread.pass until thread.status == 'sleep'
        begun = now
        thread.raise(IndexError, 'invented')
      end
      now - begun
    end
    assert_operator late.sort[5], :<, 0.05
  end

  def test_thread_kill_ends_every_kind_of_call
    waiting_calls.each_value do |call|
      assert_nil(interrupted(call, &:kill))
    end
  end

  def test_ensure_runs_when_a_thread_is_killed
    ran = Queue.new
    interrupted(-> { begin @client.get_connection('c', 'k') ensure ran << :ensured end }, &:kill)
    assert_equal :ensured, ran.pop(true)
  end

  def test_timeout_ends_every_kind_of_call
    waiting_calls.each_value do |call|
      begun = now
      assert_raises(Timeout::Error) { Timeout.timeout(0.05) { call.call } }
      assert_operator now - begun, :<, LATE
    end
  end

  def test_a_timeout_that_is_held_back_waits_for_the_end_of_the_block
    ended = nil
    assert_raises(Timeout::Error) do
      Timeout.timeout(0.05) do
        # Newer versions of Timeout raise something else than Timeout::Error in the block.
        Thread.handle_interrupt(Exception => :never) do
          ended = assert_raises(Nango::TimeoutError) { @client.get_connection('c', 'k', timeout: 0.3) }
        end
      end
    end
    assert_equal :timeout, ended.kind
  end

  def test_the_reading_of_a_response_is_interrupted
    server = AnsweringServer.new { |socket, _| socket.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345") }
    client = server.client(timeout: LONG)
    response = client.proxy('c', 'k', :get, '/x')
    assert_equal '12345', response.read(10)
    assert_raises(Timeout::Error) { Timeout.timeout(0.05) { response.read(10) } }
    response.close
  ensure
    client.close
    server.close
  end

  def test_a_wakeup_does_not_end_a_call
    server = AnsweringServer.new
    client = server.client(timeout: 0.5)
    raised = nil
    thread = Thread.new do
      client.get_connection('c', 'k')
    rescue Nango::Error => e
      raised = e
    end
    server.requests.pop
    thread.wakeup
    thread.join
    assert_instance_of Nango::TimeoutError, raised
  ensure
    client.close
    server.close
  end

  # A program of its own, since signals go to the main thread.
  def run_program(source)
    program = [RbConfig.ruby, *$LOAD_PATH.flat_map { |path| ['-I', path] }, '-rnango', '-e', source, @server.base_url]
    IO.popen(program, 'r', err: %i[child out]) do |output|
      @server.requests.pop
      yield output.pid
      output.read
    end
  end

  PROGRAM = <<~'RUBY'
    trap('INT', 'DEFAULT') # a shell may have had it ignored
    client = Nango::Client.new(secret_key: 'invented', base_url: ARGV[0], read_env: false, timeout: 60)
    begin
      client.get_connection('c', 'k')
    rescue Interrupt
      puts 'interrupted'
    end
  RUBY

  def test_ctrl_c_ends_a_call
    begun = now
    assert_equal "interrupted\n", run_program(PROGRAM) { |process| Process.kill(:INT, process) }
    assert_operator now - begun, :<, LATE
  end

  # What another thread does when the signal comes: whether Ruby wakes the main thread depends on it.
  OTHER_THREADS = {
    'none' => 'nil',
    'one in a call' => "Thread.new { client.get_connection('other', 'k') }",
    'one that ended' => "Thread.new { $stdin.gets && puts('ended') }",
    'one in IO#read' => 'Thread.new { $stdin.read }'
  }.freeze

  # What the main thread waits in.
  WAITING = {
    'a call' => "client.get_connection('main', 'k')",
    'a page' => "client.connections.list(search: 'main').first",
    'a wait' => "client.connections.wait_for(provider_config_key: 'k', tags: { main: 'b' }, timeout: 10)",
    'an upload' => "client.proxy('main', 'k', :post, '/x', data: Array.new(100, 'x' * 100_000))",
    'a read' => "client.proxy('main', 'k', :get, '/x').body"
  }.freeze

  # Sends a signal to a program whose main thread waits and which has another thread, and gives what it then says.
  def told_after(signal, waiting, thread, handler: nil)
    server = AnsweringServer.new do |socket, head|
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n1") if head.start_with?('GET /proxy')
      Thread.stop if head.start_with?('POST') # the body is not read
    end
    source = <<~RUBY
      trap('INT', 'DEFAULT')
      Thread.report_on_exception = false
      $stdout.sync = true
      client = Nango::Client.new(secret_key: 'invented', base_url: ARGV[0], read_env: false, timeout: 10)
      #{handler}
      #{thread}
      begin
        #{waiting}
      rescue Interrupt, Nango::Error => e
        puts e.class
        exit!
      end
    RUBY
    program = [RbConfig.ruby, *$LOAD_PATH.flat_map { |path| ['-I', path] }, '-rnango', '-e', source, server.base_url]
    IO.popen(program, 'r+', err: %i[child out]) do |child|
      nil until server.requests.pop.first.include?('main')
      if thread.include?('ended')
        child.puts
        assert_equal "ended\n", child.gets
      end
      begun = now
      Process.kill(signal, child.pid)
      child.read.tap { assert_operator now - begun, :<, LATE, "#{waiting}, #{thread}" }
    end
  ensure
    server.close
  end

  def test_ctrl_c_ends_every_kind_of_call_although_there_are_other_threads
    WAITING.each_value do |waiting|
      assert_equal "Interrupt\n", told_after(:INT, waiting, OTHER_THREADS['one in a call']), waiting
    end
  end

  def test_ctrl_c_ends_a_call_whatever_other_threads_do
    OTHER_THREADS.each_value do |thread|
      assert_equal "Interrupt\n", told_after(:INT, WAITING['a call'], thread), thread
    end
  end

  def test_a_handler_runs_amid_a_call_whatever_other_threads_do
    OTHER_THREADS.each_value do |thread|
      told = told_after(:USR1, WAITING['a call'], thread, handler: "trap('USR1') { client.close }")
      assert_equal "Nango::CallCancelledError\n", told, thread
    end
  end

  def test_a_signal_whose_handler_returns_does_not_end_a_call
    @server.close
    @server = AnsweringServer.new
    source = <<~'RUBY'
      $stdout.sync = true
      client = Nango::Client.new(secret_key: 'invented', base_url: ARGV[0], read_env: false, timeout: 1)
      trap('USR1') { $stdout.write("told\n") }
      begin
        client.actions.trigger(connection_id: 'c', provider_config_key: 'k', action_name: 'a')
      rescue Nango::Error => e
        puts e.kind
      end
    RUBY
    assert_equal "told\ntimeout\n", run_program(source) { |process| Process.kill(:USR1, process) }
  end

  def test_a_handler_that_raises_ends_a_call
    source = PROGRAM.sub('begin', "trap('TERM') { raise Interrupt }\nbegin")
    assert_equal "interrupted\n", run_program(source) { |process| Process.kill(:TERM, process) }
  end

  def test_closing_the_client_ends_calls
    error = interrupted(waiting_calls[:get_connection]) { @client.close }
    assert_instance_of Nango::CallCancelledError, error
    assert_raises(Nango::ClientClosedError) { @client.get_connection('c', 'k') }
  end

  def test_other_threads_run_meanwhile
    threads = Array.new(32) do
      Thread.new do
        assert_raises(Nango::TimeoutError) do
          @client.get_connection('c', 'k', timeout: 0.3)
        end
      end
    end
    begun = now
    threads.each(&:join)
    assert_operator now - begun, :<, 32 * 0.3 / 2
  end
end
