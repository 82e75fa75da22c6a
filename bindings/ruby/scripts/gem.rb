#!/usr/bin/env ruby
# frozen_string_literal: true

# Packs the gem: `gem.rb FOLDER` writes nango-VERSION.gem, which builds the extension where it is installed and brings the crate
# that libnango is built from, and one for x86-64 Linux with glibc, which has both inside. The same input makes the same gems;
# SOURCE_DATE_EPOCH is the time of their files.
#
# NANGO_LIBRARY names the libnango.so for the latter; by default it is target/release/libnango.so. It is linked to by its name
# in the folder of the extension. NANGO_GEM_CC is the compiler for the extension, by default that of Ruby.

require 'fileutils'
require 'rbconfig'
require 'rubygems/package'
require 'tmpdir'

ROOT = File.expand_path('../../..', __dir__)
RUBY = File.join(ROOT, 'bindings/ruby')
# Without "gnu" RubyGems takes a gem for musl's, too. One before 3.3.21 knows no difference, and leaves it out of the name.
PLATFORM = 'x86_64-linux-gnu'

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

# A folder with the header and the library, as `make install` fills it.
def prefix(folder, library)
  FileUtils.mkdir_p([File.join(folder, 'include'), File.join(folder, 'lib')])
  FileUtils.cp(File.join(ROOT, 'include/nango.h'), File.join(folder, 'include'))
  FileUtils.cp(library, File.join(folder, 'lib/libnango.so.0'))
  FileUtils.ln_s('libnango.so.0', File.join(folder, 'lib/libnango.so'))
  folder
end

# Without libruby, which has another name with each build of Ruby, and is in the process already.
def compile(library)
  compiler = ENV.fetch('NANGO_GEM_CC', nil)
  Dir.mktmpdir do |build|
    folder = prefix(File.join(build, 'nango'), library)
    environment = { 'NANGO_WERROR' => '1', 'NANGO_RPATH' => '$$ORIGIN', 'NANGO_DIR' => folder }
    run(environment, RbConfig.ruby, File.join(RUBY, 'ext/nango/extconf.rb'), chdir: build, out: File::NULL)
    run('make', '-s', 'LIBRUBYARG_SHARED=', *("CC=#{compiler}" if compiler), chdir: build, out: File::NULL)
    extension = File.join(build, 'nango_ext.so')
    # And without what names the folder of the build, by which the linker makes the id.
    run('strip', '--strip-unneeded', '--remove-section=.note.gnu.build-id', extension)
    yield extension
  end
end

def add_library(folder)
  library = ENV.fetch('NANGO_LIBRARY', File.join(ROOT, 'target/release/libnango.so'))
  here = File.join(folder, 'lib/nango')
  FileUtils.cp(library, File.join(here, 'libnango.so.0'))
  compile(library) { |extension| FileUtils.cp(extension, here) }
end

# The extension looks for the library beside itself.
def build(folder, out, platform)
  FileUtils.chmod_R('u=rwX,go=rX', folder)
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
  build(folder, out, PLATFORM)
end
puts Dir[File.join(out, '*.gem')]
