package nango_test

import (
	"errors"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// cacheTTL is longer than any test runs.
const cacheTTL = 5 * time.Minute

// serveTokens starts a server whose tokens are "token 1", "token 2" and so on, so that each identifies its response.
// They expire after validFor.
func serveTokens(t *testing.T, validFor time.Duration) *httptest.Server {
	t.Helper()
	var requests atomic.Int32
	expiresAt := time.Now().Add(validFor).Format(time.RFC3339)
	return serve(t, func(w http.ResponseWriter, r *http.Request) {
		document := fmt.Sprintf(`{"connection_id":"customer-1","provider_config_key":"github","credentials":`+
			`{"type":"OAUTH2","access_token":"token %d","expires_at":%q}}`, requests.Add(1), expiresAt)
		answering(http.StatusOK, document)(w, r)
	})
}

// expectToken makes a call and compares the token.
func expectToken(t *testing.T, client *nango.Client, want string, opts ...nango.CallOption) {
	t.Helper()
	if got := get(t, client, opts...).Token(); got != want {
		t.Errorf("got %q, not %q", got, want)
	}
}

func TestWithoutACacheEveryCallAsks(t *testing.T) {
	client := newClient(t, serveTokens(t, time.Hour))
	expectToken(t, client, "token 1")
	expectToken(t, client, "token 2", nango.MaxAge(time.Minute))
	if err := client.Invalidate("customer-1", "github"); err != nil {
		t.Error(err)
	}
	client.ClearCache()
	expectToken(t, client, "token 3")
}

func TestACachedConnectionIsHandedOutAgain(t *testing.T) {
	client := newClient(t, serveTokens(t, time.Hour), nango.WithCacheTTL(cacheTTL))
	expectToken(t, client, "token 1")
	expectToken(t, client, "token 1")
	expectToken(t, client, "token 1", nango.MaxAge(time.Minute))
	// Another one than without the refresh token.
	expectToken(t, client, "token 2", nango.RefreshToken())
	expectToken(t, client, "token 1")
}

func TestAMaxAgeOfZeroAsksAndKeepsTheAnswer(t *testing.T) {
	client := newClient(t, serveTokens(t, time.Hour), nango.WithCacheTTL(cacheTTL))
	expectToken(t, client, "token 1")
	expectToken(t, client, "token 2", nango.MaxAge(0))
	expectToken(t, client, "token 3", nango.MaxAge(-time.Second))
	expectToken(t, client, "token 3")
}

func TestAForcedRefreshReplacesWhatIsKept(t *testing.T) {
	client := newClient(t, serveTokens(t, time.Hour), nango.WithCacheTTL(cacheTTL))
	expectToken(t, client, "token 1")
	expectToken(t, client, "token 2", nango.ForceRefresh())
	expectToken(t, client, "token 2")
}

func TestWhatIsForgottenIsAskedForAgain(t *testing.T) {
	client := newClient(t, serveTokens(t, time.Hour), nango.WithCacheTTL(cacheTTL))
	expectToken(t, client, "token 1")
	if err := client.Invalidate("customer-2", "github"); err != nil {
		t.Error(err)
	}
	expectToken(t, client, "token 1")
	if err := client.Invalidate("customer-1", "github"); err != nil {
		t.Error(err)
	}
	expectToken(t, client, "token 2")
	client.ClearCache()
	expectToken(t, client, "token 3")
}

func TestWhatACallChangesIsDropped(t *testing.T) {
	id, ids := "customer-1", []string{"customer-2", "customer-1"}
	for name, change := range map[string]func(*nango.Client) error{
		"update": func(client *nango.Client) error {
			return client.Connections.Update(t.Context(), nango.UpdateConnectionParams{ConnectionID: id, ProviderConfigKey: "github"})
		},
		"delete": func(client *nango.Client) error {
			return client.Connections.Delete(t.Context(), nango.DeleteConnectionParams{ConnectionID: id, ProviderConfigKey: "github"})
		},
		"metadata": func(client *nango.Client) error {
			return client.Connections.SetMetadata(t.Context(), nango.SetMetadataParams{
				ProviderConfigKey: "github", ConnectionIDs: ids, Metadata: map[string]any{},
			})
		},
		"import": func(client *nango.Client) error {
			_, err := client.Connections.Import(t.Context(), nango.ImportConnectionParams{
				ProviderConfigKey: "github", ConnectionID: &id, Credentials: map[string]any{"type": "NONE"},
			})
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			client := newClient(t, serveTokens(t, time.Hour), nango.WithCacheTTL(cacheTTL))
			expectToken(t, client, "token 1")
			if err := change(client); err != nil {
				t.Fatal(err)
			}
			expectToken(t, client, "token 3")
			expectToken(t, client, "token 3")
		})
	}
}

func TestWhatIsAboutToExpireIsNotHandedOutAgain(t *testing.T) {
	client := newClient(t, serveTokens(t, 30*time.Second), nango.WithCacheTTL(cacheTTL))
	expectToken(t, client, "token 1")
	expectToken(t, client, "token 2")
}

func TestCallsAtOnceShareARequest(t *testing.T) {
	server := newStall(t, http.StatusOK, `{"connection_id":"customer-1","provider_config_key":"github","credentials":{}}`)
	client := newClient(t, server.Server, nango.WithCacheTTL(cacheTTL))
	first, second := start(t.Context(), client), start(t.Context(), client)
	receive(t, "the request", server.arrived)
	server.letGo()
	for _, outcomes := range []<-chan outcome{first, second} {
		if err := receive(t, "the outcome", outcomes).err; err != nil {
			t.Error(err)
		}
	}
	if more := len(server.arrived); more != 0 {
		t.Errorf("%d more requests came", more)
	}
}

func TestForgettingAndClosingAtOnce(t *testing.T) {
	for range 20 {
		client := newClient(t, serveTokens(t, time.Hour), nango.WithCacheTTL(cacheTTL))
		var group sync.WaitGroup
		for _, step := range []func(){
			func() { _ = client.Invalidate("customer-1", "github") },
			client.ClearCache,
			func() { _ = client.Close() },
		} {
			group.Add(1)
			go func() {
				defer group.Done()
				step()
			}()
		}
		group.Wait()
	}
}

func TestAClosedClientHasNothingToForget(t *testing.T) {
	client := newClient(t, serveTokens(t, time.Hour), nango.WithCacheTTL(cacheTTL))
	expectToken(t, client, "token 1")
	if err := client.Close(); err != nil {
		t.Fatal(err)
	}
	if err := client.Invalidate("customer-1", "github"); !errors.Is(err, nango.ErrClientClosed) {
		t.Errorf("got %v", err)
	}
	client.ClearCache()
	if _, err := client.GetConnection(t.Context(), "customer-1", "github"); !errors.Is(err, nango.ErrClientClosed) {
		t.Errorf("got %v", err)
	}
}

func TestWhatCannotNameAConnectionCannotBeForgotten(t *testing.T) {
	client := newClient(t, serveTokens(t, time.Hour), nango.WithCacheTTL(cacheTTL))
	for _, names := range [][2]string{{"customer-1\x00", "github"}, {"customer-1", "\xff"}} {
		if err := client.Invalidate(names[0], names[1]); !errors.Is(err, nango.ErrInvalidArgument) {
			t.Errorf("got %v", err)
		}
	}
	var none *nango.Client
	none.ClearCache()
	if err := none.Invalidate("customer-1", "github"); !errors.Is(err, nango.ErrInvalidArgument) {
		t.Errorf("got %v", err)
	}
}

func TestACacheTTLThatCannotBeUsedIsRefused(t *testing.T) {
	for _, ttl := range []time.Duration{-1, cacheTTL + 1, math.MaxInt64} {
		_, err := nango.NewClient(secretKey, nango.WithCacheTTL(ttl))
		if !errors.Is(err, nango.ErrInvalidArgument) {
			t.Errorf("%s: got %v", ttl, err)
		}
	}
}
