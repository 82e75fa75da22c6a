package nango_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// secretKey is invented, as is every secret of these tests.
const secretKey = "00000000-0000-4000-8000-000000000001"

// patience is how long a test waits for what must happen before it gives up.
const patience = 30 * time.Second

const oauth2Document = `{"id":7,"connection_id":"customer-1","provider_config_key":"github","provider":"github",` +
	`"created_at":"2023-03-08T09:43:03.725Z","updated_at":"2026-11-22T01:16:10.66+00:00","last_fetched_at":null,` +
	`"account_id":12,"webhook_url_override":"https://hooks.example/nango",` +
	`"metadata":{"plan":"invented-metadata"},"connection_config":{"refresh_token":"invented-in-config"},` +
	`"tags":{"team":"blue"},"end_user":{"id":"u1","email":"invented@customer.example"},"errors":[],` +
	`"credentials":{"type":"OAUTH2","access_token":"gho_invented","refresh_token":"ghr_invented",` +
	`"expires_at":"2026-11-22T02:17:29.5Z","raw":{"scope":"repo"}}}`

// serve starts a server on loopback that ends with the test.
func serve(t *testing.T, handler http.HandlerFunc) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server
}

// answering gives every request the same response.
func answering(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// newClient makes a client of the server that is closed with the test.
func newClient(t *testing.T, server *httptest.Server, opts ...nango.Option) *nango.Client {
	t.Helper()
	client, err := nango.NewClient(secretKey, append([]nango.Option{nango.WithBaseURL(server.URL)}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	return client
}

// get gets the connection that most tests request.
func get(t *testing.T, client *nango.Client, opts ...nango.CallOption) *nango.Connection {
	t.Helper()
	connection, err := client.GetConnection(context.Background(), "customer-1", "github", opts...)
	if err != nil {
		t.Fatal(err)
	}
	return connection
}

// connectionWith gets a connection with these credentials.
func connectionWith(t *testing.T, credentials string) *nango.Connection {
	t.Helper()
	document := fmt.Sprintf(`{"connection_id":"customer-1","provider_config_key":"github","credentials":%s}`, credentials)
	return get(t, newClient(t, serve(t, answering(http.StatusOK, document))))
}

// asError is err as an *Error.
func asError(t *testing.T, err error) *nango.Error {
	t.Helper()
	var failure *nango.Error
	if !errors.As(err, &failure) {
		t.Fatalf("%v (%T) is no *nango.Error", err, err)
	}
	return failure
}

// receive waits for what must come.
func receive[T any](t *testing.T, what string, from <-chan T) T {
	t.Helper()
	select {
	case value := <-from:
		return value
	case <-time.After(patience):
		t.Fatalf("%s did not come within %s", what, patience)
		panic("unreachable")
	}
}

// stall is a server that holds its responses back until they are released.
type stall struct {
	*httptest.Server
	// One element for each request that has arrived.
	arrived chan struct{}
	// One element for each request that its client gave up.
	abandoned chan struct{}
	// Each element releases one request.
	release chan struct{}

	mu            sync.Mutex
	inside, most  int
	letEverything sync.Once
}

// newStall starts a server that stalls, and releases all requests at the end of the test.
func newStall(t *testing.T, status int, body string) *stall {
	t.Helper()
	s := &stall{arrived: make(chan struct{}, 1000), abandoned: make(chan struct{}, 1000), release: make(chan struct{})}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.enter(1)
		s.arrived <- struct{}{}
		select {
		case <-s.release:
		case <-r.Context().Done():
			s.enter(-1)
			s.abandoned <- struct{}{}
			return
		}
		// Before the response: the client may send its next request as soon as it has this one's.
		s.enter(-1)
		answering(status, body)(w, r)
	}))
	t.Cleanup(func() {
		s.letGo()
		s.Close()
	})
	return s
}

func (s *stall) enter(by int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.inside += by
	s.most = max(s.most, s.inside)
}

// atOnce is how many requests there were at most at one time.
func (s *stall) atOnce() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.most
}

// letGo releases all requests, now and later.
func (s *stall) letGo() {
	s.letEverything.Do(func() { close(s.release) })
}

// outcome is what GetConnection returned.
type outcome struct {
	connection *nango.Connection
	err        error
}

// start makes a call on a separate goroutine.
func start(ctx context.Context, client *nango.Client, opts ...nango.CallOption) <-chan outcome {
	outcomes := make(chan outcome, 1)
	go func() {
		connection, err := client.GetConnection(ctx, "customer-1", "github", opts...)
		outcomes <- outcome{connection, err}
	}()
	return outcomes
}
