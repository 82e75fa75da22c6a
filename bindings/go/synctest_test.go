//go:build go1.25

package nango_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// Within a bubble time is simulated, and a goroutine may not use a channel or a wait group of another bubble. The server is
// outside: only the library talks to it.

func TestAClientInABubble(t *testing.T) {
	server := serve(t, answering(http.StatusOK, oauth2Document))
	synctest.Test(t, func(t *testing.T) {
		client := newClient(t, server)
		get(t, client)
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		if _, err := client.GetConnection(ctx, "customer-1", "github"); err != nil {
			t.Error(err)
		}
		if err := client.Close(); err != nil {
			t.Error(err)
		}
		if _, err := client.GetConnection(ctx, "customer-1", "github"); !errors.Is(err, nango.ErrClientClosed) {
			t.Errorf("got %v", err)
		}
	})
}

func TestAClientFromOutsideIsUsedAndClosedInABubble(t *testing.T) {
	server := serve(t, answering(http.StatusOK, oauth2Document))
	client := newClient(t, server)
	get(t, client)
	synctest.Test(t, func(t *testing.T) {
		get(t, client)
		if err := client.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, err := client.GetConnection(t.Context(), "customer-1", "github"); !errors.Is(err, nango.ErrClientClosed) {
		t.Errorf("got %v", err)
	}
}

// TestAForgottenClientOfABubbleIsFreed: its cleanup, and that of a response, run outside of the bubble.
func TestAForgottenClientOfABubbleIsFreed(t *testing.T) {
	server, closed := watched(t, answering(http.StatusOK, oauth2Document))
	proxied, dropped := watched(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "1000")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	synctest.Test(t, func(t *testing.T) {
		client, err := nango.NewClient(secretKey, nango.WithBaseURL(server.URL))
		if err != nil {
			t.Fatal(err)
		}
		get(t, client)
		client, err = nango.NewClient(secretKey, nango.WithBaseURL(proxied.URL))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := client.Proxy(t.Context(), "customer-1", "github", &nango.Request{Endpoint: "/"}); err != nil {
			t.Fatal(err)
		}
	})
	collectUntil(t, closed)
	collectUntil(t, dropped)
}

// TestAClientServesBubblesAndWhatIsOutside has calls that overlap, with nothing in common but the client.
func TestAClientServesBubblesAndWhatIsOutside(t *testing.T) {
	stall := newStall(t, http.StatusOK, oauth2Document)
	client := newClient(t, stall.Server, nango.WithMaxConcurrentCalls(2))
	outside := start(context.WithoutCancel(t.Context()), client)
	receive(t, "the request", stall.arrived)
	synctest.Test(t, func(t *testing.T) {
		// The second of them waits for a turn, which only a call outside or in the bubble can give it.
		first, second := start(t.Context(), client), start(t.Context(), client)
		<-stall.arrived
		stall.letGo()
		for _, outcomes := range []<-chan outcome{first, second} {
			if err := (<-outcomes).err; err != nil {
				t.Error(err)
			}
		}
	})
	if err := receive(t, "the outcome", outside).err; err != nil {
		t.Errorf("got %v", err)
	}
	if err := client.Close(); err != nil {
		t.Error(err)
	}
}

// TestCloseOutsideEndsACallInABubble: nothing of the bubble is touched from outside.
func TestCloseOutsideEndsACallInABubble(t *testing.T) {
	stall := newStall(t, http.StatusOK, oauth2Document)
	client := newClient(t, stall.Server, nango.WithTimeout(patience))
	go func() {
		<-stall.arrived
		_ = client.Close()
	}()
	synctest.Test(t, func(t *testing.T) {
		body := io.NopCloser(strings.NewReader("body"))
		_, err := client.Proxy(t.Context(), "customer-1", "github", &nango.Request{Method: http.MethodPost, Endpoint: "/", Body: body})
		if !errors.Is(err, nango.ErrClientClosed) {
			t.Errorf("got %v", err)
		}
	})
}

func TestCallsAndCloseBesideEachOtherInABubble(t *testing.T) {
	stall := newStall(t, http.StatusOK, oauth2Document)
	for name, where := range map[string]bool{"client of the bubble": true, "client from outside": false} {
		t.Run(name, func(t *testing.T) {
			outside := newClient(t, stall.Server, nango.WithMaxConcurrentCalls(1))
			synctest.Test(t, func(t *testing.T) {
				client := outside
				if where {
					client = newClient(t, stall.Server, nango.WithMaxConcurrentCalls(1))
				}
				first, second := start(t.Context(), client), start(t.Context(), client)
				if err := client.Close(); err != nil {
					t.Error(err)
				}
				for _, outcomes := range []<-chan outcome{first, second} {
					if err := (<-outcomes).err; !errors.Is(err, nango.ErrClientClosed) {
						t.Errorf("got %v", err)
					}
				}
			})
		})
	}
}

func TestATransportInABubble(t *testing.T) {
	server := serve(t, echo)
	outside := newClient(t, server)
	synctest.Test(t, func(t *testing.T) {
		for _, client := range []*nango.Client{outside, newClient(t, server)} {
			through := &http.Client{Transport: client.Transport("customer-1", "github"), Timeout: time.Hour}
			response, err := through.Post("https://api.github.com/items", "text/plain", io.MultiReader(strings.NewReader("body")))
			if err != nil {
				t.Fatal(err)
			}
			if got := text(t, response.Body); got != "body" {
				t.Errorf("got %q", got)
			}
			_ = response.Body.Close()
			if err := client.Close(); err != nil {
				t.Error(err)
			}
		}
	})
}
