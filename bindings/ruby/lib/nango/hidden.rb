# frozen_string_literal: true

module Nango
  # What objects that hold secrets or a customer's data have in common: they are not printed, dumped or serialized.
  module Hidden
    # The text of a value that is not shown.
    REDACTED = '[redacted]'

    def to_s
      inspect
    end

    # The attributes that are neither secrets nor a customer's data, for ActiveSupport and other encoders.
    def as_json(*)
      {}
    end

    def to_json(*arguments)
      as_json.to_json(*arguments)
    end

    def pretty_print(printer)
      printer.text(inspect)
    end

    def marshal_dump
      raise TypeError, "#{self.class} may hold secrets and cannot be dumped: pass only what you need of it"
    end

    def encode_with(_coder)
      marshal_dump
    end
  end
end
