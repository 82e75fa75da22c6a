# frozen_string_literal: true

require 'net/http/status'

module Nango
  # What an external API answers, whatever the status.
  #
  # The body is read as it comes (`read`, `each_chunk`, `each_line`) or as a whole (`body`, `text`, `json`). Pass a block to
  # Client#proxy, or call `close`, unless you read it to its end: that gives the connection back. One thread at a time may
  # read it; any may close it. It has to be read before its client is closed.
  class Response
    include Hidden

    # How much is read at once, at most.
    ROOM = 65_536
    private_constant :ROOM

    # The HTTP status of the external API's answer.
    attr_reader :status
    # The headers.
    attr_reader :headers
    # How many seconds it took from the call to the head of the answer, retries included.
    attr_reader :elapsed

    def initialize(native, elapsed) # :nodoc:
      @native = native
      @status = native.status
      @headers = Headers.new(native.headers)
      @elapsed = elapsed
      @content = nil
      @taken = 0
      @begun = @ended = false
    end

    # The phrase of the status, such as "Not Found"; "" for a status that HTTP does not define.
    def reason
      Net::HTTP::STATUS_CODES.fetch(status, '')
    end

    # Whether the status is below 400.
    def ok?
      status < 400
    end

    # Raises ExternalAPIError if the status is 400 or above; else gives the response itself.
    def raise_for_status
      raise ExternalAPIError, self unless ok?

      self
    end

    # The whole body, as bytes, which is read and kept. It may have `max_response_bytes`: see Client.
    def body
      return @content.call if @content

      if @begun
        raise InvalidArgumentError,
              'response was read in part already: use either read and each_chunk, or body, text and json'
      end

      rest = read_rest
      @content = -> { rest }
      rest
    end

    # The encoding that the content type names; UTF-8 if it names none that Ruby knows.
    def encoding
      Text.encoding(headers['content-type'])
    end

    # The whole body as text in UTF-8; what is invalid in its encoding becomes U+FFFD.
    def text
      Text.decode(body, encoding)
    end

    # What the body says as JSON. Raises JSON::ParserError if it is none, and DecodeError if more than 512 arrays and objects
    # are within each other. The options are those of JSON.parse.
    def json(**options)
      JSONText.parse(Text.json(body, headers['content-type']), **options)
    end

    # Reads at most `size` bytes: what has come, so less than that at times; an empty String at the end. It waits for one byte,
    # as long as the request's `idle_timeout`. Without a size, all that is left is read: as `body` it may have
    # `max_response_bytes`.
    def read(size = nil)
      raise TypeError, "size must be an Integer or nil, not #{size.class}" unless size.nil? || size.is_a?(Integer)
      raise InvalidArgumentError, 'size must be 0 or more bytes' if size&.negative?
      return take(size) if @content
      return read_some([size, ROOM].min) if size

      @begun ? read_rest : body.tap { |content| @taken = content.bytesize }
    end

    # Yields the body in parts as they come.
    def each_chunk
      return to_enum(:each_chunk) unless block_given?

      if @content
        yield @content.call unless @content.call.empty?
      else
        until (part = read_some(ROOM)).empty?
          yield part
        end
      end
      self
    end

    # Yields the body's lines as they come, as text without their ends.
    def each_line(&block)
      return to_enum(:each_line) unless block

      from = encoding
      # In an encoding such as UTF-16 the byte of a line's end may be a part of another letter.
      return text.each_line(chomp: true, &block) && self unless from.ascii_compatible?

      rest = +''.b
      each_chunk do |part|
        *lines, rest = (rest << part).split("\n", -1)
        lines.each { |line| yield Text.decode(line.chomp("\r"), from) }
      end
      yield Text.decode(rest, from) unless rest.empty?
      self
    end

    # Gives up what was not read yet, and closes its connection. May be called again, and from any thread: one that reads
    # meanwhile gets CallCancelledError.
    def close
      @native.close
    end

    # Whether nothing is left to be read: the response was closed, or read to its end.
    def closed?
      @native.closed?
    end

    def inspect
      "#<#{self.class} #{status}>"
    end

    private

    def take(size)
      content = @content.call
      part = content.byteslice(@taken, [size || content.bytesize, content.bytesize].min) || ''.b
      @taken += part.bytesize
      part
    end

    def read_some(size)
      return ''.b if @ended || size.zero?

      @begun = true
      part = Scheduler.run { @native.read(size) }
      finish if part.empty?
      part
    end

    def read_rest
      return ''.b if @ended

      rest = Scheduler.run { @native.body }
      finish
      rest
    end

    # Gives the connection back.
    def finish
      @ended = true
      @native.close
    end
  end
end
