# frozen_string_literal: true

require 'stringio'

module Nango
  # The body of a request for an external API.
  class Body # :nodoc:
    BYTES = 'application/octet-stream'
    JSON_TYPE = 'application/json'

    # The body that a program passes; nil if there is none.
    def self.of(data, json, content_type)
      Arguments.text('content_type', content_type) unless content_type.nil?
      unless json.equal?(NOT_GIVEN)
        raise InvalidArgumentError, 'data and json are both given: pass one of them' unless data.nil?

        return new(JSONText.generate('json', json), nil, nil, content_type, JSON_TYPE)
      end
      if data.nil?
        return if content_type.nil?

        raise InvalidArgumentError, 'content_type is given without a body: pass data too, or leave it out'
      end
      new(*content_of(data), content_type, type_of(data))
    end

    # The usual content type. Text is sent as it is, so its encoding is named: ASCII is UTF-8 too, as are Ruby's variants of that.
    def self.type_of(data)
      return BYTES unless data.is_a?(String) && data.encoding != Encoding::BINARY

      name = data.encoding.name.downcase
      "text/plain; charset=#{name.match?(/\Autf-?8|\Aus-ascii/) ? 'utf-8' : name}"
    end

    # What a body consists of: the whole, or what it is read from and its length, -1 if unknown.
    def self.content_of(data)
      case data
      when String then [data, nil, nil]
      when Hash
        raise TypeError, 'data must not be a Hash: pass it as json, or URI.encode_www_form(...) of it with the content_type ' \
                         'application/x-www-form-urlencoded'
      else
        return [nil, Parts.new(FileParts.new(data)), length_of(data)] if data.respond_to?(:read)
        return [nil, Parts.new(data.each_entry), -1] if data.respond_to?(:each_entry)

        raise TypeError, "data must be a String, an IO opened in binary mode or an Enumerable of Strings, not #{data.class}"
      end
    end

    # How many bytes a file still has; -1 if that is not certain. The size of a special file, as those in /proc, is 0.
    def self.length_of(file)
      case file
      when StringIO then [0, file.size - file.pos].max
      when File
        status = file.stat
        status.file? && status.size.positive? ? [0, status.size - file.pos].max : -1
      else -1
      end
    end
    private_class_method :content_of, :length_of, :type_of

    # What the library reads from, if the body is not in memory.
    attr_reader :source

    def initialize(content, source, length, named, usual)
      @content = -> { content }
      @source = source
      @length = length
      @named = named
      @usual = usual
    end

    # Gives the body to a request. What a header says comes before what is usual.
    def add_to(request, has_type:)
      type = @named || (has_type ? nil : @usual)
      @source ? request.set_body_reader(@length, type) : request.set_body(@content.call, type)
    end

    # A file, read by as much as is asked for.
    class FileParts
      def initialize(file)
        @file = file
      end

      def next(capacity)
        @file.read(capacity)
      end
    end

    # Gives the parts of a file or an Enumerable to the library, in portions that it has room for.
    class Parts
      # Runs a block that lets no fiber be suspended: the library's call is on the stack, and what it knows of it in the thread.
      # The block has a fiber of its own, since what suspends that comes back to here.
      def self.unsuspended(&)
        fiber = Fiber.new(blocking: true, &)
        result = fiber.resume
        raise FiberError, 'a fiber must not be suspended by what data is read from' if fiber.alive?

        result
      rescue UncaughtThrowError => e
        throw e.tag, e.value
      end

      def initialize(parts)
        @parts = parts
        @rest = ''.b
      end

      # At most so many bytes; none at the end.
      def read(capacity)
        @rest = following(capacity) while @rest&.empty?
        return '' if @rest.nil?

        part = @rest.byteslice(0, capacity)
        @rest = @rest.byteslice(capacity..) || ''.b
        part
      end

      private

      def following(capacity)
        part = self.class.unsuspended { @parts.is_a?(FileParts) ? @parts.next(capacity) : @parts.next }
        return if part.nil?
        raise TypeError, "data must give Strings, not #{part.class}" unless part.is_a?(String)

        part.b unless @parts.is_a?(FileParts) && part.empty?
      rescue StopIteration
        nil
      end
    end
  end
end
