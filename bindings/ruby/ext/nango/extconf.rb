# frozen_string_literal: true

# Finds libnango and makes the Makefile of the extension. Looks for, in this order:
#
# 1. NANGO_DIR, or --with-nango-dir=DIR: a folder with include/nango.h and lib/libnango.so, as `make install` fills it.
# 2. The checkout of libnango around this file, with the library that was built there.
# 3. An installed library that pkg-config knows, of this version.
# 4. The crate that came with the gem, which cargo builds.

require 'mkmf'

STRICT = %w[-std=gnu11 -Wall -Wextra -Wpedantic -Wshadow].freeze
CHECKOUT = File.expand_path('../../../..', __dir__)
CRATE = File.expand_path('../crate', __dir__)
VERSION = File.read(File.expand_path('../../lib/nango/version.rb', __dir__))[/VERSION = '(.*)'/, 1]

def use(include_dir, lib_dir, rpath = lib_dir)
  $INCFLAGS = "-I#{include_dir} #{$INCFLAGS}"
  $LDFLAGS << " -L#{lib_dir} -Wl,-rpath,'#{ENV.fetch('NANGO_RPATH', rpath)}'"
  $libs = append_library($libs, 'nango')
end

# Builds the library into the folder of the gem, which is where it stays.
def build_crate
  cargo = ENV.fetch('CARGO', 'cargo')
  version = `#{cargo} --version 2>&1`[/\d+\.\d+/]
  wanted = File.read(File.join(CRATE, 'Cargo.toml'))[/^rust-version = "(\d+\.\d+)/, 1]
  if version.nil? || Gem::Version.new(version) < Gem::Version.new(wanted)
    abort "libnango is not installed, and to build it takes Rust #{wanted} or later: install it from https://rustup.rs, or " \
          'install libnango so that pkg-config finds it, or set NANGO_DIR to a folder with include/nango.h and lib/libnango.so'
  end

  target = File.join(CRATE, 'target')
  built = system(cargo, 'rustc', '--locked', '--release', '-p', 'nango', '--crate-type', 'cdylib', '--target-dir', target,
                 chdir: CRATE)
  abort 'cargo could not build libnango, and says above why' unless built

  lib = File.expand_path('../../lib/nango', __dir__)
  FileUtils.cp(File.join(target, 'release/libnango.so'), File.join(lib, 'libnango.so.0'))
  FileUtils.ln_sf('libnango.so.0', File.join(lib, 'libnango.so'))
  FileUtils.rm_rf(target)
  use(File.join(CRATE, 'include'), lib)
end

folder = with_config('nango-dir', ENV.fetch('NANGO_DIR', nil))
if folder
  use(File.join(folder, 'include'), File.join(folder, 'lib'))
elsif File.exist?(File.join(CHECKOUT, 'include/nango.h')) && File.exist?(File.join(CHECKOUT, 'bindings/ruby'))
  use(File.join(CHECKOUT, 'include'), File.join(CHECKOUT, 'target/release'))
elsif pkg_config('nango', 'modversion').to_s.strip == VERSION
  pkg_config('nango')
else
  build_crate
end
abort "libnango is not of the version #{VERSION}: install the gem and the library in one version" unless have_func(
  'nango_webhook_parse', 'nango.h'
)

$CFLAGS << " #{STRICT.join(' ')}"
$CFLAGS << ' -Werror' if ENV['NANGO_WERROR']
# Ruby's own headers do not pass -Wpedantic: as headers of the system they need not.
$INCFLAGS = $INCFLAGS.gsub(/-I(\$\((?:arch_)?hdrdir\)\S*)/, '-isystem \1')
create_makefile('nango/nango_ext')
