# frozen_string_literal: true

# Both gems, as scripts/gem.rb has packed them into target/dist/ruby, installed into an empty GEM_HOME and used.

require 'fileutils'
require 'minitest/autorun'
require 'open3'
require 'rbconfig'
require 'rubygems/package'
require 'tmpdir'

class TestInstall < Minitest::Test
  ROOT = File.expand_path('../..', __dir__)
  GEMS = File.join(ROOT, 'target/dist/ruby')
  LIBRARY = File.join(ROOT, 'target/release/libnango.so')
  RUBY_GEM = Dir[File.join(GEMS, 'nango-*.gem')].reject { |file| file.include?('x86_64') }.first
  PLATFORM_GEM = Dir[File.join(GEMS, 'nango-*-x86_64-linux*.gem')].first
  # Gets a connection of the emulator, and says where the library is that was loaded.
  PROGRAM = <<~'RUBY'
    require 'nango'
    require 'nango/testing'
    Nango::Testing::Emulator.open do |emulator|
      puts emulator.client.get_connection('customer-oauth2', 'github').auth_mode
    end
    puts File.read('/proc/self/maps')[%r{/\S*libnango\S*}]
  RUBY

  def setup
    @home = Dir.mktmpdir('nango-gem-')
  end

  def teardown
    FileUtils.rm_rf(@home)
  end

  def environment(**more)
    kept = %w[PATH HOME NANGO_EMULATOR CC].to_h { |name| [name, ENV.fetch(name, nil)] }
    kept.merge('GEM_HOME' => @home, 'GEM_PATH' => @home, 'LANG' => 'C.UTF-8', 'PKG_CONFIG_LIBDIR' => @home,
               **more.transform_keys(&:to_s))
  end

  def install(gem, **more)
    command = [RbConfig.ruby, '-S', 'gem', 'install', '--local', '--no-document', gem]
    Open3.capture2e(environment(**more), *command, unsetenv_others: true, chdir: @home)
  end

  def use
    told, status = Open3.capture2e(environment, RbConfig.ruby, '-e', PROGRAM, unsetenv_others: true, chdir: @home)
    assert_predicate status, :success?, told
    mode, library = told.lines(chomp: true)
    assert_equal 'oauth2', mode
    library
  end

  def assert_installed(gem, **more)
    told, status = install(gem, **more)
    assert_predicate status, :success?, told
  end

  # A folder with the header and the library, as `make install` fills it.
  def installed_library
    File.join(@home, 'prefix').tap do |folder|
      FileUtils.mkdir_p([File.join(folder, 'include'), File.join(folder, 'lib')])
      FileUtils.cp(File.join(ROOT, 'include/nango.h'), File.join(folder, 'include'))
      FileUtils.cp(LIBRARY, File.join(folder, 'lib/libnango.so.0'))
      FileUtils.ln_s('libnango.so.0', File.join(folder, 'lib/libnango.so'))
    end
  end

  def pkg_config(folder, version)
    File.write(File.join(@home, 'nango.pc'), <<~PC)
      Name: nango
      Description: invented
      Version: #{version}
      Cflags: -I#{folder}/include
      Libs: -L#{folder}/lib -Wl,-rpath,#{folder}/lib -lnango
    PC
  end

  # A cargo that builds nothing, but has what was built before.
  def cargo(version)
    File.join(@home, 'cargo').tap do |program|
      File.write(program, <<~SH)
        #!/bin/sh
        case $1 in
        --version) echo 'cargo #{version}' ;;
        *) for folder; do :; done; mkdir -p "$folder/release" && cp '#{LIBRARY}' "$folder/release" ;;
        esac
      SH
      FileUtils.chmod(0o755, program)
    end
  end

  def test_the_gem_for_the_platform_needs_no_compiler
    assert_installed(PLATFORM_GEM, PATH: File.dirname(RbConfig.ruby), CC: '/nonexistent')
    assert_match(%r{\A#{@home}/gems/nango-[^/]*-x86_64-linux(-gnu)?/lib/nango/libnango.so.0\z}, use)
  end

  def test_the_gem_is_built_with_the_library_of_a_folder
    assert_installed(RUBY_GEM, NANGO_DIR: installed_library)
    assert_equal File.join(@home, 'prefix/lib/libnango.so.0'), use
  end

  def test_the_gem_is_built_with_the_library_that_pkg_config_knows
    pkg_config(installed_library, File.basename(RUBY_GEM)[/\d+\.\d+\.\d+/])
    assert_installed(RUBY_GEM)
    assert_equal File.join(@home, 'prefix/lib/libnango.so.0'), use
  end

  def test_a_library_of_another_version_is_left_alone_and_cargo_builds_one
    pkg_config(installed_library, '0.0.1')
    assert_installed(RUBY_GEM, CARGO: cargo('1.99.0'))
    assert_match(%r{\A#{@home}/gems/nango-[^/]*/lib/nango/libnango.so.0\z}, use)
    assert_empty Dir[File.join(@home, 'gems/*/ext/crate/target')]
  end

  def test_what_is_missing_is_named
    ['/nonexistent', cargo('1.2.3')].each do |program|
      told, status = install(RUBY_GEM, CARGO: program)
      refute_predicate status, :success?
      assert_includes told, 'set NANGO_DIR to a folder with include/nango.h'
    end
  end

  def test_the_same_input_makes_the_same_gems
    made = [0o022, 0o077].map do |umask|
      folder = File.join(@home, "made-#{umask}")
      program = File.join(ROOT, 'bindings/ruby/scripts/gem.rb')
      told, status = Open3.capture2e({ 'SOURCE_DATE_EPOCH' => '1700000000' }, RbConfig.ruby, program, folder, umask: umask)
      assert_predicate status, :success?, told
      Dir[File.join(folder, '*.gem')].to_h { |gem| [File.basename(gem), File.binread(gem)] }
    end
    assert_equal made[0].keys, made[1].keys
    made[0].each { |name, content| assert content == made[1][name], name }
  end

  # Which has another name with each build of Ruby.
  def test_the_extension_does_not_name_libruby
    data = Gem::Package.new(PLATFORM_GEM)
    data.extract_files(File.join(@home, 'files'))
    needed, = Open3.capture2('readelf', '-d', File.join(@home, 'files/lib/nango/nango_ext.so'))
    assert_match(/NEEDED.*libnango\.so\.0/, needed)
    refute_match(/NEEDED.*libruby/, needed)
  end

  def test_both_have_what_the_licences_ask_for
    [RUBY_GEM, PLATFORM_GEM].each do |gem|
      files = Gem::Package.new(gem).contents
      %w[LICENSE-APACHE LICENSE-MIT THIRD-PARTY-NOTICES README.md sig/nango.rbs lib/nango.rb].each do |file|
        assert_includes files, file
      end
      assert_empty files.grep(/test|\.o\z|Makefile/) - files.grep(%r{\Aext/crate/|lib/nango/testing.rb})
    end
    assert_includes Gem::Package.new(RUBY_GEM).contents, 'ext/crate/Cargo.lock'
  end
end
