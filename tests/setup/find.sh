# Sourced by setup.sh: finds the tools of tools.txt.

# at_least MINIMUM VERSION: whether the first two numbers of the version reach the minimum.
at_least() {
	major=${1%%.*}
	minor=0
	case $1 in *.*) minor=${1#*.} ;; esac
	has_major=${2%%.*}
	has_minor=0
	case $2 in *.*)
		has_minor=${2#*.}
		has_minor=${has_minor%%.*}
		;;
	esac
	[ "$has_major" -gt "$major" ] || { [ "$has_major" -eq "$major" ] && [ "$has_minor" -ge "$minor" ]; }
}

# version_of PROGRAM: the version that it prints, which begins with a number.
version_of() {
	case ${1##*/} in
	go) "$1" version ;;
	*) "$1" --version ;;
	esac 2>/dev/null </dev/null | sed -n '1s/^[^0-9]*\([0-9][0-9]*\(\.[0-9][0-9]*\)*\).*/\1/p'
}

# is_there TOOL: whether it is, if it is not a program.
is_there() {
	case $1 in
	aarch64:headers) echo '#include <stdio.h>' | aarch64-linux-gnu-gcc -E -x c - >/dev/null 2>&1 ;;
	musl:loader) [ -e "$system/lib/ld-musl-$(uname -m).so.1" ] ;;
	*.h) printf '#include <%s>\n' "$1" | "${CC:-cc}" -E -x c - >/dev/null 2>&1 ;;
	pkg:*) pkg-config --exists "${1#pkg:}" 2>/dev/null ;;
	certificates)
		# Where Debian, Fedora, SUSE, Alpine and the BSDs have them.
		[ -n "${SSL_CERT_FILE:-}" ] || [ -e "$system/etc/ssl/certs/ca-certificates.crt" ] || [ -e "$system/etc/ssl/cert.pem" ] ||
			[ -e "$system/etc/pki/tls/certs/ca-bundle.crt" ] || [ -e "$system/etc/ssl/ca-bundle.pem" ] || [ "$(uname -s)" = Darwin ]
		;;
	ruby:headers) "${RUBY:-ruby}" -rrbconfig -e 'exit File.exist?("#{RbConfig::CONFIG["rubyhdrdir"]}/ruby.h")' 2>/dev/null ;;
	ruby:*) "${RUBY:-ruby}" -e 'require ARGV[0]' "${1#ruby:}" 2>/dev/null ;;
	python3:venv) "${PYTHON:-python3}" -c 'import ensurepip, venv' >/dev/null 2>&1 ;;
	python3:library)
		# A Python that has none of its own needs no package either.
		"${PYTHON:-python3}" -c 'import ctypes, sysconfig
name = sysconfig.get_config_var("INSTSONAME") or ""
if ".so" in name: ctypes.CDLL(name)' >/dev/null 2>&1
		;;
	php:fpm) ls "$system"/usr/sbin/php-fpm* 2>/dev/null ;;
	php:[a-z]*) "${PHP:-php}" -r "exit((int) !extension_loaded('${1#php:}'));" 2>/dev/null ;;
	php:*) [ -f "$system/usr/share/php/${1#php:}/autoload.php" ] ;;
	chromium-headless-shell)
		command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome
		;;
	*) command -v "$1" ;;
	esac >/dev/null
}

# given VARIABLE TOOL: the program that the variable names, if that is another than make's own choice.
given() {
	[ -n "$1" ] || return 0
	eval "value=\${$1:-}"
	case $2/$value in
	cc/gcc | c++/g++) ;;
	*) [ "$value" = "$2" ] || printf '%s\n' "$value" ;;
	esac
}

# judge TOOL VARIABLE MINIMUM: sets $state to nothing, `missing` or `too old`, and $whose to `given` if the user chose it.
judge() {
	state='' whose=make
	program=$(given "$2" "$1")
	if [ -n "$program" ]; then whose=given; else program=$1; fi
	if ! is_there "$program"; then
		state=missing
		[ "$whose" = make ] || state="missing ($2=$program)"
	elif [ -n "$3" ]; then
		version=$(version_of "$program")
		if [ -z "$version" ]; then
			state="missing ($(command -v "$program") does not run)"
		elif ! at_least "$3" "$version"; then
			state="too old ($version, $(command -v "$program"))"
		fi
	fi
}

# wanted GROUP...: the lines of tools.txt that are in one of the groups, as tool|variable|minimum|packages|what.
wanted() {
	sed -n '/^#/d; s/ *| */|/g; p' "$folder/tools.txt" | awk -F'|' -v asked="$*" '
		BEGIN { n = split(asked, list, " "); for (i = 1; i <= n; i++) is[list[i]] = 1 }
		{
			m = split($2, groups, " ")
			for (i = 1; i <= m; i++) if (is[groups[i]]) {
				if (!($1 in row)) order[++count] = $1
				# The line with the highest minimum is the last.
				row[$1] = $1 "|" $3 "|" $4 "|" $5 "|" $6
				break
			}
		}
		END { for (i = 1; i <= count; i++) print row[order[i]] }'
}

# look GROUP...: sets $lacking to a line for each tool that is missing or too old: tool|state|minimum|packages|what|whose|
look() {
	lacking=$(
		wanted "$@" | while IFS='|' read -r tool variable minimum debian what; do
			judge "$tool" "$variable" "$minimum"
			[ -z "$state" ] || printf '%s|%s|%s|%s|%s|%s|\n' "$tool" "$state" "$minimum" "$debian" "$what" "$whose"
		done
	)
	[ -z "$lacking" ] || lacking="$lacking
"
}

# link_tool TOOL FOLDER: makes PATH find it in the folder, with the programs that belong to it.
link_tool() {
	mkdir -p "$tools/bin"
	case $1 in
	rustc) set -- "$2" rustc rustdoc ;;
	go) set -- "$2" go gofmt ;;
	*) set -- "$2" "$1" ;;
	esac
	from=$1
	shift
	for one; do
		[ ! -x "$from/$one" ] || ln -sf "$from/$one" "$tools/bin/$one"
	done
}

# Links to the compilers that are on this machine and new enough, if what PATH has is not.
use_what_the_system_has() {
	printf '%s' "$lacking" | while IFS='|' read -r tool _ minimum _ _ whose _; do
		[ "$whose" = make ] || continue
		case $tool in rustc | cargo | go) ;; *) continue ;; esac
		for place in "$system"/usr/bin "$system"/usr/lib/rust-*/bin "$system"/usr/lib/go-*/bin "$tools"/go/go/bin; do
			[ -x "$place/$tool" ] || continue
			version=$(version_of "$place/$tool")
			if [ -n "$version" ] && at_least "$minimum" "$version"; then
				link_tool "$tool" "$place"
				break
			fi
		done
	done
}
