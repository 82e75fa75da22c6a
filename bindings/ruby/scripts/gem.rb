#!/usr/bin/env ruby
# frozen_string_literal: true

# Packs the gem: `gem.rb FOLDER` writes nango-VERSION.gem, which builds the extension where it is installed and brings the crate
# that libnango is built from, and nango-VERSION-x86_64-linux.gem, which has both inside.
#
# NANGO_LIBRARY names the libnango.so for the latter; by default it is target/release/libnango.so. It is linked to by its name
# in the folder of the extension.

require 'fileutils'
require 'rbconfig'
require 'rubygems/package'
require 'tmpdir'

ROOT = File.expand_path('../../..', __dir__)
RUBY = File.join(ROOT, 'bindings/ruby')

def run(*command, **options)
  system(*command, exception: true, **options)
end

# Copies what both gems have, without links.
def stage(folder)
  %w[lib sig README.md LICENSE-APACHE LICENSE-MIT THIRD-PARTY-NOTICES nango.gemspec].each do |name|
    FileUtils.cp_r(File.realpath(File.join(RUBY, name)), File.join(folder, name))
  end
end

# What `cargo package` makes of the crate, since a part of a workspace does not build elsewhere.
def add_crate(folder)
  Dir.mktmpdir do |target|
    run(ENV.fetch('CARGO', 'cargo'), 'package', '--quiet', '--no-verify', '--allow-dirty', '-p', 'nango', '--target-dir', target,
        chdir: ROOT)
    run('tar', '-xf', Dir[File.join(target, 'package/nango-*.crate')].first, '-C', target)
    crate = Dir[File.join(target, 'nango-*/')].first
    FileUtils.rm_f(File.join(crate, '.cargo_vcs_info.json'))
    FileUtils.cp_r(crate, File.join(folder, 'ext/crate'))
  end
end

def add_library(folder)
  library = ENV.fetch('NANGO_LIBRARY', File.join(ROOT, 'target/release/libnango.so'))
  here = File.join(folder, 'lib/nango')
  FileUtils.cp(library, File.join(here, 'libnango.so.0'))
  Dir.mktmpdir do |build|
    environment = { 'NANGO_WERROR' => '1', 'NANGO_RPATH' => '$$ORIGIN' }
    run(environment, RbConfig.ruby, File.join(RUBY, 'ext/nango/extconf.rb'), chdir: build, out: File::NULL)
    run('make', '-s', chdir: build, out: File::NULL)
    FileUtils.cp(File.join(build, 'nango_ext.so'), here)
  end
  run('strip', '--strip-unneeded', File.join(here, 'nango_ext.so'))
end

# The extension looks for the library beside itself.
def build(folder, out, platform)
  run({ 'NANGO_GEM_PLATFORM' => platform }, RbConfig.ruby, '-S', 'gem', 'build', '--silent', '--strict', 'nango.gemspec',
      chdir: folder)
  FileUtils.mv(Dir[File.join(folder, '*.gem')], out)
end

out = File.expand_path(ARGV.fetch(0))
FileUtils.mkdir_p(out)
FileUtils.rm_f(Dir[File.join(out, 'nango-*.gem')])
Dir.mktmpdir do |folder|
  stage(folder)
  FileUtils.cp_r(File.join(RUBY, 'ext'), folder)
  add_crate(folder)
  build(folder, out, nil)
end
Dir.mktmpdir do |folder|
  stage(folder)
  add_library(folder)
  build(folder, out, 'x86_64-linux')
end
puts Dir[File.join(out, '*.gem')]
