# frozen_string_literal: true

module Nango
  # How an external API authenticates: AuthMode::OAUTH2 is :oauth2. A mode that is newer than this package is :unknown.
  module AuthMode
    require_relative 'generated/auth_modes'

    # All of them, in the order of nango.h.
    ALL = NUMBERS.values.freeze
  end
end
