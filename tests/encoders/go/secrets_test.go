// Package encoders tests the Go package with libraries that programs print and encode values with. They are a module of
// their own, so that the package needs no other one.
package encoders

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/davecgh/go-spew/spew"
	"github.com/fxamacker/cbor/v2"
	goccyyaml "github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"github.com/k0kubun/pp/v3"
	"github.com/kr/pretty"
	"github.com/rs/zerolog"
	"github.com/sanity-io/litter"
	"github.com/stretchr/testify/assert"
	"github.com/vmihailenco/msgpack/v5"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	orgyaml "go.yaml.in/yaml/v3"
	inyaml "gopkg.in/yaml.v3"

	"github.com/libnango/libnango/bindings/go"
)

// document is a connection whose every secret and every part that may hold customer data has "canary" in it.
const document = `{"id":7,"connection_id":"customer-1","provider_config_key":"github","provider":"github",` +
	`"metadata":{"a":"canary"},"connection_config":{"a":"canary"},"tags":{"a":"canary"},"end_user":{"id":"canary"},` +
	`"credentials":{"type":"OAUTH2","access_token":"canary","refresh_token":"canary","raw":{"a":"canary"}}}`

// library is a way in which a program may show a value.
type library struct {
	name string
	show func(t *testing.T, value any) (string, error)
	// Whether it rejects types without a binary encoding.
	isBinary bool
	// Whether it calls no methods, and so may show the exported fields of requests and responses.
	asksNoMethod bool
}

// printed is a library that cannot fail.
func printed(name string, asksNoMethod bool, show func(value any) string) library {
	return library{name: name, asksNoMethod: asksNoMethod, show: func(_ *testing.T, value any) (string, error) { return show(value), nil }}
}

// encoded is a library that makes bytes.
func encoded(name string, isBinary bool, encode func(value any) ([]byte, error)) library {
	return library{name: name, isBinary: isBinary, show: func(_ *testing.T, value any) (string, error) {
		all, err := encode(value)
		return string(all), err
	}}
}

// failure keeps the message of an assertion of testify.
type failure struct{ bytes.Buffer }

func (f *failure) Errorf(format string, args ...any) {
	fmt.Fprintf(f, format, args...)
}

var libraries = []library{
	printed("spew", false, func(value any) string {
		return spew.Sdump(value) + spew.Sprintf("%v %+v %#v %#+v", value, value, value, value)
	}),
	printed("spew without methods", true, func(value any) string {
		config := spew.ConfigState{Indent: " ", DisableMethods: true, DisablePointerMethods: true, SpewKeys: true}
		return config.Sdump(value) + config.Sprintf("%#+v", value)
	}),
	printed("kr/pretty", true, func(value any) string {
		return pretty.Sprint(value) + strings.Join(pretty.Diff(value, reflect.Zero(reflect.TypeOf(value)).Interface()), "\n")
	}),
	printed("pp", true, func(value any) string {
		printer := pp.New()
		printer.SetColoringEnabled(false)
		return printer.Sprint(value)
	}),
	printed("litter", true, func(value any) string { return litter.Options{HidePrivateFields: false}.Sdump(value) }),
	printed("go-cmp", true, func(value any) string {
		everything := cmp.Exporter(func(reflect.Type) bool { return true })
		return cmp.Diff(value, reflect.Zero(reflect.TypeOf(value)).Interface(), everything)
	}),
	printed("testify", true, func(value any) string {
		said := new(failure)
		assert.Equal(said, reflect.Zero(reflect.TypeOf(value)).Interface(), value)
		assert.Nil(said, value)
		assert.Contains(said, []any{value}, 1)
		return said.String()
	}),
	printed("zap", false, func(value any) string {
		var all bytes.Buffer
		for _, encoder := range []zapcore.Encoder{
			zapcore.NewJSONEncoder(zap.NewProductionEncoderConfig()), zapcore.NewConsoleEncoder(zap.NewDevelopmentEncoderConfig()),
		} {
			logger := zap.New(zapcore.NewCore(encoder, zapcore.AddSync(&all), zap.DebugLevel))
			logger.Info("got", zap.Any("any", value), zap.Reflect("reflect", value))
			logger.Sugar().Infow("got", "value", value)
		}
		return all.String()
	}),
	printed("zerolog", false, func(value any) string {
		var all bytes.Buffer
		logger := zerolog.New(&all)
		logger.Info().Any("any", value).Interface("interface", value).Fields(map[string]any{"field": value}).Msg("got")
		console := zerolog.New(zerolog.ConsoleWriter{Out: &all, NoColor: true})
		console.Info().Any("any", value).Msg("got")
		return all.String()
	}),
	printed("slog", false, func(value any) string {
		var all bytes.Buffer
		for _, handler := range []slog.Handler{slog.NewTextHandler(&all, nil), slog.NewJSONHandler(&all, nil)} {
			slog.New(handler).Info("got", "value", value)
		}
		return all.String()
	}),
	encoded("gopkg.in/yaml.v3", false, inyaml.Marshal),
	encoded("go.yaml.in/yaml/v3", false, orgyaml.Marshal),
	encoded("goccy/go-yaml", false, func(value any) ([]byte, error) { return goccyyaml.Marshal(value) }),
	encoded("msgpack", true, msgpack.Marshal),
	encoded("cbor", true, cbor.Marshal),
}

// unexported are types that a program may put a value into.
type unexported struct {
	name  string
	value any
}

// holders are values and what they may be in.
func holders(name string, value any) map[string]any {
	return map[string]any{
		name:                    value,
		name + " in a slice":    []any{value},
		name + " in a map":      map[string]any{"a": value},
		name + " in a struct":   struct{ Value any }{value},
		name + " in unexported": unexported{"a", value},
	}
}

// refuseCanary fails if a canary is shown: as text, or as hexadecimal or decimal bytes.
func refuseCanary(t *testing.T, how, shown string) {
	t.Helper()
	const canary = "canary"
	lower := strings.ToLower(shown)
	spelled := []string{canary, hex.EncodeToString([]byte(canary)), strings.Trim(fmt.Sprint([]byte(canary)), "[]"), "63 61 6e 61 72 79"}
	for _, one := range spelled {
		if strings.Contains(lower, one) {
			t.Errorf("%s shows a secret: %s", how, shown)
			return
		}
	}
}

// newClient makes a client with secret settings of a server that gives every request the same response.
func newClient(t *testing.T, status int, body string) *nango.Client {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Set-Cookie", "canary")
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body))
	}))
	t.Cleanup(server.Close)
	client, err := nango.NewClient("canary-key", nango.WithBaseURL(server.URL), nango.WithoutEnv(),
		nango.WithHeader("X-Gateway", "canary-gateway"), nango.WithMaxRetries(0))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	return client
}

func TestNoLibraryShowsASecret(t *testing.T) {
	client := newClient(t, http.StatusOK, document)
	connection, err := client.GetConnection(t.Context(), "customer-1", "github", nango.RefreshToken())
	if err != nil || connection.Token() != "canary" {
		t.Fatalf("got %v, %v", connection, err)
	}
	_, err = newClient(t, http.StatusNotFound, `{"error":{"code":"not_found","message":"canary"}}`).
		GetConnection(t.Context(), "customer-1", "github")
	failed, ok := err.(*nango.Error)
	if !ok || failed.ServerMessage() != "canary" {
		t.Fatalf("got %v", err)
	}
	values := map[string]any{
		"connection":           *connection,
		"pointer":              connection,
		"credentials":          connection.Credentials,
		"embedded":             struct{ nango.Connection }{*connection},
		"field":                struct{ connection nango.Connection }{*connection},
		"exported credentials": struct{ Credentials nango.Credentials }{connection.Credentials},
		"error":                failed,
		"client":               client,
		"transport":            client.Transport("customer-1", "github"),
	}
	for _, library := range libraries {
		t.Run(library.name, func(t *testing.T) {
			for name, value := range values {
				for name, holder := range holders(name, value) {
					shown, err := library.show(t, holder)
					refuseCanary(t, name, shown)
					if err != nil && !library.isBinary {
						t.Errorf("%s: %v", name, err)
					}
				}
			}
		})
	}
}

// TestNoEncoderShowsARequestOrAResponse: those that call no methods show the exported fields, as they do those of
// net/http.
func TestNoEncoderShowsARequestOrAResponse(t *testing.T) {
	request := &nango.Request{Endpoint: "/?key=canary", Header: http.Header{"X-Key": {"canary"}}, Body: strings.NewReader("canary")}
	response, err := newClient(t, http.StatusOK, "canary").Proxy(t.Context(), "customer-1", "github", request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	answer, err := newClient(t, http.StatusOK, `"canary"`).Request(t.Context(), http.MethodGet, "/providers")
	if err != nil || string(answer.Bytes()) != `"canary"` {
		t.Fatalf("got %v, %v", answer, err)
	}
	for _, library := range libraries {
		if library.asksNoMethod {
			continue
		}
		t.Run(library.name, func(t *testing.T) {
			for name, value := range map[string]any{
				"request": *request, "response": *response, "both": []any{request, response}, "answer": answer, "its value": *answer,
			} {
				shown, err := library.show(t, value)
				refuseCanary(t, name, shown)
				if isRefused := err != nil && strings.Contains(err.Error(), "has no binary encoding"); isRefused != library.isBinary {
					t.Errorf("%s: %s, %v", name, shown, err)
				}
			}
		})
	}
}

// TestTheLibrariesShowWhatIsNotHidden, so that the other tests can fail.
func TestTheLibrariesShowWhatIsNotHidden(t *testing.T) {
	for _, library := range libraries {
		shown, err := library.show(t, map[string]any{"a": struct{ In []string }{[]string{"canary"}}})
		if err != nil || !strings.Contains(shown, "canary") {
			t.Errorf("%s: %s, %v", library.name, shown, err)
		}
	}
}
