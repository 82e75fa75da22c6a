# make demo    runs the library in every language against a local emulator; LANGS="c python" in these alone
# make test    runs every test in every language and ends with a summary
# make test SUITE=name  runs one suite, by its name or a part of it, and builds only what it needs; an unknown name lists all
# make test-portable  runs the tests that do not depend on this machine being a Linux with glibc and every tool
# make lint    checks the style of every language
# make generate  writes abi/nango.json from src/ffi, and the code generated from it and the other descriptions: see abi/README.md
# make check   format, lints, generated files, and the fast tests of every language: what to run before a commit
# make fuzz    fuzzes each target for a minute
# make soak    makes ten thousand calls with faults, and checks that memory, descriptors and threads do not grow
# make bench   compares speed and memory with other clients, and writes benches/RESULTS.md; QUICK=1 is faster and less exact
# make bench-agree  runs it twice, the second time beside another load, and compares what the two claim
# make bench-peers  installs those of them that come from pip, npm and Maven
# make growth  draws what a call costs by threads, connections, bytes and calls at once, into docs/growth.md; QUICK=1 is rougher
# make budgets compares instructions, allocations and system calls of a call with benches/budgets.json
# make budgets-update  writes them again
# make docs    renders the guides and the reference of every language into target/site
# make tools   installs what the other targets need; demo, test, check and the like do so by themselves. With NO_INSTALL=1
#              they only name what is missing
# make lib     builds target/release/libnango.so
# make java    builds the jar for Java, with the library of this machine inside
# make install installs the C and C++ library into PREFIX (/usr/local); see docs/installing.md for LIBDIR and DESTDIR
# make uninstall  removes it from there
# make lib-portable  builds the library for every Linux with glibc 2.28 or later, into target/portable/made/TARGET/lib
# make emulator-portable  builds nango-emulator for the same systems, into target/portable/made/TARGET/bin
# make wheel   builds a wheel of both for Python 3.9 and later, into target/dist/python
#              These three build for another system with NANGO_TARGET=aarch64-unknown-linux-gnu, x86_64- or
#              aarch64-unknown-linux-musl; the wheel goes into target/dist/TARGET then
# make gem     builds the gem that is compiled where it is installed, and the one for x86-64 Linux, into target/dist/ruby
# make sdist   builds the source distribution for pip, including the crate, into target/dist/python
# make packages  builds packages of the library and the emulator for Debian and Fedora, into target/packages
# make msrv    checks the crate with the oldest supported Rust
# make abi-update     records what was added to the C interface; see abi/README.md
# make check-targets  builds for every target what a release publishes and runs it as far as possible here
# make release puts everything that a release publishes into target/release-artifacts; see docs/releasing.md
# make release-check  does that in two folders and compares the results
# make release-tag TAG=v0.1.0  checks that the tag fits the versions and the changelog
# make publish-crate TAG=v0.1.0, publish-go, publish-maven, publish-gem, publish-php, publish-github  publish what make release has made; the release
#              workflow runs them
# make clean   removes target/, which contains everything that make builds

CARGO ?= cargo
CMAKE ?= cmake
CTEST ?= ctest
GO ?= go
JAVA ?= java
JAVAC ?= javac
MVN ?= mvn
PHP ?= php
PYTHON ?= python3
RUBY ?= ruby
CC ?= cc
CXX ?= c++
# Tools that tests/setup installs because the system's own are too old.
export PATH := $(CURDIR)/target/tools/bin:$(PATH)

export CARGO CMAKE CTEST GO JAVA JAVAC MVN PHP PYTHON RUBY
# On Windows cargo finds Microsoft's compiler by itself.
ifneq ($(OS),Windows_NT)
export CC CXX
endif

VENV := target/py/dev
DOCS_VENV := target/py/docs
PY_REQUIREMENTS := bindings/python/requirements-dev.txt bindings/python/requirements-test.txt
# Go's own cache does not see that the header or the library changed.
export GOCACHE := $(CURDIR)/target/go-cache
export GOFLAGS := -buildvcs=false
# Go finds the library by pkg-config: here, that of the checkout.
export PKG_CONFIG_PATH := $(CURDIR)/bindings/go/checkout
export PYTHONDONTWRITEBYTECODE := 1
# The emulator that nango.testing and nangotest start.
export NANGO_EMULATOR ?= $(CURDIR)/target/debug/nango-emulator
# Where the go command keeps its counters.
GO_CONFIG := XDG_CONFIG_HOME=$(CURDIR)/target/go-config

all: lib

# The languages of the demo.
ALL_LANGS := rust c cpp python go java ruby php
LANGS ?= $(ALL_LANGS)
ifneq ($(filter-out $(ALL_LANGS),$(LANGS)),)
$(error LANGS has '$(filter-out $(ALL_LANGS),$(LANGS))', which is no language of libnango: name some of $(ALL_LANGS))
endif
ifeq ($(strip $(LANGS)),)
$(error LANGS is empty: name some of $(ALL_LANGS), as LANGS="c python")
endif

.PHONY: all lib emulator c-programs python-tools java ruby-extension gem demo demo-programs demo-tour $(ALL_LANGS:%=demo-%) test test-portable lint check generate fuzz soak bench bench-agree bench-peers growth budgets budgets-update bench-server docs clean tools tools-test \
	install install-built uninstall lib-portable emulator-portable wheel sdist packages msrv abi-update check-targets \
	release-tools release-committed release release-check release-tag publish-crate publish-go publish-maven publish-gem publish-php publish-github

include tests/setup/goals.mk

# Looks for what all goals need, at once: tests/setup/setup.sh.
tools:
	@$(NAME_ONLY) sh tests/setup/setup.sh $(NEEDED)

# What a suite needs that no other target does.
tools-test: tools

# The library as it is installed. Alone, since building it with others switches link-time optimisation off.
lib: tools
	$(CARGO) rustc --locked --release -p nango --crate-type cdylib
	@ln -sf libnango.so target/release/libnango.so.0

emulator: tools
	$(CARGO) build --locked -p nango-emulator

# The jar for Java, with the library inside.
java: tools lib
	@bindings/java/build.sh package -Dmaven.test.skip=true -pl nango

# The tests in C and C++.
c-programs: lib
	$(CMAKE) -S tests/c -B target/c
	$(CMAKE) --build target/c

demo: $(LANGS:%=demo-%)
	@LANGS='$(LANGS)' sh tests/demo.sh

demo-programs: $(ALL_LANGS:%=demo-%)

# The first part of the demo is in Rust, whichever languages follow.
demo-tour: tools lib emulator
	@mkdir -p target/demo
	$(CARGO) build --locked -p nango --example demo

demo-rust: demo-tour
	$(CARGO) build --locked -p nango --example get_connection

demo-c: demo-tour
	$(CC) -std=c99 -O2 -Iinclude bindings/c/examples/get_connection.c -o target/demo/get_connection_c \
		-Ltarget/release -lnango -Wl,-rpath,$(CURDIR)/target/release

demo-cpp: demo-tour
	$(CXX) -std=c++17 -O2 -Iinclude -Ibindings/c/include bindings/c/examples/get_connection.cpp \
		-o target/demo/get_connection_cpp -Ltarget/release -lnango -Wl,-rpath,$(CURDIR)/target/release

demo-python: demo-tour

demo-ruby: demo-tour ruby-extension

demo-java: demo-tour java
	@mkdir -p target/demo/java
	$(JAVAC) -d target/demo/java -cp "$$(bindings/java/classpath.sh)" bindings/java/examples/*.java

demo-php: demo-tour

demo-go: demo-tour
	cd bindings/go && $(GO_CONFIG) $(GO) build -o ../../target/demo/get_connection_go ./examples/get_connection

# Ruby's extension, for the package of the checkout.
ruby-extension: lib
	@sh tests/ruby.sh

# Python's tools, pinned, in a separate environment, with the package of the checkout.
$(VENV)/.ready: $(PY_REQUIREMENTS) bindings/python/pyproject.toml | tools
	$(PYTHON) -m venv --clear $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r bindings/python/requirements-dev.txt
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e bindings/python
	@touch $@

python-tools: $(VENV)/.ready

ifdef SUITE
test: tools
	@sh tests/run.sh
else
test: tools-test lib bench-server demo-programs ruby-extension $(VENV)/.ready $(DOCS_VENV)/.ready
	@sh tests/run.sh
endif

# Elsewhere the suites need cargo alone.
ifeq ($(shell uname -s),Linux)
test-portable: tools lib emulator $(VENV)/.ready
endif
test-portable:
	@SUITES=tests/suites-portable.sh sh tests/run.sh

check: tools lib emulator $(VENV)/.ready release-tools
	@sh tests/check.sh

lint: tools-test lib $(VENV)/.ready release-tools
	@sh tests/lint.sh

# And include/nango.h, which every build of the crate writes: last, as the crate may use what is generated.
generate: tools $(VENV)/.ready
	@$(CARGO) xtask generate
	@$(VENV)/bin/python bindings/python/copy_signatures.py
	@$(VENV)/bin/python packaging/notices.py
	$(CARGO) build --locked --quiet -p nango

fuzz: tools
	@sh fuzz/run.sh 60

soak: tools-test lib
	@sh tests/soak/run.sh

# The server that the clients are measured against.
bench-server: tools
	$(CARGO) build --locked --release -p nango-bench-server

# The clients that come from pip and npm, into target/bench, and what Maven needs for those in Java.
bench-peers: tools lib
	@$(PYTHON) benches/tools/peers.py

# Of the other clients it installs none: what is missing gets a line that says how to install it.
bench: tools lib bench-server
	@$(PYTHON) benches/tools/bench.py $(if $(QUICK),--quick)
	@RUSTFLAGS='--cfg fuzzing' $(CARGO) build --locked --release -q -p nango-bench-parts --target-dir target/bench/parts
	@target/bench/parts/release/nango-bench-parts --bench --max-time $(if $(QUICK),0.3,1)

# Twice, the second time beside another load.
bench-agree: tools lib bench-server
	@$(PYTHON) benches/tools/twice.py $(if $(QUICK),--quick)

# Separate from bench, which would take too long with it.
growth: tools lib bench-server
	@$(PYTHON) benches/tools/growth.py $(if $(QUICK),--quick)

budgets: tools-test lib bench-server
	@$(PYTHON) benches/tools/budgets.py

budgets-update: tools-test lib bench-server
	@$(PYTHON) benches/tools/budgets.py --update

clean:
	rm -rf target

# The tools that render the documentation, pinned, in a separate environment.
$(DOCS_VENV)/.ready: docs/requirements.txt | tools
	$(PYTHON) -m venv --clear $(DOCS_VENV)
	$(DOCS_VENV)/bin/pip install --quiet --disable-pip-version-check -r docs/requirements.txt
	@touch $@

docs: tools lib $(DOCS_VENV)/.ready
	@$(DOCS_VENV)/bin/python docs/build.py

# The system that packages are built for, as rustc calls it; empty is this machine.
NANGO_TARGET ?=
export NANGO_TARGET

# The tools that make and check packages, pinned, in a separate environment.
PACKAGING := target/py/packaging
$(PACKAGING)/.ready: packaging/requirements.txt | tools
	$(PYTHON) -m venv --clear $(PACKAGING)
	$(PACKAGING)/bin/pip install --quiet --disable-pip-version-check -r packaging/requirements.txt
	@touch $@

lib-portable: $(PACKAGING)/.ready
	@sh packaging/portable.sh

emulator-portable: $(PACKAGING)/.ready
	@sh packaging/emulator.sh

wheel: lib-portable emulator-portable
	@sh packaging/wheel.sh

sdist: $(PACKAGING)/.ready
	@rm -f target/dist/python/*.tar.gz
	$(PACKAGING)/bin/python -m build --no-isolation --sdist --outdir target/dist/python bindings/python

gem: lib
	@$(RUBY) bindings/ruby/scripts/gem.rb target/dist/ruby

PREFIX ?= /usr/local
INSTALL_BUILD := target/install/build
export DESTDIR

# Configures again for each prefix, which costs little: what cargo has built is kept.
install_configure = $(CMAKE) -S bindings/c -B $(INSTALL_BUILD) -DCMAKE_INSTALL_PREFIX='$(PREFIX)' \
	$(if $(LIBDIR),-DCMAKE_INSTALL_LIBDIR='$(LIBDIR)',-UCMAKE_INSTALL_LIBDIR) \
	-DNANGO_STATIC=$(or $(NANGO_STATIC),ON) -DNANGO_CARGO_TARGET_DIR=$(CURDIR)/target/install/cargo

# Stages the files to install, without installing them.
install-built: tools
	$(install_configure)
	$(CMAKE) --build $(INSTALL_BUILD)

install: install-built
	$(CMAKE) --install $(INSTALL_BUILD)

uninstall: tools
	$(install_configure)
	$(CMAKE) -DPREFIX='$(PREFIX)' -P $(INSTALL_BUILD)/uninstall.cmake

msrv: tools
	@sh tests/msrv.sh

abi-update: lib
	@$(PYTHON) tests/abi/check.py --update

check-targets: tools $(VENV)/.ready $(PACKAGING)/.ready
	@sh tests/targets/run.sh

# Requirements of the packaging scripts' tests.
release-tools: $(PACKAGING)/.ready

# Only committed files can be published.
release-committed: tools
	@[ -z "$$(git status --porcelain)" ] || { echo "make: there are changes: commit them before make release" >&2; exit 1; }

# Every file of a release and of a package has the time of the last commit.
packages release release-check: export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct)
packages: tools lib-portable emulator-portable
	@rm -rf target/packages && mkdir -p target/packages
	@sh packaging/packages.sh target/packages
	@ls -l target/packages

release: release-committed tools sdist docs
	@sh packaging/release.sh

release-check: release-committed tools
	@$(PYTHON) tests/release/check.py

# What .github/workflows/release.yml does after make release. TAG is the tag of the release: the shell's, since a tag may hold
# what make would expand.
release-tag:
	@$(PYTHON) packaging/tag.py check "$$TAG"

# Without building it again, since that would run build scripts beside the token.
publish-crate: release-tag
	$(CARGO) publish --locked --no-verify -p nango

# By the token that gh has: a checkout keeps none.
publish-go: release-tag
	@SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) sh packaging/go_tag.sh target/release-artifacts "$${TAG#v}"
	git -c credential.helper='!gh auth git-credential' push origin \
		"bindings/go/$$TAG" "bindings/go/nangooauth2/$$TAG"

# By the key and the token in the environment.
publish-maven: release-tag
	@sh packaging/maven_central.sh target/release-artifacts "$${TAG#v}"

# Both, also if RubyGems has one of them already.
publish-gem: release-tag
	@status=0; for gem in target/release-artifacts/nango-*.gem; do gem push "$$gem" || status=1; done; exit $$status

# Packagist takes the package from a repository of its own.
publish-php: release-tag
	rm -rf target/php-repository
	git clone --quiet https://github.com/libnango/libnango-php target/php-repository
	@SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) sh packaging/php_tag.sh target/release-artifacts "$${TAG#v}" \
		target/php-repository
	git -C target/php-repository -c credential.helper='!gh auth git-credential' push origin HEAD "$$TAG"

publish-github: release-tag
	@$(PYTHON) packaging/tag.py notes "$$TAG" >target/release-notes.md
	gh release create "$$TAG" --verify-tag --title "libnango $$TAG" --notes-file target/release-notes.md \
		target/release-artifacts/*
