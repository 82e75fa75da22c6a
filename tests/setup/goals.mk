# What each goal of make needs: groups of tools.txt. The target `tools` looks for those of all goals at once.

BASE := rust c cpp cmake tools go java
EVERYTHING := $(BASE) docs git release test

needs_all := rust
needs_lib := rust
needs_emulator := rust
needs_java := rust java
needs_gem := rust c ruby
needs_ruby-extension := rust c ruby
needs_bench-server := rust
needs_msrv := rust
needs_demo := rust $(LANGS)
needs_demo-programs := rust $(ALL_LANGS)
needs_c-programs := rust c cpp cmake
needs_install := rust c cmake
needs_install-built := rust c cmake
needs_uninstall := rust c cmake
needs_python-tools := rust tools
needs_release-tools := tools
needs_release-committed := git
needs_lib-portable := rust tools release
needs_emulator-portable := rust tools release
needs_wheel := rust tools release
needs_packages := rust cmake tools release
needs_sdist := rust tools
needs_generate := rust rustfmt go tools
needs_abi-update := rust tools abi
needs_docs := $(BASE) docs
# Not the tools of the tests: the release workflow installs what is named here, by hand.
needs_release := $(BASE) docs git release ruby cross
needs_release-check := $(EVERYTHING) cross
needs_check-targets := $(EVERYTHING) cross targets
needs_check := $(EVERYTHING) rustfmt lint
needs_lint := $(EVERYTHING) rustfmt lint
needs_test := $(if $(SUITE),$(BASE),$(EVERYTHING))
needs_tools-test := $(EVERYTHING)
needs_soak := $(EVERYTHING)
needs_budgets := $(EVERYTHING)
needs_budgets-update := $(EVERYTHING)
needs_bench := $(BASE) bench
needs_bench-agree := $(BASE) bench
needs_growth := $(BASE) bench
needs_bench-peers := rust tools

GOALS := $(or $(MAKECMDGOALS),all)
NEEDED := $(sort $(foreach goal,$(GOALS),$(or $(needs_$(goal)),$(BASE))))

# Other goals only name what is missing: they are for people who build packages, not for developers of libnango.
INSTALLING := budgets budgets-update check check-targets demo docs fuzz lint soak test tools tools-test
NAME_ONLY := $(if $(filter $(INSTALLING),$(GOALS)),,NO_INSTALL=1)
