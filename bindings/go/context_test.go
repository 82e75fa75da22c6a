package nango_test

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"os"
	"runtime"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

func TestCancellingReturnsWhileTheServerStalls(t *testing.T) {
	server := newStall(t, http.StatusOK, oauth2Document)
	ctx, cancel := context.WithCancel(t.Context())
	outcomes := start(ctx, newClient(t, server.Server), nango.CallTimeout(patience))
	receive(t, "the request", server.arrived)
	cancel()
	// The server still stalls: only the context can have ended the call.
	failure := asError(t, receive(t, "the outcome", outcomes).err)
	if !errors.Is(failure, context.Canceled) || !errors.Is(failure, nango.ErrCancelled) || errors.Is(failure, context.DeadlineExceeded) {
		t.Errorf("got %v", failure)
	}
	if failure.Attempts != 1 || failure.Timeout() || failure.Retryable() {
		t.Errorf("got %d attempts, timeout %t, retryable %t", failure.Attempts, failure.Timeout(), failure.Retryable())
	}
}

func TestACancelledCallLeavesNoGoroutineBehind(t *testing.T) {
	server := newStall(t, http.StatusOK, oauth2Document)
	ctx, cancel := context.WithCancel(t.Context())
	outcomes := start(ctx, newClient(t, server.Server), nango.CallTimeout(patience))
	receive(t, "the request", server.arrived)
	cancel()
	receive(t, "the outcome", outcomes)
	if !isCalling() {
		t.Error("the library's call ended with the context")
	}
	server.letGo()
	giveUp := time.After(patience)
	for isCalling() {
		select {
		case <-giveUp:
			t.Fatal("a goroutine is left behind")
		case <-time.After(time.Millisecond):
		}
	}
}

// isCalling tells whether a goroutine of the package is under way.
func isCalling() bool {
	stacks := make([]byte, 1<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	return bytes.Contains(stacks, []byte("bindings/go.(*session).get.func"))
}

func TestTheCauseOfACancelIsInTheError(t *testing.T) {
	server := newStall(t, http.StatusOK, oauth2Document)
	errShutdown := errors.New("shutting down")
	ctx, cancel := context.WithCancelCause(t.Context())
	outcomes := start(ctx, newClient(t, server.Server))
	receive(t, "the request", server.arrived)
	cancel(errShutdown)
	err := receive(t, "the outcome", outcomes).err
	if !errors.Is(err, errShutdown) || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestTheContextsDeadlineEndsTheCall(t *testing.T) {
	for name, opts := range map[string][]nango.CallOption{
		"plain":         nil,
		"force refresh": {nango.ForceRefresh()},
	} {
		t.Run(name, func(t *testing.T) {
			server := newStall(t, http.StatusOK, oauth2Document)
			ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
			defer cancel()
			failure := asError(t, receive(t, "the outcome", start(ctx, newClient(t, server.Server), opts...)).err)
			if !errors.Is(failure, context.DeadlineExceeded) || !errors.Is(failure, nango.ErrTimeout) ||
				!errors.Is(failure, os.ErrDeadlineExceeded) || errors.Is(failure, context.Canceled) {
				t.Errorf("got %v", failure)
			}
			if !failure.Timeout() {
				t.Error("it is no timeout")
			}
			if failure.Attempts > 0 && failure.Retryable() != (opts == nil) {
				t.Errorf("retryable is %t", failure.Retryable())
			}
		})
	}
}

// deadlineOnly is a context with a deadline that nobody announces: the library itself has to keep it.
type deadlineOnly struct {
	context.Context
	deadline time.Time
}

func (d deadlineOnly) Deadline() (time.Time, bool) { return d.deadline, true }
func (d deadlineOnly) Done() <-chan struct{}       { return nil }
func (d deadlineOnly) Err() error                  { return nil }

func TestTheLibraryIsGivenTheContextsDeadline(t *testing.T) {
	server := newStall(t, http.StatusOK, oauth2Document)
	ctx := deadlineOnly{context.Background(), time.Now().Add(50 * time.Millisecond)}
	err := receive(t, "the outcome", start(ctx, newClient(t, server.Server))).err
	if !errors.Is(err, context.DeadlineExceeded) || !errors.Is(err, nango.ErrTimeout) {
		t.Errorf("got %v", err)
	}
}

func TestTheShorterOfTimeoutAndDeadlineCounts(t *testing.T) {
	server := newStall(t, http.StatusOK, oauth2Document)
	for name, c := range map[string]struct {
		client []nango.Option
		call   []nango.CallOption
	}{
		"the client's": {[]nango.Option{nango.WithTimeout(50 * time.Millisecond)}, nil},
		"the call's":   {nil, []nango.CallOption{nango.CallTimeout(50 * time.Millisecond)}},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 10*patience)
			defer cancel()
			err := receive(t, "the outcome", start(ctx, newClient(t, server.Server, c.client...), c.call...)).err
			if !errors.Is(err, nango.ErrTimeout) || !errors.Is(err, context.DeadlineExceeded) || ctx.Err() != nil {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestAContextThatHasEndedSendsNothing(t *testing.T) {
	server := serve(t, func(_ http.ResponseWriter, r *http.Request) { t.Errorf("%s was sent", r.RequestURI) })
	client := newClient(t, server)
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	expired, cancel := context.WithDeadline(t.Context(), time.Unix(0, 0))
	defer cancel()
	for name, c := range map[string]struct {
		ctx  context.Context
		opts []nango.CallOption
		want error
	}{
		"cancelled":       {cancelled, nil, context.Canceled},
		"expired":         {expired, nil, context.DeadlineExceeded},
		"expired, silent": {deadlineOnly{context.Background(), time.Unix(0, 0)}, nil, context.DeadlineExceeded},
		"no time":         {t.Context(), []nango.CallOption{nango.CallTimeout(0)}, context.DeadlineExceeded},
		"negative time":   {t.Context(), []nango.CallOption{nango.CallTimeout(-time.Hour)}, context.DeadlineExceeded},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := client.GetConnection(c.ctx, "customer-1", "github", c.opts...)
			if !errors.Is(err, c.want) || asError(t, err).Attempts != 0 {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestAContextThatNeverEnds(t *testing.T) {
	server := serve(t, answering(http.StatusOK, oauth2Document))
	client := newClient(t, server)
	for _, ctx := range []context.Context{context.Background(), context.TODO(), t.Context()} {
		connection, err := client.GetConnection(ctx, "customer-1", "github")
		if err != nil || connection.Token() != "gho_invented" {
			t.Errorf("got %v, %v", connection, err)
		}
	}
}
