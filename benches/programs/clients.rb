#!/usr/bin/env ruby
# frozen_string_literal: true

# Ruby's clients: each gets a connection again and again, reads the same fields and checks the token.
#
# usage: clients.rb CLIENT BASE_URL CALLS|- CONNECTION_ID

INTEGRATION = 'github'
# Invented, as is the token.
SECRET_KEY = '00000000-0000-4000-8000-00000000beef'
TOKEN = 'invented_0123456789abcdef0123456789abcdef'

# Fails unless all fields are there and the token is the right one.
def check(fields)
  abort 'the answer is not the expected one' unless fields.all? && fields[6] == TOKEN
end

# This project's package.
def with_nango(base_url, connection_id)
  require 'nango'

  client = Nango::Client.new(secret_key: SECRET_KEY, base_url: base_url)
  lambda do
    connection = client.get_connection(connection_id, INTEGRATION)
    check([connection.connection_id, connection.provider_config_key, connection.provider, connection.created_at,
           connection.updated_at, connection.auth_mode, connection.token, connection.expires_at])
  end
end

# Ruby's own client, with its connection kept alive, and its own JSON.
def with_net_http(base_url, connection_id)
  require 'json'
  require 'net/http'

  address = URI("#{base_url}/connection/#{connection_id}?provider_config_key=#{INTEGRATION}")
  http = Net::HTTP.start(address.host, address.port, nil, use_ssl: address.scheme == 'https', open_timeout: 10, read_timeout: 30)
  headers = { 'Authorization' => "Bearer #{SECRET_KEY}" }
  lambda do
    response = http.get(address.request_uri, headers)
    abort 'not 200' unless response.code == '200'

    connection = JSON.parse(response.body)
    credentials = connection['credentials']
    check(connection.values_at('connection_id', 'provider_config_key', 'provider', 'created_at', 'updated_at') +
          credentials.values_at('type', 'access_token', 'expires_at'))
  end
end

# Yields the calls of each turn. Of "-" they come from standard input, a line each; the end of one is an empty line.
def each_turn(calls)
  return yield Integer(calls) unless calls == '-'

  $stdin.each_line do |line|
    yield Integer(line)
    $stdout.puts
    $stdout.flush
  end
end

client, base_url, calls, connection_id = ARGV
call = client == 'nango' ? with_nango(base_url, connection_id) : with_net_http(base_url, connection_id)
each_turn(calls) { |count| count.times { call.call } }
