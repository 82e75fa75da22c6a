package nango_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

func TestOptionsReachTheServer(t *testing.T) {
	requests := make(chan *http.Request, 1)
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		requests <- r
		answering(http.StatusOK, oauth2Document)(w, r)
	})
	client := newClient(t, server,
		nango.WithBaseURL(server.URL+"/prefix"),
		nango.WithRoute(nango.RouteConnections),
		nango.WithUserAgent("my-app/1.0"),
		nango.WithHeader("X-Gateway", "invented-gateway-secret"),
		nango.WithConnectTimeout(5*time.Second),
		nango.WithAllowPlaintextHTTP(false),
		nil,
	)
	_, err := client.GetConnection(t.Context(), "a/../b?x=1", "github",
		nango.ForceRefresh(), nango.RefreshToken(), nango.RefreshGitHubAppJWTToken(), nango.CallTimeout(patience), nil)
	if err != nil {
		t.Fatal(err)
	}
	request := <-requests
	const path = "/prefix/connections/a%2F..%2Fb%3Fx%3D1"
	if !strings.HasPrefix(request.RequestURI, path+"?") {
		t.Errorf("target %q does not start with %q", request.RequestURI, path)
	}
	for _, name := range []string{"force_refresh", "refresh_token", "refresh_github_app_jwt_token"} {
		if got := request.URL.Query().Get(name); got != "true" {
			t.Errorf("%s is %q", name, got)
		}
	}
	if got := request.Header.Get("Authorization"); got != "Bearer "+secretKey {
		t.Errorf("authorization is %q", got)
	}
	if got := request.Header.Get("X-Gateway"); got != "invented-gateway-secret" {
		t.Errorf("the added header is %q", got)
	}
	if got, want := request.UserAgent(), "my-app/1.0 libnango/"+nango.Version(); got != want {
		t.Errorf("user agent is %q, not %q", got, want)
	}
}

func TestWrongSettingsAreNamed(t *testing.T) {
	for name, c := range map[string]struct {
		key    string
		option nango.Option
		names  string
	}{
		"NUL in the key":          {"invented\x00key", nil, "secretKey"},
		"key not UTF-8":           {"invented\xff", nil, "secretKey"},
		"key with a newline":      {"invented\n", nil, "secretKey"},
		"NUL in the URL":          {secretKey, nango.WithBaseURL("https://a.example\x00.b.example"), "WithBaseURL"},
		"URL not UTF-8":           {secretKey, nango.WithBaseURL("https://\xff.example"), "WithBaseURL"},
		"plain http":              {secretKey, nango.WithBaseURL("http://nango.example"), "WithAllowPlaintextHTTP"},
		"NUL in the user agent":   {secretKey, nango.WithUserAgent("a\x00b"), "WithUserAgent"},
		"NUL in a header's name":  {secretKey, nango.WithHeader("x\x00y", "z"), "WithHeader: the header name"},
		"NUL in a header's value": {secretKey, nango.WithHeader("x", "y\x00z"), "WithHeader: the header value"},
		"reserved header":         {secretKey, nango.WithHeader("Authorization", "z"), "authorization"},
		"unknown route":           {secretKey, nango.WithRoute(77), "WithRoute is 77"},
		"negative timeout":        {secretKey, nango.WithTimeout(-1), "WithTimeout"},
		"negative connect":        {secretKey, nango.WithConnectTimeout(-1), "WithConnectTimeout"},
		"negative retries":        {secretKey, nango.WithMaxRetries(-1), "WithMaxRetries"},
		"no URL of a proxy":       {secretKey, nango.WithHTTPProxy("http://invented:invented@"), "WithHTTPProxy"},
		"proxy of another kind":   {secretKey, nango.WithHTTPProxy("socks4://invented:invented@proxy.example"), "WithHTTPProxy"},
		"NUL in the proxy's URL":  {secretKey, nango.WithHTTPProxy("http://proxy.example\x00"), "WithHTTPProxy"},
		"NUL in the CA file":      {secretKey, nango.WithCAFile("ca\x00.pem"), "WithCAFile"},
		"no CA file":              {secretKey, nango.WithCAFile("none.pem"), "WithCAFile"},
		"no client certificate":   {secretKey, nango.WithClientCertificate([]byte("invented"), nil), "WithClientCertificate: certPEM"},
		"NUL in a certificate":    {secretKey, nango.WithClientCertificate([]byte("a\x00b"), nil), "WithClientCertificate: certPEM"},
		"NUL in a client's key":   {secretKey, nango.WithClientCertificate(nil, []byte("a\x00b")), "WithClientCertificate: keyPEM"},
		"negative size":           {secretKey, nango.WithMaxResponseBytes(-1), "WithMaxResponseBytes"},
		"no call at all":          {secretKey, nango.WithMaxConcurrentCalls(0), "WithMaxConcurrentCalls"},
	} {
		t.Run(name, func(t *testing.T) {
			client, err := nango.NewClient(c.key, c.option)
			if client != nil || !errors.Is(err, nango.ErrInvalidArgument) {
				t.Fatalf("got %v, %v", client, err)
			}
			if message := asError(t, err).Message; !strings.Contains(message, c.names) || strings.Contains(message, "invented") {
				t.Errorf("the message is %q", message)
			}
		})
	}
}

func TestEverySettingNamesItselfWhenItCannotBeUsed(t *testing.T) {
	for name, option := range unusable {
		t.Run(name, func(t *testing.T) {
			client, err := nango.NewClient(secretKey, option)
			if client != nil || !errors.Is(err, nango.ErrInvalidArgument) {
				t.Fatalf("got %v, %v", client, err)
			}
			if message := asError(t, err).Message; !strings.HasPrefix(message, name+" ") {
				t.Errorf("the message is %q", message)
			}
		})
	}
}

func TestWrongArgumentsAreNamedAndNothingIsSent(t *testing.T) {
	server := serve(t, func(_ http.ResponseWriter, r *http.Request) { t.Errorf("%s was sent", r.RequestURI) })
	client := newClient(t, server)
	for name, c := range map[string]struct{ id, key, names string }{
		"NUL in the id":  {"customer\x00-1", "github", "connectionID"},
		"id not UTF-8":   {"customer\xff", "github", "connectionID"},
		"empty id":       {"", "github", "connectionID"},
		"NUL in the key": {"customer-1", "git\x00hub", "providerConfigKey"},
		"key not UTF-8":  {"customer-1", "\xc3(", "providerConfigKey"},
		"empty key":      {"customer-1", "", "providerConfigKey"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := client.GetConnection(t.Context(), c.id, c.key)
			failure := asError(t, err)
			if failure.Kind != nango.ErrorKindInvalidArgument || failure.Attempts != 0 {
				t.Errorf("got %s after %d attempts", failure.Kind, failure.Attempts)
			}
			if !strings.Contains(failure.Message, c.names) {
				t.Errorf("the message is %q", failure.Message)
			}
		})
	}
}

func TestNilIsAnErrorAndNoPanic(t *testing.T) {
	var client *nango.Client
	for _, c := range []*nango.Client{client, {}} {
		if _, err := c.GetConnection(t.Context(), "customer-1", "github"); !errors.Is(err, nango.ErrInvalidArgument) {
			t.Errorf("got %v", err)
		}
		if err := c.Close(); err != nil {
			t.Errorf("got %v", err)
		}
	}
	server := serve(t, answering(http.StatusOK, oauth2Document))
	var none context.Context
	if _, err := newClient(t, server).GetConnection(none, "customer-1", "github"); !errors.Is(err, nango.ErrInvalidArgument) {
		t.Errorf("got %v", err)
	}
}

func TestACloserClosesIt(t *testing.T) {
	var closer io.Closer = newClient(t, serve(t, answering(http.StatusOK, oauth2Document)))
	if err := closer.Close(); err != nil {
		t.Error(err)
	}
}
