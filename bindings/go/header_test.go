package nango_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

const (
	notNeeded   = "a program decodes JSON with encoding/json"
	noEventLoop = "a goroutine that makes a call does not hold up the others"
)

// unused are the functions of the header that the wrapper does without, and why.
var unused = map[string]string{
	"nango_call_options_set_interrupt": "the runtime handles signals: a context ends a call",

	"nango_client_options_load_env": "nango_client_new reads the environment by itself",
	"nango_client_options_set_log":  "nango_client_options_set_log_record has the attributes too",

	"nango_connection_value": notNeeded,
	"nango_response_value":   notNeeded,
	"nango_error_value":      notNeeded,
	"nango_webhook_value":    notNeeded,
	"nango_value_get_type":   notNeeded,
	"nango_value_count":      notNeeded,
	"nango_value_at":         notNeeded,
	"nango_value_key_at":     notNeeded,
	"nango_value_get":        notNeeded,
	"nango_value_string":     notNeeded,
	"nango_value_int64":      notNeeded,
	"nango_value_double":     notNeeded,
	"nango_value_bool":       notNeeded,
	"nango_value_json":       notNeeded,

	"nango_queue_new":                noEventLoop,
	"nango_queue_free":               noEventLoop,
	"nango_queue_descriptor":         noEventLoop,
	"nango_queue_get_connection":     noEventLoop,
	"nango_queue_call":               noEventLoop,
	"nango_queue_next":               noEventLoop,
	"nango_completion_free":          noEventLoop,
	"nango_completion_tag":           noEventLoop,
	"nango_completion_connection":    noEventLoop,
	"nango_completion_take_response": noEventLoop,
	"nango_completion_error":         noEventLoop,

	"nango_abi_version":           "the linker has compared it: it is in the library's SONAME",
	"nango_connection_credential": "the handle is freed at once: Credentials.Lookup reads the text of the credentials",
	"nango_connection_joined":     "all texts are read in one call of cgo: see texts.h",
	"nango_connection_get_string": "the handle is freed at once: a program decodes Connection.JSON with encoding/json",
	"nango_connection_get_json":   "the handle is freed at once: a program decodes Connection.JSON with encoding/json",
	"nango_response_header":       "all headers are read at once into an http.Header",
	"nango_response_get_string":   "a program decodes Response.Body with encoding/json",
	"nango_response_get_json":     "a program decodes Response.Body with encoding/json",
}

var (
	comment = regexp.MustCompile(`(?s)/\*.*?\*/|//[^\n]*`)
	name    = regexp.MustCompile(`\bnango_[a-z0-9_]+\b`)
)

// description is the C interface as abi/nango.json describes it.
type description struct {
	Functions    []struct{ Name string }
	Enumerations []struct {
		Prefix    string
		Constants []struct {
			Name  string
			Value int
		}
	}
}

func describe(t *testing.T) (abi description) {
	t.Helper()
	if err := json.Unmarshal([]byte(read(t, "../../abi/nango.json")), &abi); err != nil {
		t.Fatal(err)
	}
	if len(abi.Functions) == 0 || len(abi.Enumerations) == 0 {
		t.Fatal("abi/nango.json describes nothing")
	}
	return abi
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
	bridge := read(t, "internal/clib/bridge.h") + read(t, "internal/clib/texts.h")
	for _, file := range files {
		bridge += comment.ReplaceAllString(read(t, file), "")
	}
	called := map[string]bool{}
	for _, found := range name.FindAllString(bridge, -1) {
		called[found] = true
	}
	declared := map[string]bool{}
	for _, function := range describe(t).Functions {
		declared[function.Name] = true
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

// TestConstantsAreThoseOfTheHeader compares numbers and, where the library prints them, names.
func TestConstantsAreThoseOfTheHeader(t *testing.T) {
	ours := map[string]map[int]bool{
		"NANGO_ERROR_":      constants(t, "errorkindvalues.go", "ErrorKind"),
		"NANGO_AUTH_MODE_":  constants(t, "authmode.go", "AuthMode"),
		"NANGO_ROUTE_":      constants(t, "options.go", "Route"),
		"NANGO_LOG_":        constants(t, "internal/clib/clib.go", "int32"),
		"NANGO_PAGE_STYLE_": constants(t, "internal/clib/clib.go", "PageStyle"),
		"NANGO_UNTIL_":      constants(t, "internal/clib/clib.go", "Until"),
	}
	for _, enumeration := range describe(t).Enumerations {
		if enumeration.Prefix == "NANGO_VALUE_" {
			continue // Go reads JSON with encoding/json: see unused
		}
		for _, constant := range enumeration.Constants {
			if !ours[enumeration.Prefix][constant.Value] {
				t.Errorf("%s is missing", constant.Name)
			}
			delete(ours[enumeration.Prefix], constant.Value)
			kind := nango.ErrorKind(constant.Value)
			if name, isKind := strings.CutPrefix(constant.Name, "NANGO_ERROR_"); isKind && kind.String() != name {
				t.Errorf("%s is %s", constant.Name, kind)
			}
		}
	}
	for prefix, left := range ours {
		if len(left) > 0 {
			t.Errorf("the header has no %s* with the numbers %v", prefix, left)
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
