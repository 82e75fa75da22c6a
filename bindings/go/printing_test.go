package nango_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

// Types that a program may put a connection into.
type (
	exportedValue struct {
		Connection nango.Connection
	}
	exportedPointer struct {
		Connection *nango.Connection
	}
	unexportedValue struct {
		name       string
		connection nango.Connection
	}
	unexportedPointer struct {
		name       string
		connection *nango.Connection
	}
	embeddedValue struct {
		nango.Connection
		name string
	}
	embeddedPointer struct {
		*nango.Connection
		name string
	}
	deep struct {
		in      []unexportedValue
		by      map[string]embeddedPointer
		any     any
		field   nango.Credentials
		pointer *nango.Credentials
	}
)

// holders is everything that a connection may be in, by name.
func holders(connection *nango.Connection) map[string]any {
	value, credentials := *connection, connection.Credentials
	return map[string]any{
		"connection":             value,
		"pointer":                connection,
		"credentials":            credentials,
		"pointer to credentials": &credentials,
		"slice":                  []nango.Connection{value},
		"slice of pointers":      []*nango.Connection{connection},
		"map":                    map[string]nango.Credentials{"a": credentials},
		"exported":               exportedValue{value},
		"exported pointer":       exportedPointer{connection},
		"unexported":             unexportedValue{"a", value},
		"unexported pointer":     unexportedPointer{"a", connection},
		"pointer to unexported":  &unexportedValue{"a", value},
		"embedded":               embeddedValue{value, "a"},
		"embedded pointer":       embeddedPointer{connection, "a"},
		"deep": deep{
			[]unexportedValue{{"a", value}},
			map[string]embeddedPointer{"a": {connection, "a"}},
			unexportedPointer{"a", connection},
			credentials,
			&credentials,
		},
	}
}

// refuseSecrets fails if any text of the connection is shown that could be a secret.
func refuseSecrets(t *testing.T, how, shown string) {
	t.Helper()
	for _, secret := range []string{"invented", "in-config", "repo", "blue"} {
		if strings.Contains(shown, secret) || strings.Contains(shown, asBytes(secret)) || strings.Contains(shown, fmt.Sprintf("%x", secret)) {
			t.Errorf("%s shows %q: %s", how, secret, shown)
		}
	}
}

// asBytes is how fmt prints the bytes of a text.
func asBytes(text string) string {
	return strings.Trim(fmt.Sprint([]byte(text)), "[]")
}

func TestNothingPrintsASecret(t *testing.T) {
	connection := get(t, newClient(t, serve(t, answering(http.StatusOK, oauth2Document))))
	for name, holder := range holders(connection) {
		t.Run(name, func(t *testing.T) {
			for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%t", "%T", "%p", "% x", "%10.3v", "%w"} {
				refuseSecrets(t, verb, fmt.Sprintf(verb, holder))
			}
			refuseSecrets(t, "Sprint", fmt.Sprint(holder))
			refuseSecrets(t, "an error", fmt.Errorf("no: %v", holder).Error())

			encoded, err := json.Marshal(holder)
			if err != nil {
				t.Error(err)
			}
			refuseSecrets(t, "JSON", string(encoded))

			var logged bytes.Buffer
			for _, handler := range []slog.Handler{slog.NewTextHandler(&logged, nil), slog.NewJSONHandler(&logged, nil)} {
				slog.New(handler).Info("got", "holder", holder, slog.Group("group", "holder", holder))
			}
			refuseSecrets(t, "slog", logged.String())
		})
	}
}

func TestCredentialsPrintAsRedacted(t *testing.T) {
	connection := get(t, newClient(t, serve(t, answering(http.StatusOK, oauth2Document))))
	for _, holder := range []any{connection.Credentials, &connection.Credentials} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
			if got := fmt.Sprintf(verb, holder); got != "[redacted]" {
				t.Errorf("%s prints %s", verb, got)
			}
		}
		if got, err := json.Marshal(holder); string(got) != `"[redacted]"` || err != nil {
			t.Errorf("as JSON: %s, %v", got, err)
		}
		if got, err := xml.Marshal(holder); string(got) != `<Credentials>[redacted]</Credentials>` || err != nil {
			t.Errorf("as XML: %s, %v", got, err)
		}
	}
	if got := connection.Credentials.String(); got != "[redacted]" {
		t.Errorf("String gives %s", got)
	}
}

func TestAConnectionPrintsItsName(t *testing.T) {
	connection := get(t, newClient(t, serve(t, answering(http.StatusOK, oauth2Document))))
	const want = `nango.Connection{ID: 7, ConnectionID: "customer-1", ProviderConfigKey: "github", Provider: "github", ` +
		`AuthMode: OAUTH2, Credentials: [redacted]}`
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
		if got := fmt.Sprintf(verb, connection); got != want {
			t.Errorf("%s prints %s", verb, got)
		}
		if got := fmt.Sprintf(verb, *connection); got != want {
			t.Errorf("%s prints %s", verb, got)
		}
	}
	const wantJSON = `{"id":7,"connection_id":"customer-1","provider_config_key":"github","provider":"github","auth_mode":"OAUTH2",` +
		`"credentials":"[redacted]","created_at":"2023-03-08T09:43:03.725Z","updated_at":"2026-11-22T01:16:10.66Z","account_id":12,` +
		`"webhook_url_override":"https://hooks.example/nango"}`
	if got, err := json.Marshal(connection); string(got) != wantJSON || err != nil {
		t.Errorf("as JSON: %s, %v", got, err)
	}
	var logged bytes.Buffer
	withoutTime := &slog.HandlerOptions{ReplaceAttr: func(groups []string, attr slog.Attr) slog.Attr {
		if len(groups) == 0 && attr.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return attr
	}}
	slog.New(slog.NewTextHandler(&logged, withoutTime)).Info("got", "connection", connection)
	const wantLog = `level=INFO msg=got connection.id=7 connection.connection_id=customer-1 connection.provider_config_key=github ` +
		`connection.provider=github connection.auth_mode=OAUTH2 connection.credentials=[redacted]` + "\n"
	if logged.String() != wantLog {
		t.Errorf("logged %s", &logged)
	}
}

// TestNilPrints covers each type that has a method for printing or logging.
func TestNilPrints(t *testing.T) {
	for name, none := range map[string]any{
		"connection":  (*nango.Connection)(nil),
		"credentials": (*nango.Credentials)(nil),
		"request":     (*nango.Request)(nil),
		"response":    (*nango.Response)(nil),
		"API's":       (*nango.APIResponse)(nil),
		"client":      (*nango.Client)(nil),
		"pager":       (*nango.Pager[nango.ListedConnection])(nil),
		"model":       (*nango.ListedConnection)(nil),
		"with secret": (*nango.ImportedConnection)(nil),
		"parameters":  (*nango.ImportConnectionParams)(nil),
	} {
		for _, verb := range []string{"%v", "%+v", "%s"} {
			if got := fmt.Sprintf(verb, none); got != "<nil>" && got != "%!s(*nango."+strings.TrimPrefix(fmt.Sprintf("%T", none), "*nango.")+"=<nil>)" {
				t.Errorf("%s: %s prints %s", name, verb, got)
			}
		}
		if got, err := json.Marshal(none); string(got) != "null" || err != nil {
			t.Errorf("%s: as JSON %s, %v", name, got, err)
		}
		var logged bytes.Buffer
		slog.New(slog.NewTextHandler(&logged, nil)).Info("got", "it", none)
		slog.New(slog.NewJSONHandler(&logged, nil)).Info("got", "it", none)
		if got := logged.String(); !strings.Contains(got, "it=<nil>\n") || !strings.Contains(got, `"it":null}`) {
			t.Errorf("%s: logged %s", name, got)
		}
	}
}

func TestANilErrorPrints(t *testing.T) {
	var none *nango.Error
	var logged bytes.Buffer
	slog.New(slog.NewTextHandler(&logged, nil)).Info("got", "err", none)
	slog.New(slog.NewJSONHandler(&logged, nil)).Info("got", "err", none)
	if got := logged.String(); strings.Count(got, "nango: no error") != 2 {
		t.Errorf("logged %s", got)
	}
	if got, err := json.Marshal(none); string(got) != "null" || err != nil {
		t.Errorf("as JSON: %s, %v", got, err)
	}
	if got := fmt.Sprintf("%v %+v %s", none, none, none); got != "nango: no error nango: no error nango: no error" {
		t.Errorf("it prints %s", got)
	}
}

func TestErrorsDoNotPrintWhatTheServerSaid(t *testing.T) {
	server := serve(t, answering(http.StatusNotFound, `{"error":{"code":"not_found","message":"invented customer data"}}`))
	_, err := newClient(t, server).GetConnection(t.Context(), "customer-1", "github")
	failure := asError(t, err)
	if failure.ServerMessage() != "invented customer data" || !strings.Contains(failure.Body(), "invented customer data") {
		t.Errorf("the server said %q in %q", failure.ServerMessage(), failure.Body())
	}
	for _, holder := range []any{err, failure, *failure, struct{ err error }{err}, struct{ failure nango.Error }{*failure}, []*nango.Error{failure}} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
			refuseSecrets(t, verb, fmt.Sprintf(verb, holder))
		}
		encoded, err := json.Marshal(holder)
		if err != nil {
			t.Error(err)
		}
		refuseSecrets(t, "JSON", string(encoded))
	}
	var logged bytes.Buffer
	for _, handler := range []slog.Handler{slog.NewTextHandler(&logged, nil), slog.NewJSONHandler(&logged, nil)} {
		slog.New(handler).Info("failed", "err", err, "by value", *failure)
	}
	refuseSecrets(t, "slog", logged.String())
}

func TestAClientPrintsNoSecret(t *testing.T) {
	client, err := nango.NewClient("invented-key", nango.WithHeader("x-gateway", "invented-gateway-secret"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = client.Close() }()
	for _, holder := range []any{client, struct{ client *nango.Client }{client}, struct{ Client *nango.Client }{client}} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
			refuseSecrets(t, verb, fmt.Sprintf(verb, holder))
		}
	}
}

func TestARequestAndItsResponsePrintNoSecret(t *testing.T) {
	client := newClient(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Set-Cookie", "invented-cookie")
		echo(w, r)
	}))
	request := &nango.Request{
		Method:   http.MethodPost,
		Endpoint: "/invented-path?key=invented",
		Query:    url.Values{"key": {"invented-parameter"}},
		Header:   http.Header{"X-Key": {"invented-header"}},
		Body:     strings.NewReader("invented-body"),
	}
	response := proxy(t, client, request)
	for name, holder := range map[string]any{
		"request":         *request,
		"pointer":         request,
		"response":        *response,
		"its pointer":     response,
		"slice":           []*nango.Response{response},
		"struct":          struct{ Response nango.Response }{*response},
		"pointers within": struct{ In []any }{[]any{request, response}},
		"body":            response.Body,
		"transport":       client.Transport("customer-1", "github", nango.BaseURLOverride("https://invented.example")),
	} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
			refuseSecrets(t, name+" "+verb, fmt.Sprintf(verb, holder))
		}
		encoded, err := json.Marshal(holder)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		refuseSecrets(t, name+" as JSON", string(encoded))
		var logged bytes.Buffer
		for _, handler := range []slog.Handler{slog.NewTextHandler(&logged, nil), slog.NewJSONHandler(&logged, nil)} {
			slog.New(handler).Info("sent", "holder", holder)
		}
		refuseSecrets(t, name+" in slog", logged.String())
	}
	if got := text(t, response.Body); got != "invented-body" {
		t.Errorf("printing changes the body to %q", got)
	}
	const want = `nango.Request{Method: "POST", Query: [key], Header: [X-Key]}`
	if got := fmt.Sprint(request); got != want {
		t.Errorf("it prints %s", got)
	}
	plain := nango.Response{StatusCode: 404, Header: http.Header{"B": {"1"}, "A": {"2"}}, ContentLength: -1}
	if got := fmt.Sprintf("%+v", plain); got != `nango.Response{StatusCode: 404, Header: [A B], ContentLength: -1}` {
		t.Errorf("it prints %s", got)
	}
	var logged bytes.Buffer
	slog.New(slog.NewTextHandler(&logged, nil)).Info("got", "request", request, "response", &plain)
	for _, want := range []string{"request.method=POST", "request.query=[key]", "response.status=404", `response.header="[A B]"`} {
		if !strings.Contains(logged.String(), want) {
			t.Errorf("%s is not logged: %s", want, &logged)
		}
	}
}
