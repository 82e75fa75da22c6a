# make demo    runs the library in every language against a local emulator
# make test    runs every test in every language and ends with a summary
# make test SUITE=name  runs one suite, by its name or a part of it, and builds only what it needs; an unknown name lists all
# make lint    checks the style of every language
# make generate  writes abi/nango.json from src/ffi, and the code generated from it and the other descriptions: see abi/README.md
# make check   format, lints, generated files, and the fast tests of every language: what to run before a commit
# make fuzz    fuzzes each target for a minute
# make soak    makes ten thousand calls with faults, and checks that memory, descriptors and threads do not grow
# make bench   compares speed and memory with other clients, and writes benches/RESULTS.md; QUICK=1 is faster and less exact
# make budgets compares instructions, allocations and system calls of a call with benches/budgets.json
# make budgets-update  writes them again
# make docs    renders the guides and the reference of every language into target/site
# make lib     builds target/release/libnango.so
# make install installs the C and C++ library into PREFIX (/usr/local); see docs/installing.md for LIBDIR and DESTDIR
# make uninstall  removes it from there
# make lib-portable  builds the library for every Linux with glibc 2.28 or later, into target/portable/lib
# make emulator-portable  builds nango-emulator for the same systems, into target/portable/bin
# make wheel   builds a wheel of both for Python 3.9 and later, into target/dist/python
# make sdist   builds the source distribution for pip, including the crate, into target/dist/python
# make msrv    checks the crate with the oldest supported Rust
# make abi-update     records what was added to the C interface; see abi/README.md
# make check-targets  runs the C tests on musl and on aarch64 by QEMU, and compiles the crate for macOS and Windows too
# make release puts everything that a release publishes into target/release-artifacts; see docs/releasing.md
# make release-check  does that in two folders and compares the results
# make clean   removes target/, which contains everything that make builds

CARGO ?= cargo
CMAKE ?= cmake
CTEST ?= ctest
GO ?= go
PYTHON ?= python3
CC ?= cc
CXX ?= c++

export CARGO CMAKE CTEST GO PYTHON CC CXX

VENV := target/py/dev
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

.PHONY: all lib emulator c-programs python-tools demo demo-programs test lint check generate fuzz soak bench budgets budgets-update bench-server docs clean tools tools-test \
	install install-built uninstall lib-portable emulator-portable wheel sdist msrv abi-update check-targets \
	release-tools release-committed release release-check

all: lib

# $(call need,program,what to install): one line for a program that is missing.
need = @command -v $(1) >/dev/null 2>&1 || { echo "make: '$(1)' is missing: install $(2)" >&2; exit 1; }

tools:
	$(call need,$(CARGO),Rust 1.85 or later (rustup.rs))
	$(call need,$(CC),a C compiler (Debian: gcc))
	$(call need,$(CXX),a C++ compiler (Debian: g++))
	$(call need,$(CMAKE),CMake 3.16 or later (Debian: cmake))
	$(call need,$(PYTHON),Python 3.9 or later (Debian: python3 python3-venv))
	$(call need,$(GO),Go 1.24 or later (go.dev/dl))
	$(call need,pkg-config,pkg-config (Debian: pkgconf))

# Needed by the tests only.
tools-test: tools
	$(call need,gcc,GCC 11 or later, whose warnings the header is tested with (Debian: gcc))
	$(call need,clang,clang (Debian: clang))
	$(call need,valgrind,Valgrind (Debian: valgrind))
	$(call need,nm,binutils (Debian: binutils))
	$(call need,strace,strace (Debian: strace))
	$(call need,git,git (Debian: git))
	$(call need,ninja,Ninja (Debian: ninja-build))
	$(call need,openssl,OpenSSL's command (Debian: openssl))
	$(call need,tinyproxy,the HTTP proxy tinyproxy (Debian: tinyproxy))
	$(call need,curl,curl (Debian: curl))
	$(call need,abidiff,libabigail's programs (Debian: abigail-tools))

# The library as it is installed. Alone, since building it with others switches link-time optimisation off.
lib:
	$(call need,$(CARGO),Rust 1.85 or later (rustup.rs))
	$(CARGO) rustc --locked --release -p nango --crate-type cdylib
	@ln -sf libnango.so target/release/libnango.so.0

emulator:
	$(call need,$(CARGO),Rust 1.85 or later (rustup.rs))
	$(CARGO) build --locked -p nango-emulator

# The tests in C and C++.
c-programs: lib
	$(CMAKE) -S tests/c -B target/c
	$(CMAKE) --build target/c

demo: demo-programs
	@sh tests/demo.sh

demo-programs: tools lib emulator
	@mkdir -p target/demo
	$(CARGO) build --locked -p nango --example demo --example get_connection
	$(CC) -std=c99 -O2 -Iinclude bindings/c/examples/get_connection.c -o target/demo/get_connection_c \
		-Ltarget/release -lnango -Wl,-rpath,$(CURDIR)/target/release
	$(CXX) -std=c++17 -O2 -Iinclude -Ibindings/c/include bindings/c/examples/get_connection.cpp \
		-o target/demo/get_connection_cpp -Ltarget/release -lnango -Wl,-rpath,$(CURDIR)/target/release
	cd bindings/go && $(GO_CONFIG) $(GO) build -o ../../target/demo/get_connection_go ./examples/get_connection

# Python's tools, pinned, in a separate environment, with the package of the checkout.
$(VENV)/.ready: $(PY_REQUIREMENTS) bindings/python/pyproject.toml
	$(call need,$(PYTHON),Python 3.10 or later for the tools (Debian: python3 python3-venv))
	$(PYTHON) -m venv --clear $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r bindings/python/requirements-dev.txt
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e bindings/python
	@touch $@

python-tools: $(VENV)/.ready

ifdef SUITE
test: tools
	@sh tests/run.sh
else
test: tools-test lib bench-server demo-programs docs $(VENV)/.ready
	@sh tests/run.sh
endif

check: tools lib emulator $(VENV)/.ready release-tools
	@sh tests/check.sh

lint: tools-test lib $(VENV)/.ready release-tools
	@sh tests/lint.sh

# And include/nango.h, which every build of the crate writes: last, as the crate may use what is generated.
generate: $(VENV)/.ready
	$(call need,$(CARGO),Rust 1.85 or later (rustup.rs))
	$(call need,gofmt,Go 1.24 or later (go.dev/dl))
	@$(CARGO) xtask generate
	@$(VENV)/bin/python bindings/python/copy_signatures.py
	$(CARGO) build --locked --quiet -p nango

fuzz: tools
	@sh fuzz/run.sh 60

soak: tools-test lib
	@sh tests/soak/run.sh

# The server that the clients are measured against.
bench-server:
	$(call need,$(CARGO),Rust 1.85 or later (rustup.rs))
	$(CARGO) build --locked --release -p nango-bench-server

# The other clients come from pip and npm, into target/bench; the tables list unavailable ones as missing.
bench: tools lib bench-server
	$(call need,valgrind,Valgrind (Debian: valgrind))
	$(call need,strace,strace (Debian: strace))
	$(call need,strip,binutils (Debian: binutils))
	@$(PYTHON) benches/tools/bench.py $(if $(QUICK),--quick)
	@RUSTFLAGS='--cfg fuzzing' $(CARGO) build --locked --release -q -p nango-bench-parts --target-dir target/bench/parts
	@target/bench/parts/release/nango-bench-parts --bench --max-time $(if $(QUICK),0.3,1)

budgets: tools-test lib bench-server
	@$(PYTHON) benches/tools/budgets.py

budgets-update: tools-test lib bench-server
	@$(PYTHON) benches/tools/budgets.py --update

clean:
	rm -rf target

# The tools that render the documentation, pinned, in a separate environment.
DOCS_VENV := target/py/docs
$(DOCS_VENV)/.ready: docs/requirements.txt
	$(call need,$(PYTHON),Python 3.11 or later for the documentation (Debian: python3 python3-venv))
	$(PYTHON) -m venv --clear $(DOCS_VENV)
	$(DOCS_VENV)/bin/pip install --quiet --disable-pip-version-check -r docs/requirements.txt
	@touch $@

docs: tools lib $(DOCS_VENV)/.ready
	$(call need,doxygen,Doxygen 1.9 or later (Debian: doxygen))
	@$(DOCS_VENV)/bin/python docs/build.py

# The tools that make and check packages, pinned, in a separate environment.
PACKAGING := target/py/packaging
$(PACKAGING)/.ready: packaging/requirements.txt
	$(call need,$(PYTHON),Python 3.10 or later for the tools (Debian: python3 python3-venv))
	$(PYTHON) -m venv --clear $(PACKAGING)
	$(PACKAGING)/bin/pip install --quiet --disable-pip-version-check -r packaging/requirements.txt
	@touch $@

lib-portable: $(PACKAGING)/.ready
	$(call need,$(CARGO),Rust 1.85 or later (rustup.rs))
	$(call need,readelf,binutils (Debian: binutils))
	@sh packaging/portable.sh

emulator-portable: $(PACKAGING)/.ready
	$(call need,$(CARGO),Rust 1.85 or later (rustup.rs))
	$(call need,readelf,binutils (Debian: binutils))
	@sh packaging/emulator.sh

wheel: lib-portable emulator-portable
	@sh packaging/wheel.sh

sdist: $(PACKAGING)/.ready
	$(call need,$(CARGO),Rust 1.85 or later (rustup.rs))
	@rm -f target/dist/python/*.tar.gz
	$(PACKAGING)/bin/python -m build --no-isolation --sdist --outdir target/dist/python bindings/python

PREFIX ?= /usr/local
INSTALL_BUILD := target/install/build
export DESTDIR

# Configures again for each prefix, which costs little: what cargo has built is kept.
install_configure = $(CMAKE) -S bindings/c -B $(INSTALL_BUILD) -DCMAKE_INSTALL_PREFIX='$(PREFIX)' \
	$(if $(LIBDIR),-DCMAKE_INSTALL_LIBDIR='$(LIBDIR)',-UCMAKE_INSTALL_LIBDIR) \
	-DNANGO_STATIC=$(or $(NANGO_STATIC),ON) -DNANGO_CARGO_TARGET_DIR=$(CURDIR)/target/install/cargo

# Stages the files to install, without installing them.
install-built:
	$(call need,$(CMAKE),CMake 3.16 or later (Debian: cmake))
	$(install_configure)
	$(CMAKE) --build $(INSTALL_BUILD)

install: install-built
	$(CMAKE) --install $(INSTALL_BUILD)

uninstall:
	$(call need,$(CMAKE),CMake 3.16 or later (Debian: cmake))
	$(install_configure)
	$(CMAKE) -DPREFIX='$(PREFIX)' -P $(INSTALL_BUILD)/uninstall.cmake

msrv:
	@sh tests/msrv.sh

abi-update: lib
	$(call need,abidw,libabigail's programs (Debian: abigail-tools))
	@$(PYTHON) tests/abi/check.py --update

check-targets: tools $(PACKAGING)/.ready
	@sh tests/targets/check.sh
	@sh tests/targets/c_tests.sh musl
	@sh tests/targets/c_tests.sh aarch64

# Requirements of the packaging scripts' tests.
release-tools: $(PACKAGING)/.ready

# Only committed files can be published.
release-committed:
	$(call need,git,git (Debian: git))
	@[ -z "$$(git status --porcelain)" ] || { echo "make: there are changes: commit them before make release" >&2; exit 1; }

# Every file of a release has the time of the last commit.
release release-check: export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct)
release: release-committed tools wheel sdist docs
	@sh packaging/release.sh

release-check: release-committed tools
	@$(PYTHON) tests/release/check.py
