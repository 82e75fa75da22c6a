package nango_test

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"github.com/libnango/libnango/bindings/go"
)

// walker collects every text that reflection reaches, through pointers, interfaces, maps, slices and unexported fields, as
// printers and encoders do that call no methods. Functions and channels end the walk.
type walker struct {
	texts   []string
	visited map[visit]bool
	// The types of C that it came to, at which spew panics.
	foreign []string
}

// visit is a place in memory and the type that it has there.
type visit struct {
	at     unsafe.Pointer
	length int
	is     reflect.Type
}

func (w *walker) walk(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		w.texts = append(w.texts, v.String())
	case reflect.Pointer, reflect.Interface:
		if name := v.Type().String(); strings.Contains(name, "_Ctype_") && !v.IsNil() {
			w.foreign = append(w.foreign, name)
		}
		if !v.IsNil() && (v.Kind() == reflect.Interface || w.isNew(v, 1)) {
			w.walk(v.Elem())
		}
	case reflect.Slice:
		if w.isNew(v, v.Len()) {
			w.walkList(v)
		}
	case reflect.Array:
		w.walkList(v)
	case reflect.Map:
		if w.isNew(v, v.Len()) {
			for entries := v.MapRange(); entries.Next(); {
				w.walk(entries.Key())
				w.walk(entries.Value())
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			w.walk(v.Field(i))
		}
	}
}

// walkList walks the elements, and takes bytes for a text.
func (w *walker) walkList(v reflect.Value) {
	var bytes []byte
	for i := range v.Len() {
		if element := v.Index(i); element.Kind() == reflect.Uint8 {
			bytes = append(bytes, byte(element.Uint()))
		} else {
			w.walk(element)
		}
	}
	w.texts = append(w.texts, string(bytes))
}

func (w *walker) isNew(v reflect.Value, length int) bool {
	place := visit{v.UnsafePointer(), length, v.Type()}
	isNew := !w.visited[place]
	w.visited[place] = true
	return isNew
}

func walked(value any) *walker {
	w := &walker{visited: map[visit]bool{}}
	w.walk(reflect.ValueOf(value))
	return w
}

// found are those of the texts that a walk through value finds.
func found(value any, texts ...string) []string {
	all := strings.Join(walked(value).texts, "\n")
	return slices.DeleteFunc(slices.Clone(texts), func(text string) bool { return !strings.Contains(all, text) })
}

func TestTheWalkerFindsWhatIsHidden(t *testing.T) {
	secret := "canary"
	for name, value := range map[string]any{
		"unexported": struct{ in string }{secret},
		"pointers":   struct{ in **string }{func() **string { p := &secret; return &p }()},
		"interface":  struct{ in any }{errors.New(secret)},
		"key":        struct{ in map[string]int }{map[string]int{secret: 1}},
		"value":      struct{ in map[int]any }{map[int]any{1: []any{&secret}}},
		"bytes":      struct{ in []byte }{[]byte(secret)},
		"array":      [...]byte{'c', 'a', 'n', 'a', 'r', 'y'},
		"header":     &struct{ in http.Header }{http.Header{"A": {secret}}},
		"two views":  [][]byte{[]byte(secret)[:0], []byte(secret)},
		"in a cycle": func() any {
			type node struct {
				next *node
				text string
			}
			first := &node{text: "other"}
			first.next = &node{first, secret}
			return first
		}(),
	} {
		if len(found(value, secret)) != 1 {
			t.Errorf("%s: it finds nothing", name)
		}
	}
	if got := found(struct{ in func() string }{func() string { return secret }}, secret); len(got) > 0 {
		t.Errorf("it goes through a function")
	}
}

// secrets are everything in place that no walk may find.
var secrets = []string{canaryKey, canaryToken, canaryRefresh, canaryGateway, canaryPassword, canarySaid}

// secretiveClient is a client whose settings hold every secret that settings can.
func secretiveClient(t *testing.T, handler http.HandlerFunc, opts ...nango.Option) *nango.Client {
	t.Helper()
	opts = append([]nango.Option{
		nango.WithBaseURL(serve(t, handler).URL),
		nango.WithHeader("X-Gateway", canaryGateway),
		nango.WithLogger(slog.New(slog.DiscardHandler)),
		nango.WithMaxRetries(0),
	}, opts...)
	client, err := nango.NewClient(canaryKey, opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	return client
}

func TestAWalkThroughAConnectionFindsNoSecret(t *testing.T) {
	client := secretiveClient(t, answering(http.StatusOK, canaryDocument), nango.WithCacheTTL(patience))
	connection := get(t, client, nango.RefreshToken())
	if token, _ := connection.Credentials.RefreshToken(); token != canaryRefresh || connection.Token() != canaryToken {
		t.Fatal("the connection has no secrets")
	}
	for name, holder := range holders(connection) {
		if got := found(holder, secrets...); len(got) > 0 {
			t.Errorf("%s: it finds %v", name, got)
		}
		if len(found(holder, "[redacted]")) > 0 {
			t.Errorf("%s: it finds what is only printed", name)
		}
	}
	if len(found(connection, "customer-1")) != 1 {
		t.Error("it does not even find the id")
	}
	if got := found(client, secrets...); len(got) > 0 {
		t.Errorf("in the client it finds %v", got)
	}
}

func TestAWalkThroughOptionsFindsNoSecret(t *testing.T) {
	options := []nango.Option{
		nango.WithHeader("X-Gateway", canaryGateway),
		nango.WithHTTPProxy("http://user:" + canaryPassword + "@127.0.0.1:1"),
	}
	client := secretiveClient(t, answering(http.StatusOK, canaryDocument), options[1])
	for name, value := range map[string]any{
		"options":   options,
		"client":    client,
		"transport": client.Transport("customer-1", "github", nango.BaseURLOverride("https://"+canarySaid+".example")),
	} {
		if got := found(value, secrets...); len(got) > 0 {
			t.Errorf("%s: it finds %v", name, got)
		}
	}
}

func TestAWalkThroughAnErrorFindsNothingThatTheServerSaid(t *testing.T) {
	client := secretiveClient(t, answering(http.StatusNotFound, said("not_found")))
	_, err := client.GetConnection(t.Context(), "customer-1", "github")
	if !strings.Contains(asError(t, err).Body(), canarySaid) {
		t.Fatal("the server said nothing")
	}
	for name, value := range map[string]any{"error": err, "value": *asError(t, err), "wrapped": fmt.Errorf("no: %w", err)} {
		if got := found(value, secrets...); len(got) > 0 {
			t.Errorf("%s: it finds %v", name, got)
		}
	}
}

// TestAWalkMeetsNoTypeOfC: such a pointer is opaque to Go.
func TestAWalkMeetsNoTypeOfC(t *testing.T) {
	client := secretiveClient(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "7")
		_, _ = w.Write([]byte("abc"))
	})
	cut := proxy(t, client, &nango.Request{Endpoint: "/"})
	if _, err := cut.Bytes(); err == nil {
		t.Error("the body was whole")
	}
	for name, value := range map[string]any{
		"client":    client,
		"transport": client.Transport("customer-1", "github"),
		"response":  proxy(t, client, &nango.Request{Endpoint: "/"}),
		"cut":       cut,
	} {
		if met := walked(value).foreign; len(met) > 0 {
			t.Errorf("%s: it meets %v", name, met)
		}
	}
}

// TestAWalkThroughAResponseFindsItsHeaderAlone: that is where the program looks for it, as in an http.Response.
func TestAWalkThroughAResponseFindsItsHeaderAlone(t *testing.T) {
	client := secretiveClient(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Set-Cookie", canarySaid)
		_, _ = w.Write([]byte(canaryToken))
	})
	request := &nango.Request{Endpoint: "/?key=" + canaryRefresh, Header: http.Header{"X-Key": {canaryRefresh}}}
	proxied := proxy(t, client, request)
	transported := do(t, through(client), newRequest(t, http.MethodGet, "https://api.example/", nil))
	if len(found(proxied, canarySaid)) != 1 || len(found(transported, canarySaid)) != 1 {
		t.Error("it does not even find the header")
	}
	proxied.Header, transported.Header = nil, nil
	if got := found(proxied, secrets...); len(got) > 0 {
		t.Errorf("it finds %v", got)
	}
	if got := found(transported, secrets...); len(got) > 0 {
		t.Errorf("with a transport it finds %v", got)
	}
	if text(t, proxied.Body) != canaryToken || len(found(proxied, canaryToken)) > 0 {
		t.Error("it finds the body")
	}
}
