#!/usr/bin/env ruby
# frozen_string_literal: true

# Calls the external API of a connection through Nango, and prints the status and how much it answered.
#
# NANGO_CONNECTION_ID and NANGO_PROVIDER_CONFIG_KEY say which connection, the first argument the endpoint.

require 'nango'

Nango::Client.open do |client|
  ids = [ENV.fetch('NANGO_CONNECTION_ID', 'customer-oauth2'), ENV.fetch('NANGO_PROVIDER_CONFIG_KEY', 'github')]
  client.proxy(*ids, :get, ARGV.fetch(0, '/user'), headers: { 'Accept' => 'application/json' }) do |response|
    puts "#{response.status} #{response.reason}: #{response.each_chunk.sum(&:bytesize)} bytes"
  end
rescue Nango::Error => e
  abort "#{e.kind.upcase}: #{e.message}"
end
