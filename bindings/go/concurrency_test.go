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

func TestNoMoreCallsThanAllowedRunAtOnce(t *testing.T) {
	const allowed, calls = 2, 6
	server := newStall(t, http.StatusOK, oauth2Document)
	client := newClient(t, server.Server, nango.WithMaxConcurrentCalls(allowed), nango.WithTimeout(patience))
	var outcomes []<-chan outcome
	for range calls {
		outcomes = append(outcomes, start(context.Background(), client))
	}
	for done := range calls {
		if done < calls-allowed+1 {
			receive(t, "a request", server.arrived)
		}
		server.release <- struct{}{}
	}
	for _, one := range outcomes {
		if err := receive(t, "an outcome", one).err; err != nil {
			t.Error(err)
		}
	}
	if got := server.atOnce(); got > allowed {
		t.Errorf("%d calls ran at once", got)
	}
}

func TestWaitingForATurnEndsWithTheContext(t *testing.T) {
	server := newStall(t, http.StatusOK, oauth2Document)
	client := newClient(t, server.Server, nango.WithMaxConcurrentCalls(1), nango.WithTimeout(patience))
	first := start(context.Background(), client)
	receive(t, "the first request", server.arrived)

	ctx, cancel := context.WithCancel(t.Context())
	second := start(ctx, client)
	cancel()
	failure := asError(t, receive(t, "the second outcome", second).err)
	if !errors.Is(failure, context.Canceled) || failure.Attempts != 0 {
		t.Errorf("got %v after %d attempts", failure, failure.Attempts)
	}

	ctx, cancel = context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	failure = asError(t, receive(t, "the third outcome", start(ctx, client)).err)
	if !errors.Is(failure, context.DeadlineExceeded) || failure.Attempts != 0 || !failure.Retryable() {
		t.Errorf("got %v after %d attempts", failure, failure.Attempts)
	}

	server.letGo()
	if err := receive(t, "the first outcome", first).err; err != nil {
		t.Error(err)
	}
	if n := len(server.arrived); n != 0 {
		t.Errorf("%d requests too many arrived", n)
	}
}

func TestWaitingForATurnEndsWithTheTimeout(t *testing.T) {
	server := newStall(t, http.StatusOK, oauth2Document)
	client := newClient(t, server.Server, nango.WithMaxConcurrentCalls(1), nango.WithTimeout(patience))
	start(context.Background(), client)
	receive(t, "the first request", server.arrived)
	_, err := client.GetConnection(context.Background(), "customer-1", "github", nango.CallTimeout(time.Millisecond))
	failure := asError(t, err)
	if !errors.Is(failure, nango.ErrTimeout) || failure.Attempts != 0 || !failure.Retryable() {
		t.Errorf("got %v after %d attempts", failure, failure.Attempts)
	}
}

func TestACancelledCallGivesItsTurnUp(t *testing.T) {
	server := newStall(t, http.StatusOK, oauth2Document)
	client := newClient(t, server.Server, nango.WithMaxConcurrentCalls(1), nango.WithTimeout(patience))
	ctx, cancel := context.WithCancel(t.Context())
	first := start(ctx, client)
	receive(t, "the first request", server.arrived)
	second := start(context.Background(), client)
	cancel()
	receive(t, "the first outcome", first)

	// The server has not responded yet: only the cancel can have made room.
	receive(t, "the second request", server.arrived)
	// Otherwise the server might still wait to respond to the first, and this release be for it.
	receive(t, "the end of the first connection", server.abandoned)
	server.release <- struct{}{}
	if err := receive(t, "the second outcome", second).err; err != nil {
		t.Error(err)
	}
}

func TestManyGoroutinesShareAClient(t *testing.T) {
	const goroutines, calls = 16, 25
	client := newClient(t, serve(t, answering(http.StatusOK, oauth2Document)), nango.WithMaxConcurrentCalls(8))
	var group sync.WaitGroup
	for i := range goroutines {
		group.Add(1)
		go func() {
			defer group.Done()
			ctx := context.Background()
			if i%2 == 0 {
				ctx = t.Context()
			}
			for range calls {
				connection, err := client.GetConnection(ctx, "customer-1", "github")
				if err != nil {
					t.Error(err)
					return
				}
				if connection.Token() != "gho_invented" || connection.ConnectionID != "customer-1" {
					t.Errorf("got %v", connection)
				}
			}
		}()
	}
	group.Wait()
}

// TestManyGoroutinesShareAClientThatCloses mixes everything that may happen at once: calls that succeed, that are
// cancelled, that are logged, and several that close.
func TestManyGoroutinesShareAClientThatCloses(t *testing.T) {
	server := serve(t, answering(http.StatusOK, oauth2Document))
	for range 10 {
		log := &recorder{level: nango.LevelTrace}
		client := newClient(t, server, nango.WithMaxConcurrentCalls(4), nango.WithLogger(slog.New(log)))
		var group sync.WaitGroup
		succeeded := make(chan struct{}, 1)
		for i := range 12 {
			group.Add(1)
			go func() {
				defer group.Done()
				callUntilClosed(t, client, i%3 == 0, succeeded)
			}()
		}
		receive(t, "a connection", succeeded)
		for range 2 {
			group.Add(1)
			go func() {
				defer group.Done()
				_ = client.Close()
			}()
		}
		group.Wait()
	}
}

// callUntilClosed makes calls until the client is closed, and optionally cancels them.
func callUntilClosed(t *testing.T, client *nango.Client, cancels bool, succeeded chan<- struct{}) {
	for {
		ctx, cancel := context.WithCancel(t.Context())
		outcomes := start(ctx, client)
		if cancels {
			cancel()
		}
		got := <-outcomes
		cancel()
		switch {
		case errors.Is(got.err, nango.ErrClientClosed):
			return
		case got.err == nil:
			select {
			case succeeded <- struct{}{}:
			default:
			}
		case !cancels || !errors.Is(got.err, context.Canceled):
			t.Error(got.err)
			return
		}
	}
}

func TestAThousandCallsRunAtOnceWithTheDefaults(t *testing.T) {
	const calls = 1000
	var waiting sync.WaitGroup
	waiting.Add(calls)
	// No request is answered before all have arrived.
	client := newClient(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
		waiting.Done()
		waiting.Wait()
		answering(http.StatusOK, oauth2Document)(w, r)
	}), nango.WithTimeout(patience), nango.WithMaxRetries(0))
	var outcomes []<-chan outcome
	for range calls {
		outcomes = append(outcomes, start(context.Background(), client))
	}
	for _, one := range outcomes {
		if err := receive(t, "an outcome", one).err; err != nil {
			t.Fatal(err)
		}
	}
}
