# frozen_string_literal: true

module Nango
  # The version of this package. That of the library is Nango.library_version.
  VERSION = '0.1.0'
end
