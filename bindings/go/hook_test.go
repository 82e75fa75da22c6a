package nango_test

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// summaries keeps what a hook is called with.
type summaries struct {
	mu       sync.Mutex
	contexts []context.Context
	all      []nango.CallSummary
}

func (s *summaries) hook(ctx context.Context, summary nango.CallSummary) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.contexts, s.all = append(s.contexts, ctx), append(s.all, summary)
}

// last is the last summary, without what differs from run to run. There have been so many calls.
func (s *summaries) last(t *testing.T, calls int) nango.CallSummary {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.all) != calls {
		t.Fatalf("%d calls: %+v", len(s.all), s.all)
	}
	last := s.all[calls-1]
	if last.Duration < 0 || last.Attempts > 0 && last.Duration == 0 {
		t.Errorf("it took %s", last.Duration)
	}
	last.CallID, last.Duration = 0, 0
	return last
}

func TestTheHookIsToldOfEachCall(t *testing.T) {
	of := new(summaries)
	const document = `{"connection_id":"customer-1","provider_config_key":"github","credentials":{"type":"NONE"}}`
	failed := false
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if failed {
			answering(http.StatusOK, document)(w, r)
			return
		}
		failed = true
		answering(http.StatusServiceUnavailable, "")(w, r)
	})
	client := newClient(t, server, nango.WithCallHook(of.hook), nango.WithCacheTTL(time.Minute))
	ctx := context.WithValue(t.Context(), contextKey{}, "of the call")
	if _, err := client.GetConnection(ctx, "customer-1", "github"); err != nil {
		t.Fatal(err)
	}
	const get = "get_connection"
	if got := of.last(t, 1); got != (nango.CallSummary{Operation: get, Method: "GET", Route: "connection", Attempts: 2, Status: 200}) {
		t.Errorf("got %+v", got)
	}
	if of.contexts[0].Value(contextKey{}) != "of the call" || of.all[0].CallID == 0 {
		t.Errorf("got %v of %v", of.all, of.contexts)
	}
	if _, err := client.GetConnection(ctx, "customer-1", "github"); err != nil {
		t.Fatal(err)
	}
	if got := of.last(t, 2); got != (nango.CallSummary{Operation: get, Cache: "hit"}) || of.all[1].CallID == of.all[0].CallID {
		t.Errorf("got %+v", got)
	}
	if _, err := client.Request(ctx, http.MethodGet, "/x/{id}", nango.PathParameter("id", "customer-1")); err != nil {
		t.Fatal(err)
	}
	if got := of.last(t, 3); got != (nango.CallSummary{Operation: "request", Method: "GET", Route: "x/{id}", Attempts: 1, Status: 200}) {
		t.Errorf("got %+v", got)
	}
	_ = proxy(t, client, &nango.Request{Endpoint: "/user"}).Body.Close()
	if got := of.last(t, 4); got != (nango.CallSummary{Operation: "proxy", Method: "GET", Route: got.Route, Attempts: 1, Status: 200}) {
		t.Errorf("got %+v", got)
	}
	response, err := (&http.Client{Transport: client.Transport("customer-1", "github")}).Get("https://api.github.com/user")
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	if got := of.last(t, 5); got.Operation != "proxy" {
		t.Errorf("got %+v", got)
	}
}

func TestTheHookIsToldOfEachFailure(t *testing.T) {
	of := new(summaries)
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Request-Id", "invented-request")
		answering(http.StatusNotFound, `{"error":{"code":"not_found"}}`)(w, r)
	})
	client := newClient(t, server, nango.WithCallHook(of.hook))
	_, err := client.GetConnection(t.Context(), "customer-1", "github")
	if got := asError(t, err).RequestID; got != "invented-request" {
		t.Errorf("the id is %q", got)
	}
	want := nango.CallSummary{
		Operation: "get_connection", Method: "GET", Route: "connection", Attempts: 1, Status: 404,
		ErrorKind: nango.ErrorKindNotFound, Code: "not_found", RequestID: "invented-request",
	}
	if got := of.last(t, 1); got != want {
		t.Errorf("got %+v", got)
	}
	// What never reaches the library.
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	_, _ = client.GetConnection(ended, "customer-1", "github")
	if got := of.last(t, 2); got != (nango.CallSummary{Operation: "get_connection", ErrorKind: nango.ErrorKindCancelled}) {
		t.Errorf("got %+v", got)
	}
	_ = client.Close()
	for _, err := range client.Connections.List(t.Context(), nango.ListConnectionsParams{}).All() {
		if !errors.Is(err, nango.ErrClientClosed) {
			t.Error(err)
		}
	}
	if got := of.last(t, 3); got != (nango.CallSummary{Operation: "request", ErrorKind: nango.ErrorKindCancelled}) {
		t.Errorf("got %+v", got)
	}
	_, _ = client.GetConnection(t.Context(), "", "\x00")
	of.last(t, 3)
}

func TestTheEndOfAListIsNoCall(t *testing.T) {
	of := new(summaries)
	server := serve(t, answering(http.StatusOK, `{"connections":[{"id":1,"connection_id":"a","provider_config_key":"b"}]}`))
	client := newClient(t, server, nango.WithCallHook(of.hook))
	pager := client.Connections.List(t.Context(), nango.ListConnectionsParams{})
	for range 2 {
		for _, err := range pager.Pages() {
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	if got := of.last(t, 1); got.Operation != "request" || got.Route != "connections" {
		t.Errorf("got %+v", got)
	}
}

func TestTheHookNeedsNoLoggerAndMayUseTheClient(t *testing.T) {
	var client *nango.Client
	calls := 0
	log := &recorder{level: slog.LevelError}
	hook := func(ctx context.Context, _ nango.CallSummary) {
		if calls++; calls == 1 {
			get(t, client)
		}
	}
	client = newClient(t, serve(t, answering(http.StatusOK, oauth2Document)), nango.WithCallHook(hook),
		nango.WithLogger(slog.New(log)), nango.WithMaxConcurrentCalls(1))
	get(t, client)
	if calls != 2 || len(log.records) > 0 {
		t.Errorf("%d calls:\n%s", calls, log.all())
	}
	get(t, newClient(t, serve(t, answering(http.StatusOK, oauth2Document)), nango.WithCallHook(hook), nango.WithCallHook(nil)))
	if calls != 2 {
		t.Errorf("%d calls", calls)
	}
}

func TestAPanicOfTheHookComesOutOfTheCall(t *testing.T) {
	client := newClient(t, serve(t, answering(http.StatusOK, oauth2Document)), nango.WithMaxConcurrentCalls(1),
		nango.WithCallHook(func(context.Context, nango.CallSummary) { panic("invented panic") }))
	for range 2 {
		func() {
			defer func() {
				if got := recover(); got != "invented panic" {
					t.Errorf("recovered %v", got)
				}
			}()
			_, err := client.GetConnection(t.Context(), "customer-1", "github")
			t.Errorf("no panic, %v", err)
		}()
	}
}
