# frozen_string_literal: true

module Nango
  # The base of what operations of Nango's API and webhooks give.
  #
  # An attribute that Nango leaves out is nil. What this package does not know is in unknown_fields, by the names that Nango
  # has for it, unless an attribute has the whole object. Attributes that are secrets or a customer's data are not printed or
  # serialized, and not found in the instance variables, which many serializers write.
  class Model
    include Hidden

    Field = Struct.new(:name, :kind, :wire, :hidden, :later, :whole, :variable) do # :nodoc:
      # Whether its value is kept where nobody finds it. What is read later is so far what Nango sent, with all that is in it.
      def kept?
        hidden || later
      end
    end
    private_constant :Field

    class << self
      # The names of the attributes.
      def attributes
        fields.map(&:name)
      end

      # Reads what Nango sent.
      def read(sent) # :nodoc:
        raise Kinds::Mismatch, 'an object' unless sent.is_a?(Hash)

        new.tap { |model| model.send(:fill, sent) }
      end

      def fields # :nodoc:
        @fields ||= []
      end

      # The names that Nango has for what is known.
      def wires # :nodoc:
        @wires ||= fields.to_h { |field| [field.wire, true] }
      end

      private

      # A field of the model. With `later` it is an object that is read when it is asked for; with `whole` it is the object
      # itself, as sent.
      def field(name, kind, wire: name.to_s, hidden: false, later: false, whole: false)
        fields << Field.new(name, kind, wire, hidden, later, whole, :"@#{name}")
        fields.last.kept? ? define_reader(fields.last) : attr_reader(name)
      end

      def define_reader(field)
        define_method(field.name) do
          values = @kept.call
          value = values[field.name]
          field.later && value.is_a?(Hash) ? values[field.name] = build(field, value) : value
        end
      end
    end

    private_class_method :new

    # What this package does not know, by the names that Nango has for it. Never printed.
    def unknown_fields
      @kept.call[:unknown_fields]
    end

    # All attributes by their names, also those that are not printed.
    def to_h
      self.class.attributes.to_h { |name| [name, public_send(name)] }
    end

    # For pattern matching: `in Nango::Integration(unique_key:, provider: 'github')`.
    def deconstruct_keys(names)
      (names || self.class.attributes).to_h { |name| [name, public_send(name)] }
    end

    def ==(other)
      other.instance_of?(self.class) && to_h == other.to_h && unknown_fields == other.unknown_fields
    end

    def inspect
      shown = self.class.fields.map do |field|
        value = public_send(field.name)
        " #{field.name}=#{field.hidden && !value.nil? ? Hidden::REDACTED : value.inspect}"
      end
      "#<#{self.class}#{shown.join}>"
    end

    def as_json(*)
      self.class.fields.reject(&:hidden).to_h { |field| [field.name.to_s, plain(public_send(field.name))] }
    end

    private

    def fill(sent)
      fields = self.class.fields
      kept = {}
      fields.each do |field|
        value = field.whole ? sent : sent[field.wire]
        value = read_field(field, value) unless value.nil? || field.whole
        field.kept? ? kept[field.name] = value : instance_variable_set(field.variable, value)
      end
      kept[:unknown_fields] = fields.any?(&:whole) ? {} : sent.reject { |name, _| self.class.wires.key?(name) }
      keep(kept)
    end

    # In a method of its own: the function would keep all that was sent.
    def keep(values)
      @kept = -> { values }
    end

    def read_field(field, value)
      (field.later ? Kinds::OBJECT : field.kind).read(value)
    rescue Kinds::Mismatch => e
      e.path << field.wire
      raise
    end

    def build(field, sent)
      field.kind.read(sent)
    rescue Kinds::Mismatch => e
      e.path << field.wire
      raise DecodeError.new("a part of the response is not as Nango's API describes it: #{e.problem}: update libnango, or take " \
                            'it from the object as sent', kind: :decode), cause: nil
    end

    def plain(value)
      case value
      when Time then value.strftime('%Y-%m-%dT%H:%M:%S.%LZ')
      when Model then value.as_json
      when Array then value.map { |item| plain(item) }
      when Hash then value.transform_values { |item| plain(item) }
      else value
      end
    end
  end
end
