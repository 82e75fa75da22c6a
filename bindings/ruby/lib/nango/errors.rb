# frozen_string_literal: true

module Nango
  # A call that failed.
  #
  # The message says what was wrong and what would be right. It holds no secret, and nothing that the server said. That
  # may hold a customer's data: it is in server_message, body, details and findings, which are never printed, dumped or
  # serialized.
  class Error < StandardError
    # What went wrong, as a Symbol such as :not_found. Go by retryable? and http_status for one that you do not know.
    attr_reader :kind
    # The HTTP status of the answer; nil if there was none.
    attr_reader :http_status
    # Nango's own code for the error, such as "unknown_provider_config".
    attr_reader :code
    # How many seconds the server asks to wait before the next try; nil if it does not say.
    attr_reader :retry_after
    # How often the call was tried; 0 if nothing left the machine.
    attr_reader :attempts
    # Nango's own id of the request, which its support can look up; nil if it sent none.
    attr_reader :request_id

    def initialize(message = nil, kind: self.class.default_kind, http_status: nil, code: nil, server_message: nil, body: nil,
                   retry_after: nil, attempts: 0, retryable: false, request_id: nil)
      super(message)
      @kind = kind
      @http_status = http_status
      @code = code
      @said = -> { [server_message, body] }
      @retry_after = retry_after
      @attempts = attempts
      @retryable = retryable
      @request_id = request_id
    end

    # The kind of an error of this class for which nothing else is said.
    def self.default_kind
      :internal
    end

    # Whether the same call may succeed later, and repeating it can do no harm.
    def retryable?
      @retryable
    end

    # The number of the kind in nango.h.
    def kind_number
      ERROR_KINDS.key(ERROR_KINDS.values.find { |name, _| name == kind }) || 0
    end

    # The server's message, for people. May hold a customer's data: do not log it by default.
    def server_message
      @said.call.first
    end

    # The body of the response, at most 64 KiB of it. May hold a customer's data: do not log it by default.
    def body
      @said.call.last
    end

    # What the body says as JSON; nil if it is none. May hold a customer's data: do not log it by default.
    def details
      body && JSONText.parse(body)
    rescue JSON::ParserError, DecodeError
      nil
    end

    # What Nango found wrong with each field of the request; empty if it says nothing of fields.
    def findings
      error = details.is_a?(Hash) ? details['error'] : nil
      items = error.is_a?(Hash) ? error['errors'] : nil
      items.is_a?(Array) ? items.map { |item| Finding.read(item) } : []
    end

    def inspect
      "#<#{self.class}: #{message} (kind: #{kind}, http_status: #{http_status.inspect})>"
    end

    # What a dumped error leaves behind is what the server said.
    def _dump(_depth)
      Marshal.dump([message, backtrace, facts])
    end

    # Loads a dumped error.
    def self._load(dumped)
      message, backtrace, facts = Marshal.load(dumped) # rubocop:disable Security/MarshalLoad -- which the program has called
      new(message, **facts).tap { |error| error.set_backtrace(backtrace) if backtrace }
    end

    def encode_with(coder)
      coder['message'] = message
      facts.each { |name, value| coder[name.to_s] = value }
    end

    # Makes the error that the extension raises.
    def self.from_library(number, message, http_status, code, server_message, body, retry_after_ms, attempts, retryable,
                          request_id)
      kind, name = ERROR_KINDS.fetch(number) { [:"unknown_#{number}", :Error] }
      Nango.const_get(name).new(
        message || 'the library gave no reason',
        kind: kind, http_status: http_status.zero? ? nil : http_status, code: code, server_message: server_message, body: body,
        retry_after: retry_after_ms.negative? ? nil : retry_after_ms / 1000.0, attempts: attempts, retryable: retryable,
        request_id: request_id
      )
    end
    private_class_method :from_library

    private

    # All but what the server said.
    def facts
      { kind: kind, http_status: http_status, code: code, retry_after: retry_after, attempts: attempts, retryable: @retryable,
        request_id: request_id }
    end
  end

  # What Nango found wrong with one field of a request: see Error#findings.
  class Finding
    # What is no data of a customer's: names and indices.
    PLAIN = /\A(?:(?:[A-Za-z_-]{0,48}|[0-9]{1,4})(?:\.|\z))*\z/
    private_constant :PLAIN

    # The field, such as "credentials.type" or "connection_id.0"; "" for the request as a whole.
    attr_reader :path
    # What is wrong with it, for people. May quote what was sent: do not log it by default.
    attr_reader :message
    # The code of the finding, such as "invalid_type".
    attr_reader :code

    def initialize(path:, message:, code:)
      @path = path
      @message = message
      @code = code
      freeze
    end

    # Reads what Nango sent.
    def self.read(item)
      item = {} unless item.is_a?(Hash)
      path, message, code = item.values_at('path', 'message', 'code')
      new(path: path.is_a?(Array) ? path.join('.') : '', message: message.is_a?(String) ? message : '',
          code: code.is_a?(String) ? code : '')
    end

    def inspect
      "#<#{self.class} path=#{shown(path)} code=#{shown(code)}>"
    end
    alias to_s inspect

    def as_json(*)
      { 'path' => shown(path), 'code' => shown(code) }
    end

    def to_json(*arguments)
      as_json.to_json(*arguments)
    end

    private

    def shown(text)
      PLAIN.match?(text) ? text : Hidden::REDACTED
    end
  end

  # An external API answered with a status of 400 or above, and the program asked for this to be an error: see
  # Response#raise_for_status. It is no Nango::Error: Nango did its part.
  class ExternalAPIError < StandardError
    # The Response, whose body tells more. nil in a copy that was dumped.
    attr_reader :response
    # The HTTP status.
    attr_reader :status

    def initialize(response)
      @response = response
      @status = response.is_a?(Integer) ? response : response.status
      @response = nil if response.is_a?(Integer)
      super("the external API answered #{@status}: see its response")
    end

    def _dump(_depth)
      status.to_s
    end

    # Loads a dumped error.
    def self._load(status)
      new(status.to_i)
    end
  end
end

require_relative 'generated/exceptions'

module Nango
  # The client was closed before the call began: make a new one, or close it later.
  class ClientClosedError < InvalidArgumentError
  end
end
