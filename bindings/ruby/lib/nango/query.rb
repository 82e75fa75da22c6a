# frozen_string_literal: true

require 'uri'

module Nango
  # The parameters of a query.
  module Query # :nodoc:
    module_function

    # Pairs of a Hash, of pairs, or of a query such as "a=1&b=2", which is decoded first: the argument of this name. A value may
    # be several; nil is left out.
    def pairs(argument, params)
      pairs_of(argument, params).flat_map do |pair|
        unless pair.is_a?(Array) && pair.size == 2
          raise TypeError, "#{argument} must be a Hash, pairs of a name and a value, or a query such as 'a=1&b=2'"
        end

        name, values = pair
        name = text("name in #{argument}", name)
        values = values.respond_to?(:to_ary) ? values.to_ary : [values]
        values.compact.map { |value| [name, text("value in #{argument}", value)] }
      end
    end

    # A value as APIs expect it. What is wrong with it is said of the argument of this name.
    def text(name, value)
      case value
      when String then Native.text(value, name)
      when Symbol, Integer, Float, true, false then value.to_s
      else raise TypeError, "#{name} must be a String, Symbol, Integer, Float, true or false, not #{value.class}"
      end
    end

    def pairs_of(argument, params)
      case params
      when nil then []
      when String then parse(argument, params)
      else
        raise TypeError, "#{argument} must be a Hash, pairs or a String, not #{params.class}" unless params.respond_to?(:to_a)

        params.to_a
      end
    end

    def parse(argument, query)
      query.split('&').reject(&:empty?).map do |pair|
        name, value = pair.split('=', 2)
        [decode(argument, name || ''), decode(argument, value || '')]
      end
    end

    def decode(argument, text)
      decoded = URI.decode_www_form_component(text)
      decoded.valid_encoding? ? decoded : raise(ArgumentError)
    rescue ArgumentError
      raise InvalidArgumentError.new("#{argument} is no query such as 'a=1&b=2' in UTF-8: pass it as part of the path"),
            cause: nil
    end
    private_class_method :pairs_of, :parse, :decode
  end
end
