package nango_test

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

// echo answers with the request, as far as it is the external API's.
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
	}, nango.ProxyRetries(2), nango.ProxyRetryOn(404, 409), nango.BaseURLOverride("https://eu.api.example.com"), nango.Decompress())
	if got := text(t, response.Body); got != `{"a":1}` || response.StatusCode != http.StatusOK || response.ContentLength != int64(len(got)) {
		t.Errorf("got %v with %q", response, got)
	}
	for name, want := range map[string]string{
		"X-Method":                    "POST",
		"X-Target":                    "/proxy/v1/items%2F7?a=1&a=3&b=x%20y&b=2",
		"X-Got-Connection-Id":         "customer-1",
		"X-Got-Provider-Config-Key":   "github",
		"X-Got-Nango-Proxy-X-Custom":  "hello, again",
		"X-Got-Content-Type":          "application/json",
		"X-Got-Retries":               "2",
		"X-Got-Retry-On":              "404,409",
		"X-Got-Base-Url-Override":     "https://eu.api.example.com",
		"X-Got-Decompress":            "true",
		"X-Got-Authorization":         "Bearer " + secretKey,
		"X-Got-Nango-Proxy-X-Missing": "",
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
	server := serve(t, answering(http.StatusBadRequest, `{"error":{"code":"unknown_provider_config","message":"invented"}}`))
	response, err := newClient(t, server).Proxy(t.Context(), "customer-1", "github", &nango.Request{Endpoint: "/"})
	failure := asError(t, err)
	if response != nil || !errors.Is(err, nango.ErrUnknownIntegration) || failure.HTTPStatus != 400 || failure.Code != "unknown_provider_config" {
		t.Errorf("got %v, %v", response, err)
	}
}
