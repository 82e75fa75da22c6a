# frozen_string_literal: true

require 'json'

# JSON as the other languages give it: as a text, and by a pointer.
module Pointer
  MISSING = Object.new.freeze

  module_function

  # A document as a text; nil for nil, the package's value for an absent one.
  def document(value)
    value.nil? ? nil : JSON.generate(value, max_nesting: 0, allow_nan: true)
  end

  # A String as in C: nil for another type, for invalid UTF-8 and with U+0000.
  def text(value)
    value if value.is_a?(String) && value.valid_encoding? && !value.include?("\0")
  end

  # The String that a JSON pointer names.
  def string_at(container, pointer)
    text(find(container, pointer))
  end

  # The value that a JSON pointer names, as a text.
  def json_at(container, pointer)
    value = find(container, pointer)
    value.equal?(MISSING) ? nil : JSON.generate(value, max_nesting: 0, allow_nan: true)
  end

  # The value that a JSON pointer (RFC 6901) names; MISSING if there is none.
  def find(container, pointer)
    return container if pointer == ''
    return MISSING if !pointer.start_with?('/') || pointer.match?(/~(?![01])/)

    (pointer == '/' ? [''] : pointer[1..].split('/', -1)).reduce(container) do |value, token|
      name = token.gsub('~1', '/').gsub('~0', '~')
      case value
      when Hash then value.fetch(name, MISSING)
      when Array then name.match?(/\A(?:0|[1-9][0-9]*)\z/) ? value.fetch(name.to_i, MISSING) : MISSING
      else return MISSING
      end
    end
  end
end
