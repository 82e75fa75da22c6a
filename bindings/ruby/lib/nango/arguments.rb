# frozen_string_literal: true

module Nango
  # A program's arguments, as the library takes them. No message repeats a value, which may be a secret.
  module Arguments # :nodoc:
    INT32_MAX = (2**31) - 1
    INT64_MAX = (2**63) - 1

    module_function

    def text(name, value)
      raise TypeError, "#{name} must be a String, not #{value.class}" unless value.is_a?(String)

      value
    end

    def path(name, value)
      text(name, value.respond_to?(:to_path) ? value.to_path : value)
    end

    def flag(name, value)
      raise TypeError, "#{name} must be true or false, not #{value.class}" unless [true, false].include?(value)

      value
    end

    # Seconds as milliseconds, rounded up, so that a short time is not 0.
    def milliseconds(name, seconds)
      unless seconds.is_a?(Numeric) && seconds.respond_to?(:real?) && seconds.real?
        raise TypeError, "#{name} must be a number of seconds or nil, not #{seconds.class}"
      end
      raise InvalidArgumentError, "#{name} must be 0 or more seconds" unless seconds >= 0
      return INT64_MAX if seconds >= INT64_MAX / 1000

      (seconds * 1000).ceil
    end

    def size(name, value)
      [not_negative(name, value, '0 or more bytes'), INT64_MAX].min
    end

    def count(name, value)
      [not_negative(name, value, '0 or more'), INT32_MAX].min
    end

    # Headers: a Hash, or pairs of a name and a value.
    def headers(pairs)
      raise TypeError, 'headers must be a Hash, or pairs of a name and a value' unless pairs.respond_to?(:to_a) && !pairs.nil?

      pairs.to_a.map do |pair|
        raise TypeError, 'headers must be a Hash, or pairs of a name and a value' unless pair.is_a?(Array) && pair.size == 2

        name, value = pair
        [text('header name', name.is_a?(Symbol) ? name.to_s : name), text('header value', value)]
      end
    end

    # Several numbers, such as statuses.
    def counts(name, values)
      raise TypeError, "#{name} must be an Array of Integers, not #{values.class}" unless values.respond_to?(:to_a)

      values.to_a.map { |value| count("an item of #{name}", value) }
    end

    def not_negative(name, value, wanted)
      raise TypeError, "#{name} must be an Integer, not #{value.class}" unless value.is_a?(Integer)
      raise InvalidArgumentError, "#{name} must be #{wanted}" if value.negative?

      value
    end
    private_class_method :not_negative
  end
end
