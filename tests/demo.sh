#!/bin/sh
# Shows libnango at work: the example programs of every language against a local emulator, or against a real Nango server
# if NANGO_SECRET_KEY or NANGO_API_KEY, NANGO_CONNECTION_ID and NANGO_PROVIDER_CONFIG_KEY are set. `make demo` builds what
# this runs. LANGS names languages, as `c python`, if not all.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
target=$here/target
work=$target/demo

# run LANGUAGE NAME COMMAND...: one line, by its example program, if LANGS has the language.
run() {
	case " ${LANGS:=rust c cpp python go java ruby php} " in
	*" $1 "*) ;;
	*) return 0 ;;
	esac
	language=$2
	shift 2
	if line=$("$@" 2>&1); then
		printf '  %-8s%s\n' "$language" "$line"
	else
		printf '  %-8s%s\n' "$language" "$line"
		failed=1
	fi
}

examples() {
	run c 'C' "$work/get_connection_c"
	run cpp 'C++' "$work/get_connection_cpp"
	run python 'Python' env PYTHONPATH="$here/bindings/python/src" PYTHONDONTWRITEBYTECODE=1 "${PYTHON:-python3}" \
		"$here/bindings/python/examples/get_connection.py"
	run go 'Go' "$work/get_connection_go"
	run ruby 'Ruby' "${RUBY:-ruby}" -I"$target/ruby/lib" -I"$here/bindings/ruby/lib" \
		"$here/bindings/ruby/examples/get_connection.rb"
	run java 'Java' "${JAVA:-java}" -cp "$work/java:$("$here/bindings/java/classpath.sh")" GetConnection
	run php 'PHP' "${PHP:-php}" "$here/bindings/php/examples/get_connection.php"
	run rust 'Rust' "$target/debug/examples/get_connection"
}

failed=0
if [ -n "${NANGO_SECRET_KEY:-${NANGO_API_KEY:-}}" ] && [ -n "${NANGO_CONNECTION_ID:-}" ] && [ -n "${NANGO_PROVIDER_CONFIG_KEY:-}" ]; then
	printf 'Your connection, from %s\n\n' "${NANGO_BASE_URL:-${NANGO_HOSTPORT:-https://api.nango.dev}}"
	examples
	exit "$failed"
fi

# The emulator ends when its standard input does, which this shell alone holds open: it cannot outlive the demo, however
# that ends.
mkdir -p "$work"
rm -f "$work/emulator.in" "$work/emulator.out"
mkfifo "$work/emulator.in" "$work/emulator.out"
"$target/debug/nango-emulator" --port 0 --exit-with-stdin <"$work/emulator.in" >"$work/emulator.out" &
emulator=$!
exec 3>"$work/emulator.in" 4<"$work/emulator.out"
rm "$work/emulator.in" "$work/emulator.out"
trap 'exec 3>&- 4<&-; wait "$emulator" 2>/dev/null || true' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

read -r line <&4 || exit 1
address=${line#nango-emulator listening on }

unset NANGO_API_KEY NANGO_HOSTPORT # a developer's own
NANGO_BASE_URL=$address
NANGO_SECRET_KEY=00000000-0000-4000-8000-0000000000de # the key of the emulator's own seed
NANGO_CONNECTION_ID=customer-oauth2
NANGO_PROVIDER_CONFIG_KEY=github
export NANGO_BASE_URL NANGO_SECRET_KEY NANGO_CONNECTION_ID NANGO_PROVIDER_CONFIG_KEY

"$target/debug/nango-emulator" --list 3>&- 4<&- | "$target/debug/examples/demo" 3>&- 4<&-
printf '\nThe same connection in each language\n\n'
examples 3>&- 4<&-
printf '\nThe programs are bindings/*/examples and examples/get_connection.rs.\n'
exit "$failed"
