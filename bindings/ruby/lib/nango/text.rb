# frozen_string_literal: true

module Nango
  # The body of a response as text.
  module Text # :nodoc:
    # Byte order marks, and their encodings. That of UTF-32 in little endian begins as that of UTF-16.
    MARKS = { "\xEF\xBB\xBF" => 'UTF-8', "\xFF\xFE\0\0" => 'UTF-32LE', "\0\0\xFE\xFF" => 'UTF-32BE', "\xFF\xFE" => 'UTF-16LE',
              "\xFE\xFF" => 'UTF-16BE' }.to_h { |mark, name| [mark.b, Encoding.find(name)] }.freeze

    module_function

    # The encoding that a content type names, if Ruby knows it; UTF-8 if not.
    def encoding(content_type)
      named = /;\s*charset\s*=\s*"?([^\s;"]+)/i.match(content_type.to_s)
      found = named ? Encoding.find(named[1]) : Encoding::UTF_8
      found.dummy? && found.name.start_with?('UTF-16') ? Encoding::UTF_16BE : found
    rescue ArgumentError
      Encoding::UTF_8
    end

    # Bytes as text; what is invalid in its encoding becomes U+FFFD.
    def decode(bytes, encoding)
      text = bytes.dup.force_encoding(encoding)
      return text.scrub("\uFFFD") if encoding == Encoding::UTF_8

      text.encode(Encoding::UTF_8, invalid: :replace, undef: :replace, replace: "\uFFFD")
    end

    # The text of a JSON document. A byte order mark comes before the content type; without either the zero bytes of UTF-16
    # and UTF-32 tell. nil if it is not text in that encoding.
    def json(bytes, content_type)
      mark = MARKS.keys.find { |start| bytes.start_with?(start) }
      return decode_strictly(bytes.byteslice(mark.bytesize..), MARKS[mark]) if mark

      decode_strictly(bytes, by_zeros(bytes) || encoding(content_type))
    end

    def decode_strictly(bytes, encoding)
      text = bytes.dup.force_encoding(encoding)
      text.encode(Encoding::UTF_8) if text.valid_encoding?
    rescue EncodingError
      nil
    end

    def by_zeros(bytes)
      case bytes.byteslice(0, 4).unpack('C*').map { |byte| byte.zero? ? '0' : 'x' }.join
      when '000x' then Encoding::UTF_32BE
      when 'x000' then Encoding::UTF_32LE
      when '0x0x', '0x' then Encoding::UTF_16BE
      when 'x0x0', 'x0' then Encoding::UTF_16LE
      end
    end
    private_class_method :by_zeros, :decode_strictly
  end
end
