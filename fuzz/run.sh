#!/bin/sh
# Runs the fuzz targets: fuzz/run.sh [seconds each, 60] [target...]. Fails if one finds something.
#
# It does what `cargo fuzz build` and `cargo fuzz run` would, without the half a minute that installing cargo-fuzz takes,
# and with a stable compiler. All is kept in target/fuzz: the build, the corpora, the inputs that made a target fail.
# FUZZ_SEED is a number that libFuzzer's choices follow from; without it, every run takes others. `make test` sets it, so that
# one commit has one result, and `make fuzz` does not, so that it finds more.
set -u

here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here" || exit 1
out=$here/target/fuzz
host=$(rustc -vV | sed -n 's/^host: //p')
seconds=${1:-60}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- decode json_pointer answer base_url proxy_env endpoint error_origin c_abi

# AddressSanitizer, and the instrumentation by which libFuzzer sees where an input leads.
coverage='-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4'
coverage="$coverage -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table"
coverage="$coverage -Cllvm-args=-sanitizer-coverage-trace-compares"
# rustup's rustc has the runtime of AddressSanitizer. Debian's has none, so that of GCC is linked,
# which has to come before any other library.
runtime=
ls "$(rustc --print target-libdir)"/librustc-*_rt.asan.a >/dev/null 2>&1 ||
	runtime='-Zexternal-clangrt -Zpre-link-arg=-Wl,--push-state,--no-as-needed -Zpre-link-arg=-lasan -Zpre-link-arg=-Wl,--pop-state'
RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$out RUSTFLAGS="--cfg fuzzing -Zsanitizer=address $runtime $coverage -Ccodegen-units=1" \
	"${CARGO:-cargo}" build --locked --quiet --release --manifest-path fuzz/Cargo.toml --target "$host" || exit 1
"${PYTHON:-python3}" fuzz/make_corpus.py "$out/corpus" || exit 1

passed=0
failed=0
findings=
for target in "$@"; do
	case $target in
	base_url | proxy_env | endpoint | c_abi) words=http ;;
	*) words=json ;;
	esac
	log=$out/$target.log
	mkdir -p "$out/corpus/$target" "$out/artifacts/$target" "fuzz/seeds/$target"
	# Earlier findings come first, each input separately; then new ones.
	if "$out/$host/release/$target" -timeout=20 fuzz/seeds/"$target"/* >"$log" 2>&1 &&
		"$out/$host/release/$target" "$out/corpus/$target" "fuzz/seeds/$target" "-dict=fuzz/$words.dict" \
			"-seed=${FUZZ_SEED:-0}" "-max_total_time=$seconds" -timeout=20 -print_final_stats=1 "-artifact_prefix=$out/artifacts/$target/" \
			>>"$log" 2>&1; then
		passed=$((passed + 1))
		printf '%-14sok      %10d executions\n' "$target" \
			"$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -n 1)"
	else
		failed=$((failed + 1))
		printf '%-14sFAILED  %s\n' "$target" "$log"
		findings="$findings $target"
	fi
done
# At the end, where it is read: what was found, and the input, to put it into fuzz/seeds.
for target in $findings; do
	printf '\n%s\n' "$target"
	{
		grep -a -A 2 'panicked at\|ERROR: ' "$out/$target.log" | head -n 12
		tail -n 8 "$out/$target.log"
	} | sed 's/^/    | /'
done
printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
