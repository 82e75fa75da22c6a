#!/usr/bin/env ruby
# frozen_string_literal: true

# Reads the records of a sync from where it stopped before, and keeps its place in a file after each of them.
#
# NANGO_CONNECTION_ID and NANGO_PROVIDER_CONFIG_KEY say which connection, the arguments the model and the file.

require 'nango'

model, place = ARGV.values_at(0, 1)
abort 'usage: records.rb MODEL FILE' unless place

Nango::Client.open do |client|
  records = client.records.list(
    connection_id: ENV.fetch('NANGO_CONNECTION_ID', 'customer-oauth2'),
    provider_config_key: ENV.fetch('NANGO_PROVIDER_CONFIG_KEY', 'github'),
    model: model, cursor: File.exist?(place) ? File.read(place) : nil
  )
  records.each do |record|
    puts "#{record.metadata.last_action} #{record.id}"
    File.write(place, records.cursor)
  end
rescue Nango::Error => e
  abort "#{e.kind.upcase}: #{e.message}"
end
