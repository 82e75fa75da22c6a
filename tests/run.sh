#!/bin/sh
# Runs every test suite and ends with what passed. `make test` builds what this needs. With SUITE, the name of a suite or
# a part that no other name has, it builds what that suite needs and runs it alone.
#
# Each suite writes to target/test-logs; what failed and the end of its log are shown where one fails. All run, also after a failure.
# SUITES names another list of suites than tests/suites.sh.
set -u

here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here" || exit 1
# A developer's own Nango is not one of the tests' business.
unset NANGO_SECRET_KEY NANGO_API_KEY NANGO_BASE_URL NANGO_HOSTPORT NANGO_ALLOW_PLAINTEXT_HTTP
cargo=${CARGO:-cargo}
go=${GO:-go}
python=$here/target/py/dev/bin/python
export XDG_CONFIG_HOME="$here/target/go-config" # where the go command keeps its counters

# The list of suites: all, or for make test-portable those of every system.
suites=${SUITES:-tests/suites.sh}

# The one suite to run; empty for all.
only=
if [ -n "${SUITE:-}" ]; then
	names=$(
		suite() { printf '%s\n' "$1"; }
		beside() { printf '%s\n' "$1"; }
		needs() { :; }
		note() { :; }
		has_python() { :; }
		. "$suites"
	)
	only=$(printf '%s\n' "$names" | grep -ixF -e "$SUITE") || only=$(printf '%s\n' "$names" | grep -iF -e "$SUITE")
	if [ -z "$only" ]; then
		printf "No suite is called '%s'. There are:\n%s\n" "$SUITE" "$names" >&2
		exit 2
	elif [ "$(printf '%s\n' "$only" | wc -l)" -gt 1 ]; then
		printf "'%s' is part of several names, so give more of one:\n%s\n" "$SUITE" "$only" >&2
		exit 2
	fi
fi

logs=target/test-logs${only:+/one} # which leaves the logs of a run of all alone
mkdir -p "$logs"
summary=$logs/summary
failures=$logs/failures
: >"$summary"
: >"$failures"

# The number of tests that a log reports as passed, whichever runner wrote it. A suite that ran none has failed.
count() {
	awk '
		/^test result: ok\. [0-9]+ passed/ { n += $4 }                      # cargo test
		/^=+ .*[0-9]+ passed/ { for (i = 2; i <= NF; i++) if ($i ~ /^passed/) n += $(i - 1) } # pytest
		/^(python [0-9.]+: passed: )?[0-9]+ passed.* in [0-9.]+s/ { for (i = 1; i <= NF; i++) if ($i ~ /^passed,?$/) n += $(i - 1) } # pytest -q, matrix.py
		/^--- PASS: / { n++ }                                               # go test -v
		/tests passed, 0 tests failed out of [0-9]+/ { n += $NF }           # ctest
		/^OK \([0-9]+ tests?, [0-9]+ assertions?\)/ { n += substr($2, 2) }  # PHPUnit
		/^[0-9]+ passed, 0 failed$/ { n += $1 }                             # the conformance driver and our scripts
		END { print n + 0 }
	' "$1"
}

# needs TARGET...: what make has to build for the next suite.
needed=
needs() { needed=$*; }

started=0

# Two tokens, a line each: who runs a suite holds one of them, or both to run alone.
tokens=$logs/tokens
rm -f "$tokens"
mkfifo "$tokens" || exit
exec 3<>"$tokens"
rm -f "$tokens"
give() { printf '\n' >&3; }
take() { read -r _ <&3; }
give
give

# suite NAME COMMAND...: runs a suite alone.
suite() {
	prepare "$1" || return 0
	take
	take
	run "$@"
	give
	give
}

# beside NAME COMMAND...: the same for a suite that mostly uses one core and measures no time: two of them run at once.
beside() {
	prepare "$1" || return 0
	take
	{
		run "$@"
		give
	} &
}

# prepare NAME: builds what the suite needs, if only this one is to run. Fails if it is not to run.
prepare() {
	build=$needed
	needed=
	[ -z "$only" ] || [ "$1" = "$only" ] || return 1
	if [ -n "$only" ] && [ -n "$build" ]; then
		# shellcheck disable=SC2086 # several targets
		"${MAKE:-make}" -s $build || exit
	fi
	started=$((started + 1))
}

run() {
	name=$1
	shift
	log=$logs/$(printf '%s' "$name" | tr -c 'A-Za-z0-9\n' '-').log
	start=$(date +%s)
	"$@" >"$log" 2>&1 </dev/null
	status=$?
	seconds=$(($(date +%s) - start))
	tests=$(count "$log")
	if [ "$status" -eq 0 ] && [ "$tests" -gt 0 ]; then
		printf '%-34sok      %5d tests  %4d s\n' "$name" "$tests" "$seconds"
		printf '%-34s%5d passed\n' "$name" "$tests" >>"$summary"
	else
		printf '%-34sFAILED  (exit %d)  %4d s   %s\n' "$name" "$status" "$seconds" "$log"
		{
			printf '\n%s\n' "$name"
			# The lines that name failures, wherever they are, and the end.
			grep -nE -A 8 -- '--- FAIL|^FAILED|^E  |panicked at|^not ok|\*\*\*Failed|^FAIL' "$log" | head -n 60
			tail -n 60 "$log"
		} | sed 's/^/    | /' | tee -a "$failures"
		printf '%-34sFAILED: %s\n' "$name" "$log" >>"$summary"
	fi
}

note() { printf '%s\n' "$*"; }

# has_python VERSION: whether this machine has it. The requested suite reports that itself.
has_python() {
	[ -n "$only" ] || (cd bindings/python && "$python" -c "import matrix, sys; sys.exit(not matrix.interpreter('$1'))")
}
. "$suites"
wait

# The failures again and last, since often only the end of a long output is read.
printf '\n'
cat "$summary" "$failures"
passed=$(awk '$NF == "passed" { n += $(NF - 1) } END { print n + 0 }' "$summary")
failed=$(grep -c ' *FAILED: ' "$summary")
printf '\n%d passed, %d failed\n' "$passed" "$failed"
# A suite without a line in the summary was killed.
[ "$failed" -eq 0 ] && [ "$(wc -l <"$summary")" -eq "$started" ]
