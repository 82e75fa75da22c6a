package nango_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// sent is a request as it arrived.
type sent struct {
	method, target, body string
	header               http.Header
}

// recording gives every request the same response, and keeps the requests.
func recording(status int, body string) (<-chan sent, http.HandlerFunc) {
	arrived := make(chan sent, 100)
	return arrived, func(w http.ResponseWriter, r *http.Request) {
		content, _ := io.ReadAll(r.Body)
		arrived <- sent{r.Method, r.RequestURI, string(content), r.Header}
		w.Header().Set("X-Ratelimit-Limit", "200")
		answering(status, body)(w, r)
	}
}

func TestARequestIsSentAsItIsWritten(t *testing.T) {
	arrived, handler := recording(http.StatusCreated, `{"data":{"id":12345678901234567890}}`)
	client := newClient(t, serve(t, handler))
	response, err := client.Request(t.Context(), http.MethodPut, "/integrations/{uniqueKey}/x",
		nango.PathParameter("uniqueKey", "a/../b c?"),
		nango.QueryParameter("include", "a&b"), nango.QueryParameter("include", "ü"),
		nango.RequestHeader("X-Extra", "1"),
		nango.JSONBody(map[string]any{"a": "<é>", "n": json.RawMessage("12345678901234567890")}),
	)
	if err != nil {
		t.Fatal(err)
	}
	got := receive(t, "the request", arrived)
	if got.method != http.MethodPut || got.target != "/integrations/a%2F..%2Fb%20c%3F/x?include=a%26b&include=%C3%BC" {
		t.Errorf("it is sent as %s %s", got.method, got.target)
	}
	if got.body != `{"a":"<é>","n":12345678901234567890}` || got.header.Get("Content-Type") != "application/json" {
		t.Errorf("its body is %s (%s)", got.body, got.header.Get("Content-Type"))
	}
	if got.header.Get("X-Extra") != "1" || got.header.Get("Authorization") != "Bearer "+secretKey {
		t.Errorf("its headers are %v", got.header)
	}
	if response.StatusCode != http.StatusCreated || response.Header.Get("x-ratelimit-limit") != "200" {
		t.Errorf("got %v", response)
	}
	var decoded struct{ Data struct{ ID json.Number } }
	if err := response.Decode(&decoded); err != nil || decoded.Data.ID != "12345678901234567890" {
		t.Errorf("got %v, %v", decoded, err)
	}
	if got := string(response.Bytes()); got != `{"data":{"id":12345678901234567890}}` {
		t.Errorf("got %s", got)
	}
}

func TestTheBodiesOfARequest(t *testing.T) {
	arrived, handler := recording(http.StatusOK, "{}")
	client := newClient(t, serve(t, handler))
	var null any
	for name, test := range map[string]struct {
		opts       []nango.CallOption
		body, kind string
	}{
		"none":         {nil, "", ""},
		"null":         {[]nango.CallOption{nango.JSONBody(null)}, "null", "application/json"},
		"raw JSON":     {[]nango.CallOption{nango.JSONBody(json.RawMessage("{ \"a\": 1.0 }"))}, `{"a":1.0}`, "application/json"},
		"struct":       {[]nango.CallOption{nango.JSONBody(struct{ A int }{1})}, `{"A":1}`, "application/json"},
		"bytes":        {[]nango.CallOption{nango.RawBody("text/csv", []byte("a,\x00\xff"))}, "a,\x00\xff", "text/csv"},
		"no bytes":     {[]nango.CallOption{nango.RawBody("text/csv", nil)}, "", "text/csv"},
		"the last one": {[]nango.CallOption{nango.RawBody("text/csv", []byte("a")), nango.JSONBody(1)}, "1", "application/json"},
		"or the other": {[]nango.CallOption{nango.JSONBody(1), nango.RawBody("text/csv", []byte("a"))}, "a", "text/csv"},
	} {
		if _, err := client.Request(t.Context(), http.MethodPost, "/x", test.opts...); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := receive(t, name, arrived); got.body != test.body || got.header.Get("Content-Type") != test.kind {
			t.Errorf("%s: sent as %q (%s)", name, got.body, got.header.Get("Content-Type"))
		}
	}
}

// TestARequestThatCannotBeSent: nothing arrives, and the message says what to change.
func TestARequestThatCannotBeSent(t *testing.T) {
	arrived, handler := recording(http.StatusOK, "{}")
	client := newClient(t, serve(t, handler))
	for want, opts := range map[string][]nango.CallOption{
		"path parameter value contains U+0000": {nango.PathParameter("id", "a\x00b")},
		"query value is not valid UTF-8":       {nango.PathParameter("id", "a"), nango.QueryParameter("q", "\xff")},
		"header name contains U+0000":          {nango.PathParameter("id", "a"), nango.RequestHeader("\x00", "a")},
		"RawBody: contentType contains U+0000": {nango.PathParameter("id", "a"), nango.RawBody("\x00", nil)},
		"body cannot be written as JSON":       {nango.PathParameter("id", "a"), nango.JSONBody(func() {})},
		"path parameter id is missing":         nil,
		"other":                                {nango.PathParameter("id", "a"), nango.PathParameter("other", "a")},
		"authorization":                        {nango.PathParameter("id", "a"), nango.RequestHeader("Authorization", "a")},
		"ProxyRetries does not apply":          {nango.PathParameter("id", "a"), nango.ProxyRetries(1)},
		"ForceRefresh":                         {nango.PathParameter("id", "a"), nango.ForceRefresh()},
	} {
		_, err := client.Request(t.Context(), http.MethodPost, "/x/{id}", opts...)
		if !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v", want, err)
		}
	}
	for _, text := range []string{"\x00", "\xff"} {
		if _, err := client.Request(t.Context(), text, "/x"); !errors.Is(err, nango.ErrInvalidArgument) {
			t.Errorf("got %v", err)
		}
		if _, err := client.Request(t.Context(), http.MethodGet, "/"+text); !errors.Is(err, nango.ErrInvalidArgument) {
			t.Errorf("got %v", err)
		}
	}
	if len(arrived) > 0 {
		t.Errorf("%v was sent", <-arrived)
	}
}

// TestTheCauseOfABodyThatIsNoJSON is there for the program, and not in the message.
func TestTheCauseOfABodyThatIsNoJSON(t *testing.T) {
	client := newClient(t, serve(t, answering(http.StatusOK, "{}")))
	_, err := client.Request(t.Context(), http.MethodPost, "/x", nango.JSONBody(make(chan int)))
	var cause *json.UnsupportedTypeError
	if !errors.As(err, &cause) {
		t.Errorf("got %v", err)
	}
}

func TestOptionsOfARequestApplyToNothingElse(t *testing.T) {
	client := newClient(t, serve(t, answering(http.StatusOK, "{}")))
	for _, option := range []nango.CallOption{
		nango.PathParameter("a", "b"), nango.QueryParameter("a", "b"), nango.RequestHeader("a", "b"),
		nango.JSONBody(1), nango.RawBody("a/b", nil), nango.Repeatable(),
	} {
		_, get := client.GetConnection(t.Context(), "customer-1", "github", option)
		_, proxy := client.Proxy(t.Context(), "customer-1", "github", &nango.Request{Endpoint: "/"}, option)
		request := newRequest(t, http.MethodGet, "https://api.example/", nil)
		_, trip := client.Transport("customer-1", "github", option).RoundTrip(request)
		for _, err := range []error{get, proxy, trip} {
			if !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), "applies only to Client.Request") {
				t.Errorf("got %v", err)
			}
		}
	}
}

func TestAnAnswerThatIsNoSuccessIsAnError(t *testing.T) {
	for _, test := range []struct {
		status int
		body   string
		kind   error
		code   string
	}{
		{400, `{"error":{"code":"invalid_body","errors":[{"path":["tags"]}]}}`, nango.ErrAPI, "invalid_body"},
		{400, `{"error":{"code":"unknown_provider_config"}}`, nango.ErrUnknownIntegration, "unknown_provider_config"},
		{401, `{"error":{"code":"invalid_secret_key"}}`, nango.ErrUnauthorized, "invalid_secret_key"},
		{403, `{"error":{"code":"forbidden"}}`, nango.ErrForbidden, "forbidden"},
		{404, `{"error":{"code":"not_found"}}`, nango.ErrAPI, "not_found"},
		{429, `{"error":{"code":"too_many_request"}}`, nango.ErrRateLimited, "too_many_request"},
		{500, `{"error":{"code":"server_error"}}`, nango.ErrServer, "server_error"},
		{302, `<html>`, nango.ErrNotNango, ""},
	} {
		client := newClient(t, serve(t, answering(test.status, test.body)), nango.WithMaxRetries(0))
		_, err := client.Request(t.Context(), http.MethodGet, "/providers")
		if !errors.Is(err, test.kind) {
			t.Errorf("%d: got %v", test.status, err)
			continue
		}
		if failure := asError(t, err); failure.HTTPStatus != test.status || failure.Code != test.code || failure.Body() != test.body {
			t.Errorf("%d: got %d, %s, %s", test.status, failure.HTTPStatus, failure.Code, failure.Body())
		}
	}
}

func TestDecodingWhatDoesNotFit(t *testing.T) {
	for _, body := range []string{`{"a":"text"}`, `<html>`, ``} {
		response, err := newClient(t, serve(t, answering(http.StatusOK, body))).Request(t.Context(), http.MethodGet, "/x")
		if err != nil {
			t.Fatal(err)
		}
		var decoded struct{ A int }
		err = response.Decode(&decoded)
		if failure := asError(t, err); failure.Kind != nango.ErrorKindDecode || failure.HTTPStatus != 200 || errors.Unwrap(err) == nil {
			t.Errorf("%s: got %v", body, err)
		}
	}
	var empty nango.APIResponse
	if empty.Bytes() != nil || empty.Decode(new(int)) == nil {
		t.Error("a response without a body has one")
	}
}

// TestARepeatableRequestIsRetried after a lost connection, and one that is not is sent once.
func TestARepeatableRequestIsRetried(t *testing.T) {
	for name, test := range map[string]struct {
		opts []nango.CallOption
		want int
	}{"repeatable": {[]nango.CallOption{nango.Repeatable()}, 2}, "not repeatable": {nil, 1}} {
		requests := make(chan string, 10)
		client := newClient(t, serve(t, func(http.ResponseWriter, *http.Request) {
			requests <- "one"
			panic(http.ErrAbortHandler)
		}), nango.WithMaxRetries(1))
		_, err := client.Request(t.Context(), http.MethodPut, "/x", test.opts...)
		if !errors.Is(err, nango.ErrIO) || len(requests) != test.want {
			t.Errorf("%s: %d requests, %v", name, len(requests), err)
		}
	}
}

func TestTheEndsOfARequest(t *testing.T) {
	s := newStall(t, http.StatusOK, "{}")
	client := newClient(t, s.Server)
	request := func(ctx context.Context, opts ...nango.CallOption) <-chan error {
		outcomes := make(chan error, 1)
		go func() {
			_, err := client.Request(ctx, http.MethodGet, "/x", opts...)
			outcomes <- err
		}()
		return outcomes
	}
	ctx, cancel := context.WithCancel(t.Context())
	outcomes := request(ctx)
	receive(t, "the request", s.arrived)
	cancel()
	if err := receive(t, "the outcome", outcomes); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if err := receive(t, "the outcome", request(t.Context(), nango.CallTimeout(20*time.Millisecond))); !errors.Is(err, nango.ErrTimeout) {
		t.Errorf("got %v", err)
	}
	outcomes = request(t.Context())
	receive(t, "the request", s.arrived)
	if err := client.Close(); err != nil {
		t.Error(err)
	}
	if err := receive(t, "the outcome", outcomes); !errors.Is(err, nango.ErrClientClosed) {
		t.Errorf("got %v", err)
	}
	if err := receive(t, "the outcome", request(t.Context())); !errors.Is(err, nango.ErrClientClosed) {
		t.Errorf("got %v", err)
	}
}

func TestARequestWithoutAClientOrAContext(t *testing.T) {
	var none *nango.Client
	if _, err := none.Request(t.Context(), http.MethodGet, "/x"); !errors.Is(err, nango.ErrInvalidArgument) {
		t.Errorf("got %v", err)
	}
	client := newClient(t, serve(t, answering(http.StatusOK, "{}")))
	var noContext context.Context
	if _, err := client.Request(noContext, http.MethodGet, "/x"); !errors.Is(err, nango.ErrInvalidArgument) {
		t.Errorf("got %v", err)
	}
}

func TestAnAPIResponseShowsNeitherHeadersNorBody(t *testing.T) {
	client := newClient(t, serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Set-Cookie", canarySaid)
		_, _ = io.WriteString(w, canaryToken)
	}))
	response, err := client.Request(t.Context(), http.MethodGet, "/x")
	if err != nil {
		t.Fatal(err)
	}
	encoded, err := json.Marshal(response)
	if err != nil {
		t.Error(err)
	}
	shown := fmt.Sprintf("%v %+v %#v %s %s %v", response, response, response, response, encoded, response.LogValue())
	if strings.Contains(shown, canarySaid) || strings.Contains(shown, canaryToken) || !strings.Contains(shown, "Set-Cookie") {
		t.Errorf("it shows %s", shown)
	}
	if _, err := response.MarshalBinary(); !errors.Is(err, nango.ErrInvalidArgument) {
		t.Errorf("got %v", err)
	}
	if string(response.Bytes()) != canaryToken || len(found(response, canaryToken)) > 0 {
		t.Error("a walk finds the body")
	}
}
