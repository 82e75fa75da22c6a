# frozen_string_literal: true

require_relative 'helper'

# The smallest scheduler that a thread's end can wake: what Fiber.set_scheduler asks for.
class SmallScheduler
  def initialize
    @ready = Queue.new
    # All that keeps those fibers: what nobody refers to is collected, also while it waits for a thread.
    @waiting = {}.compare_by_identity
    @sleeping = {}
  end

  def run
    while @waiting.any? || !@ready.empty? || @sleeping.any?
      wake_sleepers
      fiber = @ready.empty? && @sleeping.any? ? (Thread.pass || next) : @ready.pop
      fiber.resume if fiber.alive?
    end
  end
  alias close run

  def fiber(&)
    Fiber.new(blocking: false, &).tap(&:resume)
  end

  def block(_blocker, _timeout = nil)
    @waiting[Fiber.current] = true
    Fiber.yield
    @waiting.delete(Fiber.current)
    true
  end

  def unblock(_blocker, fiber)
    @ready << fiber
  end

  def kernel_sleep(duration = nil)
    @sleeping[Fiber.current] = Process.clock_gettime(Process::CLOCK_MONOTONIC) + duration
    Fiber.yield
  end

  def io_wait(io, events, _timeout)
    @ready << Fiber.current
    Fiber.yield
    io.nil? ? 0 : events
  end

  private

  def wake_sleepers
    due = @sleeping.select { |_, at| at <= Process.clock_gettime(Process::CLOCK_MONOTONIC) }.keys
    due.each { |fiber| @sleeping.delete(fiber) && @ready.push(fiber) }
  end
end

class TestFibers < Minitest::Test
  include WithEmulator

  # Runs a block in a thread that has a scheduler.
  def scheduled
    Thread.new do
      Fiber.set_scheduler(SmallScheduler.new)
      yield
    end.join(PATIENCE) || flunk('the scheduler did not end')
  end

  def test_other_fibers_run_while_a_call_waits
    server = AnsweringServer.new
    client = server.client(timeout: 0.3)
    steps = []
    scheduled do
      Fiber.schedule do
        client.get_connection('c', 'k')
      rescue Nango::TimeoutError
        steps << :timeout
      end
      Fiber.schedule { steps << :other }
    end
    assert_equal %i[other timeout], steps
  ensure
    client.close
    server.close
  end

  def test_calls_of_fibers_run_at_once
    server = AnsweringServer.new
    client = server.client(timeout: 0.3)
    begun = now
    scheduled do
      8.times { Fiber.schedule { assert_raises(Nango::TimeoutError) { client.get_connection('c', 'k') } } }
    end
    assert_operator now - begun, :<, 8 * 0.3 / 2
  ensure
    client.close
    server.close
  end

  def test_operations_and_responses_work_in_fibers
    tokens = []
    scheduled do
      Fiber.schedule { tokens << @client.get_connection('customer-oauth2', 'github').token }
      Fiber.schedule { tokens << @client.connections.list.first.connection_id }
    end
    assert_equal 2, tokens.compact.size
  end

  def test_errors_reach_the_fiber
    scheduled do
      Fiber.schedule { assert_raises(Nango::NotFoundError) { @client.get_connection('nobody', 'github') } }
    end
  end

  def test_an_enumerator_may_be_asked_step_by_step
    ids = @client.connections.list.each
    assert_equal [ids.next, ids.next].map(&:connection_id), @client.connections.list.first(2).map(&:connection_id)
  end

  def test_a_body_may_be_asked_for_step_by_step
    server = AnsweringServer.new { |socket, _| AnsweringServer.answer(socket, 200, "one\ntwo\n3") }
    client = server.client
    lines = client.proxy('c', 'k', :get, '/x').each_line
    assert_equal %w[one two 3], [lines.next, lines.next, lines.next]
    assert_operator client.proxy('c', 'k', :get, '/x').each_chunk.sum(&:bytesize), :>, 8
  ensure
    client.close
    server.close
  end

  # Another call of the thread would be made amid that of the body, and each get a part of the other's.
  def test_what_a_body_is_read_from_suspends_no_fiber
    server = AnsweringServer.new
    client = server.client
    source = Object.new
    def source.read(_size) = Fiber.yield
    sending = Fiber.new { client.proxy('c', 'k', :post, '/x', data: source) }
    assert_includes assert_raises(FiberError) { sending.resume }.message, 'data'
  ensure
    client.close
    server.close
  end

  def test_other_ractors_are_refused
    program = <<~'RUBY'
      Warning[:experimental] = false
      begin
        Ractor.new { Nango::Native.version }.take
      rescue Ractor::RemoteError => e
        puts e.cause.class
      end
    RUBY
    command = [RbConfig.ruby, *$LOAD_PATH.flat_map { |path| ['-I', path] }, '-rnango', '-e', program]
    assert_equal "Ractor::UnsafeError\n", IO.popen(command, err: File::NULL, &:read)
  end
end
