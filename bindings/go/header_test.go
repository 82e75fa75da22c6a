package nango_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

const (
	notYet    = "a call of any operation of Nango's API is still to come in Go"
	notNeeded = "a program decodes JSON with encoding/json"
)

// unused are the functions of the header that the wrapper does without, and why.
var unused = map[string]string{
	"nango_call_options_set_interrupt": "the runtime handles signals: a context ends a call",

	"nango_client_options_load_env": "nango_client_new reads the environment by itself",

	"nango_call":                       notYet,
	"nango_request_set_path_parameter": notYet,
	"nango_request_set_json":           notYet,
	"nango_connection_value":           notNeeded,
	"nango_response_value":             notNeeded,
	"nango_error_value":                notNeeded,
	"nango_value_get_type":             notNeeded,
	"nango_value_count":                notNeeded,
	"nango_value_at":                   notNeeded,
	"nango_value_key_at":               notNeeded,
	"nango_value_get":                  notNeeded,
	"nango_value_string":               notNeeded,
	"nango_value_int64":                notNeeded,
	"nango_value_double":               notNeeded,
	"nango_value_bool":                 notNeeded,
	"nango_value_json":                 notNeeded,

	"nango_abi_version":           "the linker has compared it: it is in the library's SONAME",
	"nango_connection_credential": "the handle is freed at once: Credentials.Lookup reads the text of the credentials",
	"nango_connection_get_string": "the handle is freed at once: a program decodes Connection.JSON with encoding/json",
	"nango_connection_get_json":   "the handle is freed at once: a program decodes Connection.JSON with encoding/json",
	"nango_response_header":       "all headers are read at once into an http.Header",
	"nango_response_get_string":   "a program decodes Response.Body with encoding/json",
	"nango_response_get_json":     "a program decodes Response.Body with encoding/json",
}

var (
	comment  = regexp.MustCompile(`(?s)/\*.*?\*/|//[^\n]*`)
	function = regexp.MustCompile(`\b(nango_[a-z0-9_]+)\s*\(`)
	name     = regexp.MustCompile(`\bnango_[a-z0-9_]+\b`)
	constant = regexp.MustCompile(`(?m)^#define NANGO_(ERROR|AUTH_MODE|ROUTE|LOG)_([A-Z0-9_]+) (\d+)$`)
)

// header is include/nango.h.
func header(t *testing.T) string {
	t.Helper()
	return read(t, "../../include/nango.h")
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestEveryFunctionOfTheHeaderIsUsed(t *testing.T) {
	files, err := filepath.Glob("internal/clib/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files are found, %v", err)
	}
	bridge := read(t, "internal/clib/bridge.h")
	for _, file := range files {
		bridge += comment.ReplaceAllString(read(t, file), "")
	}
	called := map[string]bool{}
	for _, found := range name.FindAllString(bridge, -1) {
		called[found] = true
	}
	declared := map[string]bool{}
	for _, found := range function.FindAllStringSubmatch(comment.ReplaceAllString(header(t), ""), -1) {
		declared[found[1]] = true
	}
	if len(declared) == 0 {
		t.Fatal("the header declares nothing")
	}
	for function := range declared {
		if _, isListed := unused[function]; called[function] == isListed {
			t.Errorf("%s: used is %t, on the list is %t", function, called[function], isListed)
		}
	}
	for function := range unused {
		if !declared[function] {
			t.Errorf("%s is not in the header", function)
		}
	}
}

// TestConstantsAreThoseOfTheHeader compares numbers and, where they are printed, names.
func TestConstantsAreThoseOfTheHeader(t *testing.T) {
	ours := map[string]map[int]bool{
		"ERROR":     constants(t, "errorkind.go", "ErrorKind"),
		"AUTH_MODE": constants(t, "authmode.go", "AuthMode"),
		"ROUTE":     constants(t, "options.go", "Route"),
		"LOG":       constants(t, "internal/clib/clib.go", "int32"),
	}
	for _, found := range constant.FindAllStringSubmatch(header(t), -1) {
		family, name := found[1], found[2]
		number, err := strconv.Atoi(found[3])
		if err != nil {
			t.Fatal(err)
		}
		if !ours[family][number] {
			t.Errorf("NANGO_%s_%s is missing", family, name)
		}
		delete(ours[family], number)
		switch {
		case family == "ERROR" && nango.ErrorKind(number).String() != name:
			t.Errorf("NANGO_ERROR_%s is %s", name, nango.ErrorKind(number))
		case family == "AUTH_MODE" && nango.AuthMode(number).String() != name:
			t.Errorf("NANGO_AUTH_MODE_%s is %s", name, nango.AuthMode(number))
		}
	}
	for family, left := range ours {
		if len(left) > 0 {
			t.Errorf("the header has no NANGO_%s_* with the numbers %v", family, left)
		}
	}
}

// constants are the numbers of the constants of a type in a file.
func constants(t *testing.T, file, typeName string) map[int]bool {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	numbers := map[int]bool{}
	ast.Inspect(parsed, func(node ast.Node) bool {
		spec, ok := node.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		kind, isNamed := spec.Type.(*ast.Ident)
		value, isLiteral := spec.Values[0].(*ast.BasicLit)
		if isNamed && isLiteral && kind.Name == typeName {
			number, err := strconv.Atoi(value.Value)
			if err != nil {
				t.Fatal(err)
			}
			numbers[number] = true
		}
		return true
	})
	return numbers
}
