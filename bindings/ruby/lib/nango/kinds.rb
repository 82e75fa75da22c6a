# frozen_string_literal: true

module Nango
  # The kinds of values that operations of Nango's API take and give: each reads what Nango sent, and writes a program's
  # values. No message repeats a value: it may be a secret.
  module Kinds # :nodoc:
    # What Nango sent is of another kind than described.
    class Mismatch < StandardError
      # Where it is: the keys and indices that lead there, the innermost first.
      attr_reader :path

      def initialize(wanted)
        super
        @path = []
      end

      # What is wrong.
      def problem
        "#{path.empty? ? 'the whole' : path.reverse.join('/')} is not #{message}"
      end

      # Reads what is at a place.
      def self.at(step)
        yield
      rescue Mismatch => e
        e.path << step
        raise
      end
    end

    # Values that are the same in Ruby and in JSON.
    class Scalar
      def initialize(wanted, named, *classes)
        @wanted = wanted
        @named = named
        @classes = classes
      end

      def read(sent)
        raise Mismatch, @wanted unless @classes.include?(sent.class)

        sent
      end

      def write(name, value)
        raise TypeError, "#{name} must be #{@named}, not #{value.class}" unless @classes.any? { |one| value.is_a?(one) }

        value
      end
    end

    # Times, as texts of RFC 3339.
    module Timestamp
      module_function

      def read(sent)
        (sent.is_a?(String) && Times.parse(sent)) || raise(Mismatch, 'an RFC 3339 time')
      end

      def write(name, value)
        value = value.to_time if value.respond_to?(:to_time)
        raise TypeError, "#{name} must be a Time, not #{value.class}" unless value.is_a?(Time)

        digits = value.nsec.zero? ? 0 : [3, 6, 9].find { |count| (value.nsec % (10**(9 - count))).zero? }
        value.getutc.strftime("%Y-%m-%dT%H:%M:%S#{".%#{digits}N" if digits.positive?}Z")
      end
    end

    # Any JSON value.
    module AnyJSON
      module_function

      def read(sent)
        sent
      end

      def write(_name, value)
        value
      end
    end

    # Any JSON object.
    module AnyObject
      module_function

      def read(sent)
        raise Mismatch, 'an object' unless sent.is_a?(Hash)

        sent
      end

      def write(name, value)
        value = value.to_hash if value.respond_to?(:to_hash)
        raise TypeError, "#{name} must be a Hash, not #{value.class}" unless value.is_a?(Hash)

        value
      end
    end

    # Several of a kind.
    class ArrayOf
      def initialize(item)
        @item = item
      end

      def read(sent)
        raise Mismatch, 'an array' unless sent.is_a?(Array)

        sent.each_with_index.map { |value, index| Mismatch.at(index) { @item.read(value) } }
      end

      def write(name, value)
        if value.is_a?(Hash) || value.is_a?(String) || !value.respond_to?(:to_a)
          raise TypeError, "#{name} must be an Array, not #{value.class}"
        end

        value.to_a.map { |item| @item.write("an item of #{name}", item) }
      end
    end

    # An object whose values are of a kind, under any keys.
    class MapOf
      def initialize(item)
        @item = item
      end

      def read(sent)
        AnyObject.read(sent).to_h { |key, value| [key, Mismatch.at(key) { @item.read(value) }] }
      end

      def write(name, value)
        AnyObject.write(name, value).to_h do |key, item|
          key = key.to_s if key.is_a?(Symbol)
          [STRING.write("a key of #{name}", key), @item.write("a value of #{name}", item)]
        end
      end
    end

    # A model, which is read by its class.
    class ModelOf
      def initialize(name)
        @name = name
      end

      def read(sent)
        Nango.const_get(@name).read(sent)
      end

      def write(name, value)
        AnyObject.write(name, value)
      end
    end

    STRING = Scalar.new('a string', 'a String', String)
    INTEGER = Scalar.new('an integer', 'an Integer', Integer)
    NUMBER = Scalar.new('a number', 'a Numeric', Integer, Float)
    BOOLEAN = Scalar.new('a boolean', 'true or false', TrueClass, FalseClass)
    TIMESTAMP = Timestamp
    JSON = AnyJSON
    OBJECT = AnyObject

    module_function

    def array(item)
      ArrayOf.new(item)
    end

    def map(item)
      MapOf.new(item)
    end

    def model(name)
      ModelOf.new(name)
    end
  end
end
