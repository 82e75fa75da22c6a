# frozen_string_literal: true

# A client for Nango (https://nango.dev): fresh credentials for a customer's account at any of 700 external APIs, calls of
# those APIs through Nango's proxy, synced records, and every other operation of Nango's API.
#
#   client = Nango::Client.new(secret_key: ENV.fetch('NANGO_SECRET_KEY'))
#   connection = client.get_connection('customer-1', 'github')
#   connection.token
#
# Make one client and share it between all threads. It may be used before, after and across a fork.
module Nango
  # The version of the library that is loaded.
  def self.library_version
    Native.version
  end
end

require_relative 'nango/version'
require_relative 'nango/errors'
require_relative 'nango/hidden'
require_relative 'nango/json'
require_relative 'nango/text'
require_relative 'nango/times'
require 'nango/nango_ext'
require_relative 'nango/arguments'
require_relative 'nango/scheduler'
require_relative 'nango/auth_mode'
require_relative 'nango/credentials'
require_relative 'nango/connection'
require_relative 'nango/headers'
require_relative 'nango/api_response'
require_relative 'nango/kinds'
require_relative 'nango/model'
require_relative 'nango/generated/models'
require_relative 'nango/operation'
require_relative 'nango/pages'
require_relative 'nango/group'
require_relative 'nango/generated/groups'
require_relative 'nango/query'
require_relative 'nango/body'
require_relative 'nango/response'
require_relative 'nango/observers'
require_relative 'nango/client'
require_relative 'nango/webhooks'
