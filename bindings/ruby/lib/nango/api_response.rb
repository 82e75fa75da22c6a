# frozen_string_literal: true

module Nango
  # What Nango answers to Client#request: the whole, with a status from 200 to 299. All else is an error.
  class APIResponse
    include Hidden

    # The HTTP status of Nango's answer.
    attr_reader :status
    # The headers.
    attr_reader :headers

    def initialize(status, headers, body) # :nodoc:
      @status = status
      @headers = Headers.new(headers)
      @body = -> { body }
    end

    # Takes over a response of the library's.
    def self.take(response) # :nodoc:
      new(response.status, response.headers, response.body)
    ensure
      response.close
    end

    # The body, as bytes.
    def body
      @body.call
    end

    # What the body says as JSON. Raises JSON::ParserError if it is none, and DecodeError if more than 512 arrays and objects
    # are within each other.
    def json
      JSONText.parse(Text.json(body, headers['content-type']))
    end

    def inspect
      "#<#{self.class} #{status}>"
    end
  end
end
