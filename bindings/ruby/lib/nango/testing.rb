# frozen_string_literal: true

require 'json'
require 'net/http'
require 'open3'
require 'tempfile'
require 'uri'

require_relative '../nango'

module Nango
  # A local Nango for tests: see docs/testing.md of libnango.
  #
  #   Nango::Testing::Emulator.open do |emulator|
  #     client = emulator.client
  #     client.get_connection('customer-oauth2', 'github')
  #   end
  module Testing
    # The emulator is not there, does not start, or refuses what it was asked. The message says what to do.
    class EmulatorError < StandardError
    end

    # A request that the emulator has received. The status is nil while there is no response.
    EmulatorRequest = Struct.new(:http_method, :target, :status, keyword_init: true)

    # A running emulator, on a port of its own. Ends with `close` and with this process.
    class Emulator
      # How many seconds the program has for a request. Only a failure takes that long.
      PATIENCE = 30
      private_constant :PATIENCE

      # The address to give to a client.
      attr_reader :base_url
      # The first key of the seed.
      attr_reader :secret_key

      # Starts an emulator, yields it, and ends it. The arguments are those of new.
      def self.open(**settings)
        emulator = new(**settings)
        yield emulator
      ensure
        emulator&.close
      end

      # seed:: The path of a seed file, or the seed itself as a Hash; without it the emulator has its demo connections.
      # program:: The path of nango-emulator; by default NANGO_EMULATOR says it, and without that it is looked for on PATH.
      # rate_limit:: How many requests a minute are answered, 0 for any number; by default the seed says it.
      def initialize(seed: nil, program: nil, rate_limit: nil)
        @program = program || ENV.fetch('NANGO_EMULATOR', 'nango-emulator')
        command = [@program, '--json', '--exit-with-stdin']
        command.push('--rate-limit', rate_limit.to_s) unless rate_limit.nil?
        with_seed(seed) { |more| start(command + more) }
        @process_id = Process.pid
      end

      # Ends the emulator, and waits until it has ended. May be called again, and does nothing in a child of fork.
      def close
        return if @closed || @process_id != Process.pid

        @closed = true
        @input.close
        @thread.value
        [@output, @errors].each(&:close)
      end

      # Makes a client of the emulator. The settings are those of Client.new; the caller closes it.
      def client(**settings)
        Client.new(secret_key: secret_key, base_url: base_url, read_env: false, **settings)
      end

      # What to put into the environment of a program whose Nango is to be the emulator.
      def environment
        exempt = [ENV.fetch('no_proxy', nil) || ENV.fetch('NO_PROXY', nil), URI(base_url).host].compact
        { 'NANGO_BASE_URL' => base_url, 'NANGO_SECRET_KEY' => secret_key, 'NANGO_API_KEY' => secret_key,
          'no_proxy' => exempt.join(',') }
      end

      # Moves the emulator's clock forward, by whole seconds: tokens end, back-off and rate limit pass.
      def advance_clock(seconds)
        ask(:Post, 'clock', advance_seconds: seconds)
      end

      # Goes back to the seed.
      def reset
        ask(:Post, 'reset', nil)
      end

      # What the emulator was asked since its start or the last `reset`, the oldest first.
      def requests
        ask(:Get, 'requests', nil)['requests'].map do |request|
          EmulatorRequest.new(http_method: request['method'], target: request['target'], status: request['status'])
        end
      end

      # Adds what a seed may have, except keys and limits: `{ records: [...] }`.
      def add(seed)
        ask(:Post, 'seed', seed)
      end

      # Does what a customer does with a connect session, and gives the id of the connection that it makes. The integration is
      # the one that the customer chooses, needed only if the session offers several; the rest is invented by default.
      def finish_connect_session(token, integration: nil, connection_id: nil, credentials: nil)
        chosen = { integration: integration, connection_id: connection_id, credentials: credentials }.compact
        ask(:Post, 'connect', token: token, **chosen)['connection_id']
      end

      # Sends any webhook, signed, and gives the status of the receiver's response.
      def send_webhook(body)
        ask(:Post, 'webhooks', body)['status']
      end

      def inspect
        "#<#{self.class} at #{base_url}>"
      end

      private

      def with_seed(seed)
        return yield [] if seed.nil?
        return yield ['--seed', seed.to_s] unless seed.is_a?(Hash)

        Tempfile.create(%w[nango-emulator .json]) do |file|
          file.write(JSON.generate(seed))
          file.flush
          yield ['--seed', file.path]
        end
      end

      def start(command)
        @input, @output, @errors, @thread = Open3.popen3(*command)
        line = @output.gets
        raise EmulatorError, "the emulator did not start: #{@errors.read.strip}" if line.nil?

        read_announcement(line)
      rescue SystemCallError => e
        raise EmulatorError, "#{@program} cannot be run (#{e.message}): build it with `cargo install --locked --path " \
                             'tests/emulator` in a checkout of libnango, and set NANGO_EMULATOR to its path'
      end

      # Reads the line that says where the emulator is. Another program, which has printed something else, is ended.
      def read_announcement(line)
        @base_url, @secret_key = JSON.parse(line).values_at('base_url', 'secret_key')
        raise KeyError, 'base_url' if @base_url.nil?
      rescue JSON::ParserError, KeyError, NoMethodError, TypeError
        Process.kill(:KILL, @thread.pid) if @thread.alive?
        raise EmulatorError, "#{@program} is not the nango-emulator of this version: install that"
      end

      # Uses one of the emulator's own routes.
      def ask(method, route, body)
        address = URI("#{base_url}/__emulator/#{route}")
        request = Net::HTTP.const_get(method).new(address)
        request.content_type = 'application/json'
        request.body = JSON.generate(body) unless method == :Get
        response = Net::HTTP.start(address.host, address.port, nil, read_timeout: PATIENCE) { |http| http.request(request) }
        answer = JSON.parse(response.body)
        return answer if response.code == '200'

        raise EmulatorError, "the emulator rejected the request: #{answer.dig('error', 'message')}"
      rescue SystemCallError, IOError, Timeout::Error => e
        raise EmulatorError, "the emulator does not respond (#{e.message}): is it closed?"
      end
    end
  end
end
