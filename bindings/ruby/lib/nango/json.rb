# frozen_string_literal: true

require 'json'

module Nango
  # JSON as the library takes and gives it.
  module JSONText # :nodoc:
    module_function

    # The escapes of JSON: a pair of UTF-16, a half of one, which JSON may have and UTF-8 cannot, and all others.
    ESCAPE = /\\(?:u(?<high>d[89ab]\h\h)(?<low>\\ud[c-f]\h\h)?|u(?<alone>d[c-f]\h\h)|.)/im
    # U+FEFF in UTF-8, which some servers send before a text, and Ruby's parser refuses.
    MARK = "\xEF\xBB\xBF".b.freeze
    # How deeply arrays and objects may be nested: Ruby's parser and generator take stack for each level.
    MAX_NESTING = 512
    private_constant :ESCAPE, :MARK, :MAX_NESTING

    # What a text says, with a byte order mark or without. Raises JSON::ParserError, without what is in it, if it is no JSON, and
    # DecodeError if it is nested too deeply. JSON's grammar has halves of pairs, of which Ruby's parser makes invalid Strings:
    # each is U+FFFD here.
    def parse(text, **options)
      raise JSON::ParserError, 'it is not text' if text.nil?

      text = text.byteslice(MARK.bytesize..) if text.byteslice(0, MARK.bytesize).b == MARK
      text = without_halves(text) if text.include?('\ud') || text.include?('\uD')
      JSON.parse(text, max_nesting: MAX_NESTING, **options)
    rescue JSON::NestingError
      raise DecodeError.new('the JSON has too many arrays and objects within each other: read it from its text, with a parser ' \
                            'that takes no stack for them', kind: :decode), cause: nil
    rescue JSON::ParserError, EncodingError
      raise JSON::ParserError.new('it is not JSON'), cause: nil
    end

    def without_halves(text)
      text.gsub(ESCAPE) do |escape|
        match = Regexp.last_match
        match[:alone] || (match[:high] && match[:low].nil?) ? '\ufffd' : escape
      end
    end
    private_class_method :without_halves

    # What a text says that the library knows to be JSON. Raises DecodeError, without what is in it, if Ruby cannot parse it.
    def read(text, **facts)
      parse(text)
    rescue JSON::ParserError
      raise DecodeError.new("Ruby's parser refuses what is JSON by RFC 8259: please report it", kind: :decode, **facts),
            cause: nil
    end

    def read_or_nil(text)
      text && read(text)
    end

    # The text of a program's value. No error repeats what is in it.
    def generate(name, value)
      JSON.generate(value, max_nesting: MAX_NESTING)
    rescue JSON::NestingError
      raise InvalidArgumentError.new("#{name} has more than #{MAX_NESTING} arrays and objects within each other, or one that " \
                                     'is within itself: pass it with fewer, or as text'), cause: nil
    rescue JSON::GeneratorError, Encoding::UndefinedConversionError
      raise InvalidArgumentError.new("#{name} has something that JSON cannot hold: NaN, an infinity, or text that is not UTF-8"),
            cause: nil
    end
  end
end
