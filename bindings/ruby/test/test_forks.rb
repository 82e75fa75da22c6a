# frozen_string_literal: true

require_relative 'helper'

# Forks, as servers make them that load the application first.
class TestForks < Minitest::Test
  include WithEmulator

  # Runs a block in a child, and gives what it wrote.
  def in_child
    reader, writer = IO.pipe
    child = fork do
      reader.close
      writer.write(yield)
      writer.close
      exit!(0)
    end
    writer.close
    told = reader.read
    Process.wait(child)
    assert_predicate Process.last_status, :success?
    told
  end

  def token
    @client.get_connection('customer-oauth2', 'github').token
  end

  def test_a_client_that_was_used_before_works_in_children_and_in_the_parent
    before = token
    children = Array.new(3) { in_child { token } }
    assert_equal [before] * 4, [*children, token]
  end

  def test_a_child_may_close_its_parents_client
    token
    assert_equal 'closed', in_child { (@client.close && 'open') || 'closed' }
    assert_equal 'github', @client.get_connection('customer-oauth2', 'github').provider_config_key
  end

  def test_a_child_works_while_a_thread_of_its_parent_is_in_a_call
    server = AnsweringServer.new
    waiting = server.client(timeout: PATIENCE)
    thread = Thread.new { assert_raises(Nango::CallCancelledError) { waiting.get_connection('c', 'k') } }
    server.requests.pop
    assert_equal 'ok', in_child {
      waiting.close
      token ? 'ok' : ''
    }
    waiting.close
    thread.join
  ensure
    server.close
  end

  def test_a_child_may_close_a_response_that_a_thread_of_its_parent_reads
    server = AnsweringServer.new { |socket, _| socket.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345") }
    client = server.client(timeout: PATIENCE)
    response = client.proxy('c', 'k', :get, '/x')
    response.read(5)
    thread = Thread.new { assert_raises(Nango::CallCancelledError) { response.read(5) } }
    Thread.pass until thread.status == 'sleep'
    told = in_child do
      response.read(5)
    rescue Nango::Error => e
      response.close
      "#{e.kind} #{response.closed?}"
    end
    assert_equal 'io true', told
    response.close
    thread.join
  ensure
    client.close
    server.close
  end

  def test_a_child_reads_pages_that_a_thread_of_its_parent_reads
    asked = 0
    server = AnsweringServer.new do |socket, _|
      Thread.stop if (asked += 1) == 1
      AnsweringServer.answer(socket, 200, '{"connections":[]}')
    end
    client = server.client(timeout: PATIENCE)
    pages = client.connections.list
    thread = Thread.new { assert_raises(Nango::CallCancelledError) { pages.next_page } }
    server.requests.pop
    told = in_child do
      pages.next_page.inspect
    rescue Nango::Error => e
      e.message
    end
    assert_equal '[]', told
    client.close
    thread.join
  ensure
    client.close
    server.close
  end

  # The handler of a signal forks amid a call: it goes on in the child too, where another thread closes what it uses.
  def test_another_thread_of_a_child_that_was_forked_amid_a_call_closes_what_it_uses
    server = AnsweringServer.new do |socket, head|
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345") if head.start_with?('GET /proxy')
    end
    { 'client' => "client.get_connection('c', 'k')", 'response' => 'response.read(5)' }.each do |closed, call|
      told = forked_amid_a_call(server, closed, call)
      assert_equal %w[child parent], told.map { |line| line[/\w+/] }.sort
      assert_equal 'parent: Nango::CallCancelledError', told.find { |line| line.start_with?('parent') }
      assert_match(/Nango::/, told.find { |line| line.start_with?('child') })
    end
  ensure
    server.close
  end

  def forked_amid_a_call(server, closed, call)
    source = <<~RUBY
      $stdout.sync = true
      client = Nango::Client.new(secret_key: 'invented', base_url: ARGV[0], read_env: false, timeout: #{PATIENCE})
      response = client.proxy('c', 'k', :get, '/x')
      response.read(5)
      parent = Process.pid
      trap('USR1') do
        child = fork
        Process.wait(child) if child
        Thread.new { #{closed}.close }.join
      end
      main = Thread.current
      Thread.new { Thread.pass until main.status == 'sleep'; Process.kill(:USR1, parent) }
      begin
        #{call}
      rescue Nango::Error => e
        puts "\#{Process.pid == parent ? 'parent' : 'child'}: \#{e.class}"
      end
    RUBY
    program = [RbConfig.ruby, *$LOAD_PATH.flat_map { |path| ['-I', path] }, '-rnango', '-e', source, server.base_url]
    IO.popen(program, 'r', err: %i[child out], &:readlines).map(&:chomp)
  end

  def test_a_call_of_a_child_can_be_interrupted
    server = AnsweringServer.new
    client = server.client(timeout: PATIENCE)
    told = in_child do
      Timeout.timeout(0.05) { client.get_connection('c', 'k') }
    rescue Timeout::Error => e
      e.class.name
    end
    assert_equal 'Timeout::Error', told
  ensure
    client.close
    server.close
  end

  # The application of both servers: made before the fork, used by its workers.
  APPLICATION = <<~'RUBY'
    require 'nango'
    CLIENT = Nango::Client.new
    CLIENT.get_connection('customer-oauth2', 'github')
    run(->(_env) { [200, {}, [CLIENT.get_connection('customer-oauth2', 'github').auth_mode.to_s]] })
  RUBY

  def test_puma_in_cluster_mode
    serve('puma', '--preload', '--workers', '2', '--bind') { |_, socket| "unix://#{socket}" }
  end

  def test_unicorn_with_preloading
    serve('unicorn', '--no-default-middleware', '--listen') do |folder, socket|
      File.write(File.join(folder, 'unicorn.rb'), "preload_app true\nworker_processes 2\n")
      [socket, '--config-file', File.join(folder, 'unicorn.rb')]
    end
  end

  # Starts a server of the application, makes requests, and stops it.
  def serve(program, *arguments)
    Dir.mktmpdir do |folder|
      File.write(File.join(folder, 'config.ru'), APPLICATION)
      socket = File.join(folder, 'socket')
      command = [program, *arguments, *yield(folder, socket), File.join(folder, 'config.ru')]
      environment = { 'RUBYLIB' => $LOAD_PATH.join(':'), **@emulator.environment }
      server = spawn(environment, *command, chdir: folder, %i[out err] => File.join(folder, 'log'))
      begin
        answers = Array.new(6) { ask(socket, server, folder) }
        assert_equal ['oauth2'], answers.uniq, File.read(File.join(folder, 'log'))
      ensure
        Process.kill(:TERM, server)
        Process.wait(server)
      end
    end
  end

  def ask(path, server, folder)
    deadline = now + PATIENCE
    begin
      socket = UNIXSocket.new(path)
    rescue Errno::ENOENT, Errno::ECONNREFUSED
      flunk(File.read(File.join(folder, 'log'))) if now > deadline || Process.waitpid(server, Process::WNOHANG)
      Thread.pass
      retry
    end
    # In HTTP/1.0 the body ends with the connection: in 1.1 newer versions of unicorn send it in chunks.
    socket.write("GET / HTTP/1.0\r\nHost: x\r\n\r\n")
    socket.read.lines.last
  ensure
    socket&.close
  end
end
