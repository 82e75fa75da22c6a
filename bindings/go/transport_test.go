package nango_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// through is an http.Client that goes through Nango.
func through(client *nango.Client, opts ...nango.CallOption) *http.Client {
	return &http.Client{Transport: client.Transport("customer-1", "github", opts...)}
}

// newRequest makes a request for an external API.
func newRequest(t *testing.T, method, target string, body io.Reader) *http.Request {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, target, body)
	if err != nil {
		t.Fatal(err)
	}
	return request
}

// do sends a request that must get a response.
func do(t *testing.T, client *http.Client, request *http.Request) *http.Response {
	t.Helper()
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = response.Body.Close() })
	return response
}

func TestAnOrdinaryClientGoesThroughNango(t *testing.T) {
	client := through(newClient(t, serve(t, echo)))
	request := newRequest(t, http.MethodPost, "https://api.github.com/repos/a%2Fb?q=x+y&q=%20#fragment", strings.NewReader("abc"))
	request.Header = http.Header{
		"User-Agent":          {"my-app/1.0"},
		"Content-Type":        {"text/plain"},
		"Accept":              {"application/json", "text/plain"},
		"Cookie":              {"a=1"},
		"Connection":          {"close, X-Hop"},
		"X-Hop":               {"a"},
		"Keep-Alive":          {"a"},
		"Te":                  {"trailers"},
		"Trailer":             {"X-Checksum"},
		"Transfer-Encoding":   {"chunked"},
		"Upgrade":             {"websocket"},
		"Expect":              {"100-continue"},
		"Content-Length":      {"7"},
		"Proxy-Authorization": {"invented"},
		"Proxy-Connection":    {"close"},
		"Host":                {"a.example"},
	}
	response := do(t, client, request)
	if got := text(t, response.Body); got != "abc" {
		t.Errorf("the body was %q", got)
	}
	got := http.Header{}
	for name, values := range response.Header {
		if passed, ok := strings.CutPrefix(name, "X-Got-Nango-Proxy-"); ok {
			got[passed] = values
		}
	}
	want := http.Header{
		"User-Agent":   {"my-app/1.0"},
		"Content-Type": {"text/plain"},
		"Accept":       {"application/json, text/plain"},
		"Cookie":       {"a=1"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the headers were %v", got)
	}
	for name, want := range map[string]string{
		"X-Method":                  "POST",
		"X-Target":                  "/proxy/repos/a%2Fb?q=x+y&q=%20",
		"X-Got-Connection-Id":       "customer-1",
		"X-Got-Provider-Config-Key": "github",
		"X-Got-Content-Type":        "application/octet-stream",
		"X-Got-Base-Url-Override":   "",
	} {
		if got := response.Header.Get(name); got != want {
			t.Errorf("%s is %q", name, got)
		}
	}
}

func TestAnHTTPResponseIsWhole(t *testing.T) {
	for name, c := range map[string]struct {
		method  string
		handler http.HandlerFunc
		want    http.Response
		body    string
	}{
		"known length": {"GET", answering(http.StatusNotFound, "abc"),
			http.Response{Status: "404 Not Found", StatusCode: 404, ContentLength: 3}, "abc"},
		"chunked": {"GET", func(w http.ResponseWriter, _ *http.Request) {
			_ = http.NewResponseController(w).Flush()
			_, _ = io.WriteString(w, "abc")
		}, http.Response{Status: "200 OK", StatusCode: 200, ContentLength: -1, TransferEncoding: []string{"chunked"}}, "abc"},
		"HEAD": {"HEAD", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", "7") },
			http.Response{Status: "200 OK", StatusCode: 200, ContentLength: 7}, ""},
		"no content": {"DELETE", answering(http.StatusNoContent, ""),
			http.Response{Status: "204 No Content", StatusCode: 204, ContentLength: 0}, ""},
		"unknown status": {"GET", answering(599, ""), http.Response{Status: "599", StatusCode: 599, ContentLength: 0}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			request := newRequest(t, c.method, "https://api.example/", nil)
			got := do(t, through(newClient(t, serve(t, c.handler), nango.WithMaxRetries(0))), request)
			if body := text(t, got.Body); body != c.body {
				t.Errorf("the body is %q", body)
			}
			if got.Proto != "HTTP/1.1" || got.ProtoMajor != 1 || got.ProtoMinor != 1 || got.Request != request || got.Uncompressed {
				t.Errorf("got %+v", got)
			}
			if got.Header.Get("Transfer-Encoding") != "" || got.Header.Get("Date") == "" {
				t.Errorf("the headers are %v", got.Header)
			}
			kept := http.Response{
				Status: got.Status, StatusCode: got.StatusCode, ContentLength: got.ContentLength, TransferEncoding: got.TransferEncoding,
			}
			if !reflect.DeepEqual(kept, c.want) {
				t.Errorf("got %+v", kept)
			}
		})
	}
}

func TestTheTransportDoesNotChangeTheRequest(t *testing.T) {
	client := newClient(t, serve(t, echo))
	request := newRequest(t, http.MethodPut, "https://api.example/a%2Fb?c", strings.NewReader("abc"))
	request.Header = http.Header{"Connection": {"X-Hop"}, "X-Hop": {"a"}, "X-Kept": {"b"}}
	before := request.Clone(t.Context())
	response, err := client.Transport("customer-1", "github", nango.HostsFromURL("api.example")).RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	text(t, response.Body)
	if !reflect.DeepEqual(request.Header, before.Header) || !reflect.DeepEqual(request.URL, before.URL) || request.ContentLength != 3 {
		t.Errorf("it is now %v %v", request.URL, request.Header)
	}
}

func TestTheTransportClosesTheBody(t *testing.T) {
	client := newClient(t, serve(t, echo))
	closed := newClient(t, serve(t, echo))
	_ = closed.Close()
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	for name, c := range map[string]struct {
		transport http.RoundTripper
		ctx       context.Context
		change    func(*http.Request)
		want      error
	}{
		"success":       {client.Transport("customer-1", "github"), t.Context(), func(*http.Request) {}, nil},
		"no client":     {(*nango.Client)(nil).Transport("a", "b"), t.Context(), func(*http.Request) {}, nango.ErrInvalidArgument},
		"closed client": {closed.Transport("a", "b"), t.Context(), func(*http.Request) {}, nango.ErrClientClosed},
		"no id":         {client.Transport("", "b"), t.Context(), func(*http.Request) {}, nango.ErrInvalidArgument},
		"cancelled":     {client.Transport("a", "b"), cancelled, func(*http.Request) {}, context.Canceled},
		"no URL":        {client.Transport("a", "b"), t.Context(), func(r *http.Request) { r.URL = nil }, nango.ErrInvalidArgument},
		"scheme":        {client.Transport("a", "b"), t.Context(), func(r *http.Request) { r.URL.Scheme = "ftp" }, nango.ErrInvalidArgument},
		"opaque": {client.Transport("a", "b"), t.Context(), func(r *http.Request) { r.URL.Opaque = "//evil.example/" },
			nango.ErrInvalidArgument},
		"climbing": {client.Transport("a", "b"), t.Context(), func(r *http.Request) { r.URL.Path = "/../a" }, nango.ErrInvalidArgument},
		"header": {client.Transport("a", "b"), t.Context(), func(r *http.Request) { r.Header["A"] = []string{"b\x00"} },
			nango.ErrInvalidArgument},
		"other host": {client.Transport("a", "b", nango.HostsFromURL("other.example")), t.Context(), func(*http.Request) {},
			nango.ErrInvalidArgument},
		"no host at all": {client.Transport("a", "b", nango.HostsFromURL()), t.Context(), func(*http.Request) {}, nango.ErrInvalidArgument},
		"call option":    {client.Transport("a", "b", nango.ForceRefresh()), t.Context(), func(*http.Request) {}, nango.ErrInvalidArgument},
		"wrong option": {client.Transport("a", "b", nango.ProxyRetries(-1)), t.Context(), func(*http.Request) {},
			nango.ErrInvalidArgument},
	} {
		t.Run(name, func(t *testing.T) {
			body := &closeCounter{Reader: strings.NewReader("abc")}
			request := newRequest(t, http.MethodPost, "https://api.example/", body).WithContext(c.ctx)
			c.change(request)
			response, err := c.transport.RoundTrip(request)
			if !errors.Is(err, c.want) || (response == nil) != (err != nil) {
				t.Errorf("got %v, %v", response, err)
			}
			if err == nil {
				_ = response.Body.Close()
			}
			if body.closes.Load() != 1 {
				t.Errorf("the body is closed %d times", body.closes.Load())
			}
		})
	}
}

func TestAFailureOfNangoIsBehindTheClientsError(t *testing.T) {
	server := serve(t, answering(http.StatusNotFound, `{"error":{"code":"unknown_provider_config","message":"invented"}}`))
	_, err := through(newClient(t, server)).Get("https://api.example/")
	var failure *nango.Error
	if !errors.As(err, &failure) || failure.Code != "unknown_provider_config" || !errors.Is(err, nango.ErrUnknownIntegration) {
		t.Errorf("got %v", err)
	}
}

func TestNangoParsesABodyOfATransportIfItIsTo(t *testing.T) {
	nangos := newClient(t, serve(t, echo))
	for _, c := range []struct {
		want string
		opts []nango.CallOption
	}{
		{"application/octet-stream", nil},
		{"application/json", []nango.CallOption{nango.NangoParsesBody()}},
	} {
		client := &http.Client{Transport: nangos.Transport("customer-1", "github", c.opts...)}
		request := newRequest(t, http.MethodPost, "https://api.example/", strings.NewReader("{}"))
		request.Header.Set("Content-Type", "application/json")
		header := do(t, client, request).Header
		if got := header.Get("X-Got-Content-Type"); got != c.want {
			t.Errorf("Nango is told %q, not %q", got, c.want)
		}
		if got := header.Get("X-Got-Nango-Proxy-Content-Type"); got != "application/json" {
			t.Errorf("the external API is told %q", got)
		}
	}
}

func TestCompressionIsAsWithNetHTTP(t *testing.T) {
	client := through(newClient(t, serve(t, echo)))
	for name, c := range map[string]struct {
		method string
		header http.Header
		want   string
	}{
		"plain":           {"GET", http.Header{}, "true"},
		"own":             {"GET", http.Header{"Accept-Encoding": {"br"}}, ""},
		"part of a file":  {"GET", http.Header{"Range": {"bytes=0-9"}}, ""},
		"nothing to read": {"HEAD", http.Header{}, ""},
	} {
		request := newRequest(t, c.method, "https://api.example/", nil)
		request.Header = c.header
		header := do(t, client, request).Header
		if header.Get("X-Got-Decompress") != c.want || header.Get("X-Got-Nango-Proxy-Accept-Encoding") != c.header.Get("Accept-Encoding") {
			t.Errorf("%s: %v", name, header)
		}
	}
}

func TestTheContextOfARequestEndsIt(t *testing.T) {
	server := newStall(t, http.StatusOK, "")
	client := through(newClient(t, server.Server, nango.WithTimeout(patience)))
	ctx, cancel := context.WithCancel(t.Context())
	request := newRequest(t, http.MethodGet, "https://api.example/", nil).WithContext(ctx)
	outcomes := make(chan error, 1)
	go func() {
		_, err := client.Do(request)
		outcomes <- err
	}()
	receive(t, "the request", server.arrived)
	cancel()
	if err := receive(t, "the outcome", outcomes); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	receive(t, "the end of the connection", server.abandoned)
}

func TestTheContextOfARequestEndsItsResponse(t *testing.T) {
	s, handler := drip(t, "first")
	client := through(newClient(t, serve(t, handler)))
	ctx, cancel := context.WithCancel(t.Context())
	response := do(t, client, newRequest(t, http.MethodGet, "https://api.example/", nil).WithContext(ctx))
	if _, err := io.ReadFull(response.Body, make([]byte, 5)); err != nil {
		t.Fatal(err)
	}
	outcomes := readLater(response.Body)
	awaitRead(t)
	cancel()
	if err := receive(t, "the outcome", outcomes); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	receive(t, "the end of the connection", s.abandoned)
}

func TestTheTimeoutOfAClientEndsARequestAndItsResponse(t *testing.T) {
	_, handler := drip(t, "")
	client := through(newClient(t, serve(t, handler)))
	client.Timeout = 200 * time.Millisecond
	response, err := client.Get("https://api.example/")
	if err == nil {
		_, err = io.ReadAll(response.Body)
		_ = response.Body.Close()
	}
	var timeout interface{ Timeout() bool }
	if !errors.As(err, &timeout) || !timeout.Timeout() || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestClosingAResponseEarlyEndsItsConnection(t *testing.T) {
	s, handler := drip(t, "first")
	response := do(t, through(newClient(t, serve(t, handler))), newRequest(t, http.MethodGet, "https://api.example/", nil))
	_ = response.Body.Close()
	receive(t, "the end of the connection", s.abandoned)
}

func TestABodyOfAnHTTPRequest(t *testing.T) {
	client, framings := receiving(t)
	large := strings.Repeat("0123456789abcdef", 100_000)
	piped, feed := io.Pipe()
	go func() {
		_, err := io.WriteString(feed, large)
		_ = feed.CloseWithError(err)
	}()
	for name, c := range map[string]struct {
		body   io.Reader
		want   string
		framed framing
	}{
		"none":    {nil, "", framing{0, false}},
		"NoBody":  {http.NoBody, "", framing{0, false}},
		"small":   {strings.NewReader("abc"), "abc", framing{3, false}},
		"large":   {strings.NewReader(large), large, framing{int64(len(large)), false}},
		"unknown": {piped, large, framing{-1, true}},
	} {
		response := do(t, through(client), newRequest(t, http.MethodPost, "https://api.example/", c.body))
		if got := text(t, response.Body); got != c.want {
			t.Errorf("%s: %d bytes came back of %d", name, len(got), len(c.want))
		}
		if got := <-framings; got != c.framed {
			t.Errorf("%s: it was sent with %v", name, got)
		}
	}
}

func TestABodyOfAnHTTPRequestIsSentAgain(t *testing.T) {
	var requests atomic.Int32
	client := newClient(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
		if _, _ = io.Copy(io.Discard, r.Body); requests.Add(1) == 1 {
			panic(http.ErrAbortHandler)
		}
	}))
	do(t, through(client), newRequest(t, http.MethodGet, "https://api.example/", strings.NewReader("abc")))
	if requests.Load() != 2 {
		t.Errorf("%d requests", requests.Load())
	}
}

func TestATransportServesManyRequestsAtOnce(t *testing.T) {
	client := through(newClient(t, serve(t, echo)), nango.HostsFromURL("a.example", "b.example"), nango.ProxyRetryOn(404))
	var group sync.WaitGroup
	for i := range 20 {
		group.Add(1)
		go func() {
			defer group.Done()
			host := fmt.Sprintf("https://%c.example", 'a'+i%2)
			response, err := client.Post(host+"/", "text/plain", strings.NewReader(host))
			if err != nil {
				t.Error(err)
				return
			}
			if got := text(t, response.Body); got != host || response.Header.Get("X-Got-Base-Url-Override") != host {
				t.Errorf("%s was sent to %s", got, response.Header.Get("X-Got-Base-Url-Override"))
			}
		}()
	}
	group.Wait()
}

// TestAReverseProxyGoesThroughNango: its requests have the fields of a request that a server received.
func TestAReverseProxyGoesThroughNango(t *testing.T) {
	client := newClient(t, serve(t, echo))
	reverse := &httputil.ReverseProxy{
		Transport: client.Transport("customer-1", "github"),
		Rewrite:   func(r *httputil.ProxyRequest) { r.SetURL(&url.URL{Scheme: "https", Host: "api.example", Path: "/v1"}) },
	}
	front := httptest.NewServer(reverse)
	defer front.Close()
	response := do(t, front.Client(), newRequest(t, http.MethodPost, front.URL+"/items", strings.NewReader("abc")))
	if got := text(t, response.Body); got != "abc" || response.Header.Get("X-Target") != "/proxy/v1/items" {
		t.Errorf("got %v with %q", response, got)
	}
}
