# frozen_string_literal: true

require 'minitest/autorun'
require 'nango'
require 'nango/testing'
require 'pp' # rubocop:disable Lint/RedundantRequireStatement -- which defines pretty_inspect
require 'socket'
require 'tmpdir'
require 'timeout'

# Invented, as are all keys and tokens in these tests.
SECRET_KEY = '00000000-0000-4000-8000-00000000beef'
CANARY = 'canary-secret-1f0e'

# How many seconds something may take that takes none: only a failure takes that long.
PATIENCE = 20

# An emulator for the tests of a class, and a client of it.
module WithEmulator
  def setup
    super
    @emulator = Nango::Testing::Emulator.new(rate_limit: 0)
    @client = @emulator.client
  end

  def teardown
    @client.close
    @emulator.close
    super
  end
end

# A server that answers as a test tells it.
class AnsweringServer
  attr_reader :requests

  # The block gets the socket and the head of each request. Without one, the server never answers.
  def initialize(records: true, &answer)
    @records = records
    @server = TCPServer.new('127.0.0.1', 0)
    @requests = Queue.new
    @sockets = []
    @answer = answer
    @thread = Thread.new { accept }
  end

  def base_url
    "http://127.0.0.1:#{@server.addr[1]}"
  end

  def client(**settings)
    Nango::Client.new(secret_key: SECRET_KEY, base_url: base_url, read_env: false, **settings)
  end

  def close
    @thread.kill
    @thread.join
    [@server, *@sockets].each(&:close)
  end

  # Answers with a status, headers and a body.
  def self.answer(socket, status, body, headers = {})
    lines = ["HTTP/1.1 #{status} Invented", "Content-Length: #{body.bytesize}"] + headers.map do |name, value|
                                                                                    "#{name}: #{value}"
                                                                                  end
    socket.write("#{lines.join("\r\n")}\r\n\r\n#{body}")
  end

  private

  def accept
    loop do
      socket = @server.accept
      @sockets << socket
      Thread.new { serve(socket) }
    end
  end

  def serve(socket)
    Thread.current.report_on_exception = false
    while (head = read_head(socket))
      length = head[/^content-length: (\d+)/i, 1].to_i
      body = length.positive? ? socket.read(length) : ''
      @requests << [head, body] if @records
      @answer&.call(socket, head)
    end
  rescue IOError, SystemCallError
    nil # the client has closed its end
  ensure
    @sockets.delete(socket)&.close
  end

  def read_head(socket)
    head = +''
    until head.end_with?("\r\n\r\n")
      line = socket.gets
      return if line.nil?

      head << line
    end
    head
  end
end

# The document of a connection, with a secret that must not be seen anywhere.
def connection_json(credentials = { type: 'OAUTH2', access_token: CANARY, refresh_token: CANARY, raw: { token: CANARY } })
  JSON.generate(id: 1, connection_id: 'c', provider_config_key: 'k', provider: 'github', credentials: credentials,
                metadata: { secret: CANARY }, connection_config: { key: CANARY }, tags: { tag: CANARY }, end_user: { id: CANARY },
                errors: [], created_at: '2024-02-29T23:59:59.500Z', updated_at: '2024-03-01T00:00:00+01:00', last_fetched_at: nil)
end

def now
  Process.clock_gettime(Process::CLOCK_MONOTONIC)
end
