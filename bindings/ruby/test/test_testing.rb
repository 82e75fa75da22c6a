# frozen_string_literal: true

require_relative 'helper'

# What a test can give a running emulator.
class TestTesting < Minitest::Test
  include WithEmulator

  def test_a_customer_connects
    session = @client.connect_sessions.create(allowed_integrations: %w[github hubspot], tags: { 'order' => '7' })
    made = @emulator.finish_connect_session(session.token, integration: 'github', connection_id: 'ada')
    assert_equal 'ada', made
    assert_equal({ 'order' => '7' }, @client.get_connection('ada', 'github').tags)
  end

  def test_webhooks_are_sent
    received = Queue.new
    server = AnsweringServer.new do |socket, head|
      received << head
      socket.write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
      socket.close
    end
    @emulator.add(webhooks: { url: server.base_url, signing_key: 'invented-signing-key' })
    assert_equal 204, @emulator.send_webhook({ type: 'forward', payload: {} })
    assert_match(/^x-nango-hmac-sha256: /i, received.pop)
  ensure
    server&.close
  end

  def test_the_environment_leads_a_program_to_it
    environment = @emulator.environment
    assert_equal [@emulator.base_url, @emulator.secret_key], environment.values_at('NANGO_BASE_URL', 'NANGO_SECRET_KEY')
    assert_match(/127\.0\.0\.1\z/, environment['no_proxy'])
  end

  def test_what_the_emulator_refuses_is_said
    error = assert_raises(Nango::Testing::EmulatorError) { @emulator.add(nothing: 1) }
    assert_match(/\Athe emulator rejected the request: .*nothing/, error.message)
    error = assert_raises(Nango::Testing::EmulatorError) { Nango::Testing::Emulator.new(program: '/nowhere/nango-emulator') }
    assert_match(/set NANGO_EMULATOR/, error.message)
  end

  def test_another_program_is_not_taken_for_the_emulator
    Dir.mktmpdir do |folder|
      program = File.join(folder, 'another')
      ['nothing', '{}', '[]', 'null'].each do |line|
        File.write(program, "#!/bin/sh\necho '#{line}'\ncat\n", perm: 0o700)
        error = assert_raises(Nango::Testing::EmulatorError, line) { Nango::Testing::Emulator.new(program: program) }
        assert_match(/is not the nango-emulator/, error.message)
      end
    end
  end

  def test_an_emulator_that_has_ended_is_said_not_to_respond
    emulator = Nango::Testing::Emulator.new
    2.times { emulator.close }
    error = assert_raises(Nango::Testing::EmulatorError) { emulator.reset }
    assert_match(/does not respond.*is it closed/, error.message)
  end
end
