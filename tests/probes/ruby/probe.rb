# frozen_string_literal: true

# The Ruby probe: makes calls as instructed, and reports the results. See ../README.md.

require 'json'
require 'nango'

require_relative 'accessors'
require_relative 'calls'

# A client, and its operations.
class Probe
  def initialize
    @client = nil
  end

  # Performs the operation.
  def answer(told)
    close if told.key?('client') || told['operation'] == 'close'
    at = 'client'
    call = Calls.prepare(told) unless told['operation'] == 'close'
    begin_now
    @client = Calls.make_client(told['client']) if told.key?('client')
    return { outcome: 'closed', ms: milliseconds } if @client.nil? || call.nil?

    at = 'call'
    begin_now
    Calls.ended_early(@client, told) { |note| report(call.call(@client), told, note) }
  rescue Nango::Error => e
    error(e, at)
  end

  # Closes the client, if there is one.
  def close
    @client&.close
    @client = nil
  end

  private

  def begin_now
    @start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  end

  def milliseconds
    ((Process.clock_gettime(Process::CLOCK_MONOTONIC) - @start) * 1000).to_i
  end

  def report(result, told, note)
    case result
    when Nango::Response then response(note.call(result), told)
    when Result then { outcome: 'result', ms: milliseconds, result: result.value }
    else connection(result, told)
    end
  end

  def connection(connection, told)
    { outcome: 'connection', ms: milliseconds, fields: Accessors.of_connection(connection),
      look_ups: told['look_ups'].map { |look_up| Accessors.look_up_in_connection(connection, *look_up) } }
  end

  def response(response, told)
    body = Download.new(told['keep_body'])
    answer = begin
      Calls.read(response, told, body)
      { outcome: 'response', ms: milliseconds, fields: Accessors.of_response(response, body),
        look_ups: told['look_ups'].map { |look_up| Accessors.look_up_in_response(response, *look_up) } }
    rescue Nango::Error => e
      error(e, 'reading')
    end
    { **answer, read: { length: body.length, sum: body.sum } }
  ensure
    response.close
  end

  def error(error, at)
    { outcome: 'error', at: at, ms: milliseconds, fields: Accessors.of_error(error) }
  end
end

probe = Probe.new
$stdout.sync = true
$stdin.binmode
while (line = $stdin.gets)
  puts JSON.generate(probe.answer(JSON.parse(line, max_nesting: false)), max_nesting: 0)
end
probe.close
