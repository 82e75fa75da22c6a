# frozen_string_literal: true

# Runs all tests beside this file, or the files and folders that are named, and ends with a line that tests/run.sh counts.

require 'minitest'

# The last line.
class Counted < Minitest::StatisticsReporter
  def report
    super
    io.puts("#{count} passed, 0 failed") if passed?
  end
end

module Minitest
  def self.plugin_counted_init(options)
    reporter << Counted.new(options[:io], options)
  end
  extensions << 'counted'
end

named = ARGV.take_while { |argument| !argument.start_with?('-') }
ARGV.shift(named.size)
named << __dir__ if named.empty?
files = named.flat_map { |name| File.directory?(name) ? Dir[File.join(name, 'test_*.rb')] : name }
files.each { |file| require File.expand_path(file) }
