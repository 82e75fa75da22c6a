# frozen_string_literal: true

require 'logger'

module Nango
  # A message of the library's log. A formatter finds its facts in `attributes`.
  class LogMessage < String
    # The facts: a Hash with "call_id", "event", "operation" and, where they apply, "method", "route", "status", "bytes",
    # "duration_ms", "attempts", "pause_ms", "error", "code", "request_id", "cache" and, from the level debug on,
    # "connection_id" and "provider_config_key".
    attr_reader :attributes

    def initialize(text, attributes) # :nodoc:
      super(text)
      @attributes = attributes
    end
  end

  # How a call ended: what `on_call` gets. It holds no secret and no id of a customer, so it may label a metric.
  #
  # operation:: "get_connection", "proxy" or "request".
  # method:: The HTTP method; nil if nothing was asked for, as where the cache has the connection.
  # route:: The path without its values, such as "connections/{connectionId}"; nil as for the method.
  # duration:: How many seconds it took from the beginning of the call to its end, pauses between attempts included.
  # attempts:: How many requests were made; 0 if the cache has the connection, or nothing left the machine.
  # status:: The status of the last response; nil if there was none.
  # error:: What went wrong, as Error#kind; nil if nothing did.
  # cache:: What the cache did: "hit", or "waited" for the same request of another call; nil if it did nothing.
  # call_id:: The number of the call in this process, which messages of the log have too.
  # request_id:: Nango's own id of the request that failed; nil if none did, or Nango sent none.
  CallSummary = Struct.new(:operation, :http_method, :route, :duration, :attempts, :status, :error, :cache, :call_id, :request_id,
                           keyword_init: true) do
    def self.read(sent) # :nodoc:
      new(operation: sent['operation'], http_method: sent['method'], route: sent['route'], duration: sent['duration_ms'] / 1000.0,
          attempts: sent['attempts'], status: sent['status'], error: sent['error']&.downcase&.to_sym, cache: sent['cache'],
          call_id: sent['call_id'], request_id: sent['request_id']).freeze
    end
  end

  # Who follows the calls of a client: a logger, and a program's function.
  class Observers # :nodoc:
    # The library's levels by their names, and Logger's by the library's.
    LEVELS = { error: 1, warn: 2, info: 3, debug: 4, trace: 5 }.freeze
    SEVERITIES = { 1 => Logger::ERROR, 2 => Logger::WARN, 3 => Logger::INFO, 4 => Logger::DEBUG, 5 => Logger::DEBUG }.freeze

    def initialize(logger, log_level, on_call)
      raise TypeError, "logger must be a Logger, not #{logger.class}" unless logger.nil? || logger.respond_to?(:add)
      raise TypeError, "on_call must respond to call, not #{on_call.class}" unless on_call.nil? || on_call.respond_to?(:call)
      raise TypeError, "log_level must be one of #{LEVELS.keys.inspect}" unless log_level.nil? || LEVELS.key?(log_level)

      @logger = logger
      @on_call = on_call
      @level = logger ? number_of(log_level) : 0
    end

    # The number of the most verbose level that is wanted; 0 for none.
    attr_reader :level

    def summaries?
      !@on_call.nil?
    end

    # Passes on what the library told during a call: [level, message, attributes], of which level 0 is the end of the call.
    # What a program's code raises does not affect the call.
    def receive(messages)
      messages.each do |level, text, attributes|
        attributes = JSONText.parse(attributes)
        contained { level.zero? ? @on_call.call(CallSummary.read(attributes)) : log(level, LogMessage.new(text, attributes)) }
      end
    end

    private

    def log(level, message)
      @logger.add(SEVERITIES.fetch(level, Logger::DEBUG), message, 'nango')
    end

    def number_of(log_level)
      return LEVELS.fetch(log_level) if log_level

      severity = (@logger.level if @logger.respond_to?(:level)) || Logger::INFO
      # Other loggers than Ruby's name their level; one above those of the library, such as :fatal, is for none of its messages.
      return LEVELS.fetch(severity.to_s.downcase.to_sym, 0) unless severity.is_a?(Integer)

      SEVERITIES.select { |number, of_ruby| number < LEVELS[:trace] && of_ruby >= severity }.keys.max || 0
    end

    def contained
      yield
    rescue StandardError, ScriptError => e # such as NotImplementedError
      warn "nango: #{e.class} from the logger or on_call of a client: #{e.message}"
    end
  end
end
