#!/bin/sh
# Checks the signatures in sig: by themselves, and against what the tests pass and get, which rbs compares while they run.
# `make ruby-extension emulator` has built what the tests need.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
ruby=${RUBY:-ruby}
# Debian has the library of rbs and no command.
"$ruby" -rrbs -rrbs/cli -e 'RBS::CLI.new(stdout: $stdout, stderr: $stderr).run(ARGV)' -- -I "$here/sig" validate --silent

export RBS_TEST_TARGET='Nango::*' RBS_TEST_OPT="-I $here/sig" RBS_TEST_LOGLEVEL=error RBS_TEST_UNCHECKED_CLASSES=RSpec::Mocks::Double
exec "$ruby" -I"$here/../../target/ruby/lib" -I"$here/lib" -rrbs/test/setup "$here/test/all.rb" \
	"$here/test/test_connection.rb" "$here/test/test_operations.rb" "$here/test/test_proxy.rb" "$here/test/test_webhooks.rb"
