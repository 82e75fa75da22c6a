package nango_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// echo responds with the part of the request that is for the external API.
func echo(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	w.Header().Set("X-Method", r.Method)
	w.Header().Set("X-Target", r.RequestURI)
	w.Header().Set("X-Length", strings.Join(append(slices.Clone(r.TransferEncoding), r.Header.Get("Content-Length")), " "))
	for name, values := range r.Header {
		w.Header()["X-Got-"+name] = values
	}
	_, _ = w.Write(body)
}

// proxy makes a call that has to succeed.
func proxy(t *testing.T, client *nango.Client, request *nango.Request, opts ...nango.CallOption) *nango.Response {
	t.Helper()
	response, err := client.Proxy(t.Context(), "customer-1", "github", request, opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = response.Body.Close() })
	return response
}

// text is the rest of a body.
func text(t *testing.T, body io.ReadCloser) string {
	t.Helper()
	all, err := io.ReadAll(body)
	if err != nil {
		t.Error(err)
	}
	if err := body.Close(); err != nil {
		t.Error(err)
	}
	return string(all)
}

func TestProxySendsARequestAndGivesTheAnswer(t *testing.T) {
	client := newClient(t, serve(t, echo))
	response := proxy(t, client, &nango.Request{
		Method:   http.MethodPost,
		Endpoint: "/v1/items%2F7?a=1",
		Query:    url.Values{"b": {"x y", "2"}, "a": {"3"}},
		Header:   http.Header{"X-Custom": {"hello", "again"}, "Content-Type": {"application/json"}},
		Body:     strings.NewReader(`{"a":1}`),
	}, nango.ProxyRetries(2), nango.ProxyRetryOn(404, 409), nango.BaseURLOverride("https://eu.api.example.com"), nango.Decompress(),
		nango.ForwardHeadersOnRedirect())
	if got := text(t, response.Body); got != `{"a":1}` || response.StatusCode != http.StatusOK || response.ContentLength != int64(len(got)) {
		t.Errorf("got %v with %q", response, got)
	}
	for name, want := range map[string]string{
		"X-Method":                          "POST",
		"X-Target":                          "/proxy/v1/items%2F7?a=1&a=3&b=x%20y&b=2",
		"X-Got-Connection-Id":               "customer-1",
		"X-Got-Provider-Config-Key":         "github",
		"X-Got-Nango-Proxy-X-Custom":        "hello, again",
		"X-Got-Content-Type":                "application/octet-stream",
		"X-Got-Nango-Proxy-Content-Type":    "application/json",
		"X-Got-Retries":                     "2",
		"X-Got-Retry-On":                    "404,409",
		"X-Got-Base-Url-Override":           "https://eu.api.example.com",
		"X-Got-Decompress":                  "true",
		"X-Got-Forward-Headers-On-Redirect": "true",
		"X-Got-Authorization":               "Bearer " + secretKey,
		"X-Got-Nango-Proxy-X-Missing":       "",
	} {
		if got := response.Header.Get(name); got != want {
			t.Errorf("%s is %q", name, got)
		}
	}
}

func TestWhatTheExternalAPISaysIsAResponse(t *testing.T) {
	for _, status := range []int{201, 204, 301, 304, 400, 401, 404, 429, 500, 503, 599} {
		response := proxy(t, newClient(t, serve(t, answering(status, "")), nango.WithMaxRetries(0)), &nango.Request{Endpoint: "/"})
		if response.StatusCode != status || text(t, response.Body) != "" {
			t.Errorf("%d becomes %v", status, response)
		}
	}
}

func TestWhatNangoSaysIsAnError(t *testing.T) {
	server := serve(t, answering(http.StatusNotFound, `{"error":{"code":"unknown_provider_config","message":"invented"}}`))
	response, err := newClient(t, server).Proxy(t.Context(), "customer-1", "github", &nango.Request{Endpoint: "/"})
	failure := asError(t, err)
	if response != nil || !errors.Is(err, nango.ErrUnknownIntegration) || failure.HTTPStatus != 404 || failure.Code != "unknown_provider_config" {
		t.Errorf("got %v, %v", response, err)
	}
}

func TestAMethodIsGetWithoutOne(t *testing.T) {
	response := proxy(t, newClient(t, serve(t, echo)), &nango.Request{Endpoint: "user", ContentType: "text/plain"})
	header := response.Header
	if header.Get("X-Method") != http.MethodGet || header.Get("X-Target") != "/proxy/user" {
		t.Errorf("%s %s was sent", header.Get("X-Method"), header.Get("X-Target"))
	}
	if got := header.Get("X-Got-Content-Type"); got != "" || header.Get("X-Length") != "" {
		t.Errorf("a body was sent: %q %q", got, header.Get("X-Length"))
	}
}

func TestWhatNangoIsToldOfABody(t *testing.T) {
	client := newClient(t, serve(t, echo))
	const bytes, form, parts = "application/octet-stream", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a"
	for _, c := range []struct {
		header, kind  string
		parses        bool
		nango, passed string
	}{
		{"", "", false, bytes, bytes},
		{"image/png", "", false, bytes, "image/png"},
		{"application/json", "", false, bytes, "application/json"},
		{"application/json", "text/csv", false, bytes, "application/json"},
		{"", "application/json", false, bytes, "application/json"},
		{"", form, false, bytes, form},
		{"", parts, false, bytes, parts},
		{"application/json", "", true, "application/json", "application/json"},
		{"", form, true, form, form},
		{"application/json", form, true, form, "application/json"},
		{"", parts, true, parts, "multipart/form-data"},
	} {
		request := &nango.Request{Method: http.MethodPost, Endpoint: "/", ContentType: c.kind, Body: strings.NewReader("abc")}
		if c.header != "" {
			request.Header = http.Header{"Content-Type": {c.header}}
		}
		var options []nango.CallOption
		if c.parses {
			options = append(options, nango.NangoParsesBody())
		}
		header := proxy(t, client, request, options...).Header
		if got := header.Get("X-Got-Content-Type"); got != c.nango {
			t.Errorf("%q, %q: Nango is told %q", c.header, c.kind, got)
		}
		if got := header.Get("X-Got-Nango-Proxy-Content-Type"); got != c.passed {
			t.Errorf("%q, %q: the external API is told %q", c.header, c.kind, got)
		}
	}
}

func TestOneRequestServesManyCalls(t *testing.T) {
	client := newClient(t, serve(t, echo))
	request := &nango.Request{Endpoint: "/user", Query: url.Values{"a": {"b"}}}
	var group sync.WaitGroup
	for range 10 {
		group.Add(1)
		go func() {
			defer group.Done()
			response, err := client.Proxy(t.Context(), "customer-1", "github", request)
			if err != nil {
				t.Error(err)
				return
			}
			if text(t, response.Body); response.Header.Get("X-Target") != "/proxy/user?a=b" {
				t.Errorf("%s was sent", response.Header.Get("X-Target"))
			}
		}()
	}
	group.Wait()
}

func TestARequestThatCannotBeSentSendsNothing(t *testing.T) {
	client := newClient(t, serve(t, func(_ http.ResponseWriter, r *http.Request) { t.Errorf("%s was sent", r.RequestURI) }))
	closed := newClient(t, serve(t, echo))
	_ = closed.Close()
	const nul = "invented-secret\x00"
	for name, c := range map[string]struct {
		client  *nango.Client
		request *nango.Request
		opts    []nango.CallOption
		want    error
		says    string
	}{
		"no client":           {nil, &nango.Request{Endpoint: "/"}, nil, nango.ErrInvalidArgument, "NewClient"},
		"closed client":       {closed, &nango.Request{Endpoint: "/"}, nil, nango.ErrClientClosed, "closed"},
		"no request":          {client, nil, nil, nango.ErrInvalidArgument, "request"},
		"no endpoint":         {client, &nango.Request{}, nil, nango.ErrInvalidArgument, "endpoint"},
		"absolute URL":        {client, &nango.Request{Endpoint: "https://evil.example/"}, nil, nango.ErrInvalidArgument, "BaseURLOverride"},
		"climbing":            {client, &nango.Request{Endpoint: "/a/%2e%2e/b"}, nil, nango.ErrInvalidArgument, ".."},
		"method":              {client, &nango.Request{Method: "A B", Endpoint: "/"}, nil, nango.ErrInvalidArgument, "method"},
		"method NUL":          {client, &nango.Request{Method: nul, Endpoint: "/"}, nil, nango.ErrInvalidArgument, "method"},
		"endpoint NUL":        {client, &nango.Request{Endpoint: nul}, nil, nango.ErrInvalidArgument, "endpoint"},
		"query name NUL":      {client, &nango.Request{Endpoint: "/", Query: url.Values{nul: {""}}}, nil, nango.ErrInvalidArgument, "query name"},
		"query value NUL":     {client, &nango.Request{Endpoint: "/", Query: url.Values{"a": {nul}}}, nil, nango.ErrInvalidArgument, "query value"},
		"header name NUL":     {client, &nango.Request{Endpoint: "/", Header: http.Header{nul: {""}}}, nil, nango.ErrInvalidArgument, "header name"},
		"header value NUL":    {client, &nango.Request{Endpoint: "/", Header: http.Header{"A": {nul}}}, nil, nango.ErrInvalidArgument, "header value"},
		"content type NUL":    {client, &nango.Request{Endpoint: "/", Header: http.Header{"Content-Type": {nul}}}, nil, nango.ErrInvalidArgument, "header value"},
		"told NUL":            {client, &nango.Request{Endpoint: "/", ContentType: nul}, nil, nango.ErrInvalidArgument, "ContentType"},
		"reserved header":     {client, &nango.Request{Endpoint: "/", Header: http.Header{"Content-Length": {"7"}}}, nil, nango.ErrInvalidArgument, "content-length"},
		"HEAD with a body":    {client, &nango.Request{Method: "HEAD", Endpoint: "/", Body: strings.NewReader("a"), Header: http.Header{"Content-Type": {"a/b"}}}, nil, nango.ErrInvalidArgument, "HEAD"},
		"NUL in the URL":      {client, &nango.Request{Endpoint: "/"}, []nango.CallOption{nango.BaseURLOverride(nul)}, nango.ErrInvalidArgument, "BaseURLOverride"},
		"no URL":              {client, &nango.Request{Endpoint: "/"}, []nango.CallOption{nango.BaseURLOverride("a")}, nango.ErrInvalidArgument, "BaseURLOverride"},
		"hosts":               {client, &nango.Request{Endpoint: "/"}, []nango.CallOption{nango.HostsFromURL("a.example")}, nango.ErrInvalidArgument, "HostsFromURL"},
		"negative retries":    {client, &nango.Request{Endpoint: "/"}, []nango.CallOption{nango.ProxyRetries(-1)}, nango.ErrInvalidArgument, "ProxyRetries"},
		"no status":           {client, &nango.Request{Endpoint: "/"}, []nango.CallOption{nango.ProxyRetryOn(1 << 40)}, nango.ErrInvalidArgument, "ProxyRetryOn"},
		"negative idle time":  {client, &nango.Request{Endpoint: "/"}, []nango.CallOption{nango.IdleTimeout(-1)}, nango.ErrInvalidArgument, "IdleTimeout"},
		"force refresh":       {client, &nango.Request{Endpoint: "/"}, []nango.CallOption{nango.ForceRefresh()}, nango.ErrInvalidArgument, "ForceRefresh does not apply"},
		"refresh token":       {client, &nango.Request{Endpoint: "/"}, []nango.CallOption{nango.RefreshToken()}, nango.ErrInvalidArgument, "RefreshToken does not apply"},
		"max age":             {client, &nango.Request{Endpoint: "/"}, []nango.CallOption{nango.MaxAge(0)}, nango.ErrInvalidArgument, "MaxAge does not apply"},
		"no time":             {client, &nango.Request{Endpoint: "/"}, []nango.CallOption{nango.CallTimeout(0)}, nango.ErrTimeout, "timeout"},
		"GitHub App's tokens": {client, &nango.Request{Endpoint: "/"}, []nango.CallOption{nango.RefreshGitHubAppJWTToken()}, nango.ErrInvalidArgument, "RefreshGitHubAppJWTToken"},
	} {
		t.Run(name, func(t *testing.T) {
			response, err := c.client.Proxy(t.Context(), "customer-1", "github", c.request, c.opts...)
			if response != nil || !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) || asError(t, err).Attempts != 0 {
				t.Errorf("got %v, %v", response, err)
			}
			if strings.Contains(err.Error(), "invented-secret") {
				t.Errorf("it repeats the value: %v", err)
			}
		})
	}
	for _, ids := range [][2]string{{"", "github"}, {"customer-1", ""}, {nul, "github"}, {"customer-1", nul}} {
		if _, err := client.Proxy(t.Context(), ids[0], ids[1], &nango.Request{Endpoint: "/"}); !errors.Is(err, nango.ErrInvalidArgument) {
			t.Errorf("%q: %v", ids, err)
		}
	}
}

func TestGetConnectionRefusesTheSettingsOfTheProxy(t *testing.T) {
	client := newClient(t, serve(t, answering(http.StatusOK, oauth2Document)))
	for name, opt := range map[string]nango.CallOption{
		"ProxyRetries":             nango.ProxyRetries(1),
		"ProxyRetryOn":             nango.ProxyRetryOn(404),
		"BaseURLOverride":          nango.BaseURLOverride("https://a.example"),
		"HostsFromURL":             nango.HostsFromURL("a.example"),
		"Decompress":               nango.Decompress(),
		"ForwardHeadersOnRedirect": nango.ForwardHeadersOnRedirect(),
		"IdleTimeout":              nango.IdleTimeout(time.Second),
	} {
		_, err := client.GetConnection(t.Context(), "customer-1", "github", opt)
		if !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheContextEndsACallThroughTheProxy(t *testing.T) {
	server := newStall(t, http.StatusOK, "")
	client := newClient(t, server.Server, nango.WithTimeout(patience))
	errShutdown := errors.New("shutting down")
	cancelled, cancel := context.WithCancelCause(t.Context())
	outcomes := make(chan error, 1)
	go func() {
		_, err := client.Proxy(cancelled, "customer-1", "github", &nango.Request{Endpoint: "/"})
		outcomes <- err
	}()
	receive(t, "the request", server.arrived)
	cancel(errShutdown)
	err := receive(t, "the outcome", outcomes)
	if !errors.Is(err, context.Canceled) || !errors.Is(err, errShutdown) || !errors.Is(err, nango.ErrCancelled) {
		t.Errorf("got %v", err)
	}
	receive(t, "the end of the connection", server.abandoned)

	ctx, cancelToo := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancelToo()
	if _, err := client.Proxy(ctx, "customer-1", "github", &nango.Request{Endpoint: "/"}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestMessagesOfACallThroughTheProxyReachTheLogger(t *testing.T) {
	log := &recorder{level: nango.LevelTrace}
	client := newClient(t, serve(t, echo), nango.WithLogger(slog.New(log)))
	ctx := context.WithValue(t.Context(), contextKey{}, 7)
	response, err := client.Proxy(ctx, "customer-1", "github", &nango.Request{Endpoint: "/user"})
	if err != nil {
		t.Fatal(err)
	}
	text(t, response.Body)
	if !strings.Contains(log.all(), "INFO") || strings.Contains(log.all(), "/user") {
		t.Errorf("it logs %s", log.all())
	}
	for _, got := range log.records {
		if got.ctx.Value(contextKey{}) != 7 {
			t.Errorf("a message has no call: %s", got.message)
		}
	}
}

func TestAPanicOfTheLoggerComesOutOfACallThroughTheProxy(t *testing.T) {
	server, closed := watched(t, echo)
	log := &recorder{level: slog.LevelInfo, also: func(string) { panic("invented panic") }}
	client := newClient(t, server, nango.WithLogger(slog.New(log)))
	func() {
		defer func() {
			if got := recover(); got != "invented panic" {
				t.Errorf("recovered %v", got)
			}
		}()
		_, err := client.Proxy(t.Context(), "customer-1", "github", &nango.Request{Endpoint: "/"})
		t.Errorf("no panic, %v", err)
	}()
	log.also = nil
	text(t, proxy(t, client, &nango.Request{Endpoint: "/"}).Body)
	_ = client.Close()
	receive(t, "the end of the connection", closed)
}
