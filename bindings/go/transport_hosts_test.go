package nango_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

func TestTheHostIsSentToThoseThatMayHaveIt(t *testing.T) {
	client := newClient(t, serve(t, echo))
	for target, want := range map[string]string{
		"https://api.github.com/user":     "https://api.github.com",
		"https://API.github.com/user":     "https://API.github.com",
		"http://uploads.example:8080/a?b": "http://uploads.example:8080",
	} {
		opts := []nango.CallOption{nango.HostsFromURL("api.github.com", "uploads.example:8080")}
		response := do(t, through(client, opts...), newRequest(t, http.MethodGet, target, nil))
		if got := response.Header.Get("X-Got-Base-Url-Override"); got != want {
			t.Errorf("%s: %q", target, got)
		}
	}
	_, err := through(client, nango.HostsFromURL("uploads.example:8080")).Get("http://uploads.example/")
	if !errors.Is(err, nango.ErrInvalidArgument) {
		t.Errorf("another port: %v", err)
	}
	fixed := do(t, through(client, nango.BaseURLOverride("https://eu.example/v2")), newRequest(t, http.MethodGet, "https://a.example/b", nil))
	if fixed.Header.Get("X-Got-Base-Url-Override") != "https://eu.example/v2" || fixed.Header.Get("X-Target") != "/proxy/b" {
		t.Errorf("got %v", fixed.Header)
	}
}

// redirecting responds with a redirect, except at its target.
func redirecting(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/target") {
			echo(w, r)
			return
		}
		http.Redirect(w, r, to, http.StatusTemporaryRedirect)
	}
}

func TestRedirectsAreLeftToTheClient(t *testing.T) {
	client := newClient(t, serve(t, redirecting("/target")))
	request := newRequest(t, http.MethodGet, "https://api.example/", nil)
	response, err := client.Transport("customer-1", "github").RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	if response.StatusCode != http.StatusTemporaryRedirect || response.Header.Get("Location") != "/target" {
		t.Errorf("got %v", response)
	}
	followed := do(t, through(client), newRequest(t, http.MethodPost, "https://api.example/", strings.NewReader("abc")))
	if got := text(t, followed.Body); got != "abc" || followed.Header.Get("X-Target") != "/proxy/target" {
		t.Errorf("got %v with %q", followed, got)
	}
}

func TestARedirectToAnotherHostIsRefused(t *testing.T) {
	var client *nango.Client
	for _, to := range []string{"http://api.example/target", "https://evil.example/target"} {
		client = newClient(t, serve(t, redirecting(to)))
		for name, opts := range map[string][]nango.CallOption{
			"plain":                  nil,
			"with hosts of the URLs": {nango.HostsFromURL("api.example", "evil.example")},
		} {
			_, err := through(client, opts...).Get("https://api.example/")
			if !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), "redirects to another host") {
				t.Errorf("%s, %s: %v", to, name, err)
			}
		}
	}
	own := through(client)
	own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	if got := do(t, own, newRequest(t, http.MethodGet, "https://api.example/", nil)); got.StatusCode != http.StatusTemporaryRedirect {
		t.Errorf("got %v", got)
	}
}
