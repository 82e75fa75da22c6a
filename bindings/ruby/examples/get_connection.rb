#!/usr/bin/env ruby
# frozen_string_literal: true

# Gets a connection and prints in one line what it authenticates with.
#
# NANGO_CONNECTION_ID and NANGO_PROVIDER_CONFIG_KEY say which, NANGO_SECRET_KEY and NANGO_BASE_URL from where.

require 'nango'

def describe(connection_id, provider_config_key)
  connection = Nango::Client.open { |client| client.get_connection(connection_id, provider_config_key) }
  token = connection.token ? "#{connection.token[0, 8]}..." : '(no single token)'
  expires = connection.expires_at&.strftime('%Y-%m-%dT%H:%M:%S.%6N+00:00') || 'never'
  "#{provider_config_key}/#{connection_id}: #{connection.auth_mode.upcase} #{token} expires #{expires}"
end

begin
  puts describe(ENV.fetch('NANGO_CONNECTION_ID', 'customer-1'), ENV.fetch('NANGO_PROVIDER_CONFIG_KEY', 'github'))
rescue Nango::Error => e
  abort "#{e.kind.upcase}: #{e.message}"
end
