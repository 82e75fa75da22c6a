package nango_test

import (
	"bytes"
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

func TestCloseIsIdempotentAndFinal(t *testing.T) {
	client := newClient(t, serve(t, answering(http.StatusOK, oauth2Document)))
	connection := get(t, client)
	for range 3 {
		if err := client.Close(); err != nil {
			t.Error(err)
		}
	}
	_, err := client.GetConnection(t.Context(), "customer-1", "github")
	if !errors.Is(err, nango.ErrClientClosed) || !errors.Is(err, nango.ErrCancelled) || asError(t, err).Attempts != 0 {
		t.Errorf("got %v", err)
	}
	if connection.Token() != "gho_invented" {
		t.Error("a connection needs its client")
	}
}

// TestEveryMethodOfAClosedClientSaysSo calls each method that returns an error, but for those of the groups: see
// TestNoOperationIsCalledAfterClose.
func TestEveryMethodOfAClosedClientSaysSo(t *testing.T) {
	server := serve(t, echo)
	client := newClient(t, server)
	opened := proxy(t, client, &nango.Request{Endpoint: "/", Method: http.MethodPost, Body: strings.NewReader("body")})
	transport := client.Transport("customer-1", "github")
	pager := client.Connections.List(t.Context(), nango.ListConnectionsParams{})
	if err := client.Close(); err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	failures := map[string]error{}
	_, failures["Client.GetConnection"] = client.GetConnection(ctx, "customer-1", "github")
	_, failures["Client.GetToken"] = client.GetToken(ctx, "customer-1", "github")
	_, _, failures["Client.GetOAuth1Token"] = client.GetOAuth1Token(ctx, "customer-1", "github")
	_, failures["Client.GetRawTokenResponse"] = client.GetRawTokenResponse(ctx, "customer-1", "github")
	_, failures["Client.GetMetadata"] = client.GetMetadata(ctx, "customer-1", "github")
	_, failures["Client.Proxy"] = client.Proxy(ctx, "customer-1", "github", &nango.Request{Endpoint: "/"})
	_, failures["Client.Request"] = client.Request(ctx, http.MethodGet, "/x")
	_, failures["Client.Transport"] = transport.RoundTrip(newRequest(t, http.MethodGet, "https://api.example/", nil))
	failures["Client.Invalidate"] = client.Invalidate("customer-1", "github")
	_, failures["Response.Bytes"] = opened.Bytes()
	for _, err := range pager.All() {
		failures["Pager.All"] = err
	}
	for _, err := range pager.Pages() {
		failures["Pager.Pages"] = err
	}
	for name, err := range failures {
		if !errors.Is(err, nango.ErrClientClosed) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for i := range reflect.TypeOf(client).NumMethod() {
		name := "Client." + reflect.TypeOf(client).Method(i).Name
		if _, isTested := failures[name]; !isTested && name != "Client.Close" && name != "Client.ClearCache" {
			t.Errorf("%s is not tested", name)
		}
	}
}

func TestCloseEndsCalls(t *testing.T) {
	for name, ctx := range map[string]context.Context{"context that ends": t.Context(), "context that never ends": context.Background()} {
		t.Run(name, func(t *testing.T) {
			server := newStall(t, http.StatusOK, oauth2Document)
			client := newClient(t, server.Server, nango.WithMaxConcurrentCalls(1), nango.WithTimeout(patience))
			first := start(ctx, client)
			receive(t, "the request", server.arrived)
			waiting := start(ctx, client)
			_ = client.Close()
			// The server still stalls: only Close can have ended them.
			failure := asError(t, receive(t, "the outcome of the one under way", first).err)
			if !errors.Is(failure, nango.ErrClientClosed) || !errors.Is(failure, nango.ErrCancelled) || failure.Attempts != 1 {
				t.Errorf("got %v after %d attempts", failure, failure.Attempts)
			}
			failure = asError(t, receive(t, "the outcome of the one that waits", waiting).err)
			if !errors.Is(failure, nango.ErrClientClosed) || failure.Attempts != 0 {
				t.Errorf("got %v after %d attempts", failure, failure.Attempts)
			}
			receive(t, "the end of the connection", server.abandoned)
		})
	}
}

func TestEveryCloseWaitsForCalls(t *testing.T) {
	server := newStall(t, http.StatusOK, oauth2Document)
	client := newClient(t, server.Server, nango.WithTimeout(patience))
	outcomes := start(t.Context(), client)
	receive(t, "the request", server.arrived)
	var group sync.WaitGroup
	for range 4 {
		group.Add(1)
		go func() {
			defer group.Done()
			_ = client.Close()
			if stacks := ownStacks(); bytes.Contains(stacks, []byte(".(*Client).Get(")) {
				t.Errorf("a call is inside the library:\n%s", stacks)
			}
		}()
	}
	group.Wait()
	if err := receive(t, "the outcome", outcomes).err; !errors.Is(err, nango.ErrClientClosed) {
		t.Errorf("got %v", err)
	}
}

func TestCloseBesideCalls(t *testing.T) {
	server := serve(t, answering(http.StatusOK, oauth2Document))
	for range 20 {
		client := newClient(t, server)
		var group sync.WaitGroup
		for range 8 {
			group.Add(1)
			go func() {
				defer group.Done()
				for {
					_, err := client.GetConnection(t.Context(), "customer-1", "github")
					if errors.Is(err, nango.ErrClientClosed) {
						return
					}
					if err != nil {
						t.Error(err)
						return
					}
				}
			}()
		}
		for range 3 {
			group.Add(1)
			go func() {
				defer group.Done()
				_ = client.Close()
			}()
		}
		group.Wait()
	}
}

// watched is a server that signals when a connection to it is closed. A client of the library keeps its connections until
// it is freed.
func watched(t *testing.T, handler http.HandlerFunc) (*httptest.Server, <-chan struct{}) {
	t.Helper()
	closed := make(chan struct{}, 100)
	server := httptest.NewUnstartedServer(handler)
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateClosed {
			closed <- struct{}{}
		}
	}
	server.Start()
	t.Cleanup(server.Close)
	return server, closed
}

func TestCloseFreesTheClient(t *testing.T) {
	server, closed := watched(t, answering(http.StatusOK, oauth2Document))
	client := newClient(t, server)
	get(t, client)
	_ = client.Close()
	receive(t, "the end of the connection", closed)
}

func TestAForgottenClientIsFreed(t *testing.T) {
	server, closed := watched(t, answering(http.StatusOK, oauth2Document))
	func() {
		client, err := nango.NewClient(secretKey, nango.WithBaseURL(server.URL))
		if err != nil {
			t.Fatal(err)
		}
		get(t, client)
	}()
	collectUntil(t, closed)
}

// collectUntil collects garbage until something happens: a value may survive a collection that a stale stack slot sees it
// in.
func collectUntil(t *testing.T, happened <-chan struct{}) {
	t.Helper()
	giveUp := time.After(patience)
	for {
		runtime.GC()
		select {
		case <-happened:
			return
		case <-giveUp:
			t.Fatal("nothing was freed")
		case <-time.After(time.Millisecond):
		}
	}
}

func TestAClientIsNotCollectedUnderACall(t *testing.T) {
	release := make(chan struct{})
	arrived := make(chan struct{}, 1)
	server, closed := watched(t, func(w http.ResponseWriter, r *http.Request) {
		arrived <- struct{}{}
		<-release
		answering(http.StatusOK, oauth2Document)(w, r)
	})
	outcomes := make(chan outcome, 1)
	go func() {
		client, err := nango.NewClient(secretKey, nango.WithBaseURL(server.URL))
		if err != nil {
			t.Error(err)
			return
		}
		connection, err := client.GetConnection(context.Background(), "customer-1", "github")
		outcomes <- outcome{connection, err}
	}()
	receive(t, "the request", arrived)
	for range 5 {
		runtime.GC()
	}
	close(release)
	if err := receive(t, "the outcome", outcomes).err; err != nil {
		t.Error(err)
	}
	collectUntil(t, closed)
}

func TestAForgottenClientServesItsCall(t *testing.T) {
	server := serve(t, answering(http.StatusOK, oauth2Document))
	for range 20 {
		client, err := nango.NewClient(secretKey, nango.WithBaseURL(server.URL))
		if err != nil {
			t.Fatal(err)
		}
		// The last use of the client: with the build tag nango_force_gc it is collected in the middle of this.
		if _, err := client.GetConnection(t.Context(), "customer-1", "github"); err != nil {
			t.Fatal(err)
		}
	}
}
