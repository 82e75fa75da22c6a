# frozen_string_literal: true

require_relative 'helper'
require 'async'

# The async gem, whose scheduler is the one that programs use most.
class TestAsync < Minitest::Test
  # How many seconds each call would take alone.
  SLOW = 0.3

  def setup
    @server = AnsweringServer.new
    @client = @server.client(timeout: SLOW)
  end

  def teardown
    @client.close
    @server.close
  end

  def test_tasks_wait_at_once
    begun = now
    ended = Sync do |task|
      # A task whose value is an error raises it.
      calls = Array.new(8) { task.async { assert_raises(Nango::TimeoutError) { @client.get_connection('c', 'k') }.kind } }
      assert_equal :other, task.async { :other }.wait
      calls.map(&:wait)
    end
    assert_equal [:timeout] * 8, ended
    assert_operator now - begun, :<, 8 * SLOW / 2
  end

  def test_a_task_whose_time_has_passed_ends_its_call
    begun = now
    Sync do |task|
      assert_raises(Async::TimeoutError) { task.with_timeout(0.05) { @client.get_connection('c', 'k', timeout: PATIENCE) } }
      nil
    end
    assert_operator now - begun, :<, PATIENCE / 2
  end
end
