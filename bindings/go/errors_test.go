package nango_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// unreachable are the kinds that no call can end with, and why.
var unreachable = map[nango.ErrorKind]string{
	nango.ErrorKindInternal: "that would be a fault of the library",
}

// situations are ways to fail, by the kind that each leads to.
var situations = map[nango.ErrorKind]func(*testing.T) error{
	nango.ErrorKindInvalidArgument:    func(t *testing.T) error { return failing(t, "http://127.0.0.1:1", nango.WithRoute(-1)) },
	nango.ErrorKindResolve:            func(t *testing.T) error { return failing(t, "https://"+strings.Repeat("a", 64)+".invalid") },
	nango.ErrorKindConnect:            nobodyListens,
	nango.ErrorKindTLS:                untrusted,
	nango.ErrorKindHTTPProxy:          noProxy,
	nango.ErrorKindTimeout:            func(t *testing.T) error { return failing(t, "http://127.0.0.1:1", nango.WithTimeout(0)) },
	nango.ErrorKindCancelled:          cancelled,
	nango.ErrorKindIO:                 brokenOff,
	nango.ErrorKindDecode:             answered(http.StatusOK, `{"connection_id":1}`),
	nango.ErrorKindTooLarge:           tooLarge,
	nango.ErrorKindUnauthorized:       answered(http.StatusUnauthorized, `{"error":{"code":"unknown_account"}}`),
	nango.ErrorKindForbidden:          answered(http.StatusForbidden, `{"error":{"code":"forbidden"}}`),
	nango.ErrorKindNotFound:           answered(http.StatusNotFound, `{"error":{"code":"not_found"}}`),
	nango.ErrorKindRefreshFailed:      answered(http.StatusFailedDependency, `{"error":{"code":"invalid_credentials"}}`),
	nango.ErrorKindRateLimited:        answered(http.StatusTooManyRequests, `{"error":{"code":"too_many_request"}}`),
	nango.ErrorKindAPI:                answered(http.StatusBadRequest, `{"error":{"code":"invalid_query_params"}}`),
	nango.ErrorKindServer:             answered(http.StatusBadGateway, `bad gateway`),
	nango.ErrorKindUnknownIntegration: answered(http.StatusBadRequest, `{"error":{"code":"unknown_provider_config"}}`),
	nango.ErrorKindNotNango:           answered(http.StatusTeapot, `<html></html>`),
	nango.ErrorKindWebhookSignature: func(*testing.T) error {
		_, err := nango.ParseWebhook([]byte("{}"), "", "invented-key")
		return err
	},
}

// failing makes a client for the URL and a call, one of which fails.
func failing(t *testing.T, baseURL string, opts ...nango.Option) error {
	t.Helper()
	client, err := nango.NewClient(secretKey, append([]nango.Option{nango.WithBaseURL(baseURL), nango.WithMaxRetries(0)}, opts...)...)
	if err != nil {
		return err
	}
	defer func() { _ = client.Close() }()
	_, err = client.GetConnection(t.Context(), "customer-1", "github")
	return err
}

func answered(status int, body string) func(*testing.T) error {
	return func(t *testing.T) error { return failing(t, serve(t, answering(status, body)).URL) }
}

// nobodysURL is a URL without a listener: the client's end of a connection, whose port stays taken until the test ends.
func nobodysURL(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	connection, err := net.Dial("tcp", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = connection.Close() })
	return "http://" + connection.LocalAddr().String()
}

func nobodyListens(t *testing.T) error {
	return failing(t, nobodysURL(t))
}

func noProxy(t *testing.T) error {
	return failing(t, "https://nango.example", nango.WithHTTPProxy(nobodysURL(t)))
}

// untrustedURL is the URL of a server with an untrusted certificate.
func untrustedURL(t *testing.T) string {
	t.Helper()
	server := httptest.NewUnstartedServer(answering(http.StatusOK, oauth2Document))
	// It would report that its client gave up.
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	t.Cleanup(server.Close)
	return server.URL
}

func untrusted(t *testing.T) error {
	return failing(t, untrustedURL(t))
}

func cancelled(t *testing.T) error {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := newClient(t, serve(t, answering(http.StatusOK, oauth2Document))).GetConnection(ctx, "customer-1", "github")
	return err
}

// breakingOff begins a response and does not end it.
func breakingOff(beginning string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		_, _ = io.WriteString(w, beginning)
	}
}

func brokenOff(t *testing.T) error {
	return failing(t, serve(t, breakingOff("{")).URL)
}

func tooLarge(t *testing.T) error {
	return failing(t, serve(t, answering(http.StatusOK, oauth2Document)).URL, nango.WithMaxResponseBytes(10))
}

func TestEveryKindOfError(t *testing.T) {
	// The cases that the probe of Go runs too.
	cases := read(t, "../../tests/conformance/cases/errors.json")
	for kind, sentinel := range kinds {
		isReached := situations[kind] != nil || strings.Contains(cases, `"kind_name": "`+kind.String()+`"`)
		if _, ok := unreachable[kind]; ok == isReached {
			t.Errorf("%s is neither reached nor unreachable", kind)
		}
		if !errors.Is(&nango.Error{Kind: kind}, sentinel) {
			t.Errorf("%s is not %v", kind, sentinel)
		}
	}
	for kind, situation := range situations {
		t.Run(kind.String(), func(t *testing.T) {
			err := situation(t)
			failure := asError(t, err)
			if failure.Kind != kind {
				t.Fatalf("got %s: %v", failure.Kind, err)
			}
			for other, sentinel := range kinds {
				if errors.Is(err, sentinel) != (other == kind) || errors.Is(fmt.Errorf("wrapped: %w", err), sentinel) != (other == kind) {
					t.Errorf("whether it is %v is %t", sentinel, errors.Is(err, sentinel))
				}
			}
			if err.Error() != "nango: "+failure.Message || failure.Message == "" {
				t.Errorf("it reads %q", err)
			}
			if failure.Timeout() != (kind == nango.ErrorKindTimeout) || errors.Is(err, context.DeadlineExceeded) != failure.Timeout() {
				t.Errorf("timeout is %t", failure.Timeout())
			}
		})
	}
}

func TestWhatAnErrorTells(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "7")
		answering(http.StatusTooManyRequests, `{"error":{"code":"too_many_request","message":"slow down"}}`)(w, r)
	})
	failure := asError(t, failing(t, server.URL))
	if failure.HTTPStatus != http.StatusTooManyRequests || failure.Code != "too_many_request" || failure.Attempts != 1 {
		t.Errorf("got %+v", *failure)
	}
	if failure.ServerMessage() != "slow down" || !strings.HasPrefix(failure.Body(), `{"error"`) {
		t.Errorf("the server said %q in %q", failure.ServerMessage(), failure.Body())
	}
	if after, ok := failure.RetryAfter(); after != 7*time.Second || !ok {
		t.Errorf("retry after %s, %t", after, ok)
	}
	if !failure.Retryable() {
		t.Error("it is not retryable")
	}
}

func TestFindings(t *testing.T) {
	const body = `{"error":{"code":"invalid_body","errors":[{"code":"invalid_type","message":"received invented","path":["credentials","type"]},` +
		`{"code":"custom","message":"Does not exist","path":["ids",0]},{"path":["metadata","invented"]}]}}`
	client := newClient(t, serve(t, answering(http.StatusBadRequest, body)))
	_, err := client.Request(t.Context(), http.MethodPost, "/connections")
	failure := asError(t, err)
	findings := failure.Findings()
	if len(findings) != 3 {
		t.Fatalf("got %v", findings)
	}
	for i, want := range [][3]string{
		{"credentials.type", "received invented", "invalid_type"}, {"ids.0", "Does not exist", "custom"}, {"metadata.invented", "", ""},
	} {
		if got := [3]string{findings[i].Path(), findings[i].Message(), findings[i].Code()}; got != want {
			t.Errorf("got %q, not %q", got, want)
		}
	}
	encoded, _ := json.Marshal(findings)
	shown := fmt.Sprintf("%v %+v %#v %d %s %v", findings, findings, findings[:2], findings[0], encoded, err)
	if strings.Contains(shown, "received") || !strings.Contains(shown, "credentials.type") {
		t.Errorf("it prints %s", shown)
	}
	if (nango.Finding{}).Path() != "" || asError(t, failing(t, serve(t, answering(http.StatusNotFound, "x")).URL)).Findings() != nil {
		t.Error("there are findings where there are none")
	}
}

func TestRetryAfterIsAbsentOrZeroOrCut(t *testing.T) {
	for header, want := range map[string]struct {
		after time.Duration
		ok    bool
	}{
		"":                    {0, false},
		"0":                   {0, true},
		"9223372036854775807": {1<<63 - 1, true},
	} {
		server := serve(t, func(w http.ResponseWriter, r *http.Request) {
			if header != "" {
				w.Header().Set("Retry-After", header)
			}
			answering(http.StatusServiceUnavailable, "")(w, r)
		})
		if after, ok := asError(t, failing(t, server.URL)).RetryAfter(); after != want.after || ok != want.ok {
			t.Errorf("%q gives %s, %t", header, after, ok)
		}
	}
}

func TestTheNilErrorIsNone(t *testing.T) {
	var failure *nango.Error
	_, ok := failure.RetryAfter()
	if failure.Timeout() || failure.Retryable() || ok || failure.Is(nango.ErrTimeout) || failure.Unwrap() != nil ||
		failure.ServerMessage() != "" || failure.Body() != "" || failure.Error() != "nango: no error" {
		t.Error("a nil error says something")
	}
	if _, ok := (&nango.Error{}).RetryAfter(); ok {
		t.Error("a zero error says when to try again")
	}
	if (&nango.Error{}).ServerMessage() != "" || (&nango.Error{}).Body() != "" {
		t.Error("a zero error says something")
	}
}

func TestNamesOfKinds(t *testing.T) {
	for kind, want := range map[nango.ErrorKind]string{
		nango.ErrorKindNone:     "NONE",
		nango.ErrorKindNotFound: "NOT_FOUND",
		77:                      "ErrorKind(77)",
		-1:                      "ErrorKind(-1)",
	} {
		if got := kind.String(); got != want {
			t.Errorf("got %q, not %q", got, want)
		}
	}
	if got := nango.ErrNotFound.Error(); got != "nango: NOT_FOUND" {
		t.Errorf("got %q", got)
	}
	for mode, want := range map[nango.AuthMode]string{nango.AuthModeAWSSigV4: "AWS_SIGV4", 21: "AuthMode(21)", -1: "AuthMode(-1)"} {
		if got := mode.String(); got != want {
			t.Errorf("got %q, not %q", got, want)
		}
	}
}
