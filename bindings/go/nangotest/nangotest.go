// Package nangotest starts a local Nango server for tests: no account, no network, no secrets.
//
//	emulator := nangotest.Start(t)
//	client, err := nango.NewClient(emulator.SecretKey, nango.WithBaseURL(emulator.BaseURL), nango.WithoutEnv())
//
// It needs the program nango-emulator, which the environment variable NANGO_EMULATOR names, or else PATH.
package nangotest

import (
	"context"
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// Emulator is a running Nango server on its own port. It may be used from many goroutines.
type Emulator struct {
	// BaseURL is the address to give to a client.
	BaseURL string
	// SecretKey is the first key of the seed.
	SecretKey string

	program *program
	http    *http.Client
}

// Request is a request that the emulator has received.
type Request struct {
	Method string `json:"method"`
	// Target is the path and the query, as sent.
	Target string `json:"target"`
	// Status is the status of the response, and 0 while there is none.
	Status int `json:"status"`
}

// Start starts an emulator that ends with the test. The test fails if that is not possible.
func Start(t testing.TB, opts ...Option) *Emulator {
	t.Helper()
	emulator, err := Launch(opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = emulator.Close() })
	return emulator
}

// Launch starts an emulator outside of a test, as in TestMain. The caller closes it; it also ends with this process.
func Launch(opts ...Option) (*Emulator, error) {
	var settings settings
	for _, opt := range opts {
		opt(&settings)
	}
	program, announced, err := start(settings)
	if err != nil {
		return nil, fmt.Errorf("nangotest: %w", err)
	}
	return &Emulator{
		BaseURL:   announced.BaseURL,
		SecretKey: announced.SecretKey,
		program:   program,
		// Ignores the proxies of the environment.
		http: &http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: patience},
	}, nil
}

// Close ends the emulator and waits until it has ended. Closing twice is fine.
func (e *Emulator) Close() error {
	return e.program.end()
}

// Client makes a client of the emulator that is closed with the test. Of the environment it reads nothing.
func (e *Emulator) Client(t testing.TB, opts ...nango.Option) *nango.Client {
	t.Helper()
	own := []nango.Option{nango.WithoutEnv(), nango.WithBaseURL(e.BaseURL)}
	client, err := nango.NewClient(e.SecretKey, append(own, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	return client
}

// Setenv leads nango.NewClientFromEnv, and programs that the test starts, to the emulator until the test ends.
func (e *Emulator) Setenv(t testing.TB) {
	t.Helper()
	t.Setenv("NANGO_BASE_URL", e.BaseURL)
	t.Setenv("NANGO_SECRET_KEY", e.SecretKey)
	// A real key in there would be another one, which is refused.
	t.Setenv("NANGO_API_KEY", e.SecretKey)
	// Regardless of its value, the emulator is on this machine.
	t.Setenv("NANGO_ALLOW_PLAINTEXT_HTTP", "")
	t.Setenv("no_proxy", exempt(e.BaseURL))
}

// AdvanceClock moves the emulator's clock forward, by whole seconds: tokens end, back-off and rate limit pass.
func (e *Emulator) AdvanceClock(ctx context.Context, by time.Duration) error {
	seconds := map[string]int64{"advance_seconds": int64(by / time.Second)}
	return e.ask(ctx, http.MethodPost, "clock", seconds, nil)
}

// Reset goes back to the seed: connections, clock, rate limit and the list of requests.
func (e *Emulator) Reset(ctx context.Context) error {
	return e.ask(ctx, http.MethodPost, "reset", nil, nil)
}

// Requests are the requests that the emulator has received since its start or the last Reset, the oldest first.
func (e *Emulator) Requests(ctx context.Context) ([]Request, error) {
	return e.list(ctx, "requests")
}

// ExternalRequests are the requests that the external API behind the emulator's proxy has received since its start or the
// last Reset, the oldest first; those that Nango repeated count each.
func (e *Emulator) ExternalRequests(ctx context.Context) ([]Request, error) {
	return e.list(ctx, "external")
}

func (e *Emulator) list(ctx context.Context, route string) ([]Request, error) {
	var answer struct {
		Requests []Request `json:"requests"`
	}
	err := e.ask(ctx, http.MethodGet, route, nil, &answer)
	return answer.Requests, err
}
