package nango_test

import (
	"errors"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// counting gives every request the same response, and counts them.
func counting(requests *atomic.Int32, status int, header map[string]string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		requests.Add(1)
		for name, value := range header {
			w.Header().Set(name, value)
		}
		answering(status, "")(w, r)
	}
}

func TestAFailureThatPassesIsNoFailure(t *testing.T) {
	connection := get(t, newClient(t, serve(t, flaky(t))))
	if connection.Token() != "gho_invented" {
		t.Errorf("got %v", connection)
	}
}

func TestAttemptsAreCounted(t *testing.T) {
	for name, c := range map[string]struct {
		status int
		opts   []nango.Option
		want   int
	}{
		"by default":              {http.StatusServiceUnavailable, nil, 3},
		"never again":             {http.StatusServiceUnavailable, []nango.Option{nango.WithMaxRetries(0)}, 1},
		"once again":              {http.StatusServiceUnavailable, []nango.Option{nango.WithMaxRetries(1)}, 2},
		"where it cannot help":    {http.StatusTeapot, nil, 1},
		"the last setting counts": {http.StatusBadGateway, []nango.Option{nango.WithMaxRetries(9), nango.WithMaxRetries(0)}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			var requests atomic.Int32
			client := newClient(t, serve(t, counting(&requests, c.status, nil)), append(c.opts, nango.WithRoute(nango.RouteConnection))...)
			_, err := client.GetConnection(t.Context(), "customer-1", "github")
			if failure := asError(t, err); failure.Attempts != c.want || int(requests.Load()) != c.want {
				t.Errorf("%d attempts, %d requests, not %d: %v", failure.Attempts, requests.Load(), c.want, err)
			}
		})
	}
}

func TestAForcedRefreshIsNotRepeated(t *testing.T) {
	var requests atomic.Int32
	client := newClient(t, serve(t, counting(&requests, http.StatusServiceUnavailable, nil)))
	_, err := client.GetConnection(t.Context(), "customer-1", "github", nango.ForceRefresh())
	if failure := asError(t, err); failure.Attempts != 1 || requests.Load() != 1 || failure.Retryable() {
		t.Errorf("%d attempts, %d requests, retryable %t", failure.Attempts, requests.Load(), failure.Retryable())
	}
}

func TestAWaitThatDoesNotFitIsReportedAtOnce(t *testing.T) {
	var requests atomic.Int32
	server := serve(t, counting(&requests, http.StatusTooManyRequests, map[string]string{"Retry-After": "3600"}))
	_, err := newClient(t, server, nango.WithTimeout(patience)).GetConnection(t.Context(), "customer-1", "github")
	failure := asError(t, err)
	if after, ok := failure.RetryAfter(); after != time.Hour || !ok || failure.Attempts != 1 || requests.Load() != 1 {
		t.Errorf("%d attempts, %d requests, retry after %s, %t", failure.Attempts, requests.Load(), after, ok)
	}
	if !errors.Is(err, nango.ErrRateLimited) || !failure.Retryable() {
		t.Errorf("got %v", err)
	}
}
