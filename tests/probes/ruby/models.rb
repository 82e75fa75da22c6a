# frozen_string_literal: true

# The result of an operation, which may be nil, as JSON.
class Result
  attr_reader :value

  def self.of(given)
    new(plain(given.is_a?(Nango::Pages) ? given.to_a : given))
  end

  # A value, or an attribute of one.
  def self.plain(given)
    case given
    when Nango::Model
      fields = given.to_h.transform_values { |value| plain(value) }
      given.unknown_fields.empty? ? fields : fields.merge(unknown: plain(given.unknown_fields))
    when Time then [given.to_i, given.nsec]
    when Hash then given.transform_values { |value| plain(value) }
    when Array then given.map { |value| plain(value) }
    else given
    end
  end

  def initialize(value)
    @value = value
  end
end
