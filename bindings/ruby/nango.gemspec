# frozen_string_literal: true

require_relative 'lib/nango/version'

# scripts/gem.rb packs it, in a folder with copies of all files: as a gem that builds the extension where it is installed, or,
# with NANGO_GEM_PLATFORM, as one for a platform that has the extension and the library inside.
Gem::Specification.new do |spec|
  spec.name = 'nango'
  spec.version = Nango::VERSION
  spec.summary = "Client for Nango: get a customer's fresh credentials for any of 700+ external APIs"
  spec.description = "Fresh credentials for customers' accounts at external APIs, calls of those APIs through Nango's proxy, " \
                     "synced records, and every other operation of Nango's API. A C extension over libnango."
  spec.homepage = 'https://github.com/libnango/libnango'
  spec.license = 'MIT'
  spec.licenses = %w[MIT Apache-2.0]
  spec.author = 'The libnango authors'
  spec.metadata = { 'source_code_uri' => spec.homepage, 'changelog_uri' => "#{spec.homepage}/blob/main/CHANGELOG.md",
                    'rubygems_mfa_required' => 'true' }
  spec.files = Dir.chdir(__dir__) do
    Dir['{lib,ext,sig}/**/{*,.cargo*}', 'LICENSE-*', 'README.md', 'THIRD-PARTY-NOTICES'].select { |file| File.file?(file) }
  end
  platform = ENV.fetch('NANGO_GEM_PLATFORM', nil)
  # An extension is for one version of Ruby. With another one RubyGems takes the gem that builds it.
  spec.required_ruby_version = platform ? "~> #{RbConfig::CONFIG['ruby_version'][/\d+\.\d+/]}.0" : '>= 3.1'
  if platform
    spec.platform = platform
  else
    spec.extensions = ['ext/nango/extconf.rb']
  end
end
